package org.clickgaussian.runs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import org.clickgaussian.experiment.compare.RunColumn;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.Hyperparameter;

/** Chooses the columns of the table of runs, grouped by what they tell. */
final class ColumnsMenu extends MenuButton {
  private static final Texts TEXTS = Texts.of("runs");

  private final Consumer<RunsIntent> intents;
  private List<String> keys = List.of();
  private final Map<String, CheckMenuItem> items = new LinkedHashMap<>();

  ColumnsMenu(Consumer<RunsIntent> intents) {
    super(TEXTS.get("columns"));
    this.intents = intents;
    setId("runs-columns");
  }

  void show(RunsState state) {
    List<String> wanted = state.columns().stream().map(RunColumn::key).toList();
    if (!wanted.equals(keys)) {
      keys = wanted;
      fill(state.columns());
    }
    items.forEach((key, item) -> item.setSelected(state.visible().contains(key)));
  }

  private void fill(List<RunColumn> columns) {
    items.clear();
    Map<String, Menu> menus = new LinkedHashMap<>();
    for (RunColumn column : columns) {
      CheckMenuItem item = new CheckMenuItem(column.title());
      item.setMnemonicParsing(false);
      item.setOnAction(
          event -> intents.accept(new RunsIntent.ShowColumn(column.key(), item.isSelected())));
      items.put(column.key(), item);
      menus.computeIfAbsent(group(column), key -> new Menu(TEXTS.get(key))).getItems().add(item);
    }
    getItems().setAll(menus.values());
  }

  private static String group(RunColumn column) {
    String key = column.key();
    if (Hyperparameter.ofKey(key).isPresent() || key.equals("seed")) {
      return "columns.settings";
    }
    if (key.startsWith("loss/") || key.startsWith("gfl/") || key.startsWith("weighted/")) {
      return "columns.measured";
    }
    return key.contains("/") ? "columns.scores" : "columns.run";
  }
}
