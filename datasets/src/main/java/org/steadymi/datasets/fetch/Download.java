package org.steadymi.datasets.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A download of a file whose length is known, which goes on where it was cut: within a call, and
 * from one call to the next.
 *
 * <p>Bytes are appended only to bytes of the same version: the request names that version (RFC
 * 9110, {@code Range} with {@code If-Range}) and the answer must begin where the part ends, in a
 * file of the known length. Everything else begins from the first byte.
 */
final class Download {
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int RANGE_REFUSED = 416;
  private static final int ATTEMPTS = 20;
  private static final int BUFFER = 1 << 16;
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

  private final HttpClient client;
  private final Duration patience;

  /**
   * @param patience how long to wait for an answer, and for each next byte of it
   */
  Download(Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /**
   * Completes the part.
   *
   * @param length of the whole file
   * @param position is told how many bytes are here
   * @throws FetchException if the server has no such file, or the part cannot be written
   * @throws IOException if the connection was cut and a second attempt brought nothing more, or if
   *     the server never sends what it was asked for
   */
  void complete(URI uri, PartFile part, long length, LongConsumer position)
      throws IOException, InterruptedException {
    Optional<IOException> cut = Optional.empty();
    for (int attempts = 0; attempts < ATTEMPTS && part.size() != length; attempts++) {
      cut = attempt(uri, part, length, position);
    }
    if (part.size() != length) {
      throw cut.orElseGet(
          () ->
              new IOException(
                  "the server did not send the file, asked for it %d times".formatted(ATTEMPTS)));
    }
    position.accept(length);
  }

  /**
   * Asks for the rest.
   *
   * @return how the connection was cut that brought something more
   */
  private Optional<IOException> attempt(URI uri, PartFile part, long length, LongConsumer position)
      throws IOException, InterruptedException {
    long before = part.size();
    try {
      receive(uri, part, length, position);
      return Optional.empty();
    } catch (FetchException refused) {
      throw refused;
    } catch (IOException cut) {
      if (part.size() <= before) {
        throw cut;
      }
      return Optional.of(cut);
    }
  }

  private void receive(URI uri, PartFile part, long length, LongConsumer position)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> response = send(request(uri, part, length));
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case OK -> {
          requireLength(uri, response, length);
          part.restart(validator(response));
        }
        case PARTIAL -> {
          if (!continues(response, part, length)) {
            part.discard();
            return;
          }
        }
        case RANGE_REFUSED -> {
          part.discard();
          return;
        }
        default -> throw new FetchException(uri + " answers " + response.statusCode());
      }
      append(body, uri, part, length, position);
    }
  }

  /** Waits for the head of an answer only: its body takes as long as it takes, under a watchdog. */
  private HttpResponse<InputStream> send(HttpRequest request)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(request, BodyHandlers.ofInputStream());
    try {
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException silent) {
      answer.cancel(true);
      throw (IOException) new HttpTimeoutException("no answer in time").initCause(silent);
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      throw interrupted;
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException cause
          ? cause
          : new IOException(FetchException.reason(failed.getCause()), failed.getCause());
    }
  }

  /** Without a timeout: from Java 26 on it would end a body that takes longer. */
  static HttpRequest request(URI uri, PartFile part, long length) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    Optional<String> validator = part.validator();
    if (part.size() > 0 && part.size() < length && validator.isPresent()) {
      request.header("Range", "bytes=" + part.size() + "-").header("If-Range", validator.get());
    }
    return request.build();
  }

  /** A strong entity tag or a date: what may stand in If-Range. */
  private static Optional<String> validator(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("ETag")
        .filter(tag -> !tag.startsWith("W/"))
        .or(() -> response.headers().firstValue("Last-Modified"));
  }

  private static boolean continues(HttpResponse<?> response, PartFile part, long length)
      throws IOException {
    Matcher range =
        CONTENT_RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
    Optional<String> here = part.validator();
    Optional<String> there = validator(response);
    return range.matches()
        && range.group(1).equals(Long.toString(part.size()))
        && (range.group(2).equals("*") || range.group(2).equals(Long.toString(length)))
        && (there.isEmpty() || there.equals(here));
  }

  private static void requireLength(URI uri, HttpResponse<?> response, long length)
      throws FetchException {
    OptionalLong offered = response.headers().firstValueAsLong("Content-Length");
    if (offered.isPresent() && offered.getAsLong() != length) {
      throw new FetchException(
          "%s: expected %,d bytes, the server offers %,d: not the official file"
              .formatted(uri, length, offered.getAsLong()));
    }
  }

  private void append(InputStream body, URI uri, PartFile part, long length, LongConsumer position)
      throws IOException {
    long size = part.size();
    try (OutputStream out = part.append();
        Watchdog watchdog = new Watchdog(body, patience)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = next(body, buffer, watchdog); n >= 0; n = next(body, buffer, watchdog)) {
        size += n;
        if (size > length) {
          part.discard();
          throw new FetchException(
              "%s: expected %,d bytes, the server sends more".formatted(uri, length));
        }
        out.write(buffer, 0, n);
        position.accept(size);
      }
    }
    if (size < length) {
      throw new IOException(
          "the connection was cut after %,d of %,d bytes".formatted(size, length));
    }
  }

  private int next(InputStream body, byte[] buffer, Watchdog watchdog) throws IOException {
    try {
      int n = body.read(buffer);
      watchdog.fed();
      return n;
    } catch (IOException failed) {
      throw watchdog.fired()
          ? new IOException("nothing came for " + patience.toSeconds() + " s", failed)
          : failed;
    }
  }
}
