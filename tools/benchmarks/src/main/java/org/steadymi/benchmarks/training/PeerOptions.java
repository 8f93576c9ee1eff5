package org.steadymi.benchmarks.training;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where contenders in other frameworks are. */
public final class PeerOptions {
  @Option(
      names = "--peers",
      paramLabel = "DIR",
      defaultValue = "${env:STEADYMI_PEERS:-tools/benchmarks/peers}",
      description = "the peers' scripts (default: peers beside the script run)")
  private Path peers;

  @Option(
      names = "--environments",
      paramLabel = "DIR",
      defaultValue = "${env:STEADYMI_PEERS_VENV:-tools/benchmarks/peers/.venv}",
      description = "their virtual environments (default: $STEADYMI_PEERS_VENV, or .venv there)")
  private Path environments;

  /** How they are started. */
  public Programs programs() {
    return new Programs(peers.toAbsolutePath(), environments.toAbsolutePath());
  }
}
