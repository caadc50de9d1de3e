package org.clickgaussian.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.camera.CameraSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewSplitTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"0,8,0", "1,8,1", "13,8,2", "16,8,2", "17,8,3", "5,2,3"})
  void everyKthViewFromTheFirstIsHeldOut(int count, int k, int held) {
    List<View> views = CameraSamples.circle(count).reversed();
    ViewSplit split = ViewSplit.holdOut(views, k);
    assertThat(split.test()).hasSize(held);
    assertThat(split.training()).hasSize(count - held);
    for (int i = 0; i < held; i++) {
      assertThat(split.testKeys().get(i)).isEqualTo("photo%02d".formatted(i * k));
    }
    assertThat(split.test()).noneMatch(split.training()::contains);
  }

  @Test
  void holdingOutNothingOrEverythingIsRefusedOrAskedFor() {
    List<View> views = CameraSamples.circle(3);
    assertThat(ViewSplit.none(views).training()).isEqualTo(views);
    assertThat(ViewSplit.none(views).test()).isEmpty();
    assertThatThrownBy(() -> ViewSplit.holdOut(views, 1)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> ViewSplit.holdOut(views, -8)).isInstanceOf(InputException.class);
  }

  @Test
  void aFileNamesTheTestViews() throws IOException {
    List<View> views = CameraSamples.circle(5);
    Path file = Files.writeString(folder.resolve("t.txt"), "# test\nphoto03\r\n\n photo01.JPG \n");
    assertThat(ViewSplit.ofTestFile(views, file).testKeys()).containsExactly("photo01", "photo03");
  }

  @Test
  void aFileThatCannotBeUsedIsTold() throws IOException {
    List<View> views = CameraSamples.circle(5);
    Path file = folder.resolve("t.txt");
    assertTold(views, file, "t.txt");
    Files.writeString(file, "\n# nothing\n");
    assertTold(views, file, "names no view");
    Files.writeString(file, "photo01\nphoto77\n");
    assertTold(views, file, "no view photo77; its views are photo00, photo01, photo02 and 2 more");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xc0});
    assertTold(views, file, "not a text file");
  }

  private static void assertTold(List<View> views, Path file, String told) {
    assertThatThrownBy(() -> ViewSplit.ofTestFile(views, file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(told);
  }
}
