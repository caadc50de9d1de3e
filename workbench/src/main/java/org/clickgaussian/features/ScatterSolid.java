package org.clickgaussian.features;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.geometry.Point3D;
import javafx.scene.AmbientLight;
import javafx.scene.Group;
import javafx.scene.PerspectiveCamera;
import javafx.scene.SceneAntialiasing;
import javafx.scene.SubScene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Rotate;
import org.clickgaussian.document.Combination;
import org.clickgaussian.feature.space.Embedding;
import org.clickgaussian.features.plot.PlottedPoints;

/** Points in space: turned by dragging, zoomed with the wheel, clicked, picked with a lasso. */
final class ScatterSolid extends Region {
  /** Where the farthest point lies from the middle. */
  private static final double RADIUS = 100;

  private static final double DISTANCE = 400;
  private static final double NEAREST = 20;
  private static final double FARTHEST = 3_000;
  private static final double DEGREES = 0.4;
  private static final double TILT = -20;
  private static final double TURN = 30;
  private static final double REACH = 8;

  private final PointMeshes meshes = new PointMeshes();
  private final Group turned = new Group(new ComponentAxes(2 * RADIUS), meshes.node());
  private final Rotate tilt = new Rotate(TILT, Rotate.X_AXIS);
  private final Rotate turn = new Rotate(TURN, Rotate.Y_AXIS);
  private final PerspectiveCamera camera = new PerspectiveCamera(true);
  private final SubScene space;
  private final Canvas canvas = new Canvas();
  private final Swatch rim = new Swatch("features-rim", this::mark);
  private final Swatch lasso = new Swatch("features-lasso", this::mark);
  private final Swatch ground = new Swatch("features-ground", this::mark);
  private final Consumer<FeaturesIntent> intents;
  private final IntConsumer pointed;
  private final PlotPointer pointer;
  private FeaturesState state = FeaturesState.initial();
  private Embedding shown;
  private int[] colours = new int[0];
  private double[][] places = new double[0][];
  private PlottedPoints plotted;
  private PickResult picked;

  /**
   * A plot.
   *
   * @param pointed takes the point under the pointer, −1 for none
   */
  ScatterSolid(Consumer<FeaturesIntent> intents, IntConsumer pointed) {
    this.intents = intents;
    this.pointed = pointed;
    setId("features-solid");
    setMinSize(0, 0);
    turned.getTransforms().addAll(tilt, turn);
    // Light from everywhere: colours are those of the scene, from all sides.
    space =
        new SubScene(
            new Group(turned, new AmbientLight(Color.WHITE)),
            1,
            1,
            true,
            SceneAntialiasing.BALANCED);
    camera.setNearClip(1);
    camera.setFarClip(2 * FARTHEST);
    camera.setTranslateZ(-DISTANCE);
    space.setCamera(camera);
    space.setFill(Color.TRANSPARENT);
    space.setManaged(false);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    getChildren().addAll(space, canvas, rim, lasso, ground);
    pointer = new PlotPointer(this, new Answers());
    addEventFilter(MouseEvent.ANY, event -> picked = event.getPickResult());
  }

  /** Whether this machine can draw in space. */
  static boolean isSupported() {
    return Platform.isSupported(ConditionalFeature.SCENE3D);
  }

  void useLasso(boolean wanted) {
    pointer.useLasso(wanted);
  }

  void show(FeaturesState next) {
    boolean remarked = !next.marked().equals(state.marked());
    state = next;
    Embedding embedding = next.points().map(FeaturePoints::embedding).orElse(null);
    if (embedding != shown || !Arrays.equals(next.colours(), colours)) {
      shown = embedding;
      colours = next.colours();
      places = embedding == null ? new double[0][] : places(embedding);
      meshes.show(places, colours);
      plotted = null;
      mark();
    } else if (remarked) {
      mark();
    }
  }

  private void mark() {
    meshes.mark(state.marked(), ground.colour());
  }

  /** Around the middle of the points, y upwards. */
  private static double[][] places(Embedding embedding) {
    int n = embedding.count();
    double[] middle = new double[3];
    for (int i = 0; i < n; i++) {
      for (int axis = 0; axis < 3; axis++) {
        middle[axis] += embedding.at(i, axis) / (double) n;
      }
    }
    double[][] places = new double[n][3];
    double farthest = 0;
    for (int i = 0; i < n; i++) {
      double square = 0;
      for (int axis = 0; axis < 3; axis++) {
        double sign = axis == 1 ? -1 : 1;
        places[i][axis] = sign * (embedding.at(i, axis) - middle[axis]);
        square += places[i][axis] * places[i][axis];
      }
      farthest = Math.max(farthest, square);
    }
    double scale = farthest > 0 ? RADIUS / Math.sqrt(farthest) : 1;
    for (double[] place : places) {
      for (int axis = 0; axis < 3; axis++) {
        place[axis] *= scale;
      }
    }
    return places;
  }

