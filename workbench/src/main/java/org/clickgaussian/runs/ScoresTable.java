package org.clickgaussian.runs;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.clickgaussian.text.Texts;

/** The scores of a run: a row for each object and view, the worst on top. */
final class ScoresTable extends TableView<ScoreRow> {
  private static final Texts TEXTS = Texts.of("runs");
  private static final double WORDS = 150;
  private static final double VIEW = 110;
  private static final double NUMBER = 92;

  ScoresTable() {
    setId("scores-table");
    getStyleClass().add("runs-table");
    getColumns().add(words("scores.object", row -> row.object().name(), WORDS));
    getColumns().add(words("scores.view", row -> row.score().view(), VIEW));
    TableColumn<ScoreRow, Double> iou = number("scores.iou", row -> row.score().iou());
    getColumns().add(iou);
    getColumns().add(number("scores.boundary", row -> row.score().boundaryIou()));
    getColumns().add(words("scores.level", row -> row.object().level().key(), NUMBER));
    getColumns().add(words("scores.note", ScoresTable::note, VIEW));
    getSortOrder().add(iou);
  }

  private static String note(ScoreRow row) {
    if (!row.score().answered()) {
      return TEXTS.get("scores.unanswered");
    }
    return row.score().reference() ? TEXTS.get("scores.reference") : "";
  }

  private static TableColumn<ScoreRow, String> words(
      String key, Function<ScoreRow, String> text, double width) {
    TableColumn<ScoreRow, String> column = new TableColumn<>(TEXTS.get(key));
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
    column.setCellFactory(each -> new AlignedCell<>(Pos.CENTER_LEFT, words -> words));
    return column;
  }

  private static TableColumn<ScoreRow, Double> number(
      String key, Function<ScoreRow, Double> value) {
    TableColumn<ScoreRow, Double> column = new TableColumn<>(TEXTS.get(key));
    column.setPrefWidth(NUMBER);
    column.setComparator(Comparator.naturalOrder());
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(
        each ->
            new AlignedCell<>(
                Pos.CENTER_RIGHT, figure -> String.format(Locale.ROOT, "%.3f", figure)));
    return column;
  }

  /** A cell of words or a number. */
  private static final class AlignedCell<T> extends TableCell<ScoreRow, T> {
    private final Function<T, String> words;

    AlignedCell(Pos alignment, Function<T, String> words) {
      this.words = words;
      setAlignment(alignment);
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? null : words.apply(item));
    }
  }
}
