package org.clickgaussian.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.clickgaussian.document.LiveRun;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.picture.PcaBases;
import org.clickgaussian.feature.picture.PcaPainter;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.loss.AdamOptimizer;
import org.clickgaussian.mask.Level;
import org.clickgaussian.training.TrainingState;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;

/** Previews of a trained run's features against the painter of finished runs. */
class PreviewPainterTest {
  private static float at(MemorySegment table, long index) {
    return table.getAtIndex(ValueLayout.JAVA_FLOAT, index);
  }

  @Test
  void aPreviewShowsWhatAFinishedRunShows() {
    try (Workers workers = Workers.of(2);
        SceneDocument document = TrainedScene.get().openWithRun(workers)) {
      RunSession run = document.run().orElseThrow();
      FeatureField field = run.learnt().field();
      PreviewPainter painter = new PreviewPainter(Path.of("run"), workers);
      try (AdamOptimizer optimizer = new AdamOptimizer(field, workers)) {
        TrainingState early = new TrainingState(field, optimizer, 5, null, null);
        LiveRun first = painter.paint(early);
        assertThat(first.clusters()).isEmpty();
        assertThat(first.count()).isEqualTo(field.count());
        for (Level level : Level.values()) {
          try (PcaPainter pca = new PcaPainter(field, level, PcaBases.of(field).level(level))) {
            for (long i = 0; i < 3L * field.count(); i++) {
              assertThat(at(first.components().get(level), i))
                  .isCloseTo(at(pca.colours(), i), org.assertj.core.data.Offset.offset(1e-4f));
            }
          }
        }
        TrainingState guided =
            new TrainingState(
                field,
                optimizer,
                9,
                run.learnt().clusters().coarse().candidates(),
                run.learnt().clusters().fine().candidates());
        LiveRun second = painter.paint(guided);
        Map<Integer, Float> reds = new HashMap<>();
        int[] clusters = run.assignment().fine().clusters();
        for (int i = 0; i < clusters.length; i++) {
          float red = at(second.clusters().get(Level.FINE), 3L * i);
          assertThat(reds.computeIfAbsent(clusters[i], cluster -> red)).isEqualTo(red);
        }
        assertThat(second.iteration()).isEqualTo(9);
      }
    }
  }
}
