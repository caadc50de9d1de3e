package org.clickgaussian.scene.camera;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;

/** The camera models of COLMAP that pinhole splatting can use, in COLMAP's numbering. */
enum ColmapCameraModel {
  SIMPLE_PINHOLE(3),
  PINHOLE(4),
  SIMPLE_RADIAL(4),
  RADIAL(5),
  OPENCV(8);

  /** COLMAP's other models, from number 5 on: named in messages only. */
  private static final String[] UNSUPPORTED = {
    "OPENCV_FISHEYE",
    "FULL_OPENCV",
    "FOV",
    "SIMPLE_RADIAL_FISHEYE",
    "RADIAL_FISHEYE",
    "THIN_PRISM_FISHEYE",
    "RAD_TAN_THIN_PRISM_FISHEYE"
  };

  /** Longer sides are no photo. */
  static final int MAXIMUM_SIDE = 1 << 20;

  private final int parameters;

  ColmapCameraModel(int parameters) {
    this.parameters = parameters;
  }

  /** A camera of a COLMAP model before it is given a pose. */
  record Intrinsics(Camera camera, Lens lens) {
    /** The photo that this camera took from a pose. */
    PosedPhoto photo(String name, RigidTransform viewMatrix) {
      return new PosedPhoto(name, camera.movedTo(viewMatrix), lens);
    }
  }

  /** The number of parameters of the model. */
  int parameters() {
    return parameters;
  }

  /** The model of COLMAP's number. */
  static ColmapCameraModel ofNumber(Path file, int number) {
    if (number >= 0 && number < values().length) {
      return values()[number];
    }
    int other = number - values().length;
    throw unsupported(
        file, number >= 0 && other < UNSUPPORTED.length ? UNSUPPORTED[other] : "number " + number);
  }

  /** The model of COLMAP's name. */
  static ColmapCameraModel ofName(Path file, String name) {
    for (ColmapCameraModel model : values()) {
      if (model.name().equals(name.toUpperCase(Locale.ROOT))) {
        return model;
      }
    }
    throw unsupported(file, name);
  }

  private static InputException unsupported(Path file, String name) {
    String supported =
        Arrays.stream(values()).map(ColmapCameraModel::name).collect(Collectors.joining(", "));
    return InputException.in(
        file,
        "has a camera of the model %s, but only %s are supported; run COLMAP's image_undistorter"
            .formatted(name, supported));
  }

  /**
   * The camera of these parameters, at the identity pose.
   *
   * @param p as many parameters as {@link #parameters()}, in COLMAP's order
   */
  Intrinsics intrinsics(Path file, long width, long height, double[] p) {
    if (width < 1
        || height < 1
        || width > MAXIMUM_SIDE
        || height > MAXIMUM_SIDE
        || width * height > ImageFiles.MAXIMUM_PIXELS) {
      throw InputException.in(
          file, "has a camera of %d×%d pixels; run COLMAP again".formatted(width, height));
    }
    boolean oneFocal = this == SIMPLE_PINHOLE || this == SIMPLE_RADIAL || this == RADIAL;
    int rest = oneFocal ? 1 : 2;
    double fx = p[0];
    double fy = p[rest - 1];
    double cx = p[rest];
    double cy = p[rest + 1];
    Lens lens =
        switch (this) {
          case SIMPLE_PINHOLE, PINHOLE -> Lens.NONE;
          case SIMPLE_RADIAL -> new Lens(p[3], 0, 0, 0);
          case RADIAL -> new Lens(p[3], p[4], 0, 0);
          case OPENCV -> new Lens(p[4], p[5], p[6], p[7]);
        };
    return PoseChecks.intrinsics(file, (int) width, (int) height, fx, fy, cx, cy, lens);
  }
}
