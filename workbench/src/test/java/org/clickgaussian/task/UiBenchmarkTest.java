package org.clickgaussian.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;

class UiBenchmarkTest {

  @Test
  void everyModeAndAnswerIsMeasured() {
    try (Workers workers = Workers.of(2);
        SceneDocument document = TrainedScene.get().openWithRun(workers)) {
      List<Measurement> found =
          new UiBenchmark(document, new UiBenchmark.Effort(1, 3, 0, 0)).run(Progress.NONE);
      assertThat(found).extracting(Measurement::value).allMatch(value -> value > 0);
      List<String> names = found.stream().map(Measurement::name).toList();
      assertThat(names).anyMatch(name -> name.startsWith("pointer to highlighted selection"));
      assertThat(names).anyMatch(name -> name.startsWith("hover preview"));
      for (ViewportMode mode : ViewportMode.values()) {
        assertThat(names).contains("frames of " + mode.key());
      }
    }
  }
}
