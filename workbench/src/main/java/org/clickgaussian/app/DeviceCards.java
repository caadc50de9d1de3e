package org.clickgaussian.app;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.clickgaussian.settings.ComputedTask;
import org.clickgaussian.settings.DeviceChoice;
import org.clickgaussian.settings.SettingsStore;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.task.GpuDescription;
import org.clickgaussian.task.TaskExecutor;
import org.clickgaussian.text.Texts;

/** What a person sees of devices: the choice of one, and what the graphics processor can do. */
final class DeviceCards {
  private static final double WIDTH = 700;
  private static final int ROWS = 9;

  private final DeviceChoice choice;
  private final SharedDevice pictures;
  private final TaskExecutor tasks;
  private final Overlay overlay;
  private final Texts texts;

  DeviceCards(
      DeviceChoice choice,
      SharedDevice pictures,
      TaskExecutor tasks,
      Overlay overlay,
      Texts texts) {
    this.choice = choice;
    this.pictures = pictures;
    this.tasks = tasks;
    this.overlay = overlay;
    this.texts = texts;
  }

  /** A choice of device that holds at once; fixed where the command line named one. */
  Node chooser(ComputedTask task, SettingsStore settings) {
    ChoiceBox<Backend> box = new ChoiceBox<>(FXCollections.observableArrayList(Backend.values()));
    box.setId("preferences-" + task.key());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Backend backend) {
            return backend == null ? "" : words(backend);
          }

          @Override
          public Backend fromString(String words) {
            throw new UnsupportedOperationException("devices are chosen, not typed");
          }
        });
    box.setValue(choice.of(task));
    box.setDisable(choice.given().isPresent());
    box.valueProperty()
        .addListener((value, before, now) -> settings.change(state -> task.with(state, now)));
    return box;
  }

  /** What holds of both choices. */
  String note() {
    return choice
        .given()
        .map(given -> texts.get("device.given", given.key()))
        .orElseGet(() -> texts.get("device.note"));
  }

  private String words(Backend backend) {
    return texts.get("device." + backend.key());
  }

  /** Opens the card; what the device can do is asked for beside the window. */
  void show() {
    Label title = new Label(texts.get("gpu.title"));
    title.getStyleClass().add("title");
    Label use = new Label(use());
    use.setId("gpu-use");
    use.setWrapText(true);
    use.setMinHeight(Region.USE_PREF_SIZE);
    TextArea report = new TextArea(texts.get("gpu.asking"));
    report.setId("gpu-report");
    report.getStyleClass().add("monospace");
    report.setEditable(false);
    report.setWrapText(true);
    report.setPrefRowCount(ROWS);
    Button copy = new Button(texts.get("gpu.copy"));
    copy.setId("gpu-copy");
    copy.setOnAction(event -> copy(use.getText() + "\n" + report.getText()));
    Button close = new Button(texts.get("card.close"));
    close.setDefaultButton(true);
    close.setOnAction(event -> overlay.hide());
    HBox buttons = new HBox(8, copy, close);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox card = new VBox(14, title, use, report, buttons);
    card.setId("gpu");
    card.setPadding(new Insets(22));
    card.setPrefWidth(WIDTH);
    overlay.show(card, close);
    tasks.submit(
        texts.get("gpu.asking"),
        progress -> GpuDescription.ofThisMachine(),
        lines -> report.setText(String.join("\n", lines)));
  }

  private String use() {
    Backend drawing = choice.of(ComputedTask.PICTURES);
    String first =
        pictures
            .reason()
            .map(why -> texts.get("gpu.pictures.reason", words(drawing), why))
            .orElseGet(() -> texts.get("gpu.pictures", words(drawing)));
    String second = texts.get("gpu.training", words(choice.of(ComputedTask.TRAINING)));
    return String.join("\n", List.of(first, second));
  }

  private static void copy(String words) {
    ClipboardContent content = new ClipboardContent();
    content.putString(words);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
