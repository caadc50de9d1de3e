package org.clickgaussian.scene;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * The Gaussians of a scene, as a structure of arrays in off-heap memory.
 *
 * <p>Every attribute is one segment of planes: plane {@code p} holds one float for each of the N
 * Gaussians, so the value of Gaussian i lies at float index {@code p · N + i}. The planes are
 *
 * <ul>
 *   <li>{@link #positions()}: 3 planes x, y, z in world units;
 *   <li>{@link #logScales()}: 3 planes, natural logarithm of the standard deviations along the
 *       Gaussian's own axes;
 *   <li>{@link #rotations()}: 4 planes w, x, y, z of a quaternion, not necessarily of unit length;
 *   <li>{@link #opacityLogits()}: 1 plane, opacity before the sigmoid;
 *   <li>{@link #harmonics()}: 3 · (degree + 1)² planes of spherical-harmonics coefficients, plane
 *       {@code 3 · k + channel} for coefficient k (0 is the constant one) of red, green, blue.
 * </ul>
 *
 * <p>The order inside may differ from the order in the file (invalid rows left out, sorted along a
 * space-filling curve); {@link #fileIndex} leads back. Everything that leaves the program (labels,
 * indices, files) is in file order.
 *
 * <p>Reading is safe from any thread; {@link #close()} frees the memory at once.
 */
public final class GaussianScene implements AutoCloseable {
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

  private final Arena arena = Arena.ofShared();
  private final int count;
  private final int harmonicsDegree;
  private final int fileCount;
  private final int[] fileIndices;
  private final MemorySegment positions;
  private final MemorySegment logScales;
  private final MemorySegment rotations;
  private final MemorySegment opacityLogits;
  private final MemorySegment harmonics;
  private final List<ExtraProperty> extraProperties;

  /**
   * Memory for a scene, to be filled by its reader.
   *
   * @param count N, the number of Gaussians
   * @param harmonicsDegree degree of the spherical harmonics, 0 to 3
   * @param fileCount the number of rows in the file that the Gaussians come from
   * @param fileIndices for each Gaussian its row in that file; null where it is the Gaussian's own
   *     index
   * @param extraProperties further columns of the file, kept for writing it back; see {@link
   *     ExtraProperty}
   */
  public GaussianScene(
      int count,
      int harmonicsDegree,
      int fileCount,
      int[] fileIndices,
      List<ExtraProperty> extraProperties) {
    if (harmonicsDegree < 0 || harmonicsDegree > 3) {
      throw new IllegalArgumentException("harmonics degree " + harmonicsDegree + " is not 0 to 3");
    }
    if (fileIndices != null && fileIndices.length != count) {
      throw new IllegalArgumentException(
          fileIndices.length + " file indices for " + count + " Gaussians");
    }
    this.count = count;
    this.harmonicsDegree = harmonicsDegree;
    this.fileCount = fileCount;
    this.fileIndices = fileIndices;
    this.positions = planes(3);
    this.logScales = planes(3);
    this.rotations = planes(4);
    this.opacityLogits = planes(1);
    this.harmonics = planes(3 * harmonicsCoefficients());
    this.extraProperties = List.copyOf(extraProperties);
  }

  /** Memory for a scene whose order is that of its file and that has no further columns. */
  public static GaussianScene allocate(int count, int harmonicsDegree) {
    return new GaussianScene(count, harmonicsDegree, count, null, List.of());
  }

  private MemorySegment planes(int number) {
    return ZeroedMemory.allocate(arena, 4L * number * count);
  }

  /** N, the number of Gaussians. */
  public int count() {
    return count;
  }

  /** Degree of the spherical harmonics, 0 to 3. */
  public int harmonicsDegree() {
    return harmonicsDegree;
  }

  /** Coefficients of the spherical harmonics per colour channel: (degree + 1)². */
  public int harmonicsCoefficients() {
    return (harmonicsDegree + 1) * (harmonicsDegree + 1);
  }

  /** The number of rows of the file, rows left out included. */
  public int fileCount() {
    return fileCount;
  }

  /** The row of Gaussian {@code i} in its file. */
  public int fileIndex(int i) {
    return fileIndices == null ? i : fileIndices[i];
  }

  /** Three planes x, y, z of float[N]. */
  public MemorySegment positions() {
    return positions;
  }

  /** Three planes of float[N], natural logarithms. */
  public MemorySegment logScales() {
    return logScales;
  }

  /** Four planes w, x, y, z of float[N]. */
  public MemorySegment rotations() {
    return rotations;
  }

  /** One plane of float[N], logits. */
  public MemorySegment opacityLogits() {
    return opacityLogits;
  }

  /** 3 · (degree + 1)² planes of float[N]; plane 3k + channel. */
  public MemorySegment harmonics() {
    return harmonics;
  }

  /** Columns of the file that the program has no use for, in file order. */
  public List<ExtraProperty> extraProperties() {
    return extraProperties;
  }

  /** Coordinate {@code axis} (0, 1, 2) of the centre of Gaussian {@code i}. */
  public float position(int i, int axis) {
    return get(positions, axis, i);
  }

  /** Logarithm of the standard deviation of Gaussian {@code i} along its own axis. */
  public float logScale(int i, int axis) {
    return get(logScales, axis, i);
  }

  /** Component (w, x, y, z) of the quaternion of Gaussian {@code i}. */
  public float rotation(int i, int component) {
    return get(rotations, component, i);
  }

  /** Opacity of Gaussian {@code i} before the sigmoid. */
  public float opacityLogit(int i) {
    return get(opacityLogits, 0, i);
  }

  /** Coefficient {@code k} of the harmonics of Gaussian {@code i} for a channel (red is 0). */
  public float harmonic(int i, int k, int channel) {
    return get(harmonics, 3 * k + channel, i);
  }

  private float get(MemorySegment planes, int plane, int i) {
    return planes.getAtIndex(FLOAT, (long) plane * count + i);
  }

  /** Sets one float of a segment of planes of this scene. */
  public void set(MemorySegment planes, int plane, int i, float value) {
    planes.setAtIndex(FLOAT, (long) plane * count + i, value);
  }

  /** A further column of the file: N values of a PLY type, as doubles (exact for all PLY types). */
  public record ExtraProperty(String name, String plyType, double[] values) {}

  /** Frees the memory; closing again does nothing. */
  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
