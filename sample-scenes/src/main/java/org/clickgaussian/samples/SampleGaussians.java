package org.clickgaussian.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.samples.shape.Shape;
import org.clickgaussian.samples.shape.SurfacePoint;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Covers the surfaces of objects with flat Gaussians, about as many for each area as the object's
 * density says. Surfaces that lie inside another shape get none. Light, shadow and a little gloss
 * are painted in; the gloss is the only part of the colour that changes with the direction.
 */
final class SampleGaussians {
  /** The degree of the spherical harmonics. */
  static final int HARMONICS_DEGREE = 3;

  private static final double HARMONIC_0 = 0.28209479177387814;
  private static final double HARMONIC_1 = 0.4886025119029199;

  /** Standard deviation relative to the distance of neighbours: dense without holes. */
  private static final double COVER = 0.85;

  /** A Gaussian may reach this many standard deviations to where its surface ends. */
  private static final double EDGE = 1.7;

  private static final double LEAST_COVER = 0.22;
  private static final double THICKNESS = 0.08;
  private static final double OPACITY_LOGIT = 3.9;
  private static final int PIECE = 512;

  private final List<SurfaceSource> sources = new ArrayList<>();
  private final SurfaceScatter scatter;
  private final SampleLight light;
  private final long seed;

  SampleGaussians(List<SampleObject> objects, long seed) {
    this.seed = seed;
    int part = 0;
    for (SampleObject object : objects) {
      for (SamplePart piece : object.parts()) {
        part++;
        for (int s = 0; s < piece.shapes().size(); s++) {
          Shape shape = piece.shapes().get(s);
          double density = object.density() * thinBonus(shape);
          sources.add(
              new SurfaceSource(shape, shape.boundingSphere(), piece.material(), part, s, density));
        }
      }
    }
    this.scatter = new SurfaceScatter(sources, seed);
    this.light = new SampleLight(sources);
  }

  /** Thin things need Gaussians as small as they are: more of them. */
  private static double thinBonus(Shape shape) {
    return Math.clamp(0.025 / shape.flatRadius(), 1, 4);
  }

  /**
   * Makes the Gaussians; those of one shape lie side by side.
   *
   * @param count N
   * @param parts int[N], filled with the part label of each Gaussian
   * @param pieces int[N], filled with the number of its shape within the part
   */
  GaussianScene make(int count, int[] parts, int[] pieces, Workers workers, Progress progress) {
    double[] areas = new double[sources.size()];
    workers.forEach(areas.length, s -> areas[s] = scatter.visibleArea(s));
    int[] firsts = shares(count, areas);
    SurfacePoint[] points = scatter(firsts, areas, workers, progress.part(0, 0.4));
    GaussianScene scene = GaussianScene.allocate(count, HARMONICS_DEGREE);
    try {
      int[] sourceOf = sourceOf(firsts);
      workers.forRanges(
          count,
          PIECE,
          (piece, from, to) -> {
            progress.part(0.4, 1).update(from / (double) count, "lighting surfaces");
            for (int i = from; i < to; i++) {
              int s = sourceOf[i];
              parts[i] = sources.get(s).part();
              pieces[i] = sources.get(s).piece();
              double spacing = Math.sqrt(areas[s] / (firsts[s + 1] - firsts[s]));
              place(scene, i, points[i], sources.get(s), COVER * spacing);
            }
          });
    } catch (RuntimeException | Error e) {
      scene.close();
      throw e;
    }
    return scene;
  }

  private SurfacePoint[] scatter(int[] firsts, double[] areas, Workers workers, Progress progress) {
    int count = firsts[areas.length];
    SurfacePoint[] points = new SurfacePoint[count];
    workers.forEach(
        areas.length,
        s -> {
          progress.update(s / (double) areas.length, "scattering Gaussians over surfaces");
          int own = firsts[s + 1] - firsts[s];
          System.arraycopy(scatter.points(s, own, areas[s]), 0, points, firsts[s], own);
        });
    return points;
  }

