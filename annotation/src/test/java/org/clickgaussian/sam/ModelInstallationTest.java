package org.clickgaussian.sam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clickgaussian.io.InputException;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelInstallationTest {
  @TempDir private Path temporary;

  private HttpServer server;
  private byte[] content;
  private String tag = "\"one\"";
  private int bytesBeforeBreak = Integer.MAX_VALUE;
  private final List<String> ranges = new ArrayList<>();
  private ModelsFolder folder;

  @BeforeEach
  void serve() throws IOException {
    ModelsFolder toys = ToyNetworks.plain(temporary.resolve("toys"));
    content = Files.readAllBytes(toys.path().resolve("encoder.onnx"));
    folder = new ModelsFolder(temporary.resolve("models"));
    Files.createDirectories(folder.path());
    describe(Checksum.of(toys.path().resolve("encoder.onnx")));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/encoder.onnx", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void describe(String sha256) throws IOException {
    Files.writeString(
        folder.path().resolve("toy.json"),
        ToyNetworks.description(false)
            .replaceFirst("\"sha256\": null", "\"sha256\": \"" + sha256 + "\""));
  }

  /** Sends the wanted bytes, but no more than allowed in one answer. */
  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    ranges.add(String.valueOf(range));
    int start =
        range != null && same ? Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1")) : 0;
    exchange.getResponseHeaders().add("ETag", tag);
    if (start > 0) {
      exchange
          .getResponseHeaders()
          .add(
              "Content-Range",
              "bytes %d-%d/%d".formatted(start, content.length - 1, content.length));
    }
    exchange.sendResponseHeaders(start > 0 ? 206 : 200, content.length - start);
    int sent = Math.min(content.length - start, bytesBeforeBreak);
    exchange.getResponseBody().write(content, start, sent);
    exchange.getResponseBody().flush();
    // Closing with bytes owed breaks the connection.
    exchange.close();
  }

  private String address() {
    return "http://localhost:%d/encoder.onnx".formatted(server.getAddress().getPort());
  }

  private ModelInstallation.Installed install(String source) {
    return new ModelInstallation(folder).install(source, Optional.empty(), Progress.NONE);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.path())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void brokenDownloadGoesOnWhereItStopped() throws IOException {
    bytesBeforeBreak = content.length / 3 + 1;
    ModelInstallation.Installed installed = install(address());
    assertThat(installed.known()).isTrue();
    assertThat(installed.file()).hasBinaryContent(content);
    assertThat(ranges)
        .containsExactly(
            "null", "bytes=" + bytesBeforeBreak + "-", "bytes=" + 2 * bytesBeforeBreak + "-");
    assertThat(files()).containsExactly("encoder.onnx", "toy.json");
  }

  @Test
  void cancelledDownloadGoesOnLater() throws IOException {
    bytesBeforeBreak = content.length / 2;
    Progress cancelling =
        (fraction, message) -> {
          throw new CancelledException("stop");
        };
    assertThatThrownBy(
            () -> new ModelInstallation(folder).install(address(), Optional.empty(), cancelling))
        .isInstanceOf(CancelledException.class);
    assertThat(folder.path().resolve("encoder.onnx")).doesNotExist();
    install(address());
    assertThat(ranges.get(1)).isEqualTo("bytes=" + bytesBeforeBreak + "-");
    assertThat(folder.path().resolve("encoder.onnx")).hasBinaryContent(content);
  }

  @Test
  void fileThatChangedOnTheServerBeginsAnew() throws IOException {
    Files.write(folder.path().resolve(".encoder.onnx.part"), new byte[20]);
    Files.writeString(folder.path().resolve(".encoder.onnx.part.tag"), "\"older\"");
    install(address());
    assertThat(ranges).containsExactly("bytes=20-");
    assertThat(folder.path().resolve("encoder.onnx")).hasBinaryContent(content);
  }

  @Test
  void serverThatSendsNothingMoreIsGivenUpInOneSentence() throws IOException {
    bytesBeforeBreak = 0;
    assertThatThrownBy(() -> install(address()))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("broke off", "say the same again");
    assertThat(folder.path().resolve("encoder.onnx")).doesNotExist();
  }

  @Test
  void wrongChecksumLeavesNothing() throws IOException {
    content[content.length / 2] ^= 1;
    assertThatThrownBy(() -> install(address()))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("is not encoder.onnx", "checksum");
    assertThat(files()).containsExactly("toy.json");
  }

  @Test
  void absentFileOnTheServerIsTold() {
    assertThatThrownBy(() -> install(address().replace("encoder", "decoder")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("404");
  }

  @Test
  void localFilesAreRecognisedByNameOrChecksum() throws IOException {
    Path other = Files.write(temporary.resolve("downloaded(1)"), content);
    assertThat(install(other.toString()).file()).isEqualTo(folder.path().resolve("encoder.onnx"));
    Path decoder = temporary.resolve("toys/decoder.onnx");
    assertThat(install(decoder.toString()).known()).isFalse();
    assertThat(folder.missing(folder.catalog().model("toy"))).isEmpty();
    assertThatThrownBy(() -> install(Files.write(other, new byte[7]).toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("no known model", "--as NAME", "mobile_sam_encoder.onnx");
  }

  @Test
  void fileOfAnotherKindIsRefusedWhereNoChecksumIsKnown() throws IOException {
    Path encoder = temporary.resolve("toys/encoder.onnx");
    ModelInstallation installation = new ModelInstallation(folder);
    assertThatThrownBy(
            () ->
                installation.install(
                    encoder.toString(), Optional.of("decoder.onnx"), Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("another kind", "no input");
    Path text = Files.writeString(temporary.resolve("decoder.onnx"), "no network at all");
    assertThatThrownBy(() -> install(text.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no whole ONNX model");
    assertThat(files()).containsExactly("toy.json");
  }

  @Test
  void descriptionAddsAModel() throws IOException {
    Path own =
        Files.writeString(
            temporary.resolve("mine.json"),
            ToyNetworks.description(true).replace("\"toy\"", "\"mine\""));
    install(own.toString());
    assertThat(folder.catalog().model("mine").kind()).isEqualTo(ModelKind.EFFICIENT_SAM);
    Files.writeString(own, "{\"version\": 2}");
    assertThatThrownBy(() -> install(own.toString())).isInstanceOf(InputException.class);
  }

  @Test
  void folderIsTheUsersOrTheOneThatIsNamed() {
    assertThat(ModelsFolder.of(Map.of(), "Linux", "/home/u").path())
        .isEqualTo(Path.of("/home/u/.local/share/clickgaussian/models"));
    assertThat(ModelsFolder.of(Map.of("XDG_DATA_HOME", "/data"), "Linux", "/home/u").path())
        .isEqualTo(Path.of("/data/clickgaussian/models"));
    assertThat(ModelsFolder.of(Map.of(), "Mac OS X", "/Users/u").path())
        .isEqualTo(Path.of("/Users/u/Library/Application Support/clickgaussian/models"));
    assertThat(ModelsFolder.of(Map.of("CLICKGAUSSIAN_MODELS", "/m"), "Linux", "/h").path())
        .isEqualTo(Path.of("/m"));
  }

  @Test
  void everyShippedDescriptionIsWhole() {
    assertThat(new ModelsFolder(temporary.resolve("none")).catalog().models())
        .hasSize(10)
        .allSatisfy(model -> assertThat(model.note()).isNotBlank())
        .filteredOn(ModelDescription::checked)
        .singleElement()
        .satisfies(model -> assertThat(model.encoder().file().sha256()).hasSize(64));
  }
}
