package org.clickgaussian.samples;

import static org.clickgaussian.samples.RoomObjects.HALF_ROOM;
import static org.clickgaussian.samples.RoomObjects.box;
import static org.clickgaussian.samples.shape.Ellipsoid.sphere;
import static org.clickgaussian.samples.shape.Tube.upright;

import java.util.List;
import org.clickgaussian.samples.Material.Pattern;
import org.clickgaussian.samples.shape.Box;
import org.clickgaussian.samples.shape.Ellipsoid;
import org.clickgaussian.samples.shape.Tube;

/** What hangs on the walls and stands along them. Lengths in metres. */
final class WallObjects {
  private static final Material DARK_WOOD =
      Material.plain(0.4, 0.26, 0.17).with(Pattern.GRAIN, 0.03, 0.33, 0.2, 0.12);
  private static final Material PAINTED = Material.plain(0.85, 0.84, 0.8);
  private static final Material FABRIC =
      Material.plain(0.2, 0.42, 0.42).with(Pattern.STRIPES, 0.05, 0.23, 0.46, 0.46);

  /** Things on a wall reach into it, so that the wall behind them has no Gaussians. */
  private static final double INTO_WALL = 0.01;

  private WallObjects() {}

  /** A box on the north (1) or south (−1) wall. */
  private static Box onNorth(int side, double x, double z, double depth, double hx, double hz) {
    double half = (depth + INTO_WALL) / 2;
    return box(x, side * (HALF_ROOM + INTO_WALL - half), z, hx, half, hz);
  }

  /** A box on the east (1) or west (−1) wall. */
  private static Box onEast(int side, double y, double z, double depth, double hy, double hz) {
    double half = (depth + INTO_WALL) / 2;
    return box(side * (HALF_ROOM + INTO_WALL - half), y, z, half, hy, hz);
  }

  static List<SampleObject> all() {
    return List.of(picture(), shelf(), door(), cupboard(), window(), armchair(), tree());
  }

  private static SampleObject picture() {
    Material sea = Material.plain(0.2, 0.42, 0.68).with(Pattern.GRAIN, 0.05, 0.32, 0.56, 0.76);
    Material sand = Material.plain(0.87, 0.72, 0.45);
    return SampleObject.of(
        "picture",
        SamplePart.of(
            "frame",
            DARK_WOOD,
            onNorth(1, 0.1, 1.93, 0.04, 0.55, 0.04),
            onNorth(1, 0.1, 1.15, 0.04, 0.55, 0.04),
            onNorth(1, -0.41, 1.54, 0.04, 0.04, 0.35),
            onNorth(1, 0.61, 1.54, 0.04, 0.04, 0.35)),
        SamplePart.of("sea", sea, onNorth(1, 0.1, 1.65, 0.02, 0.47, 0.24)),
        SamplePart.of("beach", sand, onNorth(1, 0.1, 1.3, 0.02, 0.47, 0.11)));
  }

  private static SampleObject shelf() {
    double x = 0.15 - HALF_ROOM;
    return SampleObject.of(
        "shelf",
        SamplePart.of("board", RoomObjects.OAK, onEast(-1, -0.3, 1.2, 0.3, 0.7, 0.025)),
        SamplePart.of(
            "vase",
            Material.plain(0.72, 0.46, 0.34),
            new Ellipsoid(new double[] {x, -0.7, 1.36}, new double[] {0.11, 0.11, 0.14}),
            upright(x, -0.7, 1.46, 0.12, 0.05, 0.07)),
        SamplePart.of(
            "jar", Material.plain(0.3, 0.5, 0.5), upright(x, -0.2, 1.22, 0.22, 0.09, 0.09)),
        SamplePart.of("box", Material.plain(0.6, 0.56, 0.3), box(x, 0.17, 1.32, 0.1, 0.12, 0.1)));
  }

  private static SampleObject door() {
    double wall = -HALF_ROOM;
    return SampleObject.of(
        "door",
        SamplePart.of("panel", PAINTED, onNorth(-1, -1.2, 1, 0.03, 0.42, 1)),
        SamplePart.of(
            "frame",
            DARK_WOOD,
            onNorth(-1, -1.66, 1.02, 0.05, 0.05, 1.02),
            onNorth(-1, -0.74, 1.02, 0.05, 0.05, 1.02),
            onNorth(-1, -1.2, 2.05, 0.05, 0.51, 0.05)),
        SamplePart.of(
            "handle",
            Material.plain(0.75, 0.65, 0.35).glossy(0.12),
            sphere(-0.88, wall + 0.07, 1, 0.045)));
  }

