package org.clickgaussian.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.project.ProjectContent;
import org.clickgaussian.project.RunEntry;
import org.clickgaussian.samples.SampleFolder;
import org.clickgaussian.samples.SampleSettings;
import org.clickgaussian.settings.SettingsStore;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.splat.device.RenderingDevice;
import org.clickgaussian.task.QuickTraining;
import org.clickgaussian.text.Texts;

/** Answers what a person wants of the window's frame. */
public final class ShellController {
  private final WorkbenchContext context;
  private final SettingsStore settings;
  private final Path sampleFolder;
  private final Supplier<RenderingDevice> device;
  private final Supplier<Backend> learning;
  private final Texts texts = Texts.of("app");

  /** By which a scene that was being read meanwhile is known to lie on the device before. */
  private int deviceChanges;

  /**
   * A controller that has scenes drawn and learnt on the processor.
   *
   * @param context the window's services
   * @param settings what is remembered
   * @param sampleFolder where the sample scene is generated
   */
  public ShellController(WorkbenchContext context, SettingsStore settings, Path sampleFolder) {
    this(context, settings, sampleFolder, RenderingDevice::processor, () -> Backend.CPU);
  }

  /**
   * A controller.
   *
   * @param context the window's services
   * @param settings what is remembered
   * @param sampleFolder where the sample scene is generated
   * @param device gives what scenes are drawn on; asked while a scene is opened
   * @param learning tells which device trains
   */
  public ShellController(
      WorkbenchContext context,
      SettingsStore settings,
      Path sampleFolder,
      Supplier<RenderingDevice> device,
      Supplier<Backend> learning) {
    this.context = context;
    this.settings = settings;
    this.sampleFolder = sampleFolder;
    this.device = device;
    this.learning = learning;
  }

  /** Does what is wanted; on the window's thread. */
  public void handle(ShellIntent intent) {
    switch (intent) {
      case ShellIntent.OpenScene open -> open(open.path(), open.run());
      case ShellIntent.UseRun use -> context.document().get().ifPresent(at -> use(at, use.run()));
      case ShellIntent.CloseScene close -> context.document().show(null);
      case ShellIntent.ForgetScene forget -> settings.change(now -> now.forgotten(forget.scene()));
      case ShellIntent.ForgetVanished forget -> forgetVanished();
      case ShellIntent.GenerateSample generate -> generateSample();
      case ShellIntent.ShowMasks show ->
          context.document().get().ifPresent(document -> document.showMasks(show.masks()));
      case ShellIntent.FollowDevice follow -> {
        deviceChanges++;
        context.document().get().ifPresent(this::move);
      }
      case ShellIntent.TellPlace tell ->
          context.notices().accept(texts.get("notice.place", tell.folder()));
      case ShellIntent.TrainQuickly train ->
          context.document().get().ifPresent(document -> train(document, train.masks()));
    }
  }

  private void open(Path given, Optional<Path> run) {
    open(given, run, document -> {});
  }

  /**
   * Opens a scene as {@link ShellIntent.OpenScene} does, and goes on when it is shown.
   *
   * @param run a run of it; empty for the one that was used last, or the newest
   * @param shown called on the window's thread; not if the scene could not be opened
   */
  public void open(Path given, Optional<Path> run, Consumer<SceneDocument> shown) {
    Path path = given.toAbsolutePath().normalize();
    int before = deviceChanges;
    context
        .tasks()
        .submit(
            texts.get("task.opening", path.getFileName()),
            progress -> {
              SceneDocument document =
                  SceneDocument.open(path, device.get(), context.workers(), progress);
              Optional<Path> first = run.or(() -> runOf(path));
              return new Opened(document, first);
            },
            opened -> {
              context.document().show(opened.document());
              if (before != deviceChanges) {
                move(opened.document());
              }
              settings.change(now -> now.opened(path));
              opened.document().warnings().forEach(context.notices());
              opened.run().ifPresent(first -> use(opened.document(), first));
              shown.accept(opened.document());
            });
  }

  /** Takes a scene to the device that is chosen, also if that changes meanwhile. */
  private void move(SceneDocument document) {
    context
        .tasks()
        .submit(
            texts.get("task.moving"),
            progress -> {
              RenderingDevice next;
              do {
                next = device.get();
                document.device().moveTo(next);
              } while (next != device.get());
              return next;
            },
            next ->
                context
                    .document()
                    .get()
                    .filter(now -> now == document)
                    .ifPresent(now -> now.device().tellMoved()));
  }

  /** A document that is closed if nobody takes it. */
  private record Opened(SceneDocument document, Optional<Path> run) implements AutoCloseable {
    @Override
    public void close() {
      document.close();
    }
  }

  /** The run that was used last, or the newest that is finished. */
  private Optional<Path> runOf(Path scene) {
    return Optional.ofNullable(settings.get().runs().get(scene))
        .filter(Files::isDirectory)
        .or(() -> ProjectContent.of(scene).newestFinishedRun().map(RunEntry::folder));
  }

  private void use(SceneDocument document, Path run) {
    context
        .tasks()
        .submit(
            texts.get("task.using", run.getFileName()),
            progress -> {
              RunSession session =
                  RunSession.open(run, document.original(), context.workers(), progress);
              // Takes a while, and is known when the window asks for it.
              session.hidden(document.origins());
              return session;
            },
            session -> {
              if (context.document().get().filter(now -> now == document).isEmpty()) {
                session.close();
                return;
              }
              document.useRun(session);
              settings.change(now -> now.withRun(document.path().toAbsolutePath(), run));
            });
  }

  private void forgetVanished() {
    context
        .tasks()
        .submit(
            texts.get("task.checking"),
            progress ->
                settings.get().recent().stream().filter(scene -> !Files.exists(scene)).toList(),
            gone -> gone.forEach(scene -> settings.change(now -> now.forgotten(scene))));
  }

  private void generateSample() {
    context
        .tasks()
        .submit(
            texts.get("task.sample"),
            progress ->
                SampleFolder.create(
                    sampleFolder, SampleSettings.SMALL, context.workers(), progress),
            summary -> open(sampleFolder, Optional.empty()));
  }

  private void notice(String sentence) {
    context.tasks().onWindowThread(() -> context.notices().accept(sentence));
  }

  private void train(SceneDocument document, Path masks) {
    Path scene = document.path();
    context
        .tasks()
        .submit(
            texts.get("task.training", document.name()),
            progress ->
                QuickTraining.run(
                    scene, masks, learning.get(), this::notice, context.workers(), progress),
            run -> {
              context.notices().accept(texts.get("notice.trained", run.getFileName()));
              context
                  .document()
                  .get()
                  .filter(now -> now == document)
                  .ifPresent(now -> use(now, run));
            });
  }
}
