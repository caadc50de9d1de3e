package org.clickgaussian.document.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.Edits;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.document.Similarity;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.format.SplatFormats;
import org.clickgaussian.selection.SelectionMask;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  private static final int COUNT = TrainedScene.GAUSSIANS;

  @TempDir private Path folder;
  private Workers workers;
  private SceneDocument document;

  @BeforeEach
  void open() {
    workers = Workers.of(2);
    document = TrainedScene.get().openWithRun(workers);
  }

  @AfterEach
  void close() {
    document.close();
    workers.close();
  }

  @Test
  void thePlyHasTheEditedSelectionWithItsLabelsAndNothingDeleted() {
    edit();
    EditState state = document.state();
    Path file = folder.resolve("selection.ply");
    assertThat(SplatExport.write(document, state, Part.SELECTION, file, Progress.NONE)).isEmpty();
    int[] expected = state.selection().without(state.deleted()).indices();
    try (GaussianScene read = SplatFormats.read(file, workers, Progress.NONE).scene()) {
      assertThat(read.count()).isEqualTo(expected.length);
      assertThat(read.extraProperties().stream().map(extra -> extra.name()))
          .containsExactly("coarse_cluster", "fine_cluster");
      int[] byRow = byFileRow(expected);
      for (int i = 0; i < byRow.length; i++) {
        int gaussian = byRow[i];
        int row = i;
        float moved = document.reading(() -> document.gaussians().position(gaussian, 0));
        assertThat(read.position(row, 0)).isEqualTo(moved);
        int origin = document.origins()[gaussian];
        for (Level level : Level.values()) {
          assertThat(read.extraProperties().get(level.ordinal()).values()[row])
              .isEqualTo(label(level, origin));
        }
      }
    }
  }

  private void edit() {
    document.change("select", state -> state.withSelection(GaussianSet.all(100)));
    document.change(
        "move", state -> state.withMove(GaussianSet.all(50), Similarity.shift(1, 0, 0)));
    document.change("copy", state -> Edits.duplicate(state, document.gaussianCount()));
    document.change(
        "select", state -> state.withSelection(state.selection().or(GaussianSet.all(100))));
    document.change("delete", state -> state.withDeleted(GaussianSet.all(7)));
  }

  private int[] byFileRow(int[] gaussians) {
    return document.reading(
        () ->
            Arrays.stream(gaussians)
                .boxed()
                .sorted(Comparator.comparing(i -> document.gaussians().fileIndex(i)))
                .mapToInt(Integer::intValue)
                .toArray());
  }

  private int label(Level level, int gaussian) {
    return new ClusterLabels(document.run().orElseThrow(), 0.9).label(level, gaussian);
  }

  @Test
  void bothPartsTogetherAreTheSceneWithoutWhatIsDeletedAndMayBeExportedAgain() {
    edit();
    int total = 0;
    for (Part part : Part.values()) {
      for (String name : List.of(".ply", ".compressed.ply", ".splat")) {
        Path file = folder.resolve(part + name);
        SplatExport.write(document, document.state(), part, file, Progress.NONE);
        try (GaussianScene read = SplatFormats.read(file, workers, Progress.NONE).scene()) {
          total += read.count();
        }
      }
    }
    assertThat(total).isEqualTo(3 * (COUNT + 100 - 7));
  }

  @Test
  void nothingToWriteIsSaidAndNoFileIsLeft() throws IOException {
    Path file = folder.resolve("empty.ply");
    assertThatThrownBy(
            () ->
                SplatExport.write(document, document.state(), Part.SELECTION, file, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("select some");
    assertThat(files()).isEmpty();
  }

  @Test
  void aCancelledExportLeavesTheOldFile() throws IOException {
    Path file = folder.resolve("old.ply");
    Files.writeString(file, "old");
    Progress cancelling =
        (fraction, message) -> {
          if (fraction > 0.1) {
            throw new CancelledException("stop");
          }
        };
    assertThatThrownBy(
            () ->
                SplatExport.write(
                    document, document.state(), Part.ALL_BUT_SELECTION, file, cancelling))
        .isInstanceOf(CancelledException.class);
    assertThat(file).hasContent("old");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void labelsAreInTheOrderOfTheSplatFileWithTheirOriginBesideThem() throws IOException {
    edit();
    Path file = folder.resolve("labels.npy");
    Path sidecar = LabelExport.write(document, document.state(), file, Progress.NONE);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer values =
        ByteBuffer.wrap(bytes, bytes.length - 8 * COUNT, 8 * COUNT).order(ByteOrder.LITTLE_ENDIAN);
    int[] labels = new int[2 * COUNT];
    values.asIntBuffer().get(labels);
    for (int i = 0; i < COUNT; i++) {
      int row = document.original().fileIndex(i);
      assertThat(labels[2 * row]).isEqualTo(label(Level.COARSE, i));
      assertThat(labels[2 * row + 1]).isEqualTo(label(Level.FINE, i));
    }
    JsonNode origin = new ObjectMapper().readTree(sidecar.toFile());
    assertThat(sidecar).hasFileName("labels.json");
    assertThat(origin.path("threshold").doubleValue()).isEqualTo(0.9);
    assertThat(origin.path("run").textValue()).endsWith("quick");
    assertThat(origin.path("scene").path("fileCount").intValue()).isEqualTo(COUNT);
    assertThat(origin.path("clusters").path("fine").intValue()).isPositive();
  }

  @Test
  void masksAreThoseOfTheSelectionInEveryView() {
    document.change("select", state -> state.withSelection(GaussianSet.all(COUNT / 2)));
    Path masks = MaskExport.write(document, document.state(), folder, Progress.NONE);
    for (View view : document.folder().views()) {
      GreyImage read = ImageFiles.readGrey(masks.resolve(view.key() + ".png"));
      BitMask expected =
          document.reading(
              () -> {
                try (SplattedView splatted = document.rasterizer().splat(view.camera())) {
                  return SelectionMask.of(splatted, GaussianSet.all(COUNT / 2).bits(), COUNT);
                }
              });
      for (int pixel = 0; pixel < read.values().length; pixel++) {
        boolean white = read.values()[pixel] > 0;
        assertThat(white).isEqualTo(expected.get(pixel % read.width(), pixel / read.width()));
      }
    }
  }

  @Test
  void withoutARunThereAreNoLabels() {
    document.useRun(null);
    assertThatThrownBy(
            () ->
                LabelExport.write(
                    document, document.state(), folder.resolve("l.npy"), Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("run");
    Path file = folder.resolve("all.ply");
    SplatExport.write(document, document.state(), Part.ALL_BUT_SELECTION, file, Progress.NONE);
    try (GaussianScene read = SplatFormats.read(file, workers, Progress.NONE).scene()) {
      assertThat(read.extraProperties()).isEmpty();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }
}
