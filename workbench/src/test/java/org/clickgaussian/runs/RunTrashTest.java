package org.clickgaussian.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.io.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTrashTest {
  @TempDir private Path folder;

  private final RunTrash trash = new RunTrash();

  private Path run(String content) throws IOException {
    Path run = Files.createDirectories(folder.resolve("runs/a"));
    Files.writeString(run.resolve("config.json"), content);
    return run;
  }

  @Test
  void whatIsThrownAwayComesBackInReverse() throws IOException {
    Path run = run("first");
    assertThat(trash.throwAway(run)).isEqualTo(folder.resolve("trash/a"));
    run("second");
    assertThat(trash.throwAway(run)).isEqualTo(folder.resolve("trash/a-2"));
    assertThat(run).doesNotExist();
    assertThat(trash.bringBack(folder.resolve("trash/a-2"))).isEqualTo(run);
    assertThat(run.resolve("config.json")).hasContent("second");
    assertThatThrownBy(() -> trash.bringBack(folder.resolve("trash/a-2")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("brought back already");
    assertThatThrownBy(() -> trash.bringBack(trash.lastMoved().orElseThrow()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is there again");
    assertThat(trash.last()).contains(run);
  }

  @Test
  void aRunInTrainingStays() throws IOException {
    Path run = run("x");
    try (RunFolder.Hold hold = new RunFolder(run).hold()) {
      assertThatThrownBy(() -> trash.throwAway(run))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("is being trained");
    }
    assertThat(run).exists();
    assertThat(trash.last()).isEmpty();
  }
}
