package org.clickgaussian.features;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.clickgaussian.text.Texts;

/** The feature space and the similarity of candidates, one at a time. */
final class FeaturesPane extends VBox {
  private static final Texts TEXTS = Texts.of("features");

  private final SpaceView space;
  private final SimilarityView similarity;
  private final AlignmentMenu alignment;
  private final ToggleButton showSpace = new ToggleButton(TEXTS.get("part.space"));
  private final ToggleButton showSimilarity = new ToggleButton(TEXTS.get("part.similarity"));
  private final Label level = new Label();

  FeaturesPane(SpaceView space, SimilarityView similarity, AlignmentMenu alignment) {
    this.space = space;
    this.similarity = similarity;
    this.alignment = alignment;
    setId("features");
    getStyleClass().add("features");
    showSpace.setId("features-show-space");
    showSimilarity.setId("features-show-similarity");
    ToggleGroup parts = new ToggleGroup();
    showSpace.setToggleGroup(parts);
    showSimilarity.setToggleGroup(parts);
    parts
        .selectedToggleProperty()
        .addListener(
            (toggle, before, now) -> {
              if (now == null) {
                parts.selectToggle(before);
              } else {
                turn(now == showSpace);
              }
            });
    level.setId("features-level");
    level.getStyleClass().addAll("muted", "small");
    HBox top = new HBox(showSpace, showSimilarity, level);
    top.getStyleClass().add("features-choices");
    top.setAlignment(Pos.CENTER_LEFT);
    StackPane middle = new StackPane(space, similarity);
    middle.setMinSize(0, 0);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(top, middle, alignment);
    parts.selectToggle(showSpace);
  }

  private void turn(boolean toSpace) {
    space.setVisible(toSpace);
    similarity.setVisible(!toSpace);
  }

  /** Shows the points, or the matrix. */
  void turnTo(boolean points) {
    (points ? showSpace : showSimilarity).setSelected(true);
  }

  void show(FeaturesState state) {
    level.setText(TEXTS.get("level." + state.level().key()));
    space.show(state);
    similarity.show(state);
    alignment.show(state);
  }
}
