package org.clickgaussian.task;

import java.nio.file.Files;
import java.nio.file.Path;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.splat.planning.PlanSettings;
import org.clickgaussian.splat.planning.PlannedScene;
import org.clickgaussian.splat.planning.ViewPlan;
import org.clickgaussian.work.Progress;

/** Makes a scene with photos out of a splat that has none. */
public final class PhotosOfSplat {
  private PhotosOfSplat() {}

  /**
   * Plans views, renders them, and writes a scene folder.
   *
   * @param given where the splat lies, for messages
   * @param out the new scene's folder: absent or empty
   * @throws InputException if nothing can be seen, or the folder cannot be written
   */
  public static ViewPlan make(
      OpenScene opened, Path given, Path out, PlanSettings settings, Progress progress) {
    ViewPlan plan;
    try {
      plan = ViewPlan.of(opened.gaussians(), opened.rasterizer(), settings, progress.part(0, 0.55));
    } catch (InputException e) {
      throw InputException.in(given, e.getMessage(), e);
    }
    PlannedScene.write(
        out,
        opened.folder().splatFile(),
        plan.views(),
        opened.rasterizer(),
        progress.part(0.55, 1));
    return plan;
  }

  /**
   * Where the scene of a splat goes: {@code NAME-views} in a folder, where NAME is the splat's name
   * without endings; with a number where something else lies there.
   *
   * @param splat the splat or its folder
   * @param parent the folder
   * @return a folder that is absent, or holds a scene that was made of this splat
   */
  public static Path folderFor(Path splat, Path parent) {
    String name = splat.toAbsolutePath().normalize().getFileName().toString();
    String stem = Files.isDirectory(splat) ? name : name.replaceFirst("\\..*$", "");
    for (int number = 1; ; number++) {
      Path folder = parent.resolve(stem + "-views" + (number == 1 ? "" : "-" + number));
      if (!Files.exists(folder) || isMadeOf(splat, folder)) {
        return folder;
      }
    }
  }

  /** Whether a folder holds a scene with views and a copy of a splat: the same name and length. */
  private static boolean isMadeOf(Path splat, Path folder) {
    if (!Files.isDirectory(folder.resolve("images"))) {
      return false;
    }
    SceneFolder made = SceneFolder.open(folder);
    Path original = SceneFolder.open(splat).splatFile();
    Path copy = made.hasSplat() ? made.splatFile() : folder;
    boolean archived = copy.getFileName().toString().equals("splat.sog");
    return !made.views().isEmpty()
        && (archived
            || copy.getFileName().equals(original.getFileName())
                && copy.toFile().length() == original.toFile().length());
  }
}
