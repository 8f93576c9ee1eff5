package org.steadymi.datasets.known;

import java.util.ArrayList;
import java.util.List;

/**
 * A task of the benchmark: a base distribution, and maps of x and of y that leave its mutual
 * information as it is.
 *
 * @param id its name in the benchmark's package, for example {@code 1v1-normal-0.75}
 * @param title its title there
 * @param construction what it is, in words
 * @param base the distribution the maps start from
 * @param maps the maps of both sides, innermost first
 */
public record KnownTask(String id, String title, String construction, Base base, List<Step> maps) {
  /**
   * One map of x and one of y.
   *
   * @param ofX of x
   * @param ofY of y
   */
  public record Step(MarginalMap ofX, MarginalMap ofY) {}

  /** Copies the list. */
  public KnownTask {
    maps = List.copyOf(maps);
  }

  /** A base distribution by itself. */
  static KnownTask of(String id, String title, Base base) {
    return new KnownTask(id, title, base.inWords(), base, List.of());
  }

  /** The task with one map more on each side, under another name. */
  KnownTask then(String newId, String newTitle, String words, Step step) {
    List<Step> more = new ArrayList<>(maps);
    more.add(step);
    return new KnownTask(newId, newTitle, words + " of: " + construction, base, more);
  }

  /** I(X;Y) in nats, exact. */
  public double mi() {
    return base.mi();
  }

  /** Width of x. */
  public int xSize() {
    int width = base.dim();
    for (Step step : maps) {
      width = step.ofX().width(width);
    }
    return width;
  }

  /** Width of y. */
  public int ySize() {
    int width = base.dim();
    for (Step step : maps) {
      width = step.ofY().width(width);
    }
    return width;
  }

  /**
   * Draws x and y.
   *
   * @param noise of the kind and width that the base asks for
   * @return x, y
   */
  public <V> Drawn<V> draw(Arithmetic<V> in, V noise) {
    V joint = base.joint(in, noise);
    V x = in.part(joint, 0, base.dim());
    V y = in.part(joint, base.dim(), 2 * base.dim());
    for (Step step : maps) {
      x = step.ofX().of(in, x);
      y = step.ofY().of(in, y);
    }
    return new Drawn<>(x, y);
  }

  /**
   * A draw.
   *
   * @param x of width {@link #xSize()}
   * @param y of width {@link #ySize()}
   */
  public record Drawn<V>(V x, V y) {}
}
