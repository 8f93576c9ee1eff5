package org.steadymi.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import org.steadymi.datasets.SpecException;

/** The masters of a stand-alone cluster. */
final class Masters {
  private static final String SCHEME = "spark://";
  private static final int PATIENCE_MILLIS = 5_000;

  private Masters() {}

  /** Whether a place is a stand-alone cluster. */
  static boolean named(String place) {
    return place.startsWith(SCHEME);
  }

  /**
   * Asks the masters of a place, where it names any, for a connection; Spark itself would ask for a
   * minute.
   *
   * @throws SpecException with one line, if none of them gives one
   */
  static void requireOneThatListens(String place) {
    if (!named(place)) {
      return;
    }
    String why = "";
    for (String address : place.substring(SCHEME.length()).split(",", -1)) {
      why = refusal(address);
      if (why.isEmpty()) {
        return;
      }
    }
    throw new SpecException(
        "--on %s: no Spark master answers there (%s); start one, or use --on spark to run in this process"
            .formatted(place, why));
  }

  /** Why an address gives no connection; empty if it does. */
  private static String refusal(String address) {
    int colon = address.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      int port = Integer.parseInt(address.substring(colon + 1));
      socket.connect(new InetSocketAddress(address.substring(0, colon), port), PATIENCE_MILLIS);
      return "";
    } catch (UnknownHostException unknown) {
      return "unknown host";
    } catch (IOException | IllegalArgumentException refused) {
      return refused.getMessage();
    }
  }
}
