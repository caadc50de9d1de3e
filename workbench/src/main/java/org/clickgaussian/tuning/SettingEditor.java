package org.clickgaussian.tuning;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.tuning.SettingItem.Shown;
import org.controlsfx.property.editor.PropertyEditor;

/**
 * A field for a number, or a box for a switch, with a button that takes the change back. A number
 * counts when Enter is pressed or the field is left; what is no allowed number is marked and not
 * taken.
 */
final class SettingEditor implements PropertyEditor<Object> {
  private static final Texts TEXTS = Texts.of("tuning");

  private final SettingItem item;
  private final HBox row;
  private final TextField field = new TextField();
  private final CheckBox box = new CheckBox();
  private final Button reset = new Button("\u21ba");
  private boolean showing;

  /**
   * An editor.
   *
   * @param explain told which setting a person looks at
   */
  SettingEditor(SettingItem item, Consumer<SettingItem> explain) {
    this.item = item;
    String key = item.parameter().key();
    Node editor = item.isSwitch() ? box : field;
    editor.setId("setting-" + key);
    reset.setId("reset-" + key);
    reset.getStyleClass().addAll("flat", "setting-reset");
    reset.setTooltip(new Tooltip(TEXTS.get("setting-reset.tip")));
    reset.setFocusTraversable(false);
    reset.setOnAction(event -> item.want(item.shown().get().compared()));
    field.setPrefColumnCount(4);
    field.setMinWidth(0);
    reset.setMinWidth(Region.USE_PREF_SIZE);
    field.setOnAction(event -> commit());
    field
        .focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (focused) {
                explain.accept(item);
              } else {
                leave();
              }
            });
    field.textProperty().addListener(property -> check());
    box.selectedProperty().addListener((property, before, on) -> switched(on));
    row = new HBox(4, editor, reset);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setOnMouseEntered(event -> explain.accept(item));
    HBox.setHgrow(editor, Priority.ALWAYS);
    item.shown().addListener((property, before, now) -> show(now));
    show(item.shown().get());
  }

  private void switched(boolean on) {
    if (!showing) {
      item.want(on ? 1 : 0);
    }
  }

  private double typed() {
    try {
      return Double.parseDouble(field.getText().strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private boolean isAllowed() {
    return item.parameter().allows(typed());
  }

  private void check() {
    mark(field, "problem", !isAllowed());
  }

  private void commit() {
    if (isAllowed()) {
      item.want(typed());
    }
  }

  private void leave() {
    commit();
    show(item.shown().get());
  }

  private void show(Shown shown) {
    showing = true;
    Hyperparameter parameter = item.parameter();
    String words = parameter.format(shown.value());
    if (!field.getText().equals(words)) {
      field.setText(words);
    }
    box.setSelected(shown.value() != 0);
    field.setDisable(!shown.changeable());
    box.setDisable(!shown.changeable());
    mark(field, "changed", shown.changed());
    mark(box, "changed", shown.changed());
    mark(field, "awaited", shown.awaited());
    reset.setVisible(shown.changed() && shown.changeable());
    showing = false;
  }

  private static void mark(Node node, String style, boolean on) {
    node.getStyleClass().remove(style);
    if (on) {
      node.getStyleClass().add(style);
    }
  }

  @Override
  public Node getEditor() {
    return row;
  }

  @Override
  public Object getValue() {
    return item.getValue();
  }

  @Override
  public void setValue(Object value) {
    // The item shows its value itself, with its marks.
  }
}
