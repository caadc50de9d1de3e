package org.clickgaussian.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.io.InputException;
import org.clickgaussian.project.NextStep;
import org.clickgaussian.project.ProjectContent;
import org.clickgaussian.scene.View;
import org.clickgaussian.task.LatestRequest;
import org.clickgaussian.task.TaskExecutor.FailureHandler;
import org.clickgaussian.text.Texts;

/**
 * The project: what lies around the scene, looked at again every few seconds, and the next step.
 */
final class ProjectPane implements AutoCloseable {
  private static final double SECONDS_BETWEEN_LOOKS = 2;

  private final BorderPane pane = new BorderPane();
  private final ProjectTree tree;
  private final Label hint = new Label();
  private final Button step = new Button();
  private final VBox next = new VBox(hint, step);
  private final WorkbenchContext context;
  private final ShellController controller;
  private final FailureHandler failures;
  private final Texts texts;
  private final LatestRequest<SceneDocument> looker = new LatestRequest<>("project", this::look);
  private final Timeline clock =
      new Timeline(new KeyFrame(Duration.seconds(SECONDS_BETWEEN_LOOKS), event -> refresh()));
  private ProjectContent content;
  private SceneDocument toldOf;

  ProjectPane(
      WorkbenchContext context, ShellController controller, FailureHandler failures, Texts texts) {
    this.context = context;
    this.controller = controller;
    this.failures = failures;
    this.texts = texts;
    this.tree = new ProjectTree(controller::handle, texts);
    pane.setId("project-pane");
    pane.getStyleClass().add("panel");
    pane.setCenter(tree.node());
    hint.setWrapText(true);
    hint.setId("next-step");
    step.setId("next-step-button");
    next.getStyleClass().add("next-step");
    context.document().listenToChanges(aspect -> update());
    clock.setCycleCount(Animation.INDEFINITE);
  }

  Node node() {
    return pane;
  }

  /** Shows the project of a scene from now on. */
  void show(Optional<SceneDocument> document) {
    content = null;
    pane.setBottom(null);
    if (document.isPresent()) {
      clock.play();
      refresh();
    } else {
      clock.stop();
    }
  }

  private void refresh() {
    context.document().get().ifPresent(looker::submit);
  }

  /** On the looker's thread, since a folder may lie on a disk that takes its time. */
  private void look(SceneDocument document) {
    try {
      ProjectContent found = ProjectContent.of(document.path());
      context.tasks().onWindowThread(() -> found(document, found));
    } catch (InputException e) {
      context.tasks().onWindowThread(() -> failed(document, e));
    }
  }

  private void found(SceneDocument document, ProjectContent found) {
    if (isShown(document) && !found.equals(content)) {
      content = found;
      update();
      if (!found.present()) {
        failed(document, new InputException(texts.get("project.vanished", document.path())));
      }
    }
  }

  /** Once for each document: looking goes on, and would fail again. */
  private void failed(SceneDocument document, InputException failure) {
    if (isShown(document) && toldOf != document) {
      toldOf = document;
      failures.failed(texts.get("project.looking"), failure);
    }
  }

  private boolean isShown(SceneDocument document) {
    return context.document().get().filter(now -> now == document).isPresent();
  }

  private void update() {
    Optional<SceneDocument> document = context.document().get();
    if (document.isEmpty() || content == null) {
      return;
    }
    SceneDocument now = document.get();
    Optional<Path> run = now.run().map(RunSession::folder);
    tree.show(now.path(), content, run);
    NextStep nextStep =
        NextStep.of(
            hasPhotosOrMasks(now), content, run.isPresent(), !now.state().selection().isEmpty());
    pane.setBottom(next);
    hint.setText(texts.get("next." + nextStep.key()));
    offer(nextStep);
  }

  /** Views without photos are worth nothing unless there are masks of them. */
  private boolean hasPhotosOrMasks(SceneDocument document) {
    List<View> views = document.folder().views();
    return !content.masks().isEmpty() && !views.isEmpty()
        || views.stream().anyMatch(document.folder()::hasPhoto);
  }

  private void offer(NextStep nextStep) {
    Optional<Runnable> action =
        switch (nextStep) {
          case TRAIN ->
              Optional.of(new ShellIntent.TrainQuickly(content.masks().getFirst().folder()))
                  .map(this::handling);
          case USE_RUN ->
              content
                  .newestFinishedRun()
                  .map(run -> new ShellIntent.UseRun(run.folder()))
                  .map(this::handling);
          case ADD_CAMERAS, ADD_MASKS ->
              Optional.of(() -> context.actions().run("masks.make-clickable"));
          case CLICK, EDIT -> Optional.empty();
        };
    step.setVisible(action.isPresent());
    step.setManaged(action.isPresent());
    action.ifPresent(
        wanted -> {
          step.setText(texts.get("next." + nextStep.key() + ".button"));
          step.setOnAction(event -> wanted.run());
        });
  }

  private Runnable handling(ShellIntent intent) {
    return () -> controller.handle(intent);
  }

  @Override
  public void close() {
    clock.stop();
    looker.close();
  }
}
