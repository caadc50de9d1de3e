package org.clickgaussian.app;

import javafx.scene.Node;

/**
 * A pane that a feature gives to the window.
 *
 * @param id unique, by which the layout is remembered, such as "histogram"
 * @param title on its tab
 * @param place where it goes
 * @param node what it shows; takes the size it is given
 */
public record FeaturePane(String id, String title, Place place, Node node) {
  /** Where panes go. */
  public enum Place {
    /** Beside the scene on the left, as tabs with the project tree and the task list. */
    LEFT,
    /** In the middle; the viewport. */
    CENTRE,
    /** Beside the scene on the right, as tabs. */
    RIGHT,
    /** Below the scene, as tabs. */
    BOTTOM
  }
}
