package org.clickgaussian.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.experiment.RunConfig;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.scene.CameraPath;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.camera.CamerasJson;
import picocli.CommandLine.Option;

/** From where {@code render} looks: one of the three options. */
final class ViewChoice {

  /** The shapes of camera paths. */
  enum PathShape {
    ORBIT
  }

  @Option(
      names = "--view",
      paramLabel = "NAME",
      split = ",",
      description =
          "A photo's name without extension; several with commas. 'all': every view; 'test': those"
              + " that the run held out.")
  private List<String> views;

  @Option(
      names = "--camera",
      paramLabel = "FILE",
      description = "Cameras of your own, as a cameras.json.")
  private Path cameraFile;

  @Option(
      names = "--path",
      paramLabel = "SHAPE",
      description = "A path of cameras: 'orbit' goes once around what the photos look at.")
  private PathShape path;

  /**
   * The views that were asked for.
   *
   * @param run the run's folder; null where none was given
   * @param frames of a path
   */
  List<View> views(SceneFolder scene, Path run, int frames) {
    if (cameraFile != null) {
      return CamerasJson.readViews(cameraFile);
    }
    if (path != null) {
      return CameraPath.orbitViews(scene.requireViews(), frames);
    }
    List<View> chosen = new ArrayList<>();
    for (String name : views) {
      switch (name) {
        case "all" -> chosen.addAll(scene.requireViews());
        case "test" ->
            RunConfig.read(new RunFolder(run).config()).testViews().stream()
                .map(scene::view)
                .forEach(chosen::add);
        default -> chosen.add(scene.view(name));
      }
    }
    return chosen.stream().distinct().toList();
  }

  boolean needsRun() {
    return views != null && views.contains("test");
  }
}
