package org.clickgaussian.splat.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;

/** Proposes cameras for a content. */
final class Candidates {
  /** Vertical angle of view of the shorter side, radians: 50 degrees. */
  private static final double ANGLE_OF_VIEW = Math.toRadians(50);

  private static final int AZIMUTHS = 24;
  private static final double[] ELEVATIONS = {-15, 10, 32, 58};

  /** How much of the image the content fills. */
  private static final double FILL = 0.9;

  /** How much nearer a close look is. */
  private static final double CLOSER = 2;

  /** A side of the content that is this much longer than the next is looked at in pieces. */
  private static final double LONG = 1.5;

  private static final double[] PITCHES = {-30, -5, 15};
  private static final int HEADINGS = 10;
  private static final double FITTING = 0.97;

  private final Content content;
  private final double[] up;
  private final double[] ahead;
  private final double[] side;
  private final int width;
  private final int height;

  Candidates(Content content, double[] up, int width, int height) {
    this.content = content;
    this.up = Vectors.unit(up);
    this.ahead = Vectors.across(this.up);
    this.side = Vectors.cross(this.up, ahead);
    this.width = width;
    this.height = height;
  }

  /** Cameras around the content that look at its middle, so far away that it fits. */
  List<Camera> orbit() {
    double[] centre = content.centre();
    List<Camera> cameras = new ArrayList<>();
    for (double[] from : directions()) {
      cameras.add(camera(Vectors.plus(centre, distance(from), from), centre));
    }
    return cameras;
  }

  /** Cameras around the content from nearby, which see a part of it at a time. */
  List<Camera> closeOrbit() {
    List<Camera> cameras = new ArrayList<>();
    for (double[] target : targets()) {
      for (double[] from : directions()) {
        cameras.add(camera(Vectors.plus(target, distance(from) / CLOSER, from), target));
      }
    }
    return cameras;
  }

  private List<double[]> directions() {
    List<double[]> directions = new ArrayList<>();
    for (double elevation : ELEVATIONS) {
      for (int a = 0; a < AZIMUTHS; a++) {
        // Rings are turned against each other, so that fewer cameras stand one above another.
        double azimuth = 2 * Math.PI * (a + 0.3 * elevation / 10) / AZIMUTHS;
        directions.add(direction(azimuth, Math.toRadians(elevation)));
      }
    }
    return directions;
  }

  /** The middle of the content; of long content two places along it. */
  private List<double[]> targets() {
    double[] lengths = new double[3];
    int longest = 0;
    for (int axis = 0; axis < 3; axis++) {
      double[] range = content.range(Content.axisDirection(axis, 1));
      lengths[axis] = range[1] - range[0];
      longest = lengths[axis] > lengths[longest] ? axis : longest;
    }
    double next = Math.max(lengths[(longest + 1) % 3], lengths[(longest + 2) % 3]);
    double[] centre = content.centre();
    if (lengths[longest] < LONG * next) {
      return List.of(centre);
    }
    double[] along = Content.axisDirection(longest, lengths[longest] / 4);
    return List.of(Vectors.plus(centre, 1, along), Vectors.plus(centre, -1, along));
  }

  /** Cameras at places within the content that look around. */
  List<Camera> inside() {
    List<Camera> cameras = new ArrayList<>();
    for (double[] place : places()) {
      for (double pitch : PITCHES) {
        for (int h = 0; h < HEADINGS; h++) {
          double[] to = direction(2 * Math.PI * h / HEADINGS, Math.toRadians(pitch));
          cameras.add(camera(place, Vectors.plus(place, 1, to)));
        }
      }
    }
    return cameras;
  }

  /** Places within the middle half of the content, on two heights. */
  List<double[]> places() {
    double[] across = content.range(ahead);
    double[] along = content.range(side);
    double[] upward = content.range(up);
    List<double[]> places = new ArrayList<>();
    for (double h : new double[] {0.4, 0.6}) {
      for (double a : new double[] {0.3, 0.5, 0.7}) {
        for (double s : new double[] {0.3, 0.5, 0.7}) {
          double[] place = Vectors.plus(new double[3], mix(across, a), ahead);
          place = Vectors.plus(place, mix(along, s), side);
          places.add(Vectors.plus(place, mix(upward, h), up));
        }
      }
    }
    return places;
  }

  /** Four cameras at a place that look level all around, together 4 · 90 degrees. */
  List<Camera> around(double[] place, int pixels) {
    List<Camera> cameras = new ArrayList<>();
    for (int h = 0; h < 4; h++) {
      double[] to = Vectors.plus(place, 1, direction(Math.PI / 2 * h, 0));
      cameras.add(
          Camera.centred(pixels, pixels, pixels / 2.0, RigidTransform.lookAt(place, to, up)));
    }
    return cameras;
  }

  private static double mix(double[] range, double share) {
    return range[0] + share * (range[1] - range[0]);
  }

  private double[] direction(double azimuth, double elevation) {
    double level = Math.cos(elevation);
    double[] flat = Vectors.plus(new double[3], level * Math.cos(azimuth), ahead);
    flat = Vectors.plus(flat, level * Math.sin(azimuth), side);
    return Vectors.plus(flat, Math.sin(elevation), up);
  }

  /**
   * How far from the content's middle along a direction a camera must stand for the content to fit:
   * a point at (x, y, z) in camera axes from the middle is within the image's share {@value #FILL}
   * if the distance is at least |x| · fx / (share · width / 2) − z, and likewise for y.
   */
  private double distance(double[] from) {
    double[] centre = content.centre();
    Camera unmoved = camera(Vectors.plus(centre, 1, from), centre);
    RigidTransform turn = unmoved.viewMatrix();
    double[][] points = content.points();
    double[] distances = new double[points.length];
    for (int i = 0; i < distances.length; i++) {
      double[] at = turn.apply(points[i][0], points[i][1], points[i][2]);
      // The unmoved camera stands one unit from the middle.
      double across = Math.abs(at[0]) * unmoved.fx() / (FILL * width / 2);
      double upward = Math.abs(at[1]) * unmoved.fy() / (FILL * height / 2);
      distances[i] = Math.max(across, upward) - (at[2] - 1);
    }
    Arrays.sort(distances);
    double distance = distances[(int) (FITTING * (distances.length - 1))];
    // The rasteriser draws nothing nearer than 0.2.
    return Math.max(distance, Math.max(0.5, 0.05 * content.diagonal()));
  }

  private Camera camera(double[] eye, double[] target) {
    double focal = Math.min(width, height) / 2.0 / Math.tan(ANGLE_OF_VIEW / 2);
    return Camera.centred(width, height, focal, RigidTransform.lookAt(eye, target, up));
  }
}
