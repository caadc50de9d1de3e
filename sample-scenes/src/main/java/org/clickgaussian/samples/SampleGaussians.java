package org.clickgaussian.samples;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.samples.shape.Shape;
import org.clickgaussian.samples.shape.SurfacePoint;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.work.Workers;

/**
 * Covers the surfaces of objects with flat Gaussians, about as many for each area as the object's
 * density says. Surfaces that lie inside another shape get none. Light and shadow are painted in.
 */
final class SampleGaussians {
  private static final double[] LIGHT = {0.9, -0.8, 2.3};
  private static final double HARMONIC = 0.28209479177387814;
  private static final double COVER = 0.62;
  private static final int TRIES = 60;
  private static final double OPACITY_LOGIT = 3.9;

  private final List<Source> sources = new ArrayList<>();
  private final long seed;

  /** One shape as a source of Gaussians. */
  private record Source(Shape shape, double[] bound, Material material, int part, double weight) {}

  SampleGaussians(List<SampleObject> objects, long seed) {
    this.seed = seed;
    int part = 0;
    for (SampleObject object : objects) {
      for (SamplePart piece : object.parts()) {
        part++;
        for (Shape shape : piece.shapes()) {
          double weight = shape.area() * object.density() * thinBonus(shape);
          sources.add(new Source(shape, shape.boundingSphere(), piece.material(), part, weight));
        }
      }
    }
  }

  /** Thin things need Gaussians as small as they are: more of them. */
  private static double thinBonus(Shape shape) {
    return Math.clamp(0.03 / shape.flatRadius(), 1, 4);
  }

  /**
   * Makes the Gaussians.
   *
   * @param count N
   * @param parts int[N], filled with the part label of each Gaussian
   */
  GaussianScene make(int count, int[] parts, Workers workers) {
    int[] firsts = shares(count);
    GaussianScene scene = GaussianScene.allocate(count, 3);
    workers.forEach(
        sources.size(),
        s -> {
          int from = firsts[s];
          int to = firsts[s + 1];
          workers.forRanges(
              to - from,
              512,
              (piece, low, high) -> {
                for (int i = from + low; i < from + high; i++) {
                  parts[i] = sources.get(s).part;
                  place(scene, i, sources.get(s), to - from);
                }
              });
        });
    return scene;
  }

  private int[] shares(int count) {
    double total = sources.stream().mapToDouble(Source::weight).sum();
    int[] firsts = new int[sources.size() + 1];
    double sum = 0;
    for (int s = 0; s < sources.size(); s++) {
      sum += sources.get(s).weight;
      firsts[s + 1] = (int) Math.round(count * sum / total);
    }
    return firsts;
  }

  private void place(GaussianScene scene, int i, Source source, int siblings) {
    RandomStream random = new RandomStream(seed, "gaussian", i);
    SurfacePoint point = source.shape.sample(random);
    for (int tries = 1; tries < TRIES && hidden(point.position(), source); tries++) {
      point = source.shape.sample(random);
    }
    double[] p = point.position();
    double spread = COVER * Math.sqrt(source.shape.area() / siblings);
    double flat = Math.min(spread * (0.9 + 0.2 * random.nextDouble()), source.shape.flatRadius());
    double[] colour = source.material.at(p);
    double light = light(point, source) * (0.97 + 0.06 * random.nextDouble());
    double[] quaternion = facing(point.normal());
    for (int axis = 0; axis < 3; axis++) {
      scene.set(scene.positions(), axis, i, (float) p[axis]);
      double scale = axis == 2 ? 0.08 * flat : flat;
      scene.set(scene.logScales(), axis, i, (float) Math.log(scale));
      double level = Math.clamp(colour[axis] * light, 0.01, 0.99);
      scene.set(scene.harmonics(), axis, i, (float) ((level - 0.5) / HARMONIC));
    }
    for (int c = 0; c < 4; c++) {
      scene.set(scene.rotations(), c, i, (float) quaternion[c]);
    }
    scene.set(scene.opacityLogits(), 0, i, (float) OPACITY_LOGIT);
  }

  private boolean hidden(double[] p, Source own) {
    for (Source other : sources) {
      if (other != own && near(p, other.bound) && other.shape.contains(p[0], p[1], p[2])) {
        return true;
      }
    }
    return false;
  }

  private static boolean near(double[] p, double[] sphere) {
    double dx = p[0] - sphere[0];
    double dy = p[1] - sphere[1];
    double dz = p[2] - sphere[2];
    return dx * dx + dy * dy + dz * dz < sphere[3] * sphere[3];
  }

  /** Brightness: light from everywhere, and from a lamp where nothing stands between. */
  private double light(SurfacePoint point, Source own) {
    double[] p = point.position();
    double[] to = {LIGHT[0] - p[0], LIGHT[1] - p[1], LIGHT[2] - p[2]};
    double distance = Math.sqrt(to[0] * to[0] + to[1] * to[1] + to[2] * to[2]);
    double cosine =
        (to[0] * point.normal()[0] + to[1] * point.normal()[1] + to[2] * point.normal()[2])
            / distance;
    double ambient = 0.5 + 0.12 * point.normal()[2];
    if (cosine <= 0) {
      return ambient;
    }
    return ambient + (shadowed(p, to, own) ? 0.1 : 0.55) * cosine;
  }

  private boolean shadowed(double[] p, double[] to, Source own) {
    for (double step = 0.004; step < 0.5; step *= 1.12) {
      double[] q = {p[0] + step * to[0], p[1] + step * to[1], p[2] + step * to[2]};
      if (hidden(q, own)) {
        return true;
      }
    }
    return false;
  }

  /** The quaternion w, x, y, z that turns the z axis to a direction. */
  private static double[] facing(double[] normal) {
    if (normal[2] < -0.9999) {
      return new double[] {0, 1, 0, 0};
    }
    double w = 1 + normal[2];
    double norm = Math.sqrt(w * w + normal[0] * normal[0] + normal[1] * normal[1]);
    return new double[] {w / norm, -normal[1] / norm, normal[0] / norm, 0};
  }
}
