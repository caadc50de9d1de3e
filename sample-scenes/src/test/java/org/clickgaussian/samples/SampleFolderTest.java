package org.clickgaussian.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.mask.format.MaskFolder;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.format.LoadedSplat;
import org.clickgaussian.scene.format.SplatFormats;
import org.clickgaussian.testing.NpyFile;
import org.clickgaussian.truth.LabelsJson;
import org.clickgaussian.truth.TruthLabel;
import org.clickgaussian.truth.TruthSet;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFolderTest {
  @TempDir Path folder;

  private static SampleFolder.Summary create(Path target, int threads, Progress progress) {
    return create(target, TinySamples.SETTINGS, threads, progress);
  }

  private static SampleFolder.Summary create(
      Path target, SampleSettings settings, int threads, Progress progress) {
    try (Workers workers = Workers.of(threads)) {
      return SampleFolder.create(target, settings, workers, progress);
    }
  }

  private static Map<String, byte[]> content(Path folder) throws IOException {
    Map<String, byte[]> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return content;
  }

  @Test
  void everyFileIsTheSameForAnyNumberOfThreads() throws IOException {
    SampleSettings settings = new SampleSettings(3, 1000, 2, 64, 48, 0.3);
    create(folder.resolve("one"), settings, 1, Progress.NONE);
    Map<String, byte[]> one = content(folder.resolve("one"));
    for (int threads : new int[] {2, 5}) {
      Path target = folder.resolve("threads" + threads);
      create(target, settings, threads, Progress.NONE);
      Map<String, byte[]> many = content(target);
      assertThat(many.keySet()).isEqualTo(one.keySet());
      one.forEach((name, bytes) -> assertThat(many.get(name)).as(name).isEqualTo(bytes));
    }
  }

  @Test
  void theSceneCanBeOpened() {
    Path target = folder.resolve("new/sample");
    SampleFolder.Summary summary = create(target, 2, Progress.NONE);
    assertThat(summary.kept()).isFalse();
    SceneFolder scene = SceneFolder.open(target);
    assertThat(scene.warnings()).isEmpty();
    assertThat(scene.views()).hasSize(TinySamples.SETTINGS.views());
    try (Workers workers = Workers.of(2);
        SampleScene sample = TinySamples.generate(TinySamples.SETTINGS, 2)) {
      LoadedSplat splat = SplatFormats.read(scene.splatFile(), workers, Progress.NONE);
      try (GaussianScene read = splat.scene()) {
        assertThat(splat.warnings()).isEmpty();
        assertThat(read.positions().mismatch(sample.gaussians().positions())).isEqualTo(-1);
        assertThat(read.harmonics().mismatch(sample.gaussians().harmonics())).isEqualTo(-1);
      }
      for (View view : scene.views()) {
        assertThat(scene.photo(view).width()).isEqualTo(TinySamples.SETTINGS.width());
        double[] expected =
            sample.views().stream()
                .filter(v -> v.key().equals(view.key()))
                .findFirst()
                .orElseThrow()
                .camera()
                .centre();
        for (int axis = 0; axis < 3; axis++) {
          assertThat(view.camera().centre()[axis])
              .isBetween(expected[axis] - 1e-9, expected[axis] + 1e-9);
        }
      }
    }
  }

  @Test
  void masksAreFoundForEveryView() {
    create(folder, 2, Progress.NONE);
    List<View> views = SceneFolder.open(folder).views();
    MaskFolder masks = MaskFolder.open(folder.resolve("clickgaussian/masks/simulated"), views);
    for (View view : views) {
      TwoLevelMasks levels = masks.masks(view).orElseThrow();
      assertThat(levels.coarse().count()).isGreaterThan(3);
      assertThat(levels.fine().count()).isGreaterThanOrEqualTo(levels.coarse().count() / 2);
    }
    assertThat(masks.warnings()).isEmpty();
  }

  @Test
  void truthOfPixelsAndGaussiansCanBeRead() {
    create(folder, 2, Progress.NONE);
    Path exact = folder.resolve("clickgaussian/truth/exact");
    TruthSet truth = TruthSet.open(exact);
    assertThat(truth.warnings()).isEmpty();
    assertThat(truth.views()).containsExactly("view000", "view001", "view002");
    Map<String, Integer> ids = LabelsJson.readIds(exact.resolve(LabelsJson.FILE_NAME));
    try (SampleScene sample = TinySamples.generate(TinySamples.SETTINGS, 2)) {
      LabelImage labels = TinySamples.labels(sample, 1);
      for (TruthLabel label : truth.labels()) {
        int[] image = label.level() == Level.COARSE ? labels.objects() : labels.parts();
        checkMask(truth.mask("view001", label.name()).orElseThrow(), image, ids.get(label.name()));
        if (label.level() == Level.FINE) {
          assertThat(ids.get(label.parent().orElseThrow()))
              .isEqualTo(sample.labels().objectOf(ids.get(label.name())));
        }
      }
      NpyFile gaussians = NpyFile.read(exact.resolve("gaussians.npy"));
      assertThat(gaussians.shape()).containsExactly(TinySamples.SETTINGS.gaussians(), 2);
      int[] values = gaussians.ints();
      for (int i = 0; i < TinySamples.SETTINGS.gaussians(); i++) {
        assertThat(values[2 * i]).isEqualTo(sample.objectOf(i));
        assertThat(values[2 * i + 1]).isEqualTo(sample.partOf(i));
      }
    }
  }

  private static void checkMask(BitMask mask, int[] image, int id) {
    for (int pixel = 0; pixel < image.length; pixel++) {
      assertThat(mask.get(pixel % mask.width(), pixel / mask.width()))
          .isEqualTo(image[pixel] == id);
    }
  }

  @Test
  void aFolderWithOtherThingsIsRefusedAndStaysAsItIs() throws IOException {
    Path target = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(target.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> create(target, 1, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("mine")
        .hasMessageContaining("new or empty folder");
    assertThat(content(folder)).containsOnlyKeys("mine/notes.txt");
    assertThatThrownBy(() -> create(target.resolve("notes.txt"), 1, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is a file");
  }

  @Test
  void anEarlierSampleIsReplacedUnlessSomethingWasAdded() throws IOException {
    SampleSettings other = new SampleSettings(6, 1000, 2, 32, 24, 0);
    create(folder, other, 2, Progress.NONE);
    assertThat(create(folder, 2, Progress.NONE).kept()).isFalse();
    assertThat(SceneFolder.open(folder).views()).hasSize(3);
    Path run = folder.resolve("clickgaussian/runs/one/config.json");
    Files.createDirectories(run.getParent());
    Files.writeString(run, "{}");
    Map<String, byte[]> before = content(folder);
    assertThat(create(folder, 2, Progress.NONE).kept()).isTrue();
    assertThatThrownBy(() -> create(folder, other, 2, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("runs");
    assertThat(content(folder).keySet()).isEqualTo(before.keySet());
  }

  @Test
  void damagedOrNewerMarkersAreRefused() throws IOException {
    Path marker = folder.resolve("clickgaussian/sample.json");
    Files.createDirectories(marker.getParent());
    for (String text : List.of("{\"version\": 2}", "{\"version\": 1}", "{\"vers", "")) {
      Files.writeString(marker, text);
      assertThatThrownBy(() -> create(folder, 1, Progress.NONE))
          .as(text)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("sample.json");
      assertThat(content(folder)).hasSize(1);
    }
  }

  @Test
  void cancellingLeavesNothingBehind() throws IOException {
    Path target = folder.resolve("sample");
    Progress progress =
        (fraction, message) -> {
          if (message.startsWith("drawing view 3")) {
            throw new CancelledException("asked to");
          }
        };
    assertThatThrownBy(() -> create(target, 2, progress)).isInstanceOf(CancelledException.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
    create(target, new SampleSettings(6, 1000, 2, 32, 24, 0), 2, Progress.NONE);
    assertThatThrownBy(() -> create(target, 2, progress)).isInstanceOf(CancelledException.class);
    assertThat(SceneFolder.open(target).views()).as("the earlier sample stays").hasSize(2);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(target);
    }
  }

  @Test
  void photosShowAClosedRoom() {
    create(folder, 2, Progress.NONE);
    GreyImage coarse =
        ImageFiles.readGrey(folder.resolve("clickgaussian/truth/exact/view001.coarse.png"));
    int unlabelled = 0;
    for (int value : coarse.values()) {
      unlabelled += value == 0 ? 1 : 0;
    }
    assertThat(unlabelled).isLessThan(coarse.values().length / 200);
  }
}
