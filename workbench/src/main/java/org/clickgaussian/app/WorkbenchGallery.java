package org.clickgaussian.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clickgaussian.app.gallery.Gallery;
import org.clickgaussian.app.gallery.GalleryStop;
import org.clickgaussian.io.InputException;
import org.clickgaussian.settings.ThemeChoice;

/** The way through the window that the gallery takes, once in each theme. */
final class WorkbenchGallery {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final Workbench workbench;
  private final Path scene;
  private final Optional<Path> run;

  WorkbenchGallery(Workbench workbench, Path scene, Optional<Path> run) {
    this.workbench = workbench;
    this.scene = scene;
    this.run = run;
  }

  /** Takes all pictures; {@code finished} is told null, or what went wrong. */
  void start(Path folder, Consumer<Throwable> finished) {
    workbench.resize(WIDTH, HEIGHT);
    List<GalleryStop> stops = new ArrayList<>();
    stops.addAll(around(ThemeChoice.LIGHT));
    stops.addAll(around(ThemeChoice.DARK));
    new Gallery(workbench.window().root(), folder, workbench.context().tasks(), stops, finished)
        .start();
  }

  private List<GalleryStop> around(ThemeChoice theme) {
    List<GalleryStop> stops = new ArrayList<>();
    stops.add(GalleryStop.of("start-page", () -> begin(theme)));
    stops.add(new GalleryStop("scene", this::open, this::isOpen));
    workbench.features().forEach(feature -> stops.addAll(inFront(feature)));
    WorkbenchWindow window = workbench.window();
    for (String pane : window.paneIds()) {
      stops.add(GalleryStop.of("pane-" + pane, () -> window.reveal(pane)));
    }
    stops.add(GalleryStop.of("command-palette", window::showPalette));
    stops.add(GalleryStop.of("shortcuts", window::showShortcuts));
    stops.add(GalleryStop.of("preferences", window::showPreferences));
    stops.add(
        new GalleryStop("graphics-processor", window::showGraphicsProcessor, workbench::isIdle));
    stops.add(GalleryStop.of("about", window::showAbout));
    stops.add(GalleryStop.of("failure", this::fail));
    return stops.stream()
        .map(stop -> new GalleryStop(theme.key() + "-" + stop.name(), stop.show(), stop.ready()))
        .toList();
  }

  /** A feature's stops, each with the feature's panes in front, the first over the colours. */
  private List<GalleryStop> inFront(WorkbenchFeature feature) {
    List<String> panes =
        feature.panes().reversed().stream()
            .filter(pane -> pane.place() != FeaturePane.Place.CENTRE)
            .map(FeaturePane::id)
            .toList();
    List<GalleryStop> stops = feature.galleryStops();
    return stops.stream()
        .map(
            stop ->
                new GalleryStop(
                    stop.name(),
                    () -> {
                      if (stop == stops.getFirst()) {
                        workbench.context().actions().run("viewport.mode.colour");
                      }
                      panes.forEach(workbench.window()::reveal);
                      stop.show().run();
                    },
                    stop.ready()))
        .toList();
  }

  private void begin(ThemeChoice theme) {
    workbench.window().overlay().hide();
    workbench.window().reveal("project");
    workbench.settings().change(now -> now.withTheme(theme));
    workbench.controller().handle(new ShellIntent.CloseScene());
  }

  private void open() {
    workbench.controller().handle(new ShellIntent.OpenScene(scene, run));
  }

  private boolean isOpen() {
    boolean runExpected = run.isPresent() || workbench.settings().get().runs().containsKey(scene);
    return workbench.isIdle()
        && workbench
            .context()
            .document()
            .get()
            .filter(document -> document.run().isPresent() || !runExpected)
            .isPresent();
  }

  private void fail() {
    workbench.window().overlay().hide();
    workbench
        .context()
        .tasks()
        .submit(
            "Opening garden",
            progress -> {
              throw new InputException(
                  "garden: holds no scene; expected a splat"
                      + " (point_cloud/iteration_*/point_cloud.ply or one .ply or .splat file) or"
                      + " cameras (sparse/0, transforms.json or cameras.json)");
            },
            nothing -> {});
  }
}
