package org.clickgaussian.runs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.text.Texts;

/** The runs of the scene, and beside them the comparison of those that are picked. */
final class RunsPane {
  private static final Texts TEXTS = Texts.of("runs");

  private final ActionRegistry actions;
  private final RunsTable table;
  private final ColumnsMenu columns;
  private final ComparisonPane comparison;
  private final TextField search = new TextField();
  private final Label hint = new Label(TEXTS.get("hint.no-scene"));
  private final BorderPane content;
  private final StackPane pane;
  private final Map<String, Button> buttons = new LinkedHashMap<>();
  private final Map<String, MenuItem> items = new LinkedHashMap<>();

  RunsPane(ActionRegistry actions, Consumer<RunsIntent> intents) {
    this.actions = actions;
    table = new RunsTable(intents);
    columns = new ColumnsMenu(intents);
    comparison = new ComparisonPane(intents);
    search.setId("runs-search");
    search.setPromptText(TEXTS.get("search"));
    search.setTooltip(new Tooltip(TEXTS.get("search.tip")));
    search.setPrefColumnCount(6);
    search
        .textProperty()
        .addListener((text, before, now) -> intents.accept(new RunsIntent.Search(now)));
    FlowPane bar =
        new FlowPane(
            search,
            columns,
            button("runs.use", "button.use"),
            button("runs.evaluate", "button.evaluate"),
            button("runs.pin", "button.pin"),
            button("runs.delete", "button.delete"),
            button("runs.bring-back", "button.bring-back"),
            more());
    bar.setId("runs-bar");
    bar.getStyleClass().addAll("tool-bar", "wrapping-bar");
    SplitPane split = new SplitPane(table, comparison.node());
    split.setDividerPositions(0.55);
    content = new BorderPane(split);
    content.setTop(bar);
    hint.setId("runs-hint");
    hint.getStyleClass().add("hint");
    hint.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    pane = new StackPane(content, hint);
    pane.setId("runs-pane");
    pane.getStyleClass().add("panel");
  }

  private Button button(String action, String words) {
    Button button = new Button(TEXTS.get(words));
    button.setId(id(action));
    button.setTooltip(new Tooltip(actions.action(action).name()));
    button.setOnAction(event -> actions.run(action));
    buttons.put(action, button);
    return button;
  }

  /** What is wanted less often. */
  private MenuButton more() {
    MenuButton more = new MenuButton(TEXTS.get("button.more"));
    more.setId("runs-more");
    more.getItems()
        .addAll(
            item("runs.export", "button.export"),
            item("runs.report", "button.report"),
            item("runs.place", "button.place"));
    more.setOnShowing(event -> enableItems());
    return more;
  }

  private MenuItem item(String action, String words) {
    MenuItem item = new MenuItem(TEXTS.get(words));
    item.setId(id(action));
    item.setOnAction(event -> actions.run(action));
    items.put(action, item);
    return item;
  }

  private static String id(String action) {
    return "button-" + action.replace('.', '-');
  }

  private void enableItems() {
    items.forEach((action, item) -> item.setDisable(!isAvailable(action)));
  }

  private boolean isAvailable(String action) {
    return actions.action(action).available().getAsBoolean();
  }

  Node node() {
    return pane;
  }

  void show(RunsState state) {
    hint.setVisible(!state.open());
    content.setVisible(state.open());
    columns.show(state);
    table.show(state);
    comparison.show(state);
    buttons.forEach((action, button) -> button.setDisable(!isAvailable(action)));
    enableItems();
  }
}
