package org.steadymi.datasets.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A server of one file at every address, that can be told to misbehave; one request at a time. */
final class FileServer implements AutoCloseable {
  /** With this one it is gone, so that no client asks for ever. */
  private static final int LAST_REQUEST = 100;

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch end = new CountDownLatch(1);
  volatile byte[] file;
  volatile String tag = "\"one\"";
  volatile int status = 200;
  volatile boolean ranges = true;
  volatile boolean lies;
  volatile boolean stalls;

  /** Says nothing, and serves nobody else until this client is gone. */
  volatile boolean silent;

  /** Bytes of a body after which the connection is cut. */
  volatile int cut = Integer.MAX_VALUE;

  FileServer(byte[] file) throws IOException {
    this.file = file;
    Thread thread = new Thread(this::serve, "file server");
    thread.setDaemon(true);
    thread.start();
  }

  URI uri(String name) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/" + name);
  }

  /** The range headers of all requests, "" for those without. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        answer(client);
      } catch (SocketException gone) {
        // closed, or the client went away in the middle of it
      } catch (IOException failed) {
        throw new IllegalStateException(failed);
      }
    }
  }

  private void answer(Socket client) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
    String range = "";
    String ifRange = "";
    for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
      range = line.startsWith("Range: ") ? line.substring("Range: ".length()) : range;
      ifRange = line.startsWith("If-Range: ") ? line.substring("If-Range: ".length()) : ifRange;
    }
    requests.add(range);
    if (requests.size() == LAST_REQUEST) {
      close();
      return;
    }
    if (silent) {
      lines.read();
      return;
    }
    boolean part = ranges && !range.isEmpty() && (lies || ifRange.equals(tag));
    int from = part ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
    String head =
        "HTTP/1.1 %d X\r\nETag: %s\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(
                part ? 206 : status,
                tag,
                file.length - from,
                part
                    ? "Content-Range: bytes %d-%d/%d\r\n"
                        .formatted(from, file.length - 1, file.length)
                    : "");
    OutputStream out = client.getOutputStream();
    out.write(head.getBytes(ISO_8859_1));
    byte[] body = Arrays.copyOfRange(file, from, file.length);
    out.write(body, 0, Math.min(cut, body.length));
    out.flush();
    if (stalls) {
      await();
    }
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    end.countDown();
    socket.close();
  }
}
