package org.steadymi.savedmodels;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a model that another program wrote is to be read: what the caller knows of its signatures.
 * Whatever is empty is found in the model, where only one reading is possible.
 *
 * @param signature the signature to use, whatever its name; one with one input is an encoder of x,
 *     one with two is a score
 * @param xInput the input that takes x
 * @param yInput the input that takes y
 * @param xSize values per row of x in the data, which may tell the inputs apart
 * @param ySize values per row of y in the data
 */
public record SignatureMapping(
    Optional<String> signature,
    Optional<String> xInput,
    Optional<String> yInput,
    OptionalInt xSize,
    OptionalInt ySize) {
  /** Everything is found in the model. */
  public static final SignatureMapping AUTOMATIC =
      new SignatureMapping(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty());

  /** Named by the caller as far as not empty. */
  public static SignatureMapping named(
      Optional<String> signature, Optional<String> xInput, Optional<String> yInput) {
    return new SignatureMapping(
        signature, xInput, yInput, OptionalInt.empty(), OptionalInt.empty());
  }

  /** The same for data of these widths. */
  public SignatureMapping withSizes(int x, int y) {
    return new SignatureMapping(signature, xInput, yInput, OptionalInt.of(x), OptionalInt.of(y));
  }

  /** The name that the caller gives to an input of the contract. */
  Optional<String> named(String input) {
    return input.equals(SignatureName.X) ? xInput : yInput;
  }

  /** Values per row of an input of the contract, where the caller knows it. */
  OptionalInt size(String input) {
    return input.equals(SignatureName.X) ? xSize : ySize;
  }
}
