package org.clickgaussian.viewport.tool;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.text.Texts;

/** How many Gaussians are selected, hidden and deleted. */
final class SelectionCounts {
  private static final Texts TEXTS = Texts.of("document");

  private final Label count = new Label();
  private final Label share = new Label();
  private final VBox node = new VBox(count, share);

  SelectionCounts() {
    count.setId("selection-count");
    count.getStyleClass().add("title");
    share.setId("selection-share");
    share.getStyleClass().addAll("muted", "small");
    share.setWrapText(true);
  }

  Node node() {
    return node;
  }

  void show(SceneDocument document) {
    EditState state = document.state();
    int selected = state.selection().size();
    int all = document.gaussianCount() - state.deleted().size();
    count.setText(
        selected == 0
            ? TEXTS.get("count.none")
            : TEXTS.get("count.selected", "%,d".formatted(selected)));
    StringBuilder more =
        new StringBuilder(
            TEXTS.get(
                "count.share",
                "%.1f".formatted(100.0 * selected / Math.max(1, all)),
                "%,d".formatted(all)));
    if (!state.hidden().isEmpty()) {
      more.append(TEXTS.get("count.hidden", "%,d".formatted(state.hidden().size())));
    }
    if (!state.deleted().isEmpty()) {
      more.append(TEXTS.get("count.deleted", "%,d".formatted(state.deleted().size())));
    }
    share.setText(more.toString());
  }
}
