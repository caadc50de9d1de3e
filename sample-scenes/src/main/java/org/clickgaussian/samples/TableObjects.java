package org.clickgaussian.samples;

import static org.clickgaussian.samples.shape.Ellipsoid.sphere;
import static org.clickgaussian.samples.shape.Tube.upright;

import java.util.List;
import org.clickgaussian.samples.Material.Pattern;
import org.clickgaussian.samples.shape.Box;
import org.clickgaussian.samples.shape.Ellipsoid;
import org.clickgaussian.samples.shape.Ring;
import org.clickgaussian.samples.shape.Tube;

/** The things on the table, each composed of parts and standing with its foot on a given place. */
final class TableObjects {
  private static final Material WHITE = Material.plain(0.88, 0.86, 0.82).glossy(0.05);
  private static final Material WOOD =
      Material.plain(0.62, 0.42, 0.24).with(Pattern.GRAIN, 0.012, 0.5, 0.32, 0.17);
  private static final Material DARK = Material.plain(0.16, 0.16, 0.18);
  private static final Material RED = Material.plain(0.78, 0.16, 0.14);
  private static final Material YELLOW = Material.plain(0.92, 0.76, 0.2);
  private static final Material GREEN = Material.plain(0.24, 0.5, 0.2);
  private static final Material BLUE = Material.plain(0.16, 0.34, 0.66);
  private static final Material METAL = Material.plain(0.62, 0.64, 0.68).glossy(0.12);

  /** Makes an object whose foot stands at (x, y, z), turned by an angle. */
  @FunctionalInterface
  interface Maker {
    SampleObject at(double x, double y, double z, double turn);
  }

  private TableObjects() {}

  /** All of them; neighbours in this list stand beside each other. */
  static List<Maker> all() {
    return List.of(
        TableObjects::mug,
        TableObjects::teapot,
        TableObjects::fruitBowl,
        TableObjects::lamp,
        TableObjects::plant,
        TableObjects::books,
        TableObjects::robot,
        TableObjects::bottle,
        TableObjects::gift,
        TableObjects::snowman,
        TableObjects::pencilCup,
        TableObjects::car,
        TableObjects::clock,
        TableObjects::candle,
        TableObjects::mushroom);
  }

  private static double[] direction(double turn) {
    return new double[] {Math.cos(turn), Math.sin(turn), 0};
  }

  private static double[] up() {
    return new double[] {0, 0, 1};
  }

  private static double[] point(
      double x, double y, double z, double turn, double out, double high) {
    return new double[] {x + out * Math.cos(turn), y + out * Math.sin(turn), z + high};
  }

  static SampleObject mug(double x, double y, double z, double turn) {
    return SampleObject.of(
        "mug",
        SamplePart.of("body", WHITE, upright(x, y, z, 0.13, 0.06, 0.065)),
        SamplePart.of(
            "handle",
            WHITE,
            new Ring(point(x, y, z, turn, 0.062, 0.068), direction(turn), up(), 0.042, 0.012, 1.7)),
        SamplePart.of(
            "coffee",
            Material.plain(0.25, 0.14, 0.07),
            upright(x, y, z + 0.126, 0.006, 0.054, 0.054)));
  }

  static SampleObject teapot(double x, double y, double z, double turn) {
    double back = turn + Math.PI;
    return SampleObject.of(
        "teapot",
        SamplePart.of(
            "body",
            WHITE,
            new Ellipsoid(new double[] {x, y, z + 0.085}, new double[] {0.1, 0.1, 0.085})),
        SamplePart.of(
            "spout",
            WHITE,
            new Tube(
                point(x, y, z, turn, 0.08, 0.07),
                point(x, y, z, turn, 0.165, 0.155),
                0.026,
                0.014)),
        SamplePart.of(
            "handle",
            DARK,
            new Ring(point(x, y, z, back, 0.092, 0.09), direction(back), up(), 0.052, 0.012, 1.75)),
        SamplePart.of(
            "lid",
            BLUE,
            upright(x, y, z + 0.155, 0.022, 0.062, 0.045),
            sphere(x, y, z + 0.19, 0.017)));
  }

