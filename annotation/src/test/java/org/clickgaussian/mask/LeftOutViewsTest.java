package org.clickgaussian.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.ViewSplit;
import org.clickgaussian.testing.TinyScenes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftOutViewsTest {
  @TempDir private Path masks;

  @Test
  void theChoiceIsKeptWithTheMasks() {
    assertThat(LeftOutViews.read(masks)).isEqualTo(LeftOutViews.NONE);
    LeftOutViews.NONE.with(List.of("b", "a/c"), true).write(masks);
    LeftOutViews read = LeftOutViews.read(masks);
    assertThat(read.views()).containsExactly("a/c", "b");
    assertThat(read.has("b")).isTrue();
    read.with(List.of("b", "a/c", "d"), false).write(masks);
    assertThat(masks).isEmptyDirectory();
  }

  @Test
  void trainingLearnsFromTheOthersAndTestViewsStay() {
    List<View> views =
        List.of("a", "b", "c", "d").stream()
            .map(key -> new View(key, TinyScenes.orbitCamera(8, 8, 0)))
            .toList();
    LeftOutViews leftOut = new LeftOutViews(List.of("a", "c", "not-of-this-scene"));
    ViewSplit split = leftOut.applyTo(ViewSplit.ofTestKeys(views, List.of("a"), "test"));
    assertThat(split.testKeys()).containsExactly("a");
    assertThat(split.training()).extracting(View::key).containsExactly("b", "d");
    assertThat(leftOut.of(views)).containsExactly("a", "c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "{\"left_out\": [\"a\"", "[]", "{}", "7"})
  void damagedFilesAreNamed(String content) throws IOException {
    Path file = Files.writeString(masks.resolve(LeftOutViews.NAME), content);
    assertThatThrownBy(() -> LeftOutViews.read(masks))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(file.toString(), "damaged");
  }

  @Test
  void newerFilesAreNotGuessedAt() throws IOException {
    Files.writeString(masks.resolve(LeftOutViews.NAME), "{\"version\": 2, \"left_out\": []}");
    assertThatThrownBy(() -> LeftOutViews.read(masks)).hasMessageContaining("newer");
  }
}
