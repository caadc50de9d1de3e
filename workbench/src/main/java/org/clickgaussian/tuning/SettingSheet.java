package org.clickgaussian.tuning;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.HyperparameterGroup;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.tuning.TuningState.Active;
import org.controlsfx.control.PropertySheet;

/** All hyperparameters by term, and below them what the one looked at means. */
final class SettingSheet {
  private static final Texts TEXTS = Texts.of("tuning");
  private static final double HEIGHT = 500;

  private final PropertySheet sheet = new PropertySheet();
  private final Label details = new Label(TEXTS.get("details.none"));
  private final VBox node = new VBox(6, sheet, details);
  private final Map<Hyperparameter, SettingItem> items = new EnumMap<>(Hyperparameter.class);

  SettingSheet(Consumer<TuningIntent> intents) {
    sheet.setId("tuning-settings");
    sheet.setMode(PropertySheet.Mode.CATEGORY);
    sheet.setModeSwitcherVisible(true);
    sheet.setSearchBoxVisible(true);
    sheet.setPrefHeight(HEIGHT);
    sheet.setMinHeight(HEIGHT);
    sheet.setPropertyEditorFactory(item -> new SettingEditor((SettingItem) item, this::explain));
    for (HyperparameterGroup group : HyperparameterGroup.values()) {
      for (Hyperparameter parameter : group.parameters()) {
        items.put(
            parameter,
            new SettingItem(
                parameter, value -> intents.accept(new TuningIntent.Change(parameter, value))));
      }
    }
    for (HyperparameterGroup group : HyperparameterGroup.values()) {
      group.parameters().forEach(parameter -> sheet.getItems().add(items.get(parameter)));
    }
    sheet.setCategoryComparator((a, b) -> Integer.compare(place(a), place(b)));
    details.setId("tuning-details");
    details.getStyleClass().addAll("muted", "small");
    details.setWrapText(true);
    details.setMinHeight(Region.USE_PREF_SIZE);
  }

  private static int place(String category) {
    for (HyperparameterGroup group : HyperparameterGroup.values()) {
      if (TEXTS.get("group." + group.key()).equals(category)) {
        return group.ordinal();
      }
    }
    return HyperparameterGroup.values().length;
  }

  Node node() {
    return node;
  }

  private void explain(SettingItem item) {
    details.setText(item.getName() + ": " + item.getDescription());
  }

  /** Shows the settings of the draft. */
  void show(RunDraft draft) {
    TrainingSettings compared = draft.compared();
    items.forEach(
        (parameter, item) ->
            item.show(
                new SettingItem.Shown(
                    draft.settings().get(parameter),
                    compared.get(parameter),
                    draft.branch().isEmpty() || !parameter.shapesFeatures(),
                    false)));
  }

  /** Shows the settings of the training; those that change in flight can be changed. */
  void show(Active active) {
    items.forEach(
        (parameter, item) ->
            item.show(
                new SettingItem.Shown(
                    active.value(parameter),
                    parameter.defaultValue(),
                    parameter.changesInFlight(),
                    active.wanted().containsKey(parameter))));
  }
}
