package org.clickgaussian.samples;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.samples.shape.SurfacePoint;

/**
 * How bright a surface is: light from everywhere, less in corners and under things, and light of a
 * round lamp under the ceiling with soft shadows.
 */
final class SampleLight {
  private static final double[] LAMP = {0.8, -0.7, 2.3};
  private static final double LAMP_RADIUS = 0.14;
  private static final int LAMP_SAMPLES = 8;
  private static final double START = 0.006;
  private static final double STEP = 0.012;

  /** Shapes larger than this enclose the room and cast no shadow in it. */
  private static final double LARGEST_OCCLUDER = 2;

  private static final double[] CORNER_DISTANCES = {0.02, 0.06};
  private static final double[][] CORNER_DIRECTIONS = hemisphere(10);

  private final List<SurfaceSource> sources;
  private final double[][] lamp = new double[LAMP_SAMPLES][];

  SampleLight(List<SurfaceSource> sources) {
    this.sources = sources;
    for (int i = 0; i < LAMP_SAMPLES; i++) {
      double angle = 2 * Math.PI * i / LAMP_SAMPLES;
      double radius = LAMP_RADIUS * (i % 2 == 0 ? 1 : 0.55);
      lamp[i] =
          new double[] {
            LAMP[0] + radius * Math.cos(angle), LAMP[1] + radius * Math.sin(angle), LAMP[2]
          };
    }
  }

  /** The factor that colours are multiplied by, about 0.2 to 1.1. */
  double at(SurfacePoint point, SurfaceSource own) {
    double[] n = point.normal();
    double ambient = (0.5 + 0.08 * n[2]) * (1 - 0.6 * cornered(point, own));
    double[] to = toLamp(point);
    double cosine = to[0] * n[0] + to[1] * n[1] + to[2] * n[2];
    return cosine <= 0 ? ambient : ambient + 0.55 * cosine * lit(point, own);
  }

  /** The direction in which the lamp's light leaves a mirror at a point, of unit length. */
  static double[] mirrored(SurfacePoint point) {
    double[] to = toLamp(point);
    double[] n = point.normal();
    double cosine = to[0] * n[0] + to[1] * n[1] + to[2] * n[2];
    return new double[] {
      2 * cosine * n[0] - to[0], 2 * cosine * n[1] - to[1], 2 * cosine * n[2] - to[2]
    };
  }

  private static double[] toLamp(SurfacePoint point) {
    double[] p = point.position();
    double[] to = {LAMP[0] - p[0], LAMP[1] - p[1], LAMP[2] - p[2]};
    double distance = Math.sqrt(to[0] * to[0] + to[1] * to[1] + to[2] * to[2]);
    return new double[] {to[0] / distance, to[1] / distance, to[2] / distance};
  }

  /** The share of the directions around a point in which something is close. */
  private double cornered(SurfacePoint point, SurfaceSource own) {
    double[] p = point.position();
    double farthest = CORNER_DISTANCES[CORNER_DISTANCES.length - 1];
    List<SurfaceSource> near = new ArrayList<>();
    for (SurfaceSource source : sources) {
      if (source != own && source.isNear(p[0], p[1], p[2], farthest)) {
        near.add(source);
      }
    }
    if (near.isEmpty()) {
      return 0;
    }
    double[] n = point.normal();
    int met = 0;
    for (double[] direction : CORNER_DIRECTIONS) {
      double side = direction[0] * n[0] + direction[1] * n[1] + direction[2] * n[2] < 0 ? -1 : 1;
      for (double distance : CORNER_DISTANCES) {
        double step = side * distance;
        met += anyContains(near, p, direction, step) ? 1 : 0;
      }
    }
    return met / (double) (CORNER_DIRECTIONS.length * CORNER_DISTANCES.length);
  }

  /** The share of the lamp that a point sees. */
  private double lit(SurfacePoint point, SurfaceSource own) {
    double[] p = point.position();
    List<SurfaceSource> between = new ArrayList<>();
    for (SurfaceSource source : sources) {
      double radius = source.bound()[3];
      if (source != own
          && radius < LARGEST_OCCLUDER
          && distanceToRay(source.bound(), p, LAMP) < radius + LAMP_RADIUS) {
        between.add(source);
      }
    }
    if (between.isEmpty()) {
      return 1;
    }
    int seen = 0;
    for (double[] target : lamp) {
      seen += isBlocked(between, p, target) ? 0 : 1;
    }
    return seen / (double) LAMP_SAMPLES;
  }

  private static boolean isBlocked(List<SurfaceSource> between, double[] p, double[] target) {
    double[] to = {target[0] - p[0], target[1] - p[1], target[2] - p[2]};
    double length = Math.sqrt(to[0] * to[0] + to[1] * to[1] + to[2] * to[2]);
    double[] direction = {to[0] / length, to[1] / length, to[2] / length};
    for (SurfaceSource source : between) {
      double[] bound = source.bound();
      double middle = 0;
      for (int axis = 0; axis < 3; axis++) {
        middle += (bound[axis] - p[axis]) * direction[axis];
      }
      double last = Math.min(length, middle + bound[3]);
      for (double s = Math.max(START, middle - bound[3]); s < last; s += STEP) {
        if (source.contains(
            p[0] + s * direction[0], p[1] + s * direction[1], p[2] + s * direction[2])) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean anyContains(
      List<SurfaceSource> near, double[] p, double[] direction, double step) {
    for (SurfaceSource source : near) {
      if (source.contains(
          p[0] + step * direction[0], p[1] + step * direction[1], p[2] + step * direction[2])) {
        return true;
      }
    }
    return false;
  }

  private static double distanceToRay(double[] centre, double[] from, double[] to) {
    double dot = 0;
    double length = 0;
    double squared = 0;
    for (int axis = 0; axis < 3; axis++) {
      double c = centre[axis] - from[axis];
      double d = to[axis] - from[axis];
      dot += c * d;
      length += d * d;
      squared += c * c;
    }
    double along = Math.clamp(dot / length, 0, 1);
    return Math.sqrt(Math.max(0, squared - 2 * along * dot + along * along * length));
  }

  /** Directions spread evenly over half a sphere (a spiral with the golden angle). */
  private static double[][] hemisphere(int count) {
    double[][] directions = new double[count][];
    for (int i = 0; i < count; i++) {
      double z = 1 - 2 * (i + 0.5) / count;
      double radius = Math.sqrt(1 - z * z);
      double angle = i * Math.PI * (3 - Math.sqrt(5));
      directions[i] = new double[] {radius * Math.cos(angle), radius * Math.sin(angle), z};
    }
    return directions;
  }
}
