package org.clickgaussian.sam;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.mask.format.SamJson;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.scene.View;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Masks for the photos of a scene, photo by photo into a folder: {@code <view key>.json} as {@code
 * amg.py} writes them. A photo's file is whole or not there, so a job that was stopped goes on with
 * the photos that have none. What made the masks stands beside them ({@link MaskSetRecord}); with
 * anything else the folder is refused.
 *
 * <p>Masks are of the photos as stored: where a lens is taken out of the photos of a scene, it is
 * taken out of the masks when they are read.
 */
public final class MaskSetGeneration {
  /** Hears of photos that are done, for previews; called on the thread that does the job. */
  @FunctionalInterface
  public interface Listener {
    /** The segments of a photo were written. */
    void finished(View view, RgbImage photo, List<SegmentRecord> segments);

    /** Hears nothing. */
    Listener NONE = (view, photo, segments) -> {};
  }

  /**
   * What was done.
   *
   * @param made photos whose masks were made now
   * @param kept photos whose masks were there already
   * @param segments made now
   * @param seconds the time for the photos made now
   * @param encoderSeconds of it, in the encoder
   */
  public record Summary(int made, int kept, int segments, double seconds, double encoderSeconds) {}

  private final SceneFolder scene;
  private final SegmentAnything model;
  private final MaskGeneratorSettings settings;
  private final Path folder;

  /**
   * A job.
   *
   * @param folder where the masks go; made if it is not there
   */
  public MaskSetGeneration(
      SceneFolder scene, SegmentAnything model, MaskGeneratorSettings settings, Path folder) {
    this.scene = scene;
    this.model = model;
    this.settings = settings;
    this.folder = folder;
  }

  /** The file of a view's masks. */
  public static Path file(Path folder, View view) {
    return folder.resolve(view.key() + ".json");
  }

  /**
   * Makes the masks that are missing.
   *
   * @param views of the scene; those without photo are refused
   * @param startAgain whether masks that are there are made again, whatever made them
   * @throws InputException if the folder holds masks made otherwise, a photo cannot be read, or a
   *     file cannot be written; the photos done before stay
   * @throws org.clickgaussian.work.CancelledException if the progress asks to stop
   */
  public Summary run(
      List<View> views, boolean startAgain, Workers workers, Progress progress, Listener listener) {
    requirePhotos(views);
    MaskSetRecord record = new MaskSetRecord(model.description(), settings);
    if (startAgain) {
      deleteAll(views);
    }
    record.claim(folder);
    List<View> missing = views.stream().filter(view -> !Files.exists(file(folder, view))).toList();
    Clock clock = new Clock();
    int segments = 0;
    for (int i = 0; i < missing.size(); i++) {
      View view = missing.get(i);
      String message = "photo %d of %d, %s: ".formatted(i + 1, missing.size(), view.key());
      Progress part = progress.part((double) i / missing.size(), (double) (i + 1) / missing.size());
      segments +=
          one(view, clock, workers, (done, what) -> part.update(done, message + what), listener);
    }
    return new Summary(
        missing.size(), views.size() - missing.size(), segments, clock.sum(), clock.encoder);
  }

  private int one(View view, Clock clock, Workers workers, Progress progress, Listener listener) {
    RgbImage photo = ImageFiles.readRgb(scene.photoFile(view).orElseThrow());
    List<SegmentRecord> found =
        new AutomaticMaskGenerator(model, settings, clock::embed)
            .generate(photo, workers, progress);
    SamJson.write(file(folder, view), found);
    listener.finished(view, photo, found);
    return found.size();
  }

  private void requirePhotos(List<View> views) {
    List<String> without = new ArrayList<>();
    for (View view : views) {
      if (!scene.hasPhoto(view)) {
        without.add(view.key());
      }
    }
    if (!without.isEmpty()) {
      throw InputException.in(
          scene.folder(),
          "has no photo of the view %s%s; put the photos into images/, or name the views to work on"
              .formatted(
                  without.getFirst(),
                  without.size() == 1 ? "" : " and of %d others".formatted(without.size() - 1)));
    }
  }

  private void deleteAll(List<View> views) {
    MaskSetRecord.delete(folder);
    views.forEach(view -> MaskSetRecord.deleteFile(file(folder, view)));
  }

  /** Measures where the time goes. */
  private final class Clock {
    private final long began = System.nanoTime();
    private double encoder;

    ImageEmbedding embed(RgbImage photo) {
      long start = System.nanoTime();
      ImageEmbedding embedding = model.embed(photo);
      encoder += (System.nanoTime() - start) * 1e-9;
      return embedding;
    }

    double sum() {
      return (System.nanoTime() - began) * 1e-9;
    }
  }
}
