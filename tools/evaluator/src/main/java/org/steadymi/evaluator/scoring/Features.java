package org.steadymi.evaluator.scoring;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.steadymi.datasets.Rows;
import org.steadymi.evaluator.Critic;
import org.steadymi.savedmodels.LoadOptions;
import org.steadymi.savedmodels.SignatureName;

/**
 * The features of each row by the model's encoders: columns {@code fx0}, {@code fx1}, … of x and
 * {@code fy0}, {@code fy1}, … of y.
 */
public final class Features implements RowFunction {
  private final Critic critic;
  private final boolean ofX;
  private final boolean ofY;
  private final List<String> columns;

  private Features(Critic critic, boolean ofX, boolean ofY) {
    this.critic = critic;
    this.ofX = ofX;
    this.ofY = ofY;
    Stream<String> x = ofX ? names("fx", critic.encodeX(one(critic.xSize()))) : Stream.empty();
    Stream<String> y = ofY ? names("fy", critic.encodeY(one(critic.ySize()))) : Stream.empty();
    this.columns = Stream.concat(x, y).toList();
  }

  /** A row of ones, of which only the number of features is asked. */
  private static Rows one(int width) {
    float[] values = new float[width];
    Arrays.fill(values, 1);
    return new Rows(values, width);
  }

  private static Stream<String> names(String prefix, Rows features) {
    return IntStream.range(0, features.width()).mapToObj(i -> prefix + i);
  }

  /**
   * Opens a model.
   *
   * @param ofX whether x is to be encoded
   * @param ofY whether y is to be encoded; if neither is asked for, what the model can
   * @throws org.steadymi.savedmodels.SavedModelException as {@link Critic#load}
   * @throws IllegalArgumentException if it cannot encode that
   */
  public static Features open(Path model, LoadOptions options, boolean ofX, boolean ofY) {
    Critic critic = Critic.load(model, options);
    boolean x = critic.has(SignatureName.ENCODE_X);
    boolean y = critic.has(SignatureName.ENCODE_Y);
    boolean any = !ofX && !ofY;
    try {
      require(model, "x", x || !ofX);
      require(model, "y", y || !ofY);
      require(model, "x or y", x || y);
      return new Features(critic, x && (ofX || any), y && (ofY || any));
    } catch (RuntimeException failed) {
      critic.close();
      throw failed;
    }
  }

  private static void require(Path model, String side, boolean encoded) {
    if (!encoded) {
      throw new IllegalArgumentException(
          "%s: has no encoder of %s; name the columns of what it encodes, or use another critic"
              .formatted(model, side));
    }
  }

  @Override
  public int xSize() {
    return ofX ? critic.xSize() : 0;
  }

  @Override
  public int ySize() {
    return ofY ? critic.ySize() : 0;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public List<String> notes() {
    return critic.assumed();
  }

  @Override
  public String model() {
    return Versions.of(critic.path());
  }

  @Override
  public Rows apply(Optional<Rows> x, Optional<Rows> y) {
    if (!ofY) {
      return critic.encodeX(x.orElseThrow());
    }
    if (!ofX) {
      return critic.encodeY(y.orElseThrow());
    }
    Rows fx = critic.encodeX(x.orElseThrow());
    Rows fy = critic.encodeY(y.orElseThrow());
    int width = fx.width() + fy.width();
    float[] both = new float[Math.multiplyExact(fx.count(), width)];
    for (int row = 0; row < fx.count(); row++) {
      System.arraycopy(fx.values(), row * fx.width(), both, row * width, fx.width());
      System.arraycopy(fy.values(), row * fy.width(), both, row * width + fx.width(), fy.width());
    }
    return new Rows(both, width);
  }

  @Override
  public void close() {
    critic.close();
  }
}
