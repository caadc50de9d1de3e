package org.clickgaussian.masks;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.Images;

/** A picture of the masks of one view. */
final class PreviewPane {
  private static final Texts TEXTS = Texts.of("masks");

  private final ImageView picture = new ImageView();
  private final Label words = new Label();
  private final Label empty = new Label(TEXTS.get("preview.empty"));
  private final VBox box;
  private MaskPreview shown;

  PreviewPane() {
    picture.setId("masks-picture");
    picture.setPreserveRatio(true);
    words.setId("masks-picture-words");
    words.getStyleClass().addAll("muted", "small");
    words.setWrapText(true);
    words.setMinWidth(0);
    empty.getStyleClass().add("hint");
    words.getStyleClass().add("masks-preview-words");
    Frame frame = new Frame();
    VBox.setVgrow(frame, Priority.ALWAYS);
    box = new VBox(frame, words);
    box.setId("masks-preview");
    box.getStyleClass().add("masks-preview");
    box.setMinSize(0, 0);
  }

  Node node() {
    return box;
  }

  void show(MasksState state) {
    MaskPreview next = state.look().preview().orElse(null);
    if (next != shown) {
      shown = next;
      picture.setImage(next == null ? null : Images.of(next.image()));
      words.setText(next == null ? "" : next.words());
    }
    empty.setVisible(next == null);
  }

  /** Keeps the picture as large as fits, in the middle. */
  private final class Frame extends Pane {
    Frame() {
      setMinSize(0, 0);
      setPrefSize(200, 120);
      getChildren().addAll(empty, picture);
    }

    @Override
    protected void layoutChildren() {
      picture.setFitWidth(getWidth());
      picture.setFitHeight(getHeight());
      double width = picture.getLayoutBounds().getWidth();
      double height = picture.getLayoutBounds().getHeight();
      picture.relocate((getWidth() - width) / 2, (getHeight() - height) / 2);
      empty.resizeRelocate(0, 0, getWidth(), getHeight());
    }
  }
}
