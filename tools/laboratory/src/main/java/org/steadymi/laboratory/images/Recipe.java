package org.steadymi.laboratory.images;

/**
 * How long critics were trained by Choi and Lee 2022.
 *
 * @param epochs over the 50,000 images of the training part
 * @param batch images of a step
 */
record Recipe(int epochs, int batch) {
  private static final int TRAINING_IMAGES = 50_000;

  /** That of CIFAR-100 for its images, and of CIFAR-10 for all others. */
  static Recipe of(ImageTask task, String data) {
    boolean supervised = task == ImageTask.SUPERVISED;
    return data.strip().startsWith("cifar100")
        ? new Recipe(supervised ? 100 : 150, 100)
        : new Recipe(supervised ? 40 : 100, 10);
  }

  int steps() {
    return epochs * (TRAINING_IMAGES / batch);
  }
}