  static SampleObject fruitBowl(double x, double y, double z, double turn) {
    double[] a = point(x, y, z, turn, 0.048, 0.115);
    double[] b = point(x, y, z, turn + 2.1, 0.05, 0.112);
    double[] c = point(x, y, z, turn + 4.2, 0.05, 0.115);
    return SampleObject.of(
        "fruit-bowl",
        SamplePart.of(
            "bowl",
            Material.plain(0.5, 0.6, 0.62).with(Pattern.STRIPES, 0.016, 0.38, 0.5, 0.54),
            upright(x, y, z, 0.085, 0.06, 0.125)),
        SamplePart.of("apple", RED, sphere(a[0], a[1], a[2], 0.048)),
        SamplePart.of("orange", Material.plain(0.93, 0.52, 0.1), sphere(b[0], b[1], b[2], 0.046)),
        SamplePart.of("lime", Material.plain(0.5, 0.72, 0.2), sphere(c[0], c[1], c[2], 0.047)));
  }

  static SampleObject lamp(double x, double y, double z, double turn) {
    return SampleObject.of(
        "lamp",
        SamplePart.of("base", DARK, upright(x, y, z, 0.025, 0.085, 0.075)),
        SamplePart.of("pole", METAL, upright(x, y, z + 0.025, 0.24, 0.012, 0.012)),
        SamplePart.of("shade", YELLOW, upright(x, y, z + 0.24, 0.15, 0.12, 0.07)));
  }

  static SampleObject plant(double x, double y, double z, double turn) {
    double[] a = point(x, y, z, turn, 0.055, 0.235);
    double[] b = point(x, y, z, turn + 2.1, 0.055, 0.25);
    double[] c = point(x, y, z, turn + 4.2, 0.05, 0.24);
    return SampleObject.of(
        "plant",
        SamplePart.of("pot", Material.plain(0.7, 0.36, 0.22), upright(x, y, z, 0.1, 0.055, 0.078)),
        SamplePart.of(
            "soil", Material.plain(0.22, 0.15, 0.1), upright(x, y, z + 0.095, 0.012, 0.068, 0.064)),
        SamplePart.of(
            "stem", Material.plain(0.36, 0.3, 0.14), upright(x, y, z + 0.1, 0.1, 0.013, 0.011)),
        SamplePart.of(
            "crown",
            GREEN.with(Pattern.CHECKS, 0.025, 0.34, 0.62, 0.28),
            new Ellipsoid(a, new double[] {0.07, 0.07, 0.06}),
            new Ellipsoid(b, new double[] {0.07, 0.07, 0.065}),
            new Ellipsoid(c, new double[] {0.075, 0.07, 0.06}),
            sphere(x, y, z + 0.3, 0.06)));
  }

  static SampleObject books(double x, double y, double z, double turn) {
    return SampleObject.of(
        "books",
        SamplePart.of(
            "lowest",
            BLUE,
            new Box(new double[] {x, y, z + 0.024}, new double[] {0.13, 0.095, 0.0235}, turn)),
        SamplePart.of(
            "middle",
            RED,
            new Box(
                new double[] {x, y, z + 0.07}, new double[] {0.118, 0.085, 0.0215}, turn + 0.3)),
        SamplePart.of(
            "highest",
            Material.plain(0.74, 0.18, 0.16),
            new Box(new double[] {x, y, z + 0.113}, new double[] {0.1, 0.072, 0.021}, turn - 0.2)));
  }

