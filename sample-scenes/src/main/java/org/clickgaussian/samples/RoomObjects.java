package org.clickgaussian.samples;

import static org.clickgaussian.samples.shape.Tube.upright;

import java.util.List;
import org.clickgaussian.samples.Material.Pattern;
import org.clickgaussian.samples.shape.Box;
import org.clickgaussian.samples.shape.Ellipsoid;

/** The room, its furniture and what hangs on its walls. Lengths in metres. */
final class RoomObjects {
  /** Half the room's width and depth. */
  static final double HALF_ROOM = 2.2;

  /** Height of the table's upper side. */
  static final double TABLE_HEIGHT = 0.75;

  private static final double WALL = 2.4;
  private static final double ROOM_DENSITY = 0.05;
  private static final double FURNITURE_DENSITY = 0.3;

  private static final Material OAK =
      Material.plain(0.58, 0.43, 0.28).with(Pattern.GRAIN, 0.03, 0.5, 0.35, 0.22);

  private RoomObjects() {}

  static List<SampleObject> all() {
    return List.of(floor(), walls(), table(), stool(), floorLamp(), picture(), shelf(), ball());
  }

  private static Box box(double x, double y, double z, double hx, double hy, double hz) {
    return new Box(new double[] {x, y, z}, new double[] {hx, hy, hz}, 0);
  }

  private static SampleObject floor() {
    Material boards = Material.plain(0.55, 0.5, 0.44).with(Pattern.CHECKS, 0.4, 0.49, 0.44, 0.38);
    Material carpet = Material.plain(0.3, 0.36, 0.46).with(Pattern.STRIPES, 0.07, 0.36, 0.42, 0.5);
    return SampleObject.of(
            "floor",
            SamplePart.of("boards", boards, box(0, 0, -0.05, HALF_ROOM, HALF_ROOM, 0.05)),
            SamplePart.of("carpet", carpet, box(0, 0, 0.006, 1.35, 1.0, 0.006)))
        .withDensity(ROOM_DENSITY);
  }

  private static SampleObject walls() {
    Material paint = Material.plain(0.72, 0.74, 0.7);
    Material other = Material.plain(0.68, 0.66, 0.62);
    double far = HALF_ROOM + 0.05;
    double half = WALL / 2;
    return SampleObject.of(
            "walls",
            SamplePart.of("north", paint, box(0, far, half, HALF_ROOM, 0.05, half)),
            SamplePart.of("south", paint, box(0, -far, half, HALF_ROOM, 0.05, half)),
            SamplePart.of("east", other, box(far, 0, half, 0.05, HALF_ROOM, half)),
            SamplePart.of("west", other, box(-far, 0, half, 0.05, HALF_ROOM, half)))
        .withDensity(ROOM_DENSITY);
  }

  private static SampleObject table() {
    double low = TABLE_HEIGHT - 0.05;
    return SampleObject.of(
            "table",
            SamplePart.of("top", OAK, box(0, 0, TABLE_HEIGHT - 0.025, 0.98, 0.6, 0.025)),
            SamplePart.of(
                "legs",
                OAK,
                box(0.88, 0.5, low / 2, 0.04, 0.04, low / 2),
                box(0.88, -0.5, low / 2, 0.04, 0.04, low / 2),
                box(-0.88, 0.5, low / 2, 0.04, 0.04, low / 2),
                box(-0.88, -0.5, low / 2, 0.04, 0.04, low / 2)))
        .withDensity(FURNITURE_DENSITY);
  }

  private static SampleObject stool() {
    Material seat = Material.plain(0.75, 0.35, 0.2);
    return SampleObject.of(
            "stool",
            SamplePart.of("seat", seat, upright(1.45, 0.9, 0.42, 0.06, 0.2, 0.2)),
            SamplePart.of(
                "legs",
                OAK,
                upright(1.33, 0.8, 0, 0.42, 0.025, 0.025),
                upright(1.57, 0.8, 0, 0.42, 0.025, 0.025),
                upright(1.45, 1.04, 0, 0.42, 0.025, 0.025)))
        .withDensity(FURNITURE_DENSITY);
  }

  private static SampleObject floorLamp() {
    return SampleObject.of(
            "floor-lamp",
            SamplePart.of(
                "foot", Material.plain(0.2, 0.2, 0.22), upright(-1.7, 1.6, 0, 0.04, 0.18, 0.17)),
            SamplePart.of(
                "pole",
                Material.plain(0.2, 0.2, 0.22),
                upright(-1.7, 1.6, 0.04, 1.4, 0.025, 0.025)),
            SamplePart.of(
                "shade",
                Material.plain(0.9, 0.84, 0.66),
                upright(-1.7, 1.6, 1.4, 0.34, 0.26, 0.16)))
        .withDensity(FURNITURE_DENSITY);
  }

  private static SampleObject picture() {
    Material canvas = Material.plain(0.3, 0.5, 0.72).with(Pattern.GRAIN, 0.09, 0.86, 0.7, 0.4);
    double wall = HALF_ROOM;
    return SampleObject.of(
            "picture",
            SamplePart.of(
                "frame",
                Material.plain(0.3, 0.2, 0.12),
                box(0.4, wall - 0.02, 1.93, 0.55, 0.02, 0.04),
                box(0.4, wall - 0.02, 1.15, 0.55, 0.02, 0.04),
                box(-0.11, wall - 0.02, 1.54, 0.04, 0.02, 0.35),
                box(0.91, wall - 0.02, 1.54, 0.04, 0.02, 0.35)),
            SamplePart.of("canvas", canvas, box(0.4, wall - 0.01, 1.54, 0.47, 0.01, 0.35)))
        .withDensity(FURNITURE_DENSITY);
  }

  private static SampleObject shelf() {
    double wall = -HALF_ROOM;
    Material clay = Material.plain(0.72, 0.46, 0.34);
    return SampleObject.of(
            "shelf",
            SamplePart.of("board", OAK, box(wall + 0.15, -0.3, 1.2, 0.15, 0.7, 0.025)),
            SamplePart.of(
                "vase",
                clay,
                new Ellipsoid(
                    new double[] {wall + 0.15, -0.7, 1.36}, new double[] {0.11, 0.11, 0.14}),
                upright(wall + 0.15, -0.7, 1.46, 0.12, 0.05, 0.07)),
            SamplePart.of(
                "jar",
                Material.plain(0.3, 0.5, 0.5),
                upright(wall + 0.15, -0.2, 1.225, 0.22, 0.09, 0.09)),
            SamplePart.of(
                "box",
                Material.plain(0.6, 0.56, 0.3),
                box(wall + 0.15, 0.17, 1.325, 0.1, 0.12, 0.1)))
        .withDensity(FURNITURE_DENSITY);
  }

  private static SampleObject ball() {
    Material leather = Material.plain(0.9, 0.55, 0.2).with(Pattern.CHECKS, 0.12, 0.85, 0.8, 0.7);
    Ellipsoid ball = Ellipsoid.sphere(1.5, -1.3, 0.17, 0.17);
    return SampleObject.of("ball", SamplePart.of("ball", leather, ball))
        .withDensity(FURNITURE_DENSITY);
  }
}
