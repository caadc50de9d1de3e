package org.clickgaussian.clusters;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.clickgaussian.cluster.ClusterHierarchy;
import org.clickgaussian.cluster.edit.EditedClusters;
import org.clickgaussian.cluster.edit.EditedLevel;
import org.clickgaussian.text.Texts;

/**
 * The condensed tree of a level. A press and a drag move the cut, Escape meanwhile takes it back; a
 * click picks the clusters of the node under the pointer.
 */
final class CondensedTreeChart extends Region {
  private static final Texts TEXTS = Texts.of("clusters");
  private static final double AXIS = 46;
  private static final double MARGIN = 10;
  private static final double CLICK = 4;
  private static final double NUMBER_WIDTH = 22;
  private static final double[] CUT_DASHES = {7, 4};
  private static final double[] NO_CUT_DASHES = {2, 4};

  private final Consumer<ClustersIntent> intents;
  private final Canvas canvas = new Canvas();

  /**
   * Carry the stylesheet's colours for the canvas, which knows no styles itself. They are empty but
   * visible: what is not visible is not styled when the theme changes.
   */
  private final Region accent = swatch("histogram-inside");

  private final Region neutral = swatch("histogram-outside");
  private final Label text = new Label();
  private final Label muted = new Label();
  private Optional<ClustersState> state = Optional.empty();
  private Optional<CondensedTreeLayout> layout = Optional.empty();
  private double pressedY;
  private boolean pressed;
  private boolean dragging;

  CondensedTreeChart(Consumer<ClustersIntent> intents) {
    this.intents = intents;
    setId("cluster-tree-chart");
    setMinSize(120, 90);
    setPrefSize(500, 200);
    setFocusTraversable(true);
    setAccessibleText(TEXTS.get("tree.chart"));
    setCursor(Cursor.V_RESIZE);
    muted.getStyleClass().add("muted");
    text.setManaged(false);
    muted.setManaged(false);
    canvas.setManaged(false);
    getChildren().addAll(canvas, accent, neutral, text, muted);
    accent.backgroundProperty().addListener(property -> draw());
    neutral.backgroundProperty().addListener(property -> draw());
    text.textFillProperty().addListener(property -> draw());
    muted.textFillProperty().addListener(property -> draw());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private static Region swatch(String style) {
    Region swatch = new Region();
    swatch.getStyleClass().add(style);
    swatch.setManaged(false);
    return swatch;
  }

  void show(ClustersState next) {
    state = Optional.of(next);
    arrange();
    draw();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    layout = Optional.empty();
    arrange();
    draw();
  }

  /** The layout follows the hierarchy and the size. */
  private void arrange() {
    Optional<ClusterHierarchy> tree = state.flatMap(ClustersState::hierarchy);
    boolean stale = layout.map(CondensedTreeLayout::tree).orElse(null) != tree.orElse(null);
    if (stale) {
      double width = Math.max(1, getWidth() - AXIS - MARGIN);
      double height = Math.max(1, getHeight() - 2 * MARGIN);
      layout = tree.map(each -> new CondensedTreeLayout(each, width, height));
    }
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && layout.isPresent()) {
      requestFocus();
      pressed = true;
      pressedY = event.getY();
      event.consume();
    }
  }

  private void drag(MouseEvent event) {
    if (pressed && (dragging || Math.abs(event.getY() - pressedY) > CLICK)) {
      dragging = true;
      intents.accept(new ClustersIntent.DragCut(distance(event)));
      event.consume();
    }
  }

  private double distance(MouseEvent event) {
    return layout.orElseThrow().distance(event.getY() - MARGIN);
  }

