package org.clickgaussian.features;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.clickgaussian.feature.space.SimilarityMatrix;
import org.clickgaussian.features.plot.HeatMapPainter;
import org.clickgaussian.text.Texts;

/** How alike a level's candidates are: a square of cells, and a scale with the margin in it. */
final class SimilarityView extends VBox {
  private static final Texts TEXTS = Texts.of("features");

  private final Consumer<FeaturesIntent> intents;
  private final Map map = new Map();
  private final MarginScale scale = new MarginScale();
  private final Label words = new Label();
  private final Label pointed = new Label(" ");
  private CandidateTable table;

  SimilarityView(Consumer<FeaturesIntent> intents) {
    this.intents = intents;
    setId("features-similarity");
    getStyleClass().add("features-part");
    words.setId("features-pairs");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    pointed.setId("features-pair");
    pointed.getStyleClass().addAll("muted", "small");
    pointed.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(map, Priority.ALWAYS);
    Label how = new Label(TEXTS.get("similarity.how"));
    how.getStyleClass().addAll("muted", "small");
    how.setWrapText(true);
    how.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(words, map, pointed, scale, how);
  }

  void show(FeaturesState state) {
    CandidateTable next = state.table().orElse(null);
    if (next == table) {
      return;
    }
    table = next;
    pointed.setText(" ");
    scale.show(table == null ? Double.NaN : table.margin());
    words.setText(table == null ? state.hint() : summary(table));
    map.paint();
  }

  private static String summary(CandidateTable table) {
    SimilarityMatrix matrix = table.matrix();
    List<SimilarityMatrix.Pair> above = matrix.above(table.margin());
    String margin = "%.2f".formatted(table.margin());
    if (above.isEmpty()) {
      return TEXTS.get(
          "similarity.none", String.valueOf(matrix.count()), table.level().key(), margin);
    }
    SimilarityMatrix.Pair most = above.getFirst();
    return TEXTS.get(
        "similarity.above",
        String.valueOf(matrix.count()),
        table.level().key(),
        above.size(),
        margin,
        table.name(most.row()),
        table.name(most.column()),
        "%.2f".formatted(most.cosine()));
  }

  /** The square of cells. */
  private final class Map extends Region {
    private final PixelSheet sheet = new PixelSheet();
    private final Swatch mark = new Swatch("features-mark", this::paint);
    private final Swatch line = new Swatch("features-line", this::paint);

    Map() {
      setId("features-map");
      setMinSize(0, 80);
      sheet.node().setManaged(false);
      sheet.node().setMouseTransparent(true);
      getChildren().addAll(sheet.node(), mark, line);
      setOnMouseMoved(this::hovered);
      setOnMouseExited(event -> pointed.setText(" "));
      setOnMouseClicked(this::clicked);
    }

    @Override
    protected void layoutChildren() {
      int side = (int) Math.min(getWidth(), getHeight());
      if (side > 0 && side != sheet.width()) {
        sheet.resize(side, side);
        paint();
      }
    }

    private void paint() {
      if (sheet.width() > 0) {
        sheet.node().setVisible(table != null);
        if (table != null) {
          painter().paint(sheet.pixels(), mark.rgb(), line.rgb());
          sheet.show();
        }
      }
    }

    private HeatMapPainter painter() {
      return new HeatMapPainter(table.matrix(), table.margin(), sheet.width());
    }

    private boolean holds(MouseEvent event) {
      return table != null
          && table.matrix().count() > 0
          && event.getX() < sheet.width()
          && event.getY() < sheet.height();
    }

    private void hovered(MouseEvent event) {
      if (!holds(event)) {
        pointed.setText(" ");
        return;
      }
      int row = painter().place(event.getY());
      int column = painter().place(event.getX());
      pointed.setText(
          TEXTS.get(
              "similarity.pair",
              table.name(row),
              table.name(column),
              "%.3f".formatted(table.matrix().at(row, column))));
    }

    private void clicked(MouseEvent event) {
      if (holds(event)) {
        intents.accept(
            new FeaturesIntent.PickPair(
                painter().place(event.getY()),
                painter().place(event.getX()),
                PlotPointer.combination(event)));
      }
    }
  }
}
