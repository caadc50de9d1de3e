package org.clickgaussian.app;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Buttons beside each other that share the width equally. Where not all have room for their words,
 * the row breaks into several, so that nothing is cut off.
 */
public final class EqualRow extends Pane {
  private static final double GAP = 6;

  /** A row of these. */
  public EqualRow(Node... nodes) {
    getChildren().addAll(nodes);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** How many stand beside each other in a width; rows are filled evenly. */
  private int columns(double width) {
    List<Node> nodes = getManagedChildren();
    int most = (int) Math.floor((width + GAP) / (widest() + GAP));
    int fitting = Math.clamp(most, 1, Math.max(1, nodes.size()));
    int rows = Math.ceilDiv(Math.max(1, nodes.size()), fitting);
    return Math.ceilDiv(Math.max(1, nodes.size()), rows);
  }

  private double widest() {
    return getManagedChildren().stream().mapToDouble(node -> node.minWidth(-1)).max().orElse(0);
  }

  private double highest() {
    return getManagedChildren().stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
  }

  @Override
  protected double computeMinWidth(double height) {
    Insets insets = getInsets();
    return insets.getLeft() + snapSizeX(widest()) + insets.getRight();
  }

  @Override
  protected double computePrefWidth(double height) {
    Insets insets = getInsets();
    int count = getManagedChildren().size();
    double each =
        getManagedChildren().stream().mapToDouble(node -> node.prefWidth(-1)).max().orElse(0);
    double gaps = GAP * Math.max(0, count - 1);
    return insets.getLeft() + snapSizeX(each) * count + gaps + insets.getRight();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    double inside = width < 0 ? Double.MAX_VALUE : width - insets.getLeft() - insets.getRight();
    int rows = Math.ceilDiv(getManagedChildren().size(), columns(inside));
    double gaps = GAP * Math.max(0, rows - 1);
    return insets.getTop() + rows * snapSizeY(highest()) + gaps + insets.getBottom();
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double inside = getWidth() - insets.getLeft() - insets.getRight();
    int columns = columns(inside);
    double each = (inside - GAP * (columns - 1)) / columns;
    double high = snapSizeY(highest());
    List<Node> nodes = getManagedChildren();
    for (int i = 0; i < nodes.size(); i++) {
      double x = snapPositionX(insets.getLeft() + i % columns * (each + GAP));
      double y = snapPositionY(insets.getTop() + i / columns * (high + GAP));
      nodes.get(i).resizeRelocate(x, y, snapSizeX(each), high);
    }
  }
}