  private void release(MouseEvent event) {
    if (dragging && layout.isPresent()) {
      intents.accept(new ClustersIntent.DropCut(Optional.of(distance(event))));
    } else if (pressed) {
      layout.ifPresent(each -> pick(each, event));
    }
    pressed = false;
    dragging = false;
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && dragging) {
      pressed = false;
      dragging = false;
      intents.accept(new ClustersIntent.DropCut(Optional.empty()));
      event.consume();
    }
  }

  private void pick(CondensedTreeLayout at, MouseEvent event) {
    int node = at.nodeAt(event.getX() - AXIS, event.getY() - MARGIN);
    EditedLevel level = level();
    if (node >= 0 && level != null) {
      Set<Integer> clusters = new TreeSet<>();
      for (int candidate : at.clustersOf(node)) {
        clusters.addAll(shown(level, candidate));
      }
      intents.accept(new ClustersIntent.Pick(state.orElseThrow().level(), clusters));
    }
  }

  private EditedLevel level() {
    Optional<EditedClusters> shown = state.flatMap(ClustersState::shown);
    return shown.map(each -> each.level(state.orElseThrow().level())).orElse(null);
  }

  /** The clusters that a computed candidate is shown as: several where it was split. */
  private static Set<Integer> shown(EditedLevel level, int candidate) {
    if (level.clusterOf(candidate) >= 0) {
      return Set.of(level.clusterOf(candidate));
    }
    Set<Integer> parts = new TreeSet<>();
    for (int cluster : level.clusters()) {
      for (int member : level.members(cluster)) {
        if (level.origin(member) == candidate) {
          parts.add(cluster);
        }
      }
    }
    return parts;
  }

  private void draw() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    EditedLevel level = level();
    if (layout.isEmpty() || level == null) {
      return;
    }
    CondensedTreeLayout at = layout.get();
    graphics.save();
    graphics.translate(0, MARGIN);
    drawAxis(graphics, at);
    graphics.translate(AXIS, 0);
    for (int node = 0; node < at.tree().nodes(); node++) {
      drawNode(graphics, at, level, node);
    }
    drawCut(graphics, at);
    graphics.restore();
  }

  private void drawAxis(GraphicsContext graphics, CondensedTreeLayout at) {
    graphics.setFill(muted.getTextFill());
    graphics.setStroke(paint(neutral));
    graphics.setLineWidth(0.5);
    for (double tick : at.ticks()) {
      double y = Math.round(at.y(tick)) + 0.5;
      graphics.strokeLine(AXIS - 4, y, canvas.getWidth() - MARGIN, y);
      graphics.fillText(tick >= 1 ? "%.0f".formatted(tick) : "%s".formatted(tick), 4, y + 4);
    }
  }

  private void drawNode(
      GraphicsContext graphics, CondensedTreeLayout at, EditedLevel level, int node) {
    Set<Integer> clusters = new TreeSet<>();
    at.clustersOf(node).forEach(candidate -> clusters.addAll(shown(level, candidate)));
    int[] colours = state.orElseThrow().colours();
    boolean one = clusters.size() == 1;
    int cluster = one ? clusters.iterator().next() : -1;
    Paint fill = paint(neutral);
    if (one && cluster < colours.length) {
      fill =
          Color.rgb(
              colours[cluster] >> 16 & 255, colours[cluster] >> 8 & 255, colours[cluster] & 255);
    }
    double left = at.left(node);
    double top = at.top(node);
    double width = Math.max(1, at.nodeWidth(node) - 1);
    double height = Math.max(2, at.bottom(node) - top - 1);
    graphics.setFill(fill);
    graphics.fillRect(left, top, width, height);
    boolean chosen = at.tree().cluster(node) >= 0;
    ClustersState now = state.orElseThrow();
    boolean picked =
        now.pickedLevel() == now.level()
            && !clusters.isEmpty()
            && now.picked().containsAll(clusters);
    if (picked) {
      graphics.setStroke(text.getTextFill());
      graphics.setLineWidth(2);
      graphics.strokeRect(left + 1, top + 1, Math.max(1, width - 2), Math.max(1, height - 2));
    }
    if (chosen && width > NUMBER_WIDTH && height > 12) {
      graphics.setFill(Color.BLACK);
      graphics.fillText(Integer.toString(at.tree().cluster(node)), left + 4, top + 12);
    }
  }

  private void drawCut(GraphicsContext graphics, CondensedTreeLayout at) {
    ClustersState now = state.orElseThrow();
    boolean cut = now.cut().isPresent();
    double y = Math.round(at.y(now.cut().orElse(0)));
    double right = canvas.getWidth() - AXIS - MARGIN;
    graphics.setStroke(cut ? paint(accent) : muted.getTextFill());
    graphics.setLineWidth(2);
    graphics.setLineDashes(cut ? CUT_DASHES : NO_CUT_DASHES);
    graphics.strokeLine(0, y, right, y);
    graphics.setLineDashes();
    graphics.setFill(cut ? paint(accent) : muted.getTextFill());
    graphics.fillPolygon(new double[] {-9, 0, -9}, new double[] {y - 6, y, y + 6}, 3);
  }

  private static Paint paint(Region swatch) {
    Background background = swatch.getBackground();
    return background == null || background.getFills().isEmpty()
        ? Color.GRAY
        : background.getFills().getFirst().getFill();
  }
}
