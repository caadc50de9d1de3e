package org.clickgaussian.masks;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.clickgaussian.app.FileChoosers;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.document.CurrentDocument;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.sam.ModelsFolder;
import org.clickgaussian.viewport.QueuedTasks;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** The masks' controller without a window: what it asks of others is written down. */
final class MasksBench implements MaskStage, SceneShell, FileChoosers, AutoCloseable {
  final QueuedTasks tasks = new QueuedTasks();
  final CurrentDocument current = new CurrentDocument();
  final Workers workers = Workers.of(2);
  final List<String> notices = new ArrayList<>();
  final List<String> flights = new ArrayList<>();
  final List<MaskPreview> previews = new ArrayList<>();
  final List<Path> trained = new ArrayList<>();
  final Deque<Path> answers = new ArrayDeque<>();
  Optional<HeatMap> heat = Optional.empty();
  Optional<String> standing = Optional.empty();
  final MasksController controller;

  MasksBench(Path models) {
    WorkbenchContext context =
        new WorkbenchContext(
            tasks,
            new ActionRegistry(),
            current,
            this,
            workers,
            backend -> {},
            pointed -> {},
            notices::add);
    controller =
        new MasksController(
            context,
            new ModelsFolder(models),
            this,
            this,
            new ClickableSplat.Effort(3, 64, 48, 2),
            this::shown);
  }

  private void shown(MasksState state) {
    state
        .look()
        .preview()
        .filter(preview -> previews.isEmpty() || previews.getLast() != preview)
        .ifPresent(previews::add);
  }

  MasksState state() {
    return controller.state();
  }

  void handle(MasksIntent intent) {
    controller.handle(intent);
  }

  void until(BooleanSupplier holds) {
    tasks.until(holds);
  }

  /** Opens a scene and waits until its sets were looked at. */
  SceneDocument open(Path scene) {
    SceneDocument document = SceneDocument.open(scene, workers, Progress.NONE);
    current.show(document);
    until(() -> !state().making().models().isEmpty());
    return document;
  }

  @Override
  public void fly(String view, ViewportMode mode) {
    flights.add(view + " " + mode.key());
  }

  @Override
  public Optional<String> standingAt() {
    return standing;
  }

  @Override
  public void lay(Optional<HeatMap> next) {
    heat = next;
  }

  @Override
  public void open(Path scene, Consumer<SceneDocument> shown) {
    SceneDocument document = SceneDocument.open(scene, workers, Progress.NONE);
    current.show(document);
    shown.accept(document);
  }

  @Override
  public void train(Path masks) {
    trained.add(masks);
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public Optional<Path> open(String title, List<String> endings) {
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, List<String> endings) {
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public void close() {
    controller.close();
    current.show(null);
    workers.close();
  }
}
