package org.steadymi.savedmodels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.steadymi.savedmodels.proto.Manifest;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.family.TType;

/**
 * A critic loaded from a SavedModel. Arrays are row-major; row i of x and row i of y form a pair;
 * scores are in nats. Several threads may call one critic; whoever loads it closes it, after the
 * last call.
 *
 * <pre>{@code
 * try (SavedCritic critic = SavedCritic.load(Path.of("model"))) {
 *   float[] t = critic.score(x, y, n);
 * }
 * }</pre>
 */
public final class SavedCritic implements AutoCloseable {
  private final ModelFolder folder;
  private final SavedModelBundle bundle;
  private final CallPools pools;
  private final TimeLimit limit;
  private final boolean numbersOnly;

  private SavedCritic(
      ModelFolder folder,
      SavedModelBundle bundle,
      CallPools pools,
      TimeLimit limit,
      boolean numbersOnly) {
    this.folder = folder;
    this.bundle = bundle;
    this.pools = pools;
    this.limit = limit;
    this.numbersOnly = numbersOnly;
  }

  /**
   * Loads a critic with {@link LoadOptions#DEFAULT}.
   *
   * @throws SavedModelException as {@link #load(Path, LoadOptions)}
   */
  public static SavedCritic load(Path folder) {
    return load(folder, LoadOptions.DEFAULT);
  }

  /**
   * Loads a critic.
   *
   * @throws SavedModelException if the folder is missing, is no SavedModel, is damaged, is not safe
   *     to open and not trusted, has no signature of the contract, has one with other shapes or
   *     types, or has a manifest of an unknown contract version
   * @throws ModelTimeoutException if its initialiser takes longer than the options allow
   */
  public static SavedCritic load(Path folder, LoadOptions options) {
    ModelFolder checked = ModelFolder.read(folder, options);
    RunOptions runOptions =
        RunOptions.newBuilder().setTimeoutInMs(options.timeout().toMillis()).build();
    TimeLimit limit = new TimeLimit(checked.path(), options.timeout());
    try {
      SavedModelBundle bundle =
          limit.run("loading", () -> bundle(checked.path(), options.session(), runOptions));
      CallPools pools = new CallPools(options.session(), runOptions);
      return new SavedCritic(checked, bundle, pools, limit, options.numbersOnly());
    } catch (RuntimeException failed) {
      limit.close();
      throw failed;
    }
  }

  private static SavedModelBundle bundle(Path folder, ConfigProto session, RunOptions runOptions) {
    try {
      return SavedModelBundle.loader(folder.toString())
          .withTags(SavedModelBundle.DEFAULT_TAG)
          .withConfigProto(session)
          .withRunOptions(runOptions)
          .load();
    } catch (RuntimeException | OutOfMemoryError failed) { // no other type in common
      throw new SavedModelException(
          "%s: TensorFlow cannot load it (%s)"
              .formatted(folder, SavedModelException.firstLine(failed)),
          failed);
    }
  }

  /** What the model says about itself; empty where another program wrote it. */
  public Optional<Manifest> manifest() {
    return folder.manifest();
  }

  /** Where the model is: the folder that it was loaded from, or the version in it. */
  public Path path() {
    return folder.path();
  }

  /** What had to be assumed to read the model, one sentence each; empty for our own models. */
  public List<String> assumed() {
    return folder.assumed();
  }

  /** Whether the model has a signature. */
  public boolean has(SignatureName signature) {
    return folder.signatures().containsKey(signature);
  }

  /** Values per row of x, from the signatures. */
  public int xSize() {
    return size(SignatureName.X);
  }

  /**
   * Values per row of y, from the signatures.
   *
   * @throws SavedModelException if no signature of the model takes y
   */
  public int ySize() {
    return size(SignatureName.Y);
  }

  /**
   * Scores of aligned pairs.
   *
   * @param x [n, dx]
   * @param y [n, dy]
   * @return T(x_i, y_i), [n]
   * @throws IllegalArgumentException if x or y does not hold n rows
   * @throws SavedModelException if the model has no such signature, TensorFlow fails, or a value is
   *     NaN and the options do not allow that
   * @throws ModelTimeoutException if it takes longer than the options allow
   */
  public float[] score(float[] x, float[] y, int n) {
    return call(SignatureName.SCORE, rows(x, n, y, n));
  }

  /**
   * Scores of all pairs.
   *
   * @param x [n, dx]
   * @param y [m, dy]
   * @return T(x_i, y_j) at i * m + j, [n, m]
   * @throws IllegalArgumentException if x does not hold n rows or y m
   * @throws SavedModelException if the model has no such signature, TensorFlow fails, or a value is
   *     NaN and the options do not allow that
   * @throws ModelTimeoutException if it takes longer than the options allow
   */
  public float[] scoreMatrix(float[] x, int n, float[] y, int m) {
    return call(SignatureName.SCORE_MATRIX, rows(x, n, y, m));
  }

