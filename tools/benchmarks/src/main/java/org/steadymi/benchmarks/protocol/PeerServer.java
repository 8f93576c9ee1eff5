package org.steadymi.benchmarks.protocol;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The peer's side: reads {@code run N} and {@code quit}, one command a line. */
public final class PeerServer {
  private static final Pattern RUN = Pattern.compile("run +([1-9][0-9]{0,8})");
  private static final String QUIT = "quit";
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private PeerServer() {}

  /**
   * Serves on standard input and output; the end of the process is an error's message as the last
   * line of standard error and exit code 1.
   *
   * @param maker makes the peer, which is closed at the end
   */
  public static void main(Supplier<? extends Peer> maker) {
    var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var replies = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    try (Peer peer = maker.get()) {
      serve(peer, commands, replies);
    } catch (IOException | RuntimeException failed) {
      failed.printStackTrace();
      System.err.println(failed.getMessage());
      System.exit(1);
    }
  }

  /**
   * Serves until {@code quit} or the end of the input.
   *
   * @throws IllegalArgumentException if a command is neither
   */
  public static void serve(Peer peer, BufferedReader commands, PrintWriter replies)
      throws IOException {
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      String command = line.strip();
      Matcher run = RUN.matcher(command);
      if (command.equals(QUIT)) {
        return;
      } else if (run.matches()) {
        replies.println(timed(peer, Integer.parseInt(run.group(1))).line());
        replies.flush();
      } else if (!command.isEmpty()) {
        throw new IllegalArgumentException("expected 'run N' or 'quit', found '" + command + "'");
      }
    }
  }

  private static Reply timed(Peer peer, int units) {
    peer.prepare(units);
    long start = System.nanoTime();
    long cpuStart = PROCESS.getProcessCpuTime();
    double value = peer.run(units);
    double cpuSeconds = (PROCESS.getProcessCpuTime() - cpuStart) / 1e9;
    return new Reply(peer.name(), units, (System.nanoTime() - start) / 1e9, cpuSeconds, value);
  }
}
