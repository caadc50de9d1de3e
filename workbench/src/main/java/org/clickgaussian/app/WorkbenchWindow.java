package org.clickgaussian.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.clickgaussian.app.job.FxTaskExecutor;
import org.clickgaussian.app.job.TaskList;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.settings.SettingsStore;
import org.clickgaussian.task.TaskExecutor.FailureHandler;
import org.clickgaussian.text.Texts;

/** The frame: menus above, panes around the scene, the status bar below, cards on top. */
public final class WorkbenchWindow implements AutoCloseable {

  /** What the frame is put together from. */
  record Parts(
      WorkbenchContext context,
      ShellController controller,
      SettingsStore settings,
      List<WorkbenchFeature> features,
      Overlay overlay,
      NoticeArea notices,
      StatusLine status,
      FailureHandler failures,
      FxTaskExecutor tasks,
      DeviceCards devices) {}

  private final Parts parts;
  private final Texts texts;
  private final StackPane root = new StackPane();
  private final WindowLayout layout;
  private final StartPage start;
  private final ProjectPane project;
  private final ActionRunner runner;
  private final SceneDrop drop;

  WorkbenchWindow(Parts parts, ShellActions shellActions, Texts texts) {
    this.parts = parts;
    this.texts = texts;
    this.project = new ProjectPane(parts.context(), parts.controller(), parts.failures(), texts);
    this.start = new StartPage(parts.controller(), parts.context(), parts.settings(), texts);
    parts.status().onBackend(this::showGraphicsProcessor);
    this.runner = new ActionRunner(parts.context().actions(), parts.failures(), parts.overlay());
    this.layout = new WindowLayout(panes(), parts.settings());
    layout.centre().getChildren().add(start.node());
    shellActions.registerLast(this);
    WorkbenchMenu menu = new WorkbenchMenu(parts.context().actions(), runner, texts);
    BorderPane frame = new BorderPane(layout.node());
    frame.setTop(menu.node());
    frame.setBottom(parts.status().node());
    root.setId("workbench");
    root.getChildren().addAll(frame, parts.notices().node(), parts.overlay().node());
    this.drop = new SceneDrop(root, parts.controller());
    parts.context().document().listen(this::shown);
    shown(parts.context().document().get());
  }

  private List<FeaturePane> panes() {
    List<FeaturePane> panes = new ArrayList<>();
    panes.add(
        new FeaturePane(
            "project", texts.get("pane.project"), FeaturePane.Place.LEFT, project.node()));
    panes.add(
        new FeaturePane(
            "tasks",
            texts.get("pane.tasks"),
            FeaturePane.Place.LEFT,
            new TaskList(parts.tasks()).node()));
    parts.features().forEach(feature -> panes.addAll(feature.panes()));
    return panes;
  }

  private void shown(Optional<SceneDocument> document) {
    boolean any = document.isPresent();
    layout.showSides(any);
    layout
        .centre()
        .getChildren()
        .forEach(child -> child.setVisible(any != (child == start.node())));
    project.show(document);
    if (!any) {
      start.refresh();
    }
  }

  /** What to put into the scene. */
  StackPane root() {
    return root;
  }

  /** Watches the keys of the window. */
  void watch(Scene scene) {
    runner.watch(scene);
  }

  /** Brings the tab of a pane to the front. */
  public void reveal(String paneId) {
    layout.reveal(paneId);
  }

  /** The ids of the panes beside the scene, in the order of their tabs. */
  public List<String> paneIds() {
    return layout.tabs().stream().map(Tab::getId).toList();
  }

  boolean shows(FeaturePane.Place place) {
    return layout.isShown(place);
  }

  void toggle(FeaturePane.Place place) {
    layout.show(place, !layout.isShown(place));
  }

  /** The card above the window. */
  public Overlay overlay() {
    return parts.overlay();
  }

  /** Opens the list of all actions by name. */
  public void showPalette() {
    new CommandPalette(parts.context().actions(), runner, parts.overlay(), texts).show();
  }

  /** Opens the sheet of all keys. */
  public void showShortcuts() {
    new ShortcutSheet(parts.context().actions(), parts.overlay(), texts).show();
  }

  /** Opens the preferences. */
  public void showPreferences() {
    new PreferencesCard(parts.settings(), parts.overlay(), parts.devices(), texts).show();
  }

  /** Says which devices compute what, and what the graphics processor can do. */
  public void showGraphicsProcessor() {
    parts.devices().show();
  }

  /** Says what program this is and what it is made of. */
  public void showAbout() {
    new AboutCard(parts.overlay(), texts).show();
  }

  void quit() {
    Window window = root.getScene().getWindow();
    window.fireEvent(
        new javafx.stage.WindowEvent(window, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  @Override
  public void close() {
    project.close();
    start.close();
    drop.close();
    parts.status().close();
  }
}
