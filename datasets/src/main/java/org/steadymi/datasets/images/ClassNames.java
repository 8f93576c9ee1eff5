package org.steadymi.datasets.images;

import java.util.List;

/** The names of classes in the order of their labels, as the makers of the sets write them. */
final class ClassNames {
  private static final String CIFAR10_NAMES =
      "airplane automobile bird cat deer dog frog horse ship truck";

  private static final String CIFAR100_NAMES =
      "apple aquarium_fish baby bear beaver bed bee beetle bicycle bottle bowl boy bridge bus butterfly"
          + " camel can castle caterpillar cattle chair chimpanzee clock cloud cockroach couch crab"
          + " crocodile cup dinosaur dolphin elephant flatfish forest fox girl hamster house kangaroo"
          + " keyboard lamp lawn_mower leopard lion lizard lobster man maple_tree motorcycle mountain"
          + " mouse mushroom oak_tree orange orchid otter palm_tree pear pickup_truck pine_tree plain"
          + " plate poppy porcupine possum rabbit raccoon ray road rocket rose sea seal shark shrew"
          + " skunk skyscraper snail snake spider squirrel streetcar sunflower sweet_pepper table tank"
          + " telephone television tiger tractor train trout tulip turtle wardrobe whale willow_tree"
          + " wolf woman worm";

  private static final String CIFAR100_COARSE_NAMES =
      "aquatic_mammals fish flowers food_containers fruit_and_vegetables"
          + " household_electrical_devices household_furniture insects large_carnivores"
          + " large_man-made_outdoor_things large_natural_outdoor_scenes"
          + " large_omnivores_and_herbivores medium_mammals non-insect_invertebrates people reptiles"
          + " small_mammals trees vehicles_1 vehicles_2";

  static final List<String> CIFAR10 = List.of(CIFAR10_NAMES.split(" "));
  static final List<String> CIFAR100 = List.of(CIFAR100_NAMES.split(" "));
  static final List<String> CIFAR100_COARSE = List.of(CIFAR100_COARSE_NAMES.split(" "));
  static final List<String> MNIST = List.of("0123456789".split(""));
  static final List<String> FASHION_MNIST =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  private ClassNames() {}
}