  static SampleObject robot(double x, double y, double z, double turn) {
    double side = turn + Math.PI / 2;
    double[] left = point(x, y, z, side, 0.034, 0.04);
    double[] right = point(x, y, z, side, -0.034, 0.04);
    double[] eyes = point(x, y, z, turn, 0.05, 0.232);
    return SampleObject.of(
        "robot",
        SamplePart.of(
            "legs",
            DARK,
            new Box(left, new double[] {0.026, 0.02, 0.04}, turn),
            new Box(right, new double[] {0.026, 0.02, 0.04}, turn)),
        SamplePart.of(
            "torso",
            METAL,
            new Box(new double[] {x, y, z + 0.13}, new double[] {0.045, 0.065, 0.05}, turn)),
        SamplePart.of(
            "left-arm",
            RED,
            new Tube(
                point(x, y, z, side, 0.078, 0.165),
                point(x, y, z, side, 0.11, 0.075),
                0.019,
                0.019)),
        SamplePart.of(
            "right-arm",
            RED,
            new Tube(
                point(x, y, z, side, -0.078, 0.165),
                point(x, y, z, side, -0.11, 0.24),
                0.019,
                0.019)),
        SamplePart.of(
            "head",
            METAL,
            new Box(new double[] {x, y, z + 0.225}, new double[] {0.05, 0.05, 0.042}, turn)),
        SamplePart.of("visor", BLUE, new Box(eyes, new double[] {0.008, 0.042, 0.016}, turn)));
  }

  static SampleObject bottle(double x, double y, double z, double turn) {
    return SampleObject.of(
        "bottle",
        SamplePart.of(
            "glass",
            Material.plain(0.14, 0.36, 0.22).glossy(0.1),
            upright(x, y, z, 0.18, 0.045, 0.045),
            upright(x, y, z + 0.18, 0.06, 0.045, 0.018),
            upright(x, y, z + 0.24, 0.05, 0.018, 0.016)),
        SamplePart.of(
            "label",
            WHITE.with(Pattern.STRIPES, 0.02, 0.84, 0.8, 0.7),
            upright(x, y, z + 0.05, 0.09, 0.047, 0.047)),
        SamplePart.of("cap", YELLOW, upright(x, y, z + 0.285, 0.03, 0.021, 0.021)));
  }

  static SampleObject gift(double x, double y, double z, double turn) {
    return SampleObject.of(
        "gift",
        SamplePart.of(
            "box",
            Material.plain(0.5, 0.26, 0.56),
            new Box(new double[] {x, y, z + 0.055}, new double[] {0.085, 0.085, 0.055}, turn)),
        SamplePart.of(
            "lid",
            Material.plain(0.55, 0.3, 0.6),
            new Box(new double[] {x, y, z + 0.127}, new double[] {0.093, 0.093, 0.019}, turn)),
        SamplePart.of(
            "ribbon",
            YELLOW,
            new Box(new double[] {x, y, z + 0.074}, new double[] {0.096, 0.02, 0.075}, turn),
            new Box(new double[] {x, y, z + 0.074}, new double[] {0.02, 0.096, 0.075}, turn)));
  }

  static SampleObject snowman(double x, double y, double z, double turn) {
    double[] nose = point(x, y, z, turn, 0.045, 0.228);
    double[] tip = point(x, y, z, turn, 0.1, 0.222);
    return SampleObject.of(
        "snowman",
        SamplePart.of("base", WHITE, sphere(x, y, z + 0.075, 0.078)),
        SamplePart.of("chest", WHITE, sphere(x, y, z + 0.16, 0.058)),
        SamplePart.of("head", WHITE, sphere(x, y, z + 0.227, 0.048)),
        SamplePart.of("nose", Material.plain(0.95, 0.5, 0.1), new Tube(nose, tip, 0.014, 0.005)),
        SamplePart.of(
            "hat",
            DARK,
            upright(x, y, z + 0.255, 0.014, 0.06, 0.06),
            upright(x, y, z + 0.265, 0.065, 0.04, 0.037)));
  }

