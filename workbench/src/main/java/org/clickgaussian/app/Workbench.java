package org.clickgaussian.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.job.FxTaskExecutor;
import org.clickgaussian.document.CurrentDocument;
import org.clickgaussian.settings.ComputedTask;
import org.clickgaussian.settings.DeviceChoice;
import org.clickgaussian.settings.Settings;
import org.clickgaussian.settings.SettingsStore;
import org.clickgaussian.settings.WindowPlace;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.text.Texts;
import org.clickgaussian.work.Workers;
import org.slf4j.LoggerFactory;

/** One window with all that belongs to it, from the first pixel to the last thread. */
public final class Workbench implements AutoCloseable {
  private static final double FIRST_WIDTH = 1440;
  private static final double FIRST_HEIGHT = 900;
  private static final double LEAST_WIDTH = 640;
  private static final double LEAST_HEIGHT = 480;
  private static final int FAILURES_KEPT = 20;

  private final Stage stage;
  private final Runnable closed;
  private final SettingsStore settings;
  private final ThemeSwitch theme;
  private final FailureDialog failures;
  private final FxTaskExecutor tasks;
  private final Workers workers;
  private final WorkbenchContext context;
  private final SharedDevice device;
  private final ShellController controller;
  private final List<WorkbenchFeature> features;
  private final WorkbenchWindow window;
  private final List<String> lastFailures = new CopyOnWriteArrayList<>();
  private boolean open = true;

  private Workbench(Stage stage, Surroundings surroundings, Runnable closed) {
    this.stage = stage;
    this.closed = closed;
    Texts texts = Texts.of("app");
    Overlay overlay = new Overlay();
    NoticeArea notices = new NoticeArea(texts);
    this.failures = new FailureDialog(overlay, texts, this::log);
    this.tasks = new FxTaskExecutor(failures);
    this.settings =
        new SettingsStore(
            surroundings.settings(), said -> tasks.onWindowThread(() -> notices.accept(said)));
    this.theme = new ThemeSwitch(settings);
    this.workers = workers(settings.get());
    StatusLine status = new StatusLine(tasks, texts);
    this.context =
        new WorkbenchContext(
            tasks,
            new ActionRegistry(),
            new CurrentDocument(),
            surroundings.choosers().apply(stage),
            workers,
            words -> status.backend(words, pictures().reason()),
            status::pointed,
            notices);
    DeviceChoice choice = new DeviceChoice(surroundings.backend(), settings::get);
    this.device =
        new SharedDevice(choice, said -> tasks.onWindowThread(() -> tellDevice(said, status)));
    this.controller =
        new ShellController(
            context,
            settings,
            surroundings.samples(),
            device,
            () -> choice.of(ComputedTask.TRAINING));
    ShellActions shellActions = new ShellActions(context, controller, settings, texts);
    shellActions.registerFirst();
    this.features = WorkbenchFeatures.create(context, controller, settings, choice);
    this.window =
        new WorkbenchWindow(
            new WorkbenchWindow.Parts(
                context,
                controller,
                settings,
                features,
                overlay,
                notices,
                status,
                failures,
                tasks,
                new DeviceCards(choice, device, tasks, overlay, texts)),
            shellActions,
            texts);
    followDevice(choice);
  }

  private SharedDevice pictures() {
    return device;
  }

  /** Tells that the graphics processor cannot be used, or no longer. */
  private void tellDevice(String said, StatusLine status) {
    context.notices().accept(said);
    status.backend(CpuRasterizer.device(workers), device.reason());
  }

  /** Takes the open scene along when another device is chosen. */
  private void followDevice(DeviceChoice choice) {
    AtomicReference<Backend> followed = new AtomicReference<>(choice.of(ComputedTask.PICTURES));
    settings.listen(
        now -> {
          Backend wanted = choice.of(ComputedTask.PICTURES);
          if (followed.getAndSet(wanted) != wanted) {
            controller.handle(new ShellIntent.FollowDevice());
          }
        });
  }

  /**
   * Opens the window.
   *
   * @param stage what to show it on; not shown yet
   * @param closed run when the window is gone and all of its threads have ended
   */
  public static Workbench open(Stage stage, Surroundings surroundings, Runnable closed) {
    Workbench workbench = new Workbench(stage, surroundings, closed);
    workbench.show();
    return workbench;
  }

