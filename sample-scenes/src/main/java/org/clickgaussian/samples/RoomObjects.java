package org.clickgaussian.samples;

import static org.clickgaussian.samples.shape.Tube.upright;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.samples.Material.Pattern;
import org.clickgaussian.samples.shape.Box;
import org.clickgaussian.samples.shape.Ellipsoid;

/** The room, its furniture and what hangs on its walls. Lengths in metres. */
final class RoomObjects {
  /** Half the room's width and depth. */
  static final double HALF_ROOM = 2.2;

  /** Height of the table's upper side; things stand a little in it, so that no gap shows. */
  static final double TABLE_HEIGHT = 0.75;

  private static final double WALL = 2.4;
  private static final double ROOM_DENSITY = 0.025;
  private static final double FURNITURE_DENSITY = 0.15;

  static final Material OAK =
      Material.plain(0.58, 0.43, 0.28).with(Pattern.GRAIN, 0.03, 0.5, 0.35, 0.22);

  private static final double TOLERANCE = 1e-3;

  private RoomObjects() {}

  /** Whether a point lies behind a wall, under the floor or above the ceiling. */
  static boolean isOutside(double[] p) {
    return Math.abs(p[0]) > HALF_ROOM + TOLERANCE
        || Math.abs(p[1]) > HALF_ROOM + TOLERANCE
        || p[2] < -TOLERANCE
        || p[2] > WALL + TOLERANCE;
  }

  static List<SampleObject> all() {
    List<SampleObject> objects = new ArrayList<>(shells());
    objects.addAll(List.of(table(), stool(), floorLamp(), ball()));
    WallObjects.all().forEach(object -> objects.add(object.withDensity(FURNITURE_DENSITY)));
    return objects;
  }

  static Box box(double x, double y, double z, double hx, double hy, double hz) {
    return new Box(new double[] {x, y, z}, new double[] {hx, hy, hz}, 0);
  }

  private static SampleObject shell(String name, Material material, Box box) {
    return SampleObject.of(name, SamplePart.of(name, material, box)).withDensity(ROOM_DENSITY);
  }

  /** What closes the room: each side is an object of its own, as no view sees them all. */
  private static List<SampleObject> shells() {
    Material boards = Material.plain(0.66, 0.63, 0.58).with(Pattern.CHECKS, 0.4, 0.58, 0.55, 0.5);
    Material carpet = Material.plain(0.26, 0.33, 0.48).with(Pattern.CHECKS, 0.3, 0.34, 0.42, 0.55);
    Material paint = Material.plain(0.76, 0.75, 0.68);
    Material other = Material.plain(0.7, 0.73, 0.72);
    Material white = Material.plain(0.8, 0.8, 0.78);
    double far = HALF_ROOM + 0.05;
    double half = WALL / 2;
    return List.of(
        shell("floor", boards, box(0, 0, -0.05, HALF_ROOM, HALF_ROOM, 0.05)),
        shell("carpet", carpet, box(0, 0, 0.004, 1.35, 1.0, 0.008)),
        shell("north-wall", paint, box(0, far, half, HALF_ROOM, 0.05, half)),
        shell("south-wall", paint, box(0, -far, half, HALF_ROOM, 0.05, half)),
        shell("east-wall", other, box(far, 0, half, 0.05, HALF_ROOM, half)),
        shell("west-wall", other, box(-far, 0, half, 0.05, HALF_ROOM, half)),
        shell("ceiling", white, box(0, 0, WALL + 0.05, HALF_ROOM, HALF_ROOM, 0.05)));
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
            SamplePart.of("seat", seat, upright(-1.6, -1.45, 0.42, 0.06, 0.2, 0.2)),
            SamplePart.of(
                "legs",
                OAK,
                upright(-1.72, -1.55, 0, 0.42, 0.025, 0.025),
                upright(-1.48, -1.55, 0, 0.42, 0.025, 0.025),
                upright(-1.6, -1.31, 0, 0.42, 0.025, 0.025)))
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

  private static SampleObject ball() {
    Material leather = Material.plain(0.9, 0.55, 0.2).with(Pattern.CHECKS, 0.12, 0.85, 0.8, 0.7);
    Ellipsoid ball = Ellipsoid.sphere(1.5, -1.3, 0.17, 0.17);
    return SampleObject.of("ball", SamplePart.of("ball", leather, ball))
        .withDensity(FURNITURE_DENSITY);
  }
}
