package org.clickgaussian.document;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.format.SplatFormats;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** Documents of random Gaussians, without views. */
final class RandomScene {
  private RandomScene() {}

  /** Writes a splat of random Gaussians with harmonics of degree 3 and opens it. */
  static SceneDocument open(Path folder, int count, Workers workers) {
    Path file = folder.resolve("random" + count + ".ply");
    try (GaussianScene scene = TinyScenes.random(count, 5, 3)) {
      SplatFormats.write(scene, file, workers, Progress.NONE);
    }
    return SceneDocument.open(file, workers, Progress.NONE);
  }

  /** The bits of all Gaussians of a document, and what of them is drawn. */
  static int bits(SceneDocument document) {
    return document.reading(
        () -> {
          GaussianScene scene = document.gaussians();
          int hash = 31 * scene.count() + document.state().invisible().hashCode();
          for (MemorySegment planes :
              List.of(
                  scene.positions(),
                  scene.logScales(),
                  scene.rotations(),
                  scene.opacityLogits(),
                  scene.harmonics())) {
            hash = 31 * hash + Arrays.hashCode(planes.toArray(ValueLayout.JAVA_INT));
          }
          return hash;
        });
  }
}
