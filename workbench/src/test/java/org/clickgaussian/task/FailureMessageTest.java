package org.clickgaussian.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.clickgaussian.io.InputException;
import org.clickgaussian.work.CancelledException;
import org.junit.jupiter.api.Test;

class FailureMessageTest {

  @Test
  void inputFailuresSpeakForThemselves() {
    FailureMessage message = FailureMessage.of(new InputException("a.ply: is cut off"));
    assertThat(message)
        .isEqualTo(new FailureMessage("a.ply: is cut off", FailureMessage.Kind.INPUT));
  }

  @Test
  void cancellationIsKnown() {
    assertThat(FailureMessage.of(new CancelledException("stopped")).kind())
        .isEqualTo(FailureMessage.Kind.CANCELLED);
  }

  @Test
  void fullDiskNamesTheFileAndTheWayOut() {
    IOException full = new FileSystemException("run/features", null, "No space left on device");
    assertThat(FailureMessage.of(new UncheckedIOException(full)).sentence())
        .isEqualTo("run/features: the disk is full: free some space and try again");
  }

  @Test
  void fullDiskIsKnownBehindAFailureOfTheInput() {
    IOException full = new FileSystemException("x.ply", null, "No space left on device");
    assertThat(FailureMessage.of(InputException.in(Path.of("x.ply"), "cannot be written", full)))
        .extracting(FailureMessage::sentence)
        .asString()
        .startsWith("x.ply: cannot be written")
        .endsWith("free some space and try again");
  }

  @Test
  void fileSystemFailuresNameTheFile() {
    assertThat(FailureMessage.of(new AccessDeniedException("x/y")).sentence())
        .startsWith("x/y: no permission");
    assertThat(FailureMessage.of(new NoSuchFileException("x/y")).sentence())
        .startsWith("x/y: there is no such file");
  }

  @Test
  void memoryFailureSaysHowToGiveMore() {
    FailureMessage message = FailureMessage.of(new OutOfMemoryError("Java heap space"));
    assertThat(message.sentence()).contains("Java heap space", "CLICKGAUSSIAN_HEAP");
    assertThat(message.kind()).isEqualTo(FailureMessage.Kind.MEMORY);
  }

  @Test
  void anythingElseIsOneLine() {
    FailureMessage message = FailureMessage.of(new IllegalStateException());
    assertThat(message)
        .isEqualTo(
            new FailureMessage("unexpected IllegalStateException", FailureMessage.Kind.UNEXPECTED));
  }
}
