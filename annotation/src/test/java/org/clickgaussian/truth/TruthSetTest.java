package org.clickgaussian.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.RandomMasks;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.scene.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthSetTest {
  private static final TruthLabel POT = TruthLabel.of("pot", Level.COARSE);
  private static final TruthLabel RIM =
      new TruthLabel("rim of the pot", Level.FINE, Optional.of("pot"));

  @TempDir Path folder;

  @Test
  void imagesAndPolygonsMakeOneSet() throws IOException {
    BitMask pot = RandomMasks.of(40, 30, 1);
    LabelsJson.write(folder.resolve("labels.json"), List.of(RIM, POT));
    TruthSet.write(folder, "left/a", POT, pot);
    writeDocument("left/a.json", "left/a");
    writeDocument("b.json", "right/b");
    Files.writeString(folder.resolve("notes.txt"), "none");
    TruthSet set = TruthSet.open(folder);
    assertThat(set.labels()).containsExactly(POT, RIM);
    assertThat(set.label("pot")).contains(POT);
    assertThat(set.label("pan")).isEmpty();
    assertThat(set.views()).containsExactly("left/a", "right/b");
    assertThat(set.views("pot")).containsExactly("left/a", "right/b");
    assertThat(set.labelsIn("left/a")).containsExactly("pot", "rim of the pot");
    assertThat(set.labelsIn("c")).isEmpty();
    assertThat(set.mask("left/a", "pot")).contains(pot);
    assertThat(set.mask("right/b", "pot").orElseThrow().area()).isEqualTo(16);
    assertThat(set.mask("left/a", "rim of the pot").orElseThrow().area()).isEqualTo(12);
    assertThat(set.mask("left/a", "pan")).isEmpty();
    assertThat(set.mask("c", "pot")).isEmpty();
    assertThat(
            set.mask(new View("left/a", Camera.centred(4, 4, 4, RigidTransform.identity())), "pot"))
        .contains(pot);
    assertThat(set.warnings()).isEmpty();
    assertThat(set.folder()).isEqualTo(folder);
  }

  @Test
  void withoutLevelsEveryLabelIsCoarse() {
    TruthSet.write(folder, "a", RIM, new BitMask(13, 7));
    TruthSet set = TruthSet.open(folder);
    assertThat(set.labels()).containsExactly(TruthLabel.of(RIM.name(), Level.COARSE));
    assertThat(set.warnings()).singleElement().asString().contains("no labels.json");
    assertThat(set.mask("a", RIM.name()).orElseThrow().area()).isZero();
  }

  @Test
  void whatIsBrighterThan128IsTruth() {
    ImageFiles.writePng(
        folder.resolve("a/pot.png"), new GreyImage(4, 1, new int[] {0, 128, 129, 255}));
    ImageFiles.writePng(
        folder.resolve("b/pot.png"),
        new GreyImage(4, 1, new int[] {0, 128 << 8 | 255, 129 << 8, 65535}));
    TruthSet set = TruthSet.open(folder);
    for (String view : List.of("a", "b")) {
      BitMask mask = set.mask(view, "pot").orElseThrow();
      assertThat(new boolean[] {mask.get(0, 0), mask.get(1, 0), mask.get(2, 0), mask.get(3, 0)})
          .containsExactly(false, false, true, true);
    }
  }

  @Test
  void labelsThatAreNotListedAreRefused() {
    LabelsJson.write(folder.resolve("labels.json"), List.of(POT));
    TruthSet.write(folder, "a", RIM, new BitMask(13, 7));
    refused("\"rim of the pot\" is not in");
  }

  @Test
  void documentsOfAnotherViewAreRefused() {
    writeDocument("a.json", "b");
    refused("is named for the photo \"a\" but is about \"b\"");
  }

  @Test
  void foldersWithoutTruthAreRefused() {
    refused("holds no ground truth");
    assertThatThrownBy(() -> TruthSet.open(folder.resolve("absent")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no folder");
  }

  @Test
  void aBrokenImageIsRefusedWhenAskedFor() throws IOException {
    Files.createDirectories(folder.resolve("a"));
    Files.writeString(folder.resolve("a/pot.png"), "no image");
    TruthSet set = TruthSet.open(folder);
    assertThatThrownBy(() -> set.mask("a", "pot"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("pot.png");
  }

  private void refused(String reason) {
    assertThatThrownBy(() -> TruthSet.open(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining(reason);
  }

  /** The pot is a square of 4 pixels a side, its rim that square without the inner 4 pixels. */
  private void writeDocument(String name, String view) {
    double[] square = {2, 2, 6, 2, 6, 6, 2, 6};
    double[] hole = {3, 3, 5, 3, 5, 5, 3, 5};
    TreeMap<String, Polygon> polygons = new TreeMap<>();
    polygons.put(POT.name(), new Polygon(List.of(square)));
    polygons.put(RIM.name(), new Polygon(List.of(square, hole)));
    new PolygonDocument(view, 40, 30, polygons).write(folder.resolve(name));
  }
}
