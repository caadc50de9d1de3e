package org.clickgaussian.features;

import java.util.Arrays;
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
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Rotate;
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
    pointer = new PlotPointer(this, new Answers(intents, pointed));
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

  /** The point whose body is under the pointer; −1 if there is none. */
  int hit() {
    return picked == null || picked.getIntersectedNode() == null
        ? -1
        : meshes.point(picked.getIntersectedNode(), picked.getIntersectedFace());
  }

  /** Shows all points from the first side. */
  void fit() {
    tilt.setAngle(TILT);
    turn.setAngle(TURN);
    camera.setTranslateZ(-DISTANCE);
    plotted = null;
  }

  private final class Answers extends PointPicking {
    Answers(Consumer<FeaturesIntent> intents, IntConsumer pointed) {
      super(canvas, rim, lasso, intents, pointed);
    }

    @Override
    PlottedPoints plotted() {
      return ScatterSolid.this.plotted();
    }

    /** The point whose body is under the pointer, else the nearest in reach. */
    @Override
    int pointAt(double x, double y) {
      int hit = hit();
      return hit >= 0 ? hit : super.pointAt(x, y);
    }

    @Override
    public void moved(double byX, double byY) {
      turn.setAngle(turn.getAngle() - DEGREES * byX);
      tilt.setAngle(Math.clamp(tilt.getAngle() + DEGREES * byY, -90, 90));
      plotted = null;
      clear();
    }

    @Override
    public void zoomed(double x, double y, double factor) {
      camera.setTranslateZ(-Math.clamp(-camera.getTranslateZ() / factor, NEAREST, FARTHEST));
      plotted = null;
      clear();
    }

    @Override
    public void fit() {
      ScatterSolid.this.fit();
    }
  }
}
