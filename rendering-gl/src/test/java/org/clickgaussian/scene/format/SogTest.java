package org.clickgaussian.scene.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SogTest {
  private static final Workers WORKERS = Workers.of(2);

  @TempDir Path folder;

  @AfterAll
  static void endThreads() {
    WORKERS.close();
  }

  @ParameterizedTest
  @CsvSource({"0,0,2", "1,0,1", "13,1,2", "13,3,1", "4098,2,2", "300,3,2", "300,1,1"})
  void isReadWithinItsSteps(int count, int degree, int version) throws IOException {
    Path sog = folder.resolve("some_sog");
    Path archive = folder.resolve("scene.sog");
    try (var scene = TinyScenes.random(count, 61, degree)) {
      SogSample.write(scene, version, sog);
      SogSample.zip(sog, archive, version == 1 ? "inside/" : "");
      for (Path path : new Path[] {sog, sog.resolve("meta.json"), archive}) {
        LoadedSplat loaded = SplatFormats.read(path, WORKERS, Progress.NONE);
        try (var back = loaded.scene()) {
          assertThat(loaded.format()).isEqualTo(SplatFormat.SOG);
          assertThat(loaded.warnings()).isEmpty();
          assertThat(back.count()).isEqualTo(count);
          assertThat(back.harmonicsDegree()).isEqualTo(degree);
          for (int i = 0; i < count; i++) {
            assertWithinSteps(back, scene, i, version);
          }
        }
      }
    }
  }

  private static void assertWithinSteps(
      GaussianScene back, GaussianScene scene, int i, int version) {
    for (int axis = 0; axis < 3; axis++) {
      // The range is 2 log 3 in 65,535 steps, stretched by at most 1 + |x| = 2.
      assertThat(back.position(i, axis)).isCloseTo(scene.position(i, axis), within(4e-5f));
      assertThat(back.logScale(i, axis))
          .isCloseTo(scene.logScale(i, axis), within(0.501f * 4 / 255));
      assertThat(back.harmonic(i, 0, axis))
          .isCloseTo(scene.harmonic(i, 0, axis), within(0.501f * 4 / 255));
      for (int k = 1; k < back.harmonicsCoefficients(); k++) {
        assertThat(back.harmonic(i, k, axis))
            .isCloseTo(scene.harmonic(i, k, axis), within(0.501f * 0.5f / 255));
      }
    }
    if (version == 1) {
      assertThat(back.opacityLogit(i)).isCloseTo(scene.opacityLogit(i), within(0.501f * 8 / 255));
    } else {
      double opacity = 1 / (1 + Math.exp(-scene.opacityLogit(i)));
      assertThat(1 / (1 + Math.exp(-back.opacityLogit(i)))).isCloseTo(opacity, within(0.501 / 255));
    }
    assertThat(TwinGaussians.angle(back, i, scene, i)).isLessThan(0.02);
  }

  @Test
  void folderOfASceneFindsItsSog() throws IOException {
    try (var scene = TinyScenes.random(13, 62, 0)) {
      SogSample.write(scene, 2, folder.resolve("one"));
      SogSample.zip(
          folder.resolve("one"), Files.createDirectory(folder.resolve("two")).resolve("a.sog"), "");
    }
    assertThat(SceneFolder.open(folder.resolve("one")).splatFile()).hasFileName("meta.json");
    assertThat(SceneFolder.open(folder.resolve("one/meta.json")).hasSplat()).isTrue();
    assertThat(SceneFolder.open(folder.resolve("two")).splatFile()).hasFileName("a.sog");
    Files.writeString(folder.resolve("two/meta.json"), "{\"means\": [1]}");
    assertThat(SceneFolder.open(folder.resolve("two")).hasSplat()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":2 | \"version\":3 | version 3",
        "\"count\":13 | \"count\":-1 | count",
        "\"count\":13 | \"count\":9999 | pixels for 9,999",
        "\"codebook\" | \"book\" | codebook",
        "means_l.png | ../means_l.png | does not lie beside",
        "means_l.png | absent.png | not there",
        "\"bands\":1 | \"bands\":7 | shN.bands",
        "\"bands\":1 | \"bands\":3 | too narrow",
        "\"mins\" | \"least\" | means.mins",
        "\"quats\" | \"turns\" | not the meta.json",
        "means_u.png | meta.json | not an image"
      })
  void lyingMetaIsRefused(String old, String replacement, String told) throws IOException {
    Path sog = folder.resolve("lie");
    try (var scene = TinyScenes.random(13, 63, 1)) {
      SogSample.write(scene, 2, sog);
    }
    String text = Files.readString(sog.resolve("meta.json"));
    assertThat(text).contains(old);
    Files.writeString(sog.resolve("meta.json"), text.replace(old, replacement));
    assertThatThrownBy(() -> SplatFormats.read(sog, WORKERS, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("lie")
        .hasMessageContaining(told);
  }

  @Test
  void archiveWithoutMetaIsRefused() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("readme.txt"), "no splat");
    Path archive = folder.resolve("other.zip");
    SogSample.zip(other, archive, "");
    assertThatThrownBy(() -> SplatFormats.read(archive, WORKERS, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("without meta.json");
  }
}
