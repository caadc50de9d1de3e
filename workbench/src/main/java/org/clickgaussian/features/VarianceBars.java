package org.clickgaussian.features;

import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.clickgaussian.feature.picture.PcaBasis;
import org.clickgaussian.text.Texts;

/** How much of the variance each principal component explains: bars with numbers. */
final class VarianceBars extends VBox {
  private static final Texts TEXTS = Texts.of("features");
  private static final int MOST = 8;
  private static final double TALL = 44;

  private final Label words = new Label();
  private final HBox bars = new HBox();
  private PcaBasis shown;

  VarianceBars() {
    setId("features-variance");
    getStyleClass().add("features-variance");
    words.setId("features-variance-words");
    words.getStyleClass().addAll("muted", "small");
    words.setWrapText(true);
    bars.getStyleClass().add("features-bars");
    bars.setAlignment(Pos.BOTTOM_LEFT);
    getChildren().addAll(bars, words);
  }

  void show(PcaBasis basis) {
    if (basis == shown) {
      return;
    }
    shown = basis;
    bars.getChildren().clear();
    if (basis == null) {
      words.setText("");
      return;
    }
    double[] explained = basis.explained();
    double largest = Math.max(1e-12, explained[0]);
    for (int k = 0; k < Math.min(MOST, explained.length); k++) {
      bars.getChildren().add(bar(k, explained[k], largest));
    }
    double three = Arrays.stream(explained).limit(PcaBasis.COMPONENTS).sum();
    words.setText(
        TEXTS.get("variance", ComponentAlignment.percent(three), String.valueOf(explained.length)));
  }

  private static VBox bar(int component, double share, double largest) {
    Label number = new Label("%.1f".formatted(100 * share));
    number.setMinWidth(USE_PREF_SIZE);
    Region bar = new Region();
    bar.getStyleClass().add(component < PcaBasis.COMPONENTS ? "features-shown" : "features-other");
    bar.setMinHeight(Math.max(1, TALL * share / largest));
    bar.setMaxHeight(USE_PREF_SIZE);
    bar.setPrefHeight(bar.getMinHeight());
    Label index = new Label(String.valueOf(component + 1));
    VBox column = new VBox(number, bar, index);
    column.setAlignment(Pos.BOTTOM_CENTER);
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setMaxWidth(Double.MAX_VALUE);
    column.setPrefWidth(1);
    for (Label label : new Label[] {number, index}) {
      label.getStyleClass().addAll("muted", "small");
    }
    return column;
  }
}
