package org.clickgaussian.splat.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.FolderFiles;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.camera.CamerasJson;
import org.clickgaussian.scene.camera.ColmapModel;
import org.clickgaussian.scene.format.SplatFormats;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.Progress;

/**
 * A scene folder made of a splat and planned views: the splat (a copy; of a SOG folder a {@code
 * .sog} archive), {@code images/<view>.png} rendered over black, {@code sparse/0} and {@code
 * cameras.json}. It appears when it is complete.
 */
public final class PlannedScene {
  private PlannedScene() {}

  /**
   * Checks that a folder can be written: it is absent or empty.
   *
   * @throws InputException if it is not
   */
  public static void checkFree(Path folder) {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isEmpty()) {
          return;
        }
      } catch (IOException e) {
        throw InputException.in(folder, "cannot be listed: " + AtomicFile.reason(e), e);
      }
    }
    if (Files.exists(folder)) {
      throw InputException.in(folder, "holds something already; name a new or empty folder");
    }
  }

  /**
   * Renders the views and writes the folder.
   *
   * @param folder absent or empty
   * @param splat the file of the Gaussians that {@code rasterizer} splats
   * @throws InputException if the folder holds something or cannot be written
   */
  public static void write(
      Path folder, Path splat, List<View> views, Rasterizer rasterizer, Progress progress) {
    checkFree(folder);
    Path target = folder.toAbsolutePath().normalize();
    String marker = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    Path unfinished = target.resolveSibling(marker);
    try {
      Files.createDirectories(target.getParent());
      Files.createDirectory(unfinished);
      try {
        copySplat(splat, unfinished);
        for (int i = 0; i < views.size(); i++) {
          progress.update(
              i / (double) views.size(), "rendering view %d of %d".formatted(i + 1, views.size()));
          render(views.get(i), rasterizer, unfinished.resolve("images"));
        }
        ColmapModel.write(unfinished.resolve("sparse/0"), views, ".png");
        CamerasJson.write(unfinished.resolve("cameras.json"), views);
        Files.deleteIfExists(target);
        Files.move(unfinished, target);
      } finally {
        delete(unfinished);
      }
    } catch (IOException e) {
      throw InputException.in(folder, "cannot be written: " + AtomicFile.reason(e), e);
    }
  }

  private static void render(View view, Rasterizer rasterizer, Path images) {
    try (SplattedView splatted = rasterizer.splat(view.camera())) {
      Frame frame = splatted.frame(new float[3]);
      ImageFiles.writePng(
          images.resolve(view.key() + ".png"),
          RgbImage.ofFloats(frame.width(), frame.height(), frame.rgb()));
    }
  }

  private static void copySplat(Path splat, Path folder) throws IOException {
    if (!SplatFormats.isSogMeta(splat)) {
      Files.copy(splat, folder.resolve(splat.getFileName()));
      return;
    }
    Path parent = splat.toAbsolutePath().normalize().getParent();
    AtomicFile.write(
        folder.resolve("splat.sog"),
        stream -> {
          try (ZipOutputStream zip = new ZipOutputStream(stream)) {
            // The images are compressed already.
            zip.setLevel(0);
            for (Path file : FolderFiles.below(parent)) {
              if (file.getParent().equals(parent)) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
                zip.closeEntry();
              }
            }
          }
        });
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
