package org.clickgaussian.viewport.navigation;

/**
 * A point or a direction in space.
 *
 * @param x first coordinate
 * @param y second coordinate
 * @param z third coordinate
 */
public record Vector3(double x, double y, double z) {
  /** The origin. */
  public static final Vector3 ZERO = new Vector3(0, 0, 0);

  /** Of three numbers. */
  public static Vector3 of(double[] coordinates) {
    return new Vector3(coordinates[0], coordinates[1], coordinates[2]);
  }

  /** As three numbers: double[3]. */
  public double[] array() {
    return new double[] {x, y, z};
  }

  /** The sum. */
  public Vector3 plus(Vector3 other) {
    return new Vector3(x + other.x, y + other.y, z + other.z);
  }

  /** The difference. */
  public Vector3 minus(Vector3 other) {
    return new Vector3(x - other.x, y - other.y, z - other.z);
  }

  /** Scaled. */
  public Vector3 times(double factor) {
    return new Vector3(factor * x, factor * y, factor * z);
  }

  /** The scalar product. */
  public double dot(Vector3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  /** The vector product. */
  public Vector3 cross(Vector3 other) {
    return new Vector3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  /** The length. */
  public double length() {
    return Math.sqrt(dot(this));
  }

  /** The distance to another point. */
  public double distance(Vector3 other) {
    return minus(other).length();
  }

  /** The direction with length 1; not of {@link #ZERO}. */
  public Vector3 unit() {
    return times(1 / length());
  }

  /** Some direction of length 1 at right angles to this one; not of {@link #ZERO}. */
  public Vector3 anyAcross() {
    Vector3 leastAligned =
        Math.abs(x) <= Math.abs(y) && Math.abs(x) <= Math.abs(z)
            ? new Vector3(1, 0, 0)
            : Math.abs(y) <= Math.abs(z) ? new Vector3(0, 1, 0) : new Vector3(0, 0, 1);
    return cross(leastAligned).unit();
  }

  /** The point at a share of the way to another: 0 is here, 1 is there. */
  public Vector3 towards(Vector3 other, double share) {
    return times(1 - share).plus(other.times(share));
  }
}
