package org.clickgaussian.app;

import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A card above the window: palette, shortcut sheet, preferences, failures. One at a time; Escape or
 * a click beside it puts it away, and the keyboard goes back to where it was. While it is there the
 * keyboard stays on it.
 */
public final class Overlay {
  private final StackPane layer = new StackPane();
  private final ChangeListener<Node> keeper = (owner, before, now) -> keepFocus(now);
  private Node focusedBefore;
  private Node first;
  private Runnable whenGone = () -> {};

  /** An overlay with nothing on it. */
  public Overlay() {
    layer.setId("overlay");
    layer.getStyleClass().add("veil");
    layer.setVisible(false);
    layer.setOnMousePressed(
        event -> {
          if (event.getTarget() == layer) {
            hide();
          }
        });
    layer.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
          }
        });
  }

  /** What to put on top of the window. */
  Node node() {
    return layer;
  }

  /** Whether there is a card. */
  public boolean isShowing() {
    return layer.isVisible();
  }

  /** Whether a card with this id is there. */
  public boolean shows(String id) {
    return isShowing() && layer.getChildren().stream().anyMatch(card -> id.equals(card.getId()));
  }

  /**
   * Shows a card in place of the one before.
   *
   * @param card takes its preferred size
   * @param focus what the keyboard goes to
   */
  public void show(Region card, Node focus) {
    show(card, focus, () -> {});
  }

  /**
   * Shows a card in place of the one before.
   *
   * @param card takes its preferred size
   * @param focus what the keyboard goes to
   * @param gone run when the card was put away or another took its place
   */
  public void show(Region card, Node focus, Runnable gone) {
    Runnable goneBefore = whenGone;
    whenGone = gone;
    if (!isShowing()) {
      focusedBefore = layer.getScene() == null ? null : layer.getScene().getFocusOwner();
    }
    card.getStyleClass().add("overlay-card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    first = focus;
    layer.getChildren().setAll(card);
    layer.setVisible(true);
    layer.applyCss();
    layer.layout();
    focus.requestFocus();
    Scene scene = layer.getScene();
    if (scene != null) {
      scene.focusOwnerProperty().removeListener(keeper);
      scene.focusOwnerProperty().addListener(keeper);
    }
    goneBefore.run();
  }

  /** Puts the card away. */
  public void hide() {
    if (!isShowing()) {
      return;
    }
    Scene scene = layer.getScene();
    if (scene != null) {
      scene.focusOwnerProperty().removeListener(keeper);
    }
    layer.setVisible(false);
    layer.getChildren().clear();
    if (focusedBefore != null && focusedBefore.getScene() == scene) {
      focusedBefore.requestFocus();
    }
    focusedBefore = null;
    Runnable goneNow = whenGone;
    whenGone = () -> {};
    goneNow.run();
  }

  private void keepFocus(Node now) {
    for (Node node = now; node != null; node = node.getParent()) {
      if (node == layer) {
        return;
      }
    }
    if (isShowing()) {
      first.requestFocus();
    }
  }
}