  /**
   * Scores of all pairs, read where TensorFlow has them: a large matrix, or block after block of
   * one, without a copy.
   *
   * @param x [n, dx]
   * @param y [m, dy]
   * @param reading is given T(x_i, y_j) at i * m + j, [n, m]; the buffer is of no use once it has
   *     returned
   * @return what it returns
   * @throws IllegalArgumentException if x does not hold n rows or y m
   * @throws SavedModelException if the model has no such signature, TensorFlow or the reading
   *     fails, or a value is NaN and the options do not allow that
   * @throws ModelTimeoutException if it takes longer than the options allow
   */
  public <T> T scoreMatrix(
      float[] x, int n, float[] y, int m, Function<FloatDataBuffer, T> reading) {
    return call(
        SignatureName.SCORE_MATRIX, rows(x, n, y, m), output -> reading.apply(output.view()));
  }

  private static List<Rows> rows(float[] x, int n, float[] y, int m) {
    return List.of(new Rows(SignatureName.X, x, n), new Rows(SignatureName.Y, y, m));
  }

  /**
   * Pointwise mutual information of aligned pairs, log p(x_i, y_i) / (p(x_i) p(y_i)), in nats.
   *
   * @param x [n, dx]
   * @param y [n, dy]
   * @return [n]
   * @throws IllegalArgumentException if x or y does not hold n rows
   * @throws SavedModelException if the model has no such signature, TensorFlow fails, or a value is
   *     NaN and the options do not allow that
   * @throws ModelTimeoutException if it takes longer than the options allow
   */
  public float[] pmi(float[] x, float[] y, int n) {
    return call(SignatureName.PMI, rows(x, n, y, n));
  }

  /**
   * Features of x.
   *
   * @param x [n, dx]
   * @return [n, features]
   * @throws IllegalArgumentException if x does not hold n rows
   * @throws SavedModelException if the model has no such signature, TensorFlow fails, or a value is
   *     NaN and the options do not allow that
   * @throws ModelTimeoutException if it takes longer than the options allow
   */
  public float[] encodeX(float[] x, int n) {
    return call(SignatureName.ENCODE_X, List.of(new Rows(SignatureName.X, x, n)));
  }

  /**
   * Features of y.
   *
   * @param y [n, dy]
   * @return [n, features]
   * @throws IllegalArgumentException if y does not hold n rows
   * @throws SavedModelException if the model has no such signature, TensorFlow fails, or a value is
   *     NaN and the options do not allow that
   * @throws ModelTimeoutException if it takes longer than the options allow
   */
  public float[] encodeY(float[] y, int n) {
    return call(SignatureName.ENCODE_Y, List.of(new Rows(SignatureName.Y, y, n)));
  }

  /** Frees the graph, the weights and the session, unless a call that ran out of time uses them. */
  @Override
  public void close() {
    limit.close();
    if (!limit.abandoned()) {
      bundle.close();
    }
  }

  private int size(String input) {
    return folder
        .size(input)
        .orElseThrow(
            () ->
                new SavedModelException(
                    "%s: no signature takes %s; the model has %s"
                        .formatted(folder.path(), input, keys())));
  }

  private float[] call(SignatureName name, List<Rows> inputs) {
    return call(name, inputs, SignatureOutput::values);
  }

  private <T> T call(SignatureName name, List<Rows> inputs, Function<SignatureOutput, T> reading) {
    SignatureBinding binding =
        Optional.ofNullable(folder.signatures().get(name))
            .orElseThrow(
                () ->
                    new SavedModelException(
                        "%s has no signature %s; it has %s"
                            .formatted(folder.path(), name.key(), keys())));
    inputs.forEach(rows -> rows.check(binding.inputs().get(rows.name()).size()));
    return pools.lend(
        options ->
            limit.run(
                "signature " + name.key(), () -> run(options, name, binding, inputs, reading)));
  }

  private <T> T run(
      RunOptions options,
      SignatureName name,
      SignatureBinding binding,
      List<Rows> inputs,
      Function<SignatureOutput, T> reading) {
    List<TType> tensors = new ArrayList<>();
    try {
      Session.Runner runner = bundle.session().runner().setOptions(options).fetch(binding.output());
      for (Rows rows : inputs) {
        InputBinding input = binding.inputs().get(rows.name());
        TType tensor = input.feed(rows.values(), rows.count());
        tensors.add(tensor);
        runner.feed(input.tensor(), tensor);
      }
      try (Result result = runner.run()) {
        SignatureOutput output =
            new SignatureOutput(folder.path(), name, result.get(0), numbersOnly);
        output.requireShape(inputs.get(0).count(), inputs.get(inputs.size() - 1).count());
        return reading.apply(output);
      }
    } catch (SavedModelException own) {
      throw own;
    } catch (RuntimeException | OutOfMemoryError failed) { // no other type in common
      throw new SavedModelException(
          "%s: signature %s failed (%s)"
              .formatted(folder.path(), name.key(), SavedModelException.firstLine(failed)),
          failed);
    } finally {
      tensors.forEach(TType::close);
    }
  }

  private List<String> keys() {
    return folder.signatures().keySet().stream().map(SignatureName::key).toList();
  }

  /** The rows of one input. */
  @SuppressWarnings("ArrayRecordComponent") // lives for one call, never compared
  private record Rows(String name, float[] values, int count) {

    void check(int size) {
      if (count < 1 || values.length != (long) count * size) {
        throw new IllegalArgumentException(
            "%s holds %d values, needed are %d rows of %d; give at least one row and all of its values"
                .formatted(name, values.length, count, size));
      }
    }
  }
}
