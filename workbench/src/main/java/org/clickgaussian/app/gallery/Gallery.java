package org.clickgaussian.app.gallery;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.task.TaskExecutor;

/**
 * Walks along the stops: shows one, waits until it can be seen and the window has come to rest,
 * takes a picture, goes on. The pictures are written beside the window.
 */
public final class Gallery {
  /** Pulses between a stop that says it is ready and its picture, for layout and fading. */
  private static final int PULSES_TO_REST = 12;

  /** A stop that is not ready after this many pulses (half a minute) has failed. */
  private static final int MOST_PULSES = 1800;

  private final Node root;
  private final Path folder;
  private final TaskExecutor tasks;
  private final Deque<GalleryStop> stops;
  private final Consumer<Throwable> finished;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          pulse();
        }
      };
  private GalleryStop current;
  private int pulses;
  private int rested;
  private int unwritten;

  /**
   * A walk.
   *
   * @param root what is in the pictures
   * @param folder where they go
   * @param tasks writes them
   * @param finished told at the end, on the window's thread: null, or what went wrong
   */
  public Gallery(
      Node root,
      Path folder,
      TaskExecutor tasks,
      List<GalleryStop> stops,
      Consumer<Throwable> finished) {
    this.root = root;
    this.folder = folder;
    this.tasks = tasks;
    this.stops = new ArrayDeque<>(stops);
    this.finished = finished;
  }

  /** Begins the walk. */
  public void start() {
    timer.start();
  }

  private void pulse() {
    try {
      step();
    } catch (RuntimeException | Error e) {
      timer.stop();
      finished.accept(e);
    }
  }

  private void step() {
    if (current == null) {
      if (stops.isEmpty()) {
        finishWhenWritten();
        return;
      }
      current = stops.removeFirst();
      pulses = 0;
      rested = 0;
      current.show().run();
    } else if (++pulses > MOST_PULSES) {
      throw new IllegalStateException("the gallery waits in vain for " + current.name());
    } else if (!current.ready().getAsBoolean()) {
      rested = 0;
    } else if (++rested >= PULSES_TO_REST) {
      takePicture(current.name());
      current = null;
    }
  }

  private void finishWhenWritten() {
    if (unwritten == 0) {
      timer.stop();
      finished.accept(null);
    }
  }

  private void takePicture(String name) {
    RgbImage picture = rgb(root.snapshot(null, null));
    Path file = folder.resolve(name + ".png");
    unwritten++;
    tasks.submit(
        file.getFileName().toString(),
        progress -> {
          ImageFiles.writePng(file, picture);
          return file;
        },
        written -> unwritten--);
  }

  /** The colours of a snapshot; the window is opaque. */
  private static RgbImage rgb(WritableImage snapshot) {
    int width = (int) snapshot.getWidth();
    int height = (int) snapshot.getHeight();
    PixelReader reader = snapshot.getPixelReader();
    byte[] pixels = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int argb = reader.getArgb(x, y);
        int at = 3 * (y * width + x);
        pixels[at] = (byte) (argb >> 16);
        pixels[at + 1] = (byte) (argb >> 8);
        pixels[at + 2] = (byte) argb;
      }
    }
    return new RgbImage(width, height, pixels);
  }
}