  private void show() {
    Scene scene = new Scene(window.root(), FIRST_WIDTH, FIRST_HEIGHT);
    scene.setFill(theme.isDark() ? Color.gray(0.09) : Color.gray(0.93));
    theme.dress(scene);
    window.watch(scene);
    stage.setTitle(Texts.of("app").get("window.title"));
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setScene(scene);
    place();
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          closeWindow();
        });
    context
        .document()
        .listen(
            document ->
                stage.setTitle(
                    document
                        .map(shown -> shown.name() + " – " + Texts.of("app").get("window.title"))
                        .orElse(Texts.of("app").get("window.title"))));
    stage.show();
  }

  /** Where the window stood last, if that is on a screen still. */
  private void place() {
    settings
        .get()
        .window()
        .filter(
            place ->
                !Screen.getScreensForRectangle(
                        place.x(), place.y(), place.width() / 2, place.height() / 2)
                    .isEmpty())
        .ifPresentOrElse(
            place -> {
              stage.setX(place.x());
              stage.setY(place.y());
              stage.setWidth(place.width());
              stage.setHeight(place.height());
              stage.setMaximized(place.maximized());
            },
            () -> {
              var screen = Screen.getPrimary().getVisualBounds();
              stage.setWidth(Math.min(FIRST_WIDTH, screen.getWidth()));
              stage.setHeight(Math.min(FIRST_HEIGHT, screen.getHeight()));
            });
  }

  private static Workers workers(Settings settings) {
    return settings.threads() == 0 ? Workers.onAllProcessors() : Workers.of(settings.threads());
  }

  /** What features get. */
  public WorkbenchContext context() {
    return context;
  }

  /** What answers intents. */
  public ShellController controller() {
    return controller;
  }

  /** What scenes are drawn on. */
  SharedDevice device() {
    return device;
  }

  /** What is remembered. */
  public SettingsStore settings() {
    return settings;
  }

  /** The features, in order. */
  public List<WorkbenchFeature> features() {
    return features;
  }

  /** The frame around the features. */
  public WorkbenchWindow window() {
    return window;
  }

  /** Whether no job runs. */
  public boolean isIdle() {
    return tasks.running().isEmpty();
  }

  /** Gives the inside of the window a size. */
  void resize(double width, double height) {
    stage.setMaximized(false);
    stage.setWidth(width + stage.getWidth() - stage.getScene().getWidth());
    stage.setHeight(height + stage.getHeight() - stage.getScene().getHeight());
  }

  /** The last failures that were told, the latest last. */
  public List<String> lastFailures() {
    return List.copyOf(lastFailures);
  }

  private void log(FailureReport report) {
    LoggerFactory.getLogger(Workbench.class).debug("{}\n{}", report.heading(), report.details());
    lastFailures.add(report.heading() + ": " + report.details());
    while (lastFailures.size() > FAILURES_KEPT) {
      lastFailures.removeFirst();
    }
  }

  /** Takes what no code caught, from any thread, to the person. */
  public Thread.UncaughtExceptionHandler uncaught() {
    return (thread, failure) -> failures.failed(Texts.of("app").get("failure.anything"), failure);
  }

  /** Closes the window; on JavaFX's thread. Does nothing the second time. */
  public void closeWindow() {
    if (open) {
      remember();
      close();
      closed.run();
    }
  }

  private void remember() {
    WindowPlace place =
        stage.isMaximized()
            ? settings
                .get()
                .window()
                .map(at -> new WindowPlace(at.x(), at.y(), at.width(), at.height(), true))
                .orElse(new WindowPlace(0, 0, FIRST_WIDTH, FIRST_HEIGHT, true))
            : new WindowPlace(
                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    settings.change(now -> now.withWindow(place));
  }

  /** Hides the window and ends everything; running jobs are cancelled and end first. */
  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    stage.hide();
    tasks.close();
    features.forEach(WorkbenchFeature::close);
    context.document().show(null);
    window.close();
    device.close();
    workers.close();
    theme.close();
    settings.close();
  }
}
