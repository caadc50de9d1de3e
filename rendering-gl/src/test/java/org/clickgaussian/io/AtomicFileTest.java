package org.clickgaussian.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void contentReplacesTheOldAndMissingFoldersAreMade() throws IOException {
    Path file = folder.resolve("a/b/file.txt");
    AtomicFile.write(file, stream -> stream.write(bytes("first")));
    AtomicFile.writeTo(file, temporary -> Files.writeString(temporary, "second"));
    assertThat(file).hasContent("second");
    assertOnly(file);
  }

  @Test
  void failureLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = folder.resolve("file.txt");
    Files.writeString(file, "old");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    stream -> {
                      stream.write(bytes("half"));
                      throw new IOException("no space left");
                    }))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("file.txt: cannot be written: no space left");
    assertThat(file).hasContent("old");
    assertOnly(file);
  }

  @Test
  void anotherExceptionPassesThroughAndLeavesNothing() throws IOException {
    Path file = folder.resolve("file.txt");
    Files.writeString(file, "old");
    assertThatThrownBy(
            () ->
                AtomicFile.writeTo(
                    file,
                    temporary -> {
                      Files.writeString(temporary, "half");
                      throw new IllegalStateException("stop");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("stop");
    assertThat(file).hasContent("old");
    assertOnly(file);
  }

  @Test
  void aParentThatIsAFileIsToldInWords() throws IOException {
    Path parent = folder.resolve("parent");
    Files.writeString(parent, "a file");
    Path file = parent.resolve("child.txt");
    assertThatThrownBy(() -> AtomicFile.write(file, stream -> stream.write(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("child.txt: cannot be written: ");
    assertThat(parent).hasContent("a file");
  }

  @Test
  void aFolderInTheWayIsToldInWords() throws IOException {
    Path file = folder.resolve("folder");
    Files.createDirectories(file.resolve("inside"));
    assertThatThrownBy(() -> AtomicFile.write(file, stream -> stream.write(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("folder: cannot be written: ");
    assertThat(file.resolve("inside")).isDirectory();
    assertOnly(file);
  }

  private static void assertOnly(Path file) throws IOException {
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