  private int[] shares(int count, double[] areas) {
    double total = 0;
    for (int s = 0; s < areas.length; s++) {
      total += areas[s] * sources.get(s).density();
    }
    int[] firsts = new int[areas.length + 1];
    double sum = 0;
    for (int s = 0; s < areas.length; s++) {
      sum += areas[s] * sources.get(s).density();
      firsts[s + 1] = (int) Math.round(count * (sum / total));
    }
    return firsts;
  }

  private static int[] sourceOf(int[] firsts) {
    int[] sourceOf = new int[firsts[firsts.length - 1]];
    for (int s = 0; s + 1 < firsts.length; s++) {
      Arrays.fill(sourceOf, firsts[s], firsts[s + 1], s);
    }
    return sourceOf;
  }

  private void place(
      GaussianScene scene, int i, SurfacePoint point, SurfaceSource source, double spread) {
    RandomStream random = new RandomStream(seed, "gaussian", i);
    double[] colour = source.material().at(point.position());
    double brightness = light.at(point, source) * (0.98 + 0.04 * random.nextDouble());
    double[] mirrored = SampleLight.mirrored(point);
    double gloss = source.material().gloss() / HARMONIC_1;
    double[] scales = {
      reaching(spread, point.reach()[0]), reaching(spread, point.reach()[1]), THICKNESS * spread
    };
    scales[2] = Math.min(scales[2], Math.max(scales[0], scales[1]));
    for (int axis = 0; axis < 3; axis++) {
      scene.set(scene.positions(), axis, i, (float) point.position()[axis]);
      scene.set(scene.logScales(), axis, i, (float) Math.log(scales[axis]));
      double level = Math.clamp(colour[axis] * brightness, 0.01, 0.99);
      scene.set(scene.harmonics(), axis, i, (float) ((level - 0.5) / HARMONIC_0));
      // Directions go from the camera to the Gaussian; the first degree is −y, z, −x.
      scene.set(scene.harmonics(), 3 + axis, i, (float) (gloss * mirrored[1]));
      scene.set(scene.harmonics(), 6 + axis, i, (float) (-gloss * mirrored[2]));
      scene.set(scene.harmonics(), 9 + axis, i, (float) (gloss * mirrored[0]));
    }
    double[] quaternion = facing(point.normal(), point.tangent());
    for (int c = 0; c < 4; c++) {
      scene.set(scene.rotations(), c, i, (float) quaternion[c]);
    }
    scene.set(scene.opacityLogits(), 0, i, (float) OPACITY_LOGIT);
  }

  private static double reaching(double spread, double reach) {
    return Math.clamp(reach / EDGE, LEAST_COVER * spread, spread);
  }

  /** The quaternion w, x, y, z that turns the z axis to a normal and the x axis to a tangent. */
  private static double[] facing(double[] normal, double[] tangent) {
    double[] up = towards(normal);
    double[] x = turned(up, 1, 0);
    double[] y = turned(up, 0, 1);
    double half = Math.atan2(dot(tangent, y), dot(tangent, x)) / 2;
    double c = Math.cos(half);
    double s = Math.sin(half);
    return new double[] {
      up[0] * c - up[3] * s, up[1] * c + up[2] * s, up[2] * c - up[1] * s, up[3] * c + up[0] * s
    };
  }

  private static double[] towards(double[] normal) {
    if (normal[2] < -0.9999) {
      return new double[] {0, 1, 0, 0};
    }
    double w = 1 + normal[2];
    double norm = Math.sqrt(w * w + normal[0] * normal[0] + normal[1] * normal[1]);
    return new double[] {w / norm, -normal[1] / norm, normal[0] / norm, 0};
  }

  /** A vector of the xy plane turned by a unit quaternion. */
  private static double[] turned(double[] q, double x, double y) {
    double[] rotation =
        RigidTransform.ofQuaternion(q[0], q[1], q[2], q[3], new double[3]).rotation();
    return new double[] {
      rotation[0] * x + rotation[1] * y,
      rotation[3] * x + rotation[4] * y,
      rotation[6] * x + rotation[7] * y
    };
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
