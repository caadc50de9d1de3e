package org.clickgaussian.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.clickgaussian.io.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClustersFileTest {
  @TempDir private Path folder;

  @Test
  void bringsBackTheSameBits() {
    Path file = folder.resolve("run/clusters.json");
    GlobalClusters written = GlobalClustersTest.clusters();
    ClustersFile.write(file, written);
    GlobalClusters read = ClustersFile.read(file);
    assertThat(read).usingRecursiveComparison().isEqualTo(written);
    ClustersFile.write(file, written.withoutTrees());
    assertThat(ClustersFile.read(file).coarse().condensedTree()).isEmpty();
  }

  @Test
  void refusesANewerVersion() throws IOException {
    Path file = folder.resolve("clusters.json");
    Files.writeString(file, "{\"version\": 99}");
    assertThatThrownBy(() -> ClustersFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("clusters.json")
        .hasMessageContaining("99");
  }

  @Test
  void namesAnAbsentFile() {
    assertThatThrownBy(() -> ClustersFile.read(folder.resolve("absent.json")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("absent.json");
  }

  @Test
  void damagedFilesAreRefusedInOneSentence() throws IOException {
    Path file = folder.resolve("clusters.json");
    ClustersFile.write(file, GlobalClustersTest.clusters());
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(11);
    int refused = 0;
    for (int round = 0; round < 400; round++) {
      byte[] damaged = whole.clone();
      int length = round % 3 == 0 ? random.nextInt(whole.length) : whole.length;
      for (int k = 0; k < 3; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) (32 + random.nextInt(95));
      }
      Files.write(file, Arrays.copyOf(damaged, length));
      try {
        ClustersFile.read(file);
      } catch (InputException e) {
        refused++;
        assertThat(e.getMessage()).contains("clusters.json").doesNotContain("\n");
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  @Test
  void nonsenseIsRefused() throws IOException {
    Path file = folder.resolve("clusters.json");
    for (String text : new String[] {"", "[]", "3", "{}", "{\"version\":1,\"layout\":7}"}) {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(() -> ClustersFile.read(file)).isInstanceOf(InputException.class);
    }
  }
}
