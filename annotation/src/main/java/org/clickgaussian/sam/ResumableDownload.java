package org.clickgaussian.sam;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;

/**
 * Brings a file from an HTTP server into a part file that survives failures: when the connection
 * breaks, or the program is stopped and started again, only the missing bytes are asked for ({@code
 * Range}), and only if the server still has the same file ({@code If-Range} with its tag).
 */
final class ResumableDownload {
  private static final int TRIES_WITHOUT_A_BYTE = 3;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final URI address;
  private final Path part;
  private final Path tagFile;

  ResumableDownload(URI address, Path part) {
    this.address = address;
    this.part = part;
    this.tagFile = tagFile(part);
  }

  /** Removes a part file and what belongs to it. */
  static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
      Files.deleteIfExists(tagFile(part));
    } catch (IOException e) {
      throw InputException.in(part, "cannot be deleted: " + AtomicFile.reason(e), e);
    }
  }

  private static Path tagFile(Path part) {
    return part.resolveSibling(part.getFileName() + ".tag");
  }

  /**
   * Fills the part file.
   *
   * @param expectedBytes the file's length if it is known, else 0; only for the progress
   * @throws InputException if the server has no such file or cannot be reached, or the disk is
   *     full; what was brought stays for the next try
   */
  void run(long expectedBytes, Progress progress) {
    try (HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(30))
            .build()) {
      Files.createDirectories(part.toAbsolutePath().getParent());
      int fruitless = 0;
      while (true) {
        long before = size();
        try {
          if (request(client, before, expectedBytes, progress)) {
            return;
          }
          fruitless = size() > before ? 0 : fruitless + 1;
        } catch (ConnectionBroken broken) {
          fruitless = size() > before ? 0 : fruitless + 1;
          if (fruitless >= TRIES_WITHOUT_A_BYTE) {
            throw brokenOff(broken.getCause());
          }
        }
        if (fruitless >= TRIES_WITHOUT_A_BYTE) {
          throw brokenOff(null);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("the download was stopped; saying the same again goes on");
    } catch (IOException e) {
      throw InputException.in(part, "cannot be written: " + AtomicFile.reason(e), e);
    }
  }

  private InputException brokenOff(Throwable cause) {
    return new InputException(
        "%s: the connection broke off after %,d bytes (%s); say the same again to go on"
            .formatted(address, sizeOrZero(), cause == null ? "no more came" : reason(cause)),
        cause);
  }

  private static String reason(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** Sends one request and takes what comes; whether the file is whole now. */
  private boolean request(HttpClient client, long have, long expectedBytes, Progress progress)
      throws IOException, InterruptedException, ConnectionBroken {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1));
    String tag = have > 0 && Files.exists(tagFile) ? Files.readString(tagFile) : "";
    if (!tag.isEmpty()) {
      request.header("Range", "bytes=" + have + "-").header("If-Range", tag);
    }
    HttpResponse<InputStream> response;
    try {
      response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new ConnectionBroken(e);
    }
    try (InputStream body = response.body()) {
      boolean goesOn = response.statusCode() == PARTIAL_CONTENT;
      if (response.statusCode() == RANGE_NOT_SATISFIABLE || goesOn && !beginsAt(response, have)) {
        discard(part);
        return false;
      }
      if (!goesOn && response.statusCode() != 200) {
        throw new InputException(
            "%s: the server answers with status %d; check the address"
                .formatted(address, response.statusCode()));
      }
      long start = goesOn ? have : 0;
      rememberTag(response.headers());
      long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
      long whole = length < 0 ? expectedBytes : start + length;
      append(body, start, whole, progress);
      return length < 0 || size() == whole;
    }
  }

  private static boolean beginsAt(HttpResponse<?> response, long start) {
    return response
        .headers()
        .firstValue("Content-Range")
        .filter(range -> range.startsWith("bytes " + start + "-"))
        .isPresent();
  }

  private void rememberTag(HttpHeaders headers) throws IOException {
    // Weak tags do not promise the same bytes.
    Optional<String> tag =
        headers
            .firstValue("ETag")
            .filter(value -> !value.startsWith("W/"))
            .or(() -> headers.firstValue("Last-Modified"));
    Files.writeString(tagFile, tag.orElse(""));
  }

  private void append(InputStream body, long start, long whole, Progress progress)
      throws IOException, ConnectionBroken {
    StandardOpenOption how =
        start > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    long done = start;
    byte[] block = new byte[1 << 16];
    try (OutputStream file =
        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
      int read = read(body, block);
      while (read >= 0) {
        file.write(block, 0, read);
        done += read;
        progress.update(
            whole > 0 ? Math.min(1, (double) done / whole) : Double.NaN,
            "downloading %s (%.1f MB)".formatted(address.getHost(), done / 1e6));
        read = read(body, block);
      }
    }
  }

  private static int read(InputStream body, byte[] block) throws ConnectionBroken {
    try {
      return body.read(block);
    } catch (IOException e) {
      throw new ConnectionBroken(e);
    }
  }

  private long size() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  private long sizeOrZero() {
    return part.toFile().length();
  }

  /** The network failed, not the disk: worth another try. */
  private static final class ConnectionBroken extends Exception {
    private static final long serialVersionUID = 1L;

    ConnectionBroken(IOException cause) {
      super(cause);
    }
  }
}
