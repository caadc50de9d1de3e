package org.clickgaussian.feature.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcaFileTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve(PcaFile.NAME);
  }

  @Test
  void whatIsKeptComesBackToTheBit() {
    try (FeatureField field = RandomFeatures.field(1000, 5);
        FeatureField other = RandomFeatures.field(1000, 6)) {
      PcaBases bases = PcaBases.of(field).alignTo("other", field, PcaBases.of(other), other);
      PcaFile.write(folder, bases, field);
      PcaBases read = PcaFile.of(folder, field);
      assertThat(read.target().orElseThrow().run()).isEqualTo("other");
      assertThat(read).usingRecursiveComparison().isEqualTo(bases);
    }
  }

  @Test
  void newFeaturesFollowTheKeptBasis() {
    try (FeatureField field = RandomFeatures.field(1000, 5);
        FeatureField trained = RandomFeatures.field(1000, 7)) {
      PcaBases kept = PcaBases.of(field);
      PcaFile.write(folder, kept, field);
      assertThat(PcaFile.of(folder, trained))
          .usingRecursiveComparison()
          .isEqualTo(PcaBases.of(trained).follow(kept));
    }
  }

  @Test
  void withoutAFileTheComponentsAreTheBasis() {
    try (FeatureField field = RandomFeatures.field(13, 5)) {
      assertThat(PcaFile.of(folder, field))
          .usingRecursiveComparison()
          .isEqualTo(PcaBases.of(field));
      assertThat(PcaFile.read(file())).isEmpty();
    }
  }

  @Test
  void aNewerFileOrOneOfAnotherLayoutIsRefused() throws IOException {
    try (FeatureField field = RandomFeatures.field(13, 5);
        FeatureField small = new FeatureField(13, new FeatureLayout(8, 4, true))) {
      PcaFile.write(folder, PcaBases.of(small), small);
      assertThatThrownBy(() -> PcaFile.of(folder, field))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("layout");
      Files.writeString(file(), "{\"version\": 2}");
      assertThatThrownBy(() -> PcaFile.of(folder, field))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("newer");
    }
  }

  @Test
  void damagedFilesAreToldAsSuch() throws IOException {
    try (FeatureField field = RandomFeatures.field(13, 5)) {
      PcaBases bases = PcaBases.of(field);
      PcaFile.write(folder, bases.alignTo("self", field, bases, field), field);
      byte[] whole = Files.readAllBytes(file());
      SplittableRandom random = new SplittableRandom(9);
      for (int trial = 0; trial < 500; trial++) {
        byte[] bytes = whole.clone();
        if (trial % 2 == 0) {
          bytes =
              new String(whole, StandardCharsets.UTF_8)
                  .substring(0, random.nextInt(whole.length))
                  .getBytes(StandardCharsets.UTF_8);
        } else {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(32, 127);
        }
        Files.write(file(), bytes);
        try {
          PcaBases read = PcaFile.of(folder, field);
          assertThat(read.level(Level.FINE).dimensions()).isEqualTo(24);
        } catch (InputException e) {
          assertThat(e).hasMessageContaining(PcaFile.NAME);
        }
      }
    }
  }
}
