package org.steadymi.evaluator;

import org.steadymi.evaluator.output.JsonReport;
import org.tensorflow.TensorFlow;
import picocli.CommandLine.IVersionProvider;

/** The versions of this tool and of the TensorFlow beneath it. */
final class ToolVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "SteadyMI " + JsonReport.toolVersion() + ", TensorFlow " + TensorFlow.version()
    };
  }
}
