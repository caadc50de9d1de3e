package org.clickgaussian.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.clickgaussian.settings.SettingsStore;
import org.clickgaussian.task.LatestRequest;
import org.clickgaussian.text.Texts;

/** What a person sees first: open a scene, take a recent one, or make the sample. */
final class StartPage implements AutoCloseable {
  private static final double WIDTH = 860;

  private final ScrollPane page;
  private final VBox recent = new VBox(2);
  private final Hyperlink forget;
  private final ShellController controller;
  private final WorkbenchContext context;
  private final SettingsStore settings;
  private final Texts texts;
  private final LatestRequest<List<Path>> looker = new LatestRequest<>("recent", this::look);

  StartPage(
      ShellController controller, WorkbenchContext context, SettingsStore settings, Texts texts) {
    this.controller = controller;
    this.context = context;
    this.settings = settings;
    this.texts = texts;
    this.forget = new Hyperlink(texts.get("start.forget"));
    forget.setId("start-forget");
    forget.setOnAction(event -> controller.handle(new ShellIntent.ForgetVanished()));
    HBox cards = new HBox(20, beginCard(), recentCard());
    cards.setAlignment(Pos.TOP_CENTER);
    Label drop = new Label(texts.get("start.drop"));
    drop.getStyleClass().add("muted");
    VBox column = new VBox(heading(), cards, drop);
    column.getStyleClass().add("start-column");
    column.setAlignment(Pos.CENTER);
    column.setMaxWidth(WIDTH);
    StackPane middle = new StackPane(column);
    middle.getStyleClass().add("start-page");
    page = new ScrollPane(middle);
    page.setId("start-page");
    page.setFitToWidth(true);
    page.setFitToHeight(true);
    settings.listen(now -> refresh());
  }

  Node node() {
    return page;
  }

  /** Looks again which of the recent scenes are there. */
  void refresh() {
    show(settings.get().recent(), Map.of());
    looker.submit(settings.get().recent());
  }

  private VBox heading() {
    Label title = new Label(texts.get("window.title"));
    title.getStyleClass().add("headline");
    Label what = new Label(texts.get("start.what"));
    what.getStyleClass().add("muted");
    what.setWrapText(true);
    VBox heading = new VBox(6, title, what);
    heading.setAlignment(Pos.CENTER);
    return heading;
  }

  private VBox beginCard() {
    Button open = action("file.open", "icon-folder");
    open.setDefaultButton(true);
    open.setText(texts.get("start.open"));
    Button splat = action("file.open-splat", "icon-scene");
    Button sample = action("file.sample", "icon-sparkle");
    Label about = new Label(texts.get("start.sample.about"));
    about.getStyleClass().addAll("muted", "small");
    about.setWrapText(true);
    Label heading = new Label(texts.get("start.begin"));
    heading.getStyleClass().add("section");
    VBox card = new VBox(12, heading, open, splat, sample, about);
    card.getStyleClass().addAll("card", "start-card");
    card.setPrefWidth(340);
    return card;
  }

  private Button action(String id, String icon) {
    Button button = new Button(texts.get("action." + id));
    button.setId("start-" + id.replace('.', '-'));
    button.setGraphic(Icons.icon(icon));
    button.setGraphicTextGap(10);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> context.actions().run(id));
    return button;
  }

  private VBox recentCard() {
    Label heading = new Label(texts.get("start.recent"));
    heading.getStyleClass().add("section");
    recent.setId("start-recent");
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    VBox card = new VBox(12, heading, recent, space, forget);
    card.getStyleClass().addAll("card", "start-card");
    card.setPrefWidth(460);
    return card;
  }

  /** On the looker's thread, since a scene may lie on a disk that takes its time. */
  private void look(List<Path> scenes) {
    Map<Path, Boolean> there = new LinkedHashMap<>();
    scenes.forEach(scene -> there.put(scene, Files.exists(scene)));
    context
        .tasks()
        .onWindowThread(
            () -> {
              if (settings.get().recent().equals(scenes)) {
                show(scenes, there);
              }
            });
  }

  private void show(List<Path> scenes, Map<Path, Boolean> there) {
    recent.getChildren().clear();
    scenes.forEach(scene -> recent.getChildren().add(row(scene, there.getOrDefault(scene, true))));
    if (scenes.isEmpty()) {
      Label none = new Label(texts.get("start.recent.none"));
      none.getStyleClass().add("muted");
      none.setWrapText(true);
      recent.getChildren().add(none);
    }
    boolean anyGone = there.containsValue(false);
    forget.setVisible(anyGone);
    forget.setManaged(anyGone);
  }

  private HBox row(Path scene, boolean there) {
    Label name = new Label(ProjectTree.name(scene));
    Label place =
        new Label(there ? String.valueOf(scene.getParent()) : texts.get("start.recent.gone"));
    place.getStyleClass().addAll(there ? "muted" : "danger", "small");
    Button open = new Button();
    open.setGraphic(new HBox(10, Icons.icon("icon-scene"), new VBox(1, name, place)));
    ((HBox) open.getGraphic()).setAlignment(Pos.CENTER_LEFT);
    open.setAccessibleText(scene.toString());
    open.getStyleClass().add("recent-row");
    open.setMaxWidth(Double.MAX_VALUE);
    open.setMinWidth(0);
    open.setOnAction(
        event -> controller.handle(new ShellIntent.OpenScene(scene, Optional.empty())));
    HBox.setHgrow(open, Priority.ALWAYS);
    Button remove = Icons.button("icon-close", texts.get("start.recent.remove"));
    remove.setOnAction(event -> controller.handle(new ShellIntent.ForgetScene(scene)));
    HBox row = new HBox(4, open, remove);
    row.setAlignment(Pos.CENTER);
    return row;
  }

  @Override
  public void close() {
    looker.close();
  }
}
