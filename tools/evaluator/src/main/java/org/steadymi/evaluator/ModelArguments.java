package org.steadymi.evaluator;

import java.io.File;
import java.io.PrintWriter;
import java.io.Serializable;
import java.nio.file.Path;
import org.steadymi.savedmodels.LoadOptions;
import org.steadymi.savedmodels.SignatureMapping;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The model of a command that opens one: where it is, and how it is to be read and opened. */
public final class ModelArguments implements Serializable {
  private static final long serialVersionUID = 1L;

  @Parameters(
      paramLabel = "MODEL",
      description = "folder of a SavedModel, or of its numbered versions")
  private File folder;

  @Mixin private SignatureOptions signatures;

  @Mixin private OpeningOptions opening;

  /** Its folder. */
  public Path folder() {
    return folder.toPath();
  }

  /** What the options say of its signatures. */
  public SignatureMapping mapping() {
    return signatures.mapping();
  }

  /** How it is opened, warnings going to standard error. */
  public LoadOptions loadOptions(PrintWriter err) {
    return opening.loadOptions(err).withMapping(mapping());
  }

  /** The same without the warnings: for a model of which they were given before. */
  public LoadOptions silentLoadOptions() {
    return opening.silentLoadOptions().withMapping(mapping());
  }

  /** Makes its name absolute: elsewhere the current folder is another. */
  public void fixPlace() {
    folder = folder.getAbsoluteFile();
  }
}
