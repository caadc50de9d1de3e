package org.clickgaussian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.clickgaussian.app.start.WindowErrand;
import org.clickgaussian.app.start.WindowOptions;
import org.junit.jupiter.api.Test;

class MainTest {

  private final TestTerminal terminal = new TestTerminal();

  @Test
  void helpTeachesOnStandardOutput() {
    assertThat(terminal.run("--help")).isZero();
    assertThat(terminal.out.toString()).contains("First steps:", "Exit status");
    assertThat(terminal.err.toString()).isEmpty();
  }

  @Test
  void versionNamesTheProgram() {
    assertThat(terminal.run("--version")).isZero();
    assertThat(terminal.out.toString()).startsWith("clickgaussian ");
  }

  @Test
  void withoutACommandTheWindowOpens() {
    assertThat(terminal.run()).isZero();
    assertThat(terminal.opened).isEqualTo(WindowOptions.START);
    assertThat(terminal.out.toString()).isEmpty();
  }

  @Test
  void groupWithoutCommandIsWrongUsage() {
    assertThat(terminal.run("masks")).isEqualTo(2);
    assertThat(terminal.err.toString()).contains("is missing", "masks --help");
    assertThat(terminal.run("masks", "--help")).isZero();
    assertThat(terminal.out.toString()).contains("clickgaussian masks");
  }

  @Test
  void theWindowOpensOnASceneAndARun() {
    assertThat(terminal.run("ui", "garden", "--run", "garden/run")).isZero();
    assertThat(terminal.opened)
        .isEqualTo(
            new WindowOptions(
                Optional.of(Path.of("garden")),
                Optional.of(Path.of("garden/run")),
                new WindowErrand.Stay()));
  }

  @Test
  void theGalleryNeedsAFolder() {
    assertThat(terminal.run("gallery", "garden")).isEqualTo(2);
    assertThat(terminal.err.toString()).contains("--out");
    assertThat(terminal.run("gallery", "garden", "--out", "pictures")).isZero();
    assertThat(terminal.opened.errand())
        .isEqualTo(new WindowErrand.TakePictures(Path.of("pictures")));
  }

  @Test
  void unknownCommandIsWrongUsage() {
    assertThat(terminal.run("no-such-command")).isEqualTo(2);
    assertThat(terminal.err.toString()).contains("no-such-command");
  }
}
