package org.clickgaussian.app;

import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.clickgaussian.settings.ComputedTask;
import org.clickgaussian.settings.SettingsStore;
import org.clickgaussian.settings.ThemeChoice;
import org.clickgaussian.text.Texts;

/** The preferences. Each holds as soon as it is changed, unless it says otherwise. */
final class PreferencesCard {
  private static final double WIDTH = 520;
  private static final int MOST_THREADS = 256;

  private final SettingsStore settings;
  private final Overlay overlay;
  private final DeviceCards devices;
  private final Texts texts;
  private final GridPane grid = new GridPane(18, 14);

  PreferencesCard(SettingsStore settings, Overlay overlay, DeviceCards devices, Texts texts) {
    this.settings = settings;
    this.overlay = overlay;
    this.devices = devices;
    this.texts = texts;
  }

  void show() {
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    ChoiceBox<ThemeChoice> theme = theme();
    row("preferences.theme", theme, null);
    row("preferences.threads", threads(), texts.get("preferences.threads.note"));
    row("preferences.pictures", devices.chooser(ComputedTask.PICTURES, settings), null);
    row("preferences.training", devices.chooser(ComputedTask.TRAINING, settings), devices.note());
    row("preferences.device", aboutDevice(), null);
    row("preferences.start", reopen(), null);
    row("preferences.recent", clear(), null);
    Label title = new Label(texts.get("preferences.title"));
    title.getStyleClass().add("title");
    Label file = new Label(texts.get("preferences.file", settings.path()));
    file.getStyleClass().addAll("muted", "small");
    file.setWrapText(true);
    Button close = new Button(texts.get("card.close"));
    close.setId("preferences-close");
    close.setDefaultButton(true);
    close.setOnAction(event -> overlay.hide());
    HBox buttons = new HBox(close);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox card = new VBox(18, title, grid, file, buttons);
    card.setId("preferences");
    card.setPadding(new Insets(22));
    card.setPrefWidth(WIDTH);
    overlay.show(card, theme);
  }

  private Button aboutDevice() {
    Button about = new Button(texts.get("preferences.device.about"));
    about.setId("preferences-device");
    about.setOnAction(event -> devices.show());
    return about;
  }

  private void row(String key, Node value, String words) {
    Label name = new Label(texts.get(key));
    name.setLabelFor(value);
    VBox cell = new VBox(4, value);
    if (words != null) {
      Label note = new Label(words);
      note.getStyleClass().addAll("muted", "small");
      note.setWrapText(true);
      cell.getChildren().add(note);
    }
    GridPane.setValignment(name, javafx.geometry.VPos.TOP);
    name.setPadding(new Insets(5, 0, 0, 0));
    grid.addRow(grid.getRowCount(), name, cell);
  }

  private ChoiceBox<ThemeChoice> theme() {
    ChoiceBox<ThemeChoice> theme =
        new ChoiceBox<>(FXCollections.observableArrayList(ThemeChoice.values()));
    theme.setId("preferences-theme");
    theme.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(ThemeChoice choice) {
            return choice == null ? "" : texts.get("theme." + choice.key());
          }

          @Override
          public ThemeChoice fromString(String words) {
            throw new UnsupportedOperationException("themes are chosen, not typed");
          }
        });
    theme.setValue(settings.get().theme());
    theme
        .valueProperty()
        .addListener((value, before, now) -> settings.change(state -> state.withTheme(now)));
    return theme;
  }

  private Spinner<Integer> threads() {
    Spinner<Integer> threads = new Spinner<>(0, MOST_THREADS, settings.get().threads());
    threads.setId("preferences-threads");
    threads.setEditable(true);
    threads
        .valueProperty()
        .addListener((value, before, now) -> settings.change(state -> state.withThreads(now)));
    return threads;
  }

  private CheckBox reopen() {
    CheckBox reopen = new CheckBox(texts.get("preferences.reopen"));
    reopen.setId("preferences-reopen");
    reopen.setSelected(settings.get().reopen());
    reopen
        .selectedProperty()
        .addListener((value, before, now) -> settings.change(state -> state.withReopen(now)));
    return reopen;
  }

  private Button clear() {
    Button clear = new Button(texts.get("preferences.clear"));
    clear.setId("preferences-clear");
    clear.setDisable(settings.get().recent().isEmpty());
    clear.setOnAction(
        event -> {
          settings.get().recent().forEach(scene -> settings.change(now -> now.forgotten(scene)));
          clear.setDisable(true);
        });
    return clear;
  }
}
