"""PyTorch, eager, a classifier of images: one Python iteration per training step."""

import images
import protocol

options = images.arguments("PyTorch")

import torch
from torch import nn
from torch.nn import functional as F


def conv_norm(size, width_in, width_out, stride):
    return nn.Sequential(
        nn.Conv2d(width_in, width_out, size, stride, padding=size // 2, bias=False),
        nn.BatchNorm2d(width_out, images.EPSILON, images.RATE),
    )


class Block(nn.Module):
    def __init__(self, width_in, width_out, stride):
        super().__init__()
        self.first = conv_norm(3, width_in, width_out, stride)
        self.second = conv_norm(3, width_out, width_out, 1)
        changes = width_in != width_out or stride != 1
        self.short_cut = conv_norm(1, width_in, width_out, stride) if changes else nn.Identity()

    def forward(self, x):
        return F.relu(self.second(F.relu(self.first(x))) + self.short_cut(x))


def network(described):
    layers, width = [], images.COLOURS
    for layer in described.layers:
        match layer:
            case images.Convolution():
                layers += [conv_norm(layer.size, width, layer.width, layer.stride), nn.ReLU()]
            case images.Block():
                layers.append(Block(width, layer.width, layer.stride))
        width = layer.width
    head = [nn.Linear(width, described.features), nn.Linear(described.features, images.CLASSES)]
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), *head)


class Peer(images.Warm):
    name = f"PyTorch {torch.__version__.split('+')[0]}, eager, channels last"

    def __init__(self):
        torch.set_num_threads(options.threads)
        torch.manual_seed(protocol.SEED)
        self.network = network(images.NETWORKS[options.network]).to(memory_format=torch.channels_last)
        self.parameters = sum(p.numel() for p in self.network.parameters())
        self.optimizer = torch.optim.Adam(self.network.parameters(), lr=images.LEARNING_RATE, fused=True)
        made_up, labels = images.made_up()
        self.images = torch.from_numpy(made_up).permute(0, 3, 1, 2)  # [n, colours, height, width], the colours last in memory
        self.labels = torch.from_numpy(labels).long()

    def run(self, steps):
        return torch.stack([self.step() for _ in range(steps)]).tolist()

    def step(self):
        drawn = torch.randint(images.IMAGES, (images.BATCH,))
        x = (self.images[drawn].float() / 255 - 0.5) / 0.5
        loss = F.cross_entropy(self.network(x), self.labels[drawn])
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return images.OFFSET - loss.detach()


if __name__ == "__main__":
    images.serve(options, Peer())
