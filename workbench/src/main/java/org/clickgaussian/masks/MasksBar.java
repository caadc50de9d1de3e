package org.clickgaussian.masks;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.clickgaussian.text.Texts;

/** The mask sets to choose from, and what can be done with them: a narrow column. */
final class MasksBar {
  private static final Texts TEXTS = Texts.of("masks");

  private static final double WIDTH = 216;

  private final VBox column = new VBox();
  private final ChoiceBox<MaskSetEntry> sets = new ChoiceBox<>();
  private final Button generate = new Button(TEXTS.get("bar.generate"));
  private final MenuButton importing = new MenuButton(TEXTS.get("bar.import"));
  private final Button check = new Button(TEXTS.get("bar.check"));
  private final ToggleButton disagreement = new ToggleButton(TEXTS.get("bar.disagreement"));
  private final Button suspicious = new Button();
  private int views;
  private boolean showing;

  MasksBar(Consumer<MasksIntent> intents) {
    column.getStyleClass().add("masks-bar");
    column.setMinWidth(WIDTH);
    column.setMaxWidth(WIDTH);
    sets.setId("masks-sets");
    sets.setMaxWidth(Double.MAX_VALUE);
    sets.setConverter(new Names());
    sets.valueProperty()
        .addListener(
            (value, before, now) -> {
              if (!showing && now != null) {
                intents.accept(new MasksIntent.Choose(now.folder()));
              }
            });
    button(generate, "masks-generate", () -> intents.accept(new MasksIntent.OpenForm(true)));
    button(check, "masks-check", () -> intents.accept(new MasksIntent.Check()));
    check.setTooltip(new Tooltip(TEXTS.get("bar.check.tip")));
    button(
        suspicious,
        "masks-leave-out-suspicious",
        () -> intents.accept(new MasksIntent.LeaveOutSuspicious()));
    button(
        disagreement,
        "masks-disagreement",
        () -> intents.accept(new MasksIntent.ShowDisagreement(disagreement.isSelected())));
    disagreement.setTooltip(new Tooltip(TEXTS.get("bar.disagreement.tip")));
    importing.setId("masks-import");
    MenuItem file = new MenuItem(TEXTS.get("bar.import.file"));
    file.setOnAction(event -> intents.accept(new MasksIntent.Import(false)));
    MenuItem folder = new MenuItem(TEXTS.get("bar.import.folder"));
    folder.setOnAction(event -> intents.accept(new MasksIntent.Import(true)));
    importing.getItems().addAll(file, folder);
    column
        .getChildren()
        .addAll(sets, row(generate, importing), row(check, disagreement), suspicious);
  }

  private static HBox row(ButtonBase... buttons) {
    HBox row = new HBox(6, buttons);
    for (ButtonBase button : buttons) {
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setMaxWidth(Double.MAX_VALUE);
    }
    return row;
  }

  private static void button(ButtonBase button, String id, Runnable action) {
    button.setId(id);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> action.run());
  }

  Node node() {
    return column;
  }

  void show(MasksState state) {
    showing = true;
    views = state.scene().views();
    if (!sets.getItems().equals(state.sets().entries())) {
      sets.getItems().setAll(state.sets().entries());
    }
    sets.setValue(state.sets().chosenEntry().orElse(null));
    sets.setDisable(state.sets().entries().isEmpty());
    generate.setDisable(!state.idle() || state.scene().photos() == 0);
    importing.setDisable(!state.idle() || state.scene().views() == 0);
    check.setDisable(
        !state.idle() || state.sets().chosenEntry().filter(MaskSetEntry::usable).isEmpty());
    disagreement.setSelected(state.look().disagreement());
    disagreement.setDisable(state.sets().chosenEntry().isEmpty());
    int count = state.check().suspicious().size();
    suspicious.setText(TEXTS.get("bar.suspicious", count));
    suspicious.setVisible(count > 0);
    suspicious.setManaged(count > 0);
    showing = false;
  }

  /** Names of sets with how many views they cover. */
  private final class Names extends StringConverter<MaskSetEntry> {
    @Override
    public String toString(MaskSetEntry set) {
      return set == null
          ? TEXTS.get("sets.none")
          : TEXTS.get(
              set.elsewhere() ? "sets.entry.elsewhere" : "sets.entry",
              set.name(),
              set.photos(),
              views);
    }

    @Override
    public MaskSetEntry fromString(String words) {
      throw new UnsupportedOperationException("sets are chosen, not typed");
    }
  }
}
