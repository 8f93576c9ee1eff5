package org.steadymi.benchmarks.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of virtual machines like this one: same Java, same class path. */
public final class JavaCommand {
  private JavaCommand() {}

  /**
   * A program as a process of its own.
   *
   * @param options of the virtual machine
   * @param arguments of the program
   */
  public static List<String> of(Class<?> main, List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return List.copyOf(command);
  }
}
