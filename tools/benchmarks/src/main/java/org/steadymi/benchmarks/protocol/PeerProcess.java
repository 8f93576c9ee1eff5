package org.steadymi.benchmarks.protocol;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The driver's side: a peer in a process of its own, which ends when this is closed. */
public final class PeerProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final String id;
  private final Process process;
  private final Path errors;
  private final BufferedReader replies;
  private final BufferedWriter commands;

  private PeerProcess(String id, Process process, Path errors) {
    this.id = id;
    this.process = process;
    this.errors = errors;
    this.replies = process.inputReader();
    this.commands = process.outputWriter();
  }

  /**
   * Starts a peer.
   *
   * @param id what errors call it
   * @param command program and arguments
   * @throws PeerException if there is no such program
   */
  public static PeerProcess start(String id, List<String> command) {
    try {
      Path errors = Files.createTempFile("steadymi-peer", ".txt");
      try {
        return new PeerProcess(
            id, new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
      } catch (IOException cannotStart) {
        Files.delete(errors);
        throw new PeerException(
            "%s cannot be started (%s)".formatted(id, cannotStart.getMessage()), cannotStart);
      }
    } catch (IOException noFile) {
      throw new UncheckedIOException(noFile);
    }
  }

  /** Number of the process. */
  public long pid() {
    return process.pid();
  }

  /**
   * Has units of work done, and waits.
   *
   * @throws PeerException if the peer ends instead, with the last line of its standard error, or
   *     answers something else
   */
  public Reply run(int units) {
    try {
      commands.write("run " + units + "\n");
      commands.flush();
      String line = replies.readLine();
      if (line == null) {
        throw ended();
      }
      return parse(line);
    } catch (IOException brokenPipe) {
      throw ended();
    }
  }

  private Reply parse(String line) {
    try {
      return Reply.parse(line);
    } catch (PeerException malformed) {
      throw new PeerException(id + ": " + malformed.getMessage(), malformed);
    }
  }

  private PeerException ended() {
    try {
      String code =
          process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
              ? "exit code " + process.exitValue()
              : "still there, its output closed";
      List<String> lines =
          Files.readAllLines(errors).stream().filter(line -> !line.isBlank()).toList();
      String last = lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1).strip();
      return new PeerException("%s ended (%s): %s".formatted(id, code, last));
    } catch (IOException unreadable) {
      return new PeerException(id + " ended", unreadable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new PeerException(id + " ended", interrupted);
    }
  }

  /** Tells the peer to end, and ends it if it does not. */
  @Override
  public void close() {
    try (commands) {
      commands.write("quit\n");
    } catch (IOException alreadyEnded) {
      // what is to be reached
    }
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(errors);
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException stays) {
      errors.toFile().deleteOnExit();
    }
  }
}
