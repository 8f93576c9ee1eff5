package org.steadymi.evaluator;

import java.io.Serializable;
import java.util.Optional;
import org.steadymi.savedmodels.SignatureMapping;
import picocli.CommandLine.Option;

/** How the signatures of a model that another program wrote are to be read. */
final class SignatureOptions implements Serializable {
  private static final long serialVersionUID = 1L;

  @Option(
      names = "--signature",
      paramLabel = "NAME",
      description =
          "the signature to use where the model has none of score, score_matrix and encode_x: with"
              + " one input an encoder, with two a score (default: serving_default, or the only"
              + " one)")
  private String signature;

  @Option(
      names = "--x-input",
      paramLabel = "NAME",
      description = "the signature's input that takes x (default: by name, or by its width)")
  private String xInput;

  @Option(
      names = "--y-input",
      paramLabel = "NAME",
      description = "the signature's input that takes y (default: by name, or by its width)")
  private String yInput;

  /** What the options say of the signatures. */
  SignatureMapping mapping() {
    return SignatureMapping.named(
        Optional.ofNullable(signature), Optional.ofNullable(xInput), Optional.ofNullable(yInput));
  }
}
