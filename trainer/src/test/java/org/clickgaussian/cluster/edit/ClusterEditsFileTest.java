package org.clickgaussian.cluster.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterEditsFileTest {
  @TempDir private Path folder;

  private static ClusterEdits edits() {
    Random random = new Random(5);
    float[] vectors = new float[6];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) random.nextGaussian();
    }
    return new ClusterEdits("clusters-2.json", "0a1b2c3d", LevelEdits.none(3), LevelEdits.none(0))
        .with(Level.COARSE, level -> level.split(1, new Candidates(2, 3, vectors)))
        .with(Level.COARSE, level -> level.merged(List.of(0, 3), 0).renamed(0, "pot \"é\""))
        .with(Level.COARSE, level -> level.recoloured(4, Optional.of(0x00ff08)))
        .with(Level.COARSE, level -> level.shown(List.of(2), false))
        .with(Level.COARSE, level -> level.withCut(OptionalDouble.of(0.1 + 0.2)))
        .with(Level.FINE, level -> level.withCut(OptionalDouble.of(Double.POSITIVE_INFINITY)));
  }

  @Test
  void bringsBackTheSame() {
    Path file = folder.resolve("run").resolve(ClusterEditsFile.NAME);
    ClusterEditsFile.write(file, edits());
    assertThat(ClusterEditsFile.read(file)).isEqualTo(edits());
  }

  @Test
  void refusesANewerVersionAndFilesElsewhere() throws IOException {
    Path file = folder.resolve("cluster-edits.json");
    Files.writeString(file, "{\"version\": 9}");
    assertThatThrownBy(() -> ClusterEditsFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("newer");
    ClusterEditsFile.write(file, edits());
    Files.writeString(file, Files.readString(file).replace("clusters-2.json", "../x.json"));
    assertThatThrownBy(() -> ClusterEditsFile.read(file)).isInstanceOf(InputException.class);
  }

  @Test
  void damagedFilesAreRefusedInOneSentence() throws IOException {
    Path file = folder.resolve("cluster-edits.json");
    ClusterEditsFile.write(file, edits());
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(23);
    int refused = 0;
    for (int round = 0; round < 600; round++) {
      byte[] damaged = whole.clone();
      int length = round % 3 == 0 ? random.nextInt(whole.length) : whole.length;
      for (int k = 0; k < 4; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) (32 + random.nextInt(95));
      }
      Files.write(file, Arrays.copyOf(damaged, length));
      try {
        ClusterEditsFile.read(file);
      } catch (InputException e) {
        refused++;
        assertThat(e.getMessage()).contains("cluster-edits.json").doesNotContain("\n");
      }
    }
    assertThat(refused).isGreaterThan(200);
  }

  @Test
  void nonsenseIsRefused() throws IOException {
    Path file = folder.resolve("cluster-edits.json");
    for (String text : new String[] {"", "[]", "3", "{}", "null", "{\"version\":1}"}) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> ClusterEditsFile.read(file)).isInstanceOf(InputException.class);
    }
  }
}
