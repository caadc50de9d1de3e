package org.clickgaussian.samples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.NpyWriter;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.format.SamJson;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.camera.CamerasJson;
import org.clickgaussian.scene.camera.ColmapModel;
import org.clickgaussian.scene.format.SplatFormat;
import org.clickgaussian.scene.format.SplatFormats;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.truth.LabelsJson;
import org.clickgaussian.truth.TruthLabel;
import org.clickgaussian.truth.TruthMaps;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Writes a sample scene as the reference trainer leaves a scene, with simulated masks and exact
 * ground truth beside it:
 *
 * <pre>
 * point_cloud/iteration_30000/point_cloud.ply
 * cameras.json
 * sparse/0/                                       COLMAP, binary
 * images/view000.png …                            rendered, behind everything black
 * clickgaussian/sample.json                       what the scene was generated from
 * clickgaussian/masks/simulated/view000.json …    faulty segments, see {@link FaultySegments}
 * clickgaussian/truth/exact/labels.json           names, levels, parents, IDs
 * clickgaussian/truth/exact/view000.coarse.png …  ID of each pixel's object
 * clickgaussian/truth/exact/view000.fine.png …    ID of each pixel's part
 * clickgaussian/truth/exact/gaussians.npy         int32 [N, 2]: IDs of object and part
 * </pre>
 */
final class SampleSceneWriter {
  /** Views in memory at a time; more would only cost memory. */
  private static final int BATCH = 4;

  private static final float[] BACKGROUND = new float[3];

  private final SampleScene sample;
  private final Workers workers;
  private final Path folder;
  private final Path truth;

  private SampleSceneWriter(SampleScene sample, Path folder, Workers workers) {
    this.sample = sample;
    this.workers = workers;
    this.folder = folder;
    this.truth = folder.resolve("clickgaussian/truth/exact");
  }

  /**
   * Writes all files.
   *
   * @param folder exists and is empty
   * @throws org.clickgaussian.io.InputException if a file cannot be written
   */
  static void write(SampleScene sample, Path folder, Workers workers, Progress progress) {
    SampleSceneWriter writer = new SampleSceneWriter(sample, folder, workers);
    writer.writeScene(progress.part(0, 0.1));
    writer.writeViews(progress.part(0.1, 1));
    SampleMarker.write(folder, sample.settings());
  }

  private void writeScene(Progress progress) {
    Path splat = folder.resolve("point_cloud/iteration_30000/point_cloud.ply");
    SplatFormats.write(sample.gaussians(), splat, SplatFormat.INRIA_PLY, workers, progress);
    CamerasJson.write(folder.resolve("cameras.json"), sample.views());
    ColmapModel.write(folder.resolve("sparse/0"), sample.views(), ".png");
    writeLabels();
    int[] ids = new int[2 * sample.gaussians().count()];
    for (int i = 0; 2 * i < ids.length; i++) {
      ids[2 * i] = sample.objectOf(i);
      ids[2 * i + 1] = sample.partOf(i);
    }
    NpyWriter.writeInts(truth.resolve("gaussians.npy"), ids, ids.length / 2, 2);
  }

  private void writeLabels() {
    List<TruthLabel> labels = new ArrayList<>();
    Map<String, Integer> ids = new HashMap<>();
    SampleLabels names = sample.labels();
    for (int object = 1; object <= names.objects().size(); object++) {
      String name = names.objects().get(object - 1);
      labels.add(TruthLabel.of(name, Level.COARSE));
      ids.put(name, object);
    }
    for (int part = 1; part <= names.parts().size(); part++) {
      String name = names.parts().get(part - 1);
      String parent = names.objects().get(names.objectOf(part) - 1);
      labels.add(new TruthLabel(name, Level.FINE, Optional.of(parent)));
      ids.put(name, part);
    }
    LabelsJson.write(truth.resolve(LabelsJson.FILE_NAME), labels, ids);
  }

  /** What is drawn of a view before it is written. */
  private record Drawn(View view, int number, float[] rgb, LabelImage labels) {}

  /** Drawing uses all threads for one view; writing uses one for each view. */
  private void writeViews(Progress progress) {
    List<View> views = sample.views();
    FaultySegments segments = new FaultySegments(sample, FaultRates.all(sample.settings().noise()));
    try (Rasterizer rasterizer = new CpuRasterizer(sample.gaussians(), workers)) {
      for (int first = 0; first < views.size(); first += BATCH) {
        List<Drawn> batch = new ArrayList<>();
        for (int v = first; v < Math.min(views.size(), first + BATCH); v++) {
          progress.update(
              v / (double) views.size(), "drawing view %d of %d".formatted(v + 1, views.size()));
          batch.add(draw(rasterizer, v));
        }
        workers.forEach(batch.size(), i -> write(batch.get(i), segments));
      }
    }
  }

  private Drawn draw(Rasterizer rasterizer, int number) {
    View view = sample.views().get(number);
    try (SplattedView splatted = rasterizer.splat(view.camera())) {
      float[] rgb = splatted.frame(BACKGROUND).rgb();
      return new Drawn(view, number, rgb, LabelImage.of(splatted, sample));
    }
  }

  private void write(Drawn drawn, FaultySegments segments) {
    int width = drawn.view().camera().width();
    int height = drawn.view().camera().height();
    String key = drawn.view().key();
    ImageFiles.writePng(
        folder.resolve("images").resolve(key + ".png"),
        RgbImage.ofFloats(width, height, drawn.rgb()));
    TruthMaps.write(
        truth, key, Level.COARSE, new GreyImage(width, height, drawn.labels().objects()));
    TruthMaps.write(truth, key, Level.FINE, new GreyImage(width, height, drawn.labels().parts()));
    SamJson.write(
        folder.resolve("clickgaussian/masks/simulated").resolve(key + ".json"),
        segments.of(drawn.labels(), drawn.number()).records());
  }
}