  @Override
  protected void layoutChildren() {
    space.setWidth(getWidth());
    space.setHeight(getHeight());
    // The angle of view is that of the shorter side, so that all points are seen.
    camera.setVerticalFieldOfView(getHeight() <= getWidth());
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    plotted = null;
  }

  /**
   * Where the points are in this plot now. Worked out here, as JavaFX knows the projection of a
   * changed size or angle only after the next pulse.
   */
  PlottedPoints plotted() {
    if (plotted == null) {
      double side = camera.isVerticalFieldOfView() ? getHeight() : getWidth();
      double focal = 0.5 * side / Math.tan(Math.toRadians(camera.getFieldOfView()) / 2);
      double[] columns = new double[places.length];
      double[] rows = new double[places.length];
      for (int i = 0; i < places.length; i++) {
        Point3D at = turned.localToParent(places[i][0], places[i][1], places[i][2]);
        double depth = at.getZ() - camera.getTranslateZ();
        double scale = depth > camera.getNearClip() ? focal / depth : Double.NaN;
        columns[i] = 0.5 * getWidth() + scale * at.getX();
        rows[i] = 0.5 * getHeight() + scale * at.getY();
      }
      plotted = new PlottedPoints(columns, rows);
    }
    return plotted;
  }

  private void paintOver(double[] line, int hovered) {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    LassoInk.draw(graphics, line, lasso.colour());
    if (hovered >= 0) {
      graphics.setStroke(rim.colour());
      graphics.setLineWidth(1.5);
      graphics.strokeOval(plotted().columns()[hovered] - 6, plotted().rows()[hovered] - 6, 12, 12);
    }
  }

  /** The point whose body is under the pointer; −1 if there is none. */
  int hit() {
    return picked == null || picked.getIntersectedNode() == null
        ? -1
        : meshes.point(picked.getIntersectedNode(), picked.getIntersectedFace());
  }

  /** The point whose body is under the pointer, else the nearest in reach; −1 if there is none. */
  private int pointAt(double x, double y) {
    int hit = hit();
    return hit >= 0 ? hit : plotted().nearest(x, y, REACH);
  }

  /** Shows all points from the first side. */
  void fit() {
    tilt.setAngle(TILT);
    turn.setAngle(TURN);
    camera.setTranslateZ(-DISTANCE);
    plotted = null;
  }

  private final class Answers implements PlotPointer.Plot {
    @Override
    public void clicked(double x, double y, Combination combination) {
      int point = pointAt(x, y);
      if (point >= 0) {
        BitSet points = new BitSet();
        points.set(point);
        intents.accept(new FeaturesIntent.Pick(points, combination));
      }
    }

    @Override
    public void hovered(double x, double y) {
      int point = pointAt(x, y);
      paintOver(new double[0], point);
      pointed.accept(point);
    }

    @Override
    public void left() {
      paintOver(new double[0], -1);
      pointed.accept(-1);
    }

    @Override
    public void drawing(double[] line) {
      paintOver(line, -1);
    }

    @Override
    public void lassoed(double[] line, Combination combination) {
      BitSet points =
          plotted().inside(line, Math.max(1, (int) getWidth()), Math.max(1, (int) getHeight()));
      if (!points.isEmpty()) {
        intents.accept(new FeaturesIntent.Pick(points, combination));
      }
    }

    @Override
    public void moved(double byX, double byY) {
      turn.setAngle(turn.getAngle() - DEGREES * byX);
      tilt.setAngle(Math.clamp(tilt.getAngle() + DEGREES * byY, -90, 90));
      plotted = null;
      paintOver(new double[0], -1);
    }

    @Override
    public void zoomed(double x, double y, double factor) {
      camera.setTranslateZ(-Math.clamp(-camera.getTranslateZ() / factor, NEAREST, FARTHEST));
      plotted = null;
      paintOver(new double[0], -1);
    }

    @Override
    public void fit() {
      ScatterSolid.this.fit();
    }
  }
}
