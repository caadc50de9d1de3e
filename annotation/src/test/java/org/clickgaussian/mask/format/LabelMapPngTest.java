package org.clickgaussian.mask.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.SegmentMap;
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
}
