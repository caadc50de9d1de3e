package org.clickgaussian.viewport.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.evaluation.TruthMasks;
import org.clickgaussian.evaluation.TruthProtocol;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.AssignmentOptions;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.MaskSource;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.mask.format.MaskFolder;
import org.clickgaussian.project.ProjectContent;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.View;

/**
 * The masks of training views: those that were chosen, else those that the run learnt from, else
 * the first set beside the scene. Those of the last views are kept.
 */
final class ViewMasks {
  private static final int KEPT = 8;

  private final SceneDocument document;
  private final Supplier<Optional<Path>> chosen;
  private final Map<String, Optional<Segmented>> kept =
      new LinkedHashMap<>(2 * KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Segmented>> eldest) {
          return size() > KEPT;
        }
      };
  private Path opened;
  private MaskSource source;

  /**
   * Masks of a document.
   *
   * @param chosen the folder that a person chose, if any
   */
  ViewMasks(SceneDocument document, Supplier<Optional<Path>> chosen) {
    this.document = document;
    this.chosen = chosen;
  }

  /** The segments of one view, with colours unlike their neighbours'. */
  static final class Segmented {
    private final View view;
    private final TwoLevelMasks masks;
    private final Map<Level, int[]> colours = new EnumMap<>(Level.class);

    Segmented(View view, TwoLevelMasks masks) {
      this.view = view;
      this.masks = masks;
    }

    SegmentMap map(Level level) {
      return level.of(masks);
    }

    /** The colour of segment s at s − 1, 0xRRGGBB. */
    int[] colours(Level level) {
      return colours.computeIfAbsent(level, each -> SegmentColours.of(map(each)));
    }

    /**
     * The segment of each pixel of a camera that stands where the view's does but may have another
     * image: int[pixels], 0 where there is none or the photo does not reach.
     */
    int[] seenBy(Camera camera, Level level) {
      Camera own = view.camera();
      SegmentMap map = map(level);
      int[] columns = places(camera.width(), camera.fx(), camera.cx(), own.fx(), own.cx());
      int[] rows = places(camera.height(), camera.fy(), camera.cy(), own.fy(), own.cy());
      int[] segments = new int[camera.width() * camera.height()];
      for (int y = 0; y < rows.length; y++) {
        for (int x = 0; x < columns.length; x++) {
          boolean inside =
              columns[x] >= 0 && columns[x] < map.width() && rows[y] >= 0 && rows[y] < map.height();
          segments[y * columns.length + x] =
              inside ? map.segments()[rows[y] * map.width() + columns[x]] : 0;
        }
      }
      return segments;
    }

    private static int[] places(int size, double focal, double centre, double own, double middle) {
      int[] places = new int[size];
      for (int i = 0; i < size; i++) {
        // Rounding must not move a pixel that falls on the border between two to the other side.
        places[i] = (int) Math.floor((i + 0.5 - centre) / focal * own + middle + 1e-9);
      }
      return places;
    }
  }

  /**
   * The masks of a view; empty if it has none.
   *
   * @throws InputException if they cannot be read
   */
  Optional<Segmented> of(String key) {
    Optional<Path> wanted = folder();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    if (!wanted.get().equals(opened)) {
      kept.clear();
      opened = null;
      source = open(wanted.get());
      opened = wanted.get();
    }
    Optional<Segmented> found = kept.get(key);
    if (found == null) {
      View view = document.folder().view(key);
      found = source.masks(view).map(masks -> new Segmented(view, masks));
      kept.put(key, found);
    }
    return found;
  }

  /** Masks, or a folder of what is true, whose objects are then the segments. */
  private MaskSource open(Path folder) {
    List<View> views = document.folder().requireViews();
    boolean truth =
        ProjectContent.of(document.path()).annotations().stream()
            .anyMatch(entry -> entry.folder().equals(folder));
    return truth
        ? new TruthMasks(
            TruthProtocol.guess(folder).open(folder, views.stream().map(View::key).toList()))
        : MaskFolder.open(folder, views, AssignmentOptions.ALL, document.folder());
  }

  /** The files are not what they were. */
  void forget() {
    opened = null;
  }

  /** The folder that masks are taken from; empty if there is none. */
  Optional<Path> folder() {
    return chosen.get().or(this::ofRun).or(this::besideScene);
  }

  private Optional<Path> ofRun() {
    return document
        .run()
        .map(RunSession::learnt)
        .map(learnt -> Path.of(learnt.config().masks()))
        .filter(Files::isDirectory);
  }

  private Optional<Path> besideScene() {
    Path sets = document.folder().folder().resolve("clickgaussian/masks");
    if (!Files.isDirectory(sets)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.list(sets)) {
      return found.filter(Files::isDirectory).sorted().findFirst();
    } catch (IOException e) {
      throw InputException.in(sets, "cannot be listed: " + AtomicFile.reason(e), e);
    }
  }
}
