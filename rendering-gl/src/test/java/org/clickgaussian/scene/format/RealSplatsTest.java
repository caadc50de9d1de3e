package org.clickgaussian.scene.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.scene.Bounds;
import org.clickgaussian.testing.SharedData;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as programs in the world have written them. */
class RealSplatsTest {
  private static final Workers WORKERS = Workers.of(2);

  @AfterAll
  static void endThreads() {
    WORKERS.close();
  }

  @Test
  void bonsaiLeavesOutItsInvalidRows() {
    LoadedSplat loaded = read("scene_bonsai/point_cloud/iteration_4750/point_cloud.ply");
    try (var scene = loaded.scene()) {
      assertThat(scene.count()).isEqualTo(118_700);
      assertThat(scene.fileCount()).isEqualTo(118_704);
      assertThat(scene.harmonicsDegree()).isEqualTo(3);
      assertThat(loaded.warnings()).hasSize(1);
      assertThat(loaded.warnings().getFirst()).startsWith("4 Gaussians").contains("rows 4922, ");
      assertThat(scene.fileIndex(4921)).isEqualTo(4921);
      assertThat(scene.fileIndex(4922)).isEqualTo(4923);
    }
  }

  @Test
  void fernIsWhole() {
    LoadedSplat loaded = read("scene_fern/point_cloud/iteration_1500/point_cloud.ply");
    try (var scene = loaded.scene()) {
      assertThat(scene.count()).isEqualTo(67_964);
      assertThat(loaded.warnings()).isEmpty();
      assertThat(loaded.format()).isEqualTo(SplatFormat.INRIA_PLY);
    }
  }

  @Test
  void plainFileHasNoHigherHarmonics() {
    try (var scene = read("splats/plain_20k.ply").scene()) {
      assertThat(scene.count()).isEqualTo(20_000);
      assertThat(scene.harmonicsDegree()).isZero();
    }
  }

  @Test
  void compressedFilesOfPlayCanvasAreRead() {
    assertPlausible("splats/guitar.compressed.ply", 90_854, SplatFormat.COMPRESSED_PLY);
    assertPlausible("splats/biker.compressed.ply", 152_746, SplatFormat.COMPRESSED_PLY);
  }

  @Test
  void splatOfAPhoneIsRead() {
    assertPlausible("splats/arkit_scene.splat", 116_906, SplatFormat.SPLAT);
  }

  private static void assertPlausible(String name, int count, SplatFormat format) {
    LoadedSplat loaded = read(name);
    try (var scene = loaded.scene()) {
      assertThat(loaded.format()).isEqualTo(format);
      assertThat(scene.fileCount()).isEqualTo(count);
      assertThat(scene.count()).isGreaterThan(count - 10);
      assertThat(Bounds.robust(scene, 0.01).diagonal()).isBetween(0.1, 1000.0);
    }
  }

  /**
   * The same object in two formats, each written by another program from the same Gaussians in
   * another order: each Gaussian of one has a twin in the other.
   */
  @Test
  void spzHoldsTheSameGaussiansAsTheCompressedPly() {
    LoadedSplat loaded = read("splats/biker.spz");
    try (var spz = loaded.scene();
        var ply = read("splats/biker.compressed.ply").scene()) {
      assertThat(loaded.format()).isEqualTo(SplatFormat.SPZ);
      assertThat(loaded.warnings()).isEmpty();
      assertThat(spz.count()).isEqualTo(ply.count()).isEqualTo(152_746);
      TwinGaussians twins = TwinGaussians.of(spz, ply, 0.002);
      assertThat(twins.matched()).isGreaterThan(0.99);
      assertThat(twins.medianAngle()).isLessThan(0.02);
      assertThat(twins.medianColour()).isLessThan(0.01);
      assertThat(twins.medianOpacity()).isLessThan(0.01);
      assertThat(twins.medianLogScale()).isLessThan(0.04);
    }
  }

  @Test
  void sogFolderOfPlayCanvasIsRead() {
    assertPlausible("splats/playbot_sog", 500_000, SplatFormat.SOG);
    try (var scene = read("splats/playbot_sog/meta.json").scene()) {
      assertThat(scene.harmonicsDegree()).isEqualTo(2);
    }
  }

  /** The sums are of the pixels that libwebp decodes (dwebp -pam), red first. */
  @Test
  void losslessWebpIsExact() throws IOException {
    for (var sum :
        Map.of(
                "means_l", 0xa21e909fL,
                "means_u", 0xa08eebceL,
                "quats", 0xc26776ccL,
                "sh0", 0x890277a9L,
                "shN_centroids", 0xc2128451L,
                "shN_labels", 0x1916e483L)
            .entrySet()) {
      Path file = SharedData.require("splats/playbot_sog/" + sum.getKey() + ".webp");
      CRC32 crc = new CRC32();
      crc.update(ImageFiles.readRgba(Files.readAllBytes(file), file, 1 << 20).rgba());
      assertThat(crc.getValue()).as(sum.getKey()).isEqualTo(sum.getValue());
    }
  }

  /** Normals are zero in all of these files, and the columns are in the usual order. */
  @Test
  void plainFilesComeBackByteForByte(@TempDir Path folder) throws IOException {
    for (String name :
        List.of("scene_fern/point_cloud/iteration_1500/point_cloud.ply", "splats/plain_20k.ply")) {
      Path again = folder.resolve("again.ply");
      Path original = SharedData.require(name);
      try (var scene = read(name).scene()) {
        SplatFormats.write(scene, again, WORKERS, Progress.NONE);
      }
      long body = Files.size(again) - header(again);
      assertThat(Files.size(original) - header(original)).isEqualTo(body);
      byte[] expected = Files.readAllBytes(original);
      byte[] actual = Files.readAllBytes(again);
      assertThat(
              Arrays.equals(
                  expected,
                  header(original),
                  expected.length,
                  actual,
                  header(again),
                  actual.length))
          .isTrue();
    }
  }

  private static int header(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), 0, 4096, StandardCharsets.ISO_8859_1);
    return text.indexOf("end_header\n") + "end_header\n".length();
  }

  private static LoadedSplat read(String name) {
    return SplatFormats.read(SharedData.require(name), WORKERS, Progress.NONE);
  }
}
