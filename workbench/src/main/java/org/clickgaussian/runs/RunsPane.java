package org.clickgaussian.runs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
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
  private final SplitPane split;
  private final StackPane pane;
  private final Map<String, Button> buttons = new LinkedHashMap<>();

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
    ToolBar bar = new ToolBar(search, columns);
    bar.getItems()
        .addAll(
            button("runs.use", "button.use"),
            button("runs.evaluate", "button.evaluate"),
            button("runs.pin", "button.pin"),
            button("runs.export", "button.export"),
            button("runs.report", "button.report"),
            button("runs.place", "button.place"),
            button("runs.delete", "button.delete"),
            button("runs.bring-back", "button.bring-back"));
    BorderPane left = new BorderPane(table);
    left.setTop(bar);
    split = new SplitPane(left, comparison.node());
    split.setDividerPositions(0.55);
    hint.setId("runs-hint");
    hint.getStyleClass().add("hint");
    hint.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    pane = new StackPane(split, hint);
    pane.setId("runs-pane");
    pane.getStyleClass().add("panel");
  }

  private Button button(String action, String words) {
    Button button = new Button(TEXTS.get(words));
    button.setId("button-" + action.replace('.', '-'));
    button.setTooltip(new Tooltip(actions.action(action).name()));
    button.setOnAction(event -> actions.run(action));
    buttons.put(action, button);
    return button;
  }

  Node node() {
    return pane;
  }

  void show(RunsState state) {
    hint.setVisible(!state.open());
    split.setVisible(state.open());
    columns.show(state);
    table.show(state);
    comparison.show(state);
    buttons.forEach(
        (action, button) -> button.setDisable(!actions.action(action).available().getAsBoolean()));
  }
}
