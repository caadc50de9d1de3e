package org.clickgaussian.clusters;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;

/**
 * A cell of words about a value.
 *
 * @param <T> the value
 */
final class NumberCell<T> extends TreeTableCell<ClusterRow, T> {
  private final Function<T, String> words;

  NumberCell(Function<T, String> words) {
    this.words = words;
    setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(T value, boolean empty) {
    super.updateItem(value, empty);
    String said = empty || value == null ? null : words.apply(value);
    setText(said);
    setTooltip(
        value instanceof ClusterRow && said != null && !said.isEmpty() ? new Tooltip(said) : null);
  }
}
