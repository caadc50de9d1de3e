package org.clickgaussian.viewport.tool;

/** Shows what the controller knows. */
@FunctionalInterface
public interface SelectionScreen {
  /** What is known has changed. */
  void show();
}
