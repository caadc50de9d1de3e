package org.clickgaussian.masks;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.clickgaussian.text.Texts;

/** The mask sets to choose from, and what can be done with them. */
final class MasksBar {
  private static final Texts TEXTS = Texts.of("masks");

  private final HBox row = new HBox();
  private final ComboBox<MaskSetEntry> sets = new ComboBox<>();
  private final Button generate = new Button(TEXTS.get("bar.generate"));
  private final MenuButton importing = new MenuButton(TEXTS.get("bar.import"));
  private final Button check = new Button(TEXTS.get("bar.check"));
  private final Button suspicious = new Button();
  private int views;
  private boolean showing;

  MasksBar(Consumer<MasksIntent> intents) {
    row.getStyleClass().add("masks-bar");
    row.setAlignment(Pos.CENTER_LEFT);
    sets.setId("masks-sets");
    sets.setPromptText(TEXTS.get("sets.none"));
    sets.setMinWidth(90);
    sets.setMaxWidth(300);
    sets.setConverter(new Names());
    HBox.setHgrow(sets, Priority.ALWAYS);
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
    importing.setId("masks-import");
    importing.setMinWidth(Region.USE_PREF_SIZE);
    MenuItem file = new MenuItem(TEXTS.get("bar.import.file"));
    file.setOnAction(event -> intents.accept(new MasksIntent.Import(false)));
    MenuItem folder = new MenuItem(TEXTS.get("bar.import.folder"));
    folder.setOnAction(event -> intents.accept(new MasksIntent.Import(true)));
    importing.getItems().addAll(file, folder);
    row.getChildren().addAll(sets, generate, importing, check, suspicious);
  }

  private static void button(Button button, String id, Runnable action) {
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
  }

  Node node() {
    return row;
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
      return set == null ? "" : TEXTS.get("sets.entry", set.name(), set.photos(), views);
    }

    @Override
    public MaskSetEntry fromString(String words) {
      throw new UnsupportedOperationException("sets are chosen, not typed");
    }
  }
}