  static SampleObject pencilCup(double x, double y, double z, double turn) {
    double[] a = point(x, y, z, turn, 0.025, 0.08);
    double[] b = point(x, y, z, turn + 2.1, 0.025, 0.08);
    double[] c = point(x, y, z, turn + 4.2, 0.025, 0.08);
    return SampleObject.of(
        "pencil-cup",
        SamplePart.of("cup", DARK, upright(x, y, z, 0.11, 0.05, 0.05)),
        SamplePart.of(
            "red-pencil", RED, new Tube(a, point(x, y, z, turn, 0.065, 0.24), 0.012, 0.011)),
        SamplePart.of(
            "green-pencil",
            GREEN,
            new Tube(b, point(x, y, z, turn + 2.1, 0.07, 0.225), 0.012, 0.011)),
        SamplePart.of(
            "blue-pencil",
            BLUE,
            new Tube(c, point(x, y, z, turn + 4.2, 0.065, 0.235), 0.012, 0.011)));
  }

  static SampleObject car(double x, double y, double z, double turn) {
    return SampleObject.of(
        "car",
        SamplePart.of(
            "body",
            RED,
            new Box(new double[] {x, y, z + 0.062}, new double[] {0.13, 0.062, 0.03}, turn)),
        SamplePart.of(
            "cabin",
            RED,
            new Box(point(x, y, z, turn, -0.02, 0.116), new double[] {0.066, 0.055, 0.027}, turn)),
        axle("front-wheels", x, y, z, turn, 0.075),
        axle("rear-wheels", x, y, z, turn, -0.075));
  }

  private static SamplePart axle(
      String name, double x, double y, double z, double turn, double out) {
    double[] middle = point(x, y, z, turn, out, 0.036);
    double side = turn + Math.PI / 2;
    double[] left = point(middle[0], middle[1], middle[2], side, 0.078, 0);
    double[] right = point(middle[0], middle[1], middle[2], side, -0.078, 0);
    return SamplePart.of(name, DARK, new Tube(left, right, 0.036, 0.036));
  }

  static SampleObject clock(double x, double y, double z, double turn) {
    double[] centre = {x, y, z + 0.105};
    double[] front = point(x, y, z, turn, 0.028, 0.105);
    double[] face = point(x, y, z, turn, 0.034, 0.105);
    double[] rear = point(x, y, z, turn, -0.028, 0.105);
    double side = turn + Math.PI / 2;
    return SampleObject.of(
        "clock",
        SamplePart.of("frame", WOOD, new Tube(rear, front, 0.085, 0.085)),
        SamplePart.of("face", WHITE, new Tube(centre, face, 0.07, 0.07)),
        SamplePart.of(
            "feet",
            WOOD,
            new Tube(
                point(x, y, z, side, 0.07, 0), point(x, y, z, side, 0.045, 0.05), 0.016, 0.016),
            new Tube(
                point(x, y, z, side, -0.07, 0), point(x, y, z, side, -0.045, 0.05), 0.016, 0.016)));
  }

  static SampleObject candle(double x, double y, double z, double turn) {
    return SampleObject.of(
        "candle",
        SamplePart.of(
            "holder",
            METAL,
            upright(x, y, z, 0.02, 0.075, 0.07),
            upright(x, y, z + 0.02, 0.03, 0.04, 0.036)),
        SamplePart.of(
            "wax", Material.plain(0.9, 0.84, 0.7), upright(x, y, z + 0.045, 0.13, 0.026, 0.025)),
        SamplePart.of(
            "flame",
            Material.plain(0.98, 0.7, 0.2),
            new Ellipsoid(new double[] {x, y, z + 0.2}, new double[] {0.014, 0.014, 0.03})));
  }

  static SampleObject mushroom(double x, double y, double z, double turn) {
    return SampleObject.of(
        "mushroom",
        SamplePart.of("stalk", WHITE, upright(x, y, z, 0.1, 0.042, 0.032)),
        SamplePart.of(
            "cap",
            RED,
            new Ellipsoid(new double[] {x, y, z + 0.115}, new double[] {0.09, 0.09, 0.05})));
  }
}
