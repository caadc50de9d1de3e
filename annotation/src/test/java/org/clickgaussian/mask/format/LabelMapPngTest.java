package org.clickgaussian.mask.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.truth.TruthPng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelMapPngTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 4098})
  void writesWhatItReads(int segments) {
    int[] ids = IntStream.rangeClosed(0, segments).toArray();
    SegmentMap map = new SegmentMap(segments + 1, 1, ids, segments);
    Path file = folder.resolve("map.png");
    LabelMapPng.write(file, map);
    SegmentMap read = LabelMapPng.read(file);
    assertThat(read.segments()).isEqualTo(ids);
    assertThat(read.count()).isEqualTo(segments);
  }

  @Test
  void valuesWithGapsBecomeDense() {
    Path file = folder.resolve("map.png");
    ImageFiles.writePng(file, new GreyImage(2, 2, new int[] {0, 65535, 300, 65535}));
    assertThat(LabelMapPng.read(file).segments()).containsExactly(0, 2, 1, 2);
  }

  @Test
  void greyStoredAsColourIsReadAndColourRefused() {
    Path grey = folder.resolve("grey.png");
    Path colour = folder.resolve("colour.png");
    ImageFiles.writePng(grey, new RgbImage(2, 1, new byte[] {0, 0, 0, -1, -1, -1}));
    ImageFiles.writePng(colour, new RgbImage(2, 1, new byte[] {0, 0, 0, -1, 3, -1}));
    assertThat(LabelMapPng.read(grey).segments()).containsExactly(0, 1);
    assertThatThrownBy(() -> LabelMapPng.read(colour))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("colour.png")
        .hasMessageContaining("is a colour image");
  }

  @Test
  void mutatedImagesAreReadOrRefused() throws IOException {
    Path file = folder.resolve("map.png");
    Random random = new Random(13);
    int[] labels = random.ints(13 * 7, 0, 300).toArray();
    LabelMapPng.write(file, SegmentMap.dense(13, 7, labels));
    byte[] whole = Files.readAllBytes(file);
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      int length = random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length;
      byte[] bytes = Arrays.copyOf(whole, length);
      for (int change = random.nextInt(4); change > 0 && length > 0; change--) {
        bytes[random.nextInt(length)] = (byte) random.nextInt();
      }
      Files.write(file, bytes);
      try {
        SegmentMap map = LabelMapPng.read(file);
        assertThat(TruthPng.read(file).width()).isEqualTo(map.width());
      } catch (InputException e) {
        refused++;
        assertThat(e.getMessage()).startsWith(file.toString());
      }
    }
    assertThat(refused).isBetween(100, 499);
  }
}