  private static SampleObject cupboard() {
    double wall = -HALF_ROOM;
    double front = wall + 0.42;
    return SampleObject.of(
        "cupboard",
        SamplePart.of("body", DARK_WOOD, onNorth(-1, 0.5, 0.45, 0.4, 0.6, 0.45)),
        SamplePart.of("left-door", DARK_WOOD, box(0.215, front - 0.01, 0.46, 0.265, 0.022, 0.37)),
        SamplePart.of("right-door", DARK_WOOD, box(0.785, front - 0.01, 0.46, 0.265, 0.022, 0.37)),
        SamplePart.of(
            "knobs",
            Material.plain(0.75, 0.65, 0.35).glossy(0.12),
            sphere(0.44, front + 0.02, 0.55, 0.025),
            sphere(0.56, front + 0.02, 0.55, 0.025)));
  }

  private static SampleObject window() {
    double wall = HALF_ROOM;
    Material sky = Material.plain(0.62, 0.8, 0.95).with(Pattern.GRAIN, 0.2, 0.75, 0.87, 0.96);
    Material cloth = Material.plain(0.72, 0.3, 0.26).with(Pattern.CHECKS, 0.11, 0.78, 0.4, 0.34);
    return SampleObject.of(
        "window",
        SamplePart.of("pane", sky, onEast(1, -0.2, 1.6, 0.02, 0.55, 0.42)),
        SamplePart.of(
            "frame",
            PAINTED,
            onEast(1, -0.2, 2.05, 0.05, 0.63, 0.04),
            onEast(1, -0.2, 1.15, 0.05, 0.63, 0.04),
            onEast(1, -0.79, 1.6, 0.05, 0.04, 0.42),
            onEast(1, -0.2, 1.6, 0.05, 0.03, 0.42),
            onEast(1, 0.39, 1.6, 0.05, 0.04, 0.42)),
        SamplePart.of("left-curtain", cloth, box(wall - 0.07, 0.55, 1.55, 0.03, 0.2, 0.62)),
        SamplePart.of("right-curtain", cloth, box(wall - 0.07, -0.95, 1.55, 0.03, 0.2, 0.62)),
        SamplePart.of(
            "rod",
            DARK_WOOD,
            new Tube(
                new double[] {wall - 0.07, -1.25, 2.2},
                new double[] {wall - 0.07, 0.85, 2.2},
                0.025,
                0.025)));
  }

  private static SampleObject armchair() {
    double x = HALF_ROOM - 0.42;
    double y = -0.15;
    Material cushion = Material.plain(0.88, 0.72, 0.3);
    return SampleObject.of(
        "armchair",
        SamplePart.of("seat", FABRIC, box(x - 0.03, y, 0.21, 0.3, 0.31, 0.21)),
        SamplePart.of("back", FABRIC, box(x + 0.32, y, 0.42, 0.08, 0.41, 0.42)),
        SamplePart.of("left-armrest", FABRIC, box(x - 0.03, y + 0.36, 0.29, 0.3, 0.07, 0.29)),
        SamplePart.of("right-armrest", FABRIC, box(x - 0.03, y - 0.36, 0.29, 0.3, 0.07, 0.29)),
        SamplePart.of(
            "cushion",
            cushion,
            new Ellipsoid(
                new double[] {x + 0.16, y + 0.05, 0.58}, new double[] {0.1, 0.19, 0.18})));
  }

  private static SampleObject tree() {
    Material leaves = Material.plain(0.2, 0.42, 0.2).with(Pattern.CHECKS, 0.05, 0.28, 0.54, 0.25);
    double x = 1.75;
    double y = 1.75;
    return SampleObject.of(
        "tree",
        SamplePart.of("tub", Material.plain(0.8, 0.78, 0.74), upright(x, y, 0, 0.34, 0.16, 0.2)),
        SamplePart.of(
            "earth", Material.plain(0.2, 0.14, 0.1), upright(x, y, 0.3, 0.05, 0.18, 0.18)),
        SamplePart.of("trunk", DARK_WOOD, upright(x, y, 0.34, 0.7, 0.035, 0.025)),
        SamplePart.of(
            "leaves",
            leaves,
            sphere(x, y, 1.4, 0.22),
            sphere(x - 0.16, y - 0.08, 1.15, 0.19),
            sphere(x + 0.14, y - 0.12, 1.2, 0.18),
            sphere(x, y + 0.17, 1.15, 0.19),
            sphere(x + 0.02, y - 0.05, 1.02, 0.17)));
  }
}
