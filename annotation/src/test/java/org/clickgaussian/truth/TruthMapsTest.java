package org.clickgaussian.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthMapsTest {
  private static final TruthLabel POT = TruthLabel.of("pot", Level.COARSE);
  private static final TruthLabel PAN = TruthLabel.of("pan", Level.COARSE);
  private static final TruthLabel RIM = new TruthLabel("rim", Level.FINE, Optional.of("pot"));
  private static final Map<String, Integer> IDS = Map.of("pot", 1, "pan", 300, "rim", 1);

  @TempDir Path folder;

  private void writeLabels() {
    LabelsJson.write(folder.resolve("labels.json"), List.of(POT, PAN, RIM), IDS);
  }

  private static GreyImage image(int... values) {
    return new GreyImage(2, 2, values);
  }

  @Test
  void mapsGiveTheRegionsOfAllLabelsOfTheirLevel() {
    writeLabels();
    TruthMaps.write(folder, "left/a", Level.COARSE, image(1, 300, 0, 1));
    TruthMaps.write(folder, "left/a", Level.FINE, image(1, 0, 0, 0));
    TruthMaps.write(folder, "b", Level.COARSE, image(0, 0, 0, 300));
    TruthSet set = TruthSet.open(folder);
    assertThat(set.labels()).containsExactly(PAN, POT, RIM);
    assertThat(set.views()).containsExactly("b", "left/a");
    assertThat(set.labelsIn("left/a")).containsExactly("pan", "pot", "rim");
    assertThat(set.labelsIn("b")).containsExactly("pan", "pot");
    BitMask pot = set.mask("left/a", "pot").orElseThrow();
    assertThat(pot.area()).isEqualTo(2);
    assertThat(pot.get(0, 0) && pot.get(1, 1)).isTrue();
    BitMask pan = set.mask("left/a", "pan").orElseThrow();
    assertThat(pan.area()).isEqualTo(1);
    assertThat(pan.get(1, 0)).isTrue();
    assertThat(set.mask("left/a", "rim").orElseThrow().area()).isEqualTo(1);
    assertThat(set.mask("b", "pot").orElseThrow().area()).as("annotated, not to be seen").isZero();
    assertThat(set.mask("b", "rim")).isEmpty();
  }

  @Test
  void imagesOfSingleLabelsStandBesideMaps() {
    writeLabels();
    TruthMaps.write(folder, "a", Level.COARSE, image(1, 300, 0, 1));
    TruthSet.write(folder, "a", RIM, new BitMask(2, 2));
    TruthSet set = TruthSet.open(folder);
    assertThat(set.labelsIn("a")).containsExactly("pan", "pot", "rim");
  }

  @Test
  void withoutIdsSuchFilesAreNoMaps() {
    LabelsJson.write(folder.resolve("labels.json"), List.of(POT));
    TruthMaps.write(folder, "a", Level.COARSE, image(1, 300, 0, 1));
    assertThatThrownBy(() -> TruthSet.open(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds no ground truth");
  }

  @Test
  void idsComeBackAndImpossibleOnesAreRefused() throws IOException {
    writeLabels();
    Path file = folder.resolve("labels.json");
    assertThat(LabelsJson.readIds(file)).containsExactlyInAnyOrderEntriesOf(IDS);
    String text = Files.readString(file);
    for (String id : new String[] {"0", "-1", "65536", "1.5", "\"x\"", "1"}) {
      Files.writeString(file, text.replace("300", id));
      assertThatThrownBy(() -> LabelsJson.readIds(file))
          .as(id)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("labels.json");
    }
  }
}
