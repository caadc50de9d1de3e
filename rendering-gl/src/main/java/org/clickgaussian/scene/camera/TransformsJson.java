package org.clickgaussian.scene.camera;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clickgaussian.image.ImageSize;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.RigidTransform;

/**
 * The {@code transforms.json} of nerfstudio, instant-ngp and the NeRF synthetic scenes. Each entry
 * of {@code frames} has a {@code file_path} and a {@code transform_matrix}, camera-to-world with
 * the OpenGL axes (x right, y up, z backward), which are turned into OpenCV ones by negating the
 * second and third column; the world is left as it is. Intrinsics stand in the frame or, for all
 * frames, at the top: {@code fl_x}, {@code fl_y}, {@code cx}, {@code cy}, {@code w}, {@code h},
 * {@code k1}, {@code k2}, {@code p1}, {@code p2}, or {@code camera_angle_x} (and {@code
 * camera_angle_y}), the whole angle of view in radians.
 */
public final class TransformsJson {
  private static final Set<String> MODELS =
      Set.of("", "SIMPLE_PINHOLE", "PINHOLE", "SIMPLE_RADIAL", "RADIAL", "OPENCV");

  private static final List<String> UNSUPPORTED_DISTORTION = List.of("k3", "k4", "k5", "k6");

  private final JsonFields top;
  private final Function<String, Optional<ImageSize>> photoSize;

  private TransformsJson(JsonFields top, Function<String, Optional<ImageSize>> photoSize) {
    this.top = top;
    this.photoSize = photoSize;
  }

  /**
   * Reads the frames of a file.
   *
   * @param photoSize the size of the photo of a {@code file_path}, where the photo exists; asked
   *     only where the file gives no {@code w} and {@code h}
   * @return the cameras in the order of the file, at least one; names are the file paths without
   *     leading "./"
   * @throws InputException if the file is no such JSON, a camera cannot be, or its model is not
   *     supported
   */
  public static List<PosedPhoto> read(Path file, Function<String, Optional<ImageSize>> photoSize) {
    JsonFields top = new JsonFields(file, "the whole file", JsonFields.parse(file));
    JsonNode frames = top.node().path("frames");
    TransformsJson reader = new TransformsJson(top, photoSize);
    List<PosedPhoto> photos = new ArrayList<>();
    for (int i = 0; frames.isArray() && i < frames.size(); i++) {
      photos.add(reader.photo(new JsonFields(file, "frame " + i, frames.get(i))));
    }
    if (photos.isEmpty()) {
      throw InputException.in(file, "lists no \"frames\"");
    }
    return photos;
  }

  private PosedPhoto photo(JsonFields frame) {
    Path file = frame.file();
    String name = PoseChecks.name(file, frame.text("file_path"));
    double[] m = frame.matrix("transform_matrix", 3, 4);
    double[] rotation = {m[0], -m[1], -m[2], m[4], -m[5], -m[6], m[8], -m[9], -m[10]};
    double[] position = {m[3], m[7], m[11]};
    RigidTransform toWorld = PoseChecks.ofMatrix(file, name, rotation, position);
    return intrinsics(frame, name).photo(name, toWorld.inverse());
  }

  private ColmapCameraModel.Intrinsics intrinsics(JsonFields frame, String name) {
    checkModel(frame);
    ImageSize size = size(frame, name);
    double fx = focalLength(frame, "fl_x", "camera_angle_x", size.width(), Double.NaN);
    double fy = focalLength(frame, "fl_y", "camera_angle_y", size.height(), fx);
    if (Double.isNaN(fy)) {
      throw InputException.in(
          frame.file(),
          "has neither \"fl_x\" nor \"camera_angle_x\" for the photo %s".formatted(name));
    }
    Lens lens =
        new Lens(
            number(frame, "k1", 0), number(frame, "k2", 0),
            number(frame, "p1", 0), number(frame, "p2", 0));
    double cx = number(frame, "cx", size.width() / 2.0);
    double cy = number(frame, "cy", size.height() / 2.0);
    return PoseChecks.intrinsics(
        frame.file(), size.width(), size.height(), Double.isNaN(fx) ? fy : fx, fy, cx, cy, lens);
  }

  private ImageSize size(JsonFields frame, String name) {
    JsonFields holder = frame.has("w") ? frame : top;
    if (holder.has("w") && holder.has("h")) {
      return new ImageSize(holder.pixels("w"), holder.pixels("h"));
    }
    return photoSize
        .apply(name)
        .orElseThrow(
            () ->
                InputException.in(
                    frame.file(),
                    "gives no \"w\" and \"h\" and the photo %s is not there; add either"
                        .formatted(name)));
  }

  private double focalLength(
      JsonFields frame, String focal, String angle, int pixels, double otherwise) {
    for (JsonFields fields : List.of(frame, top)) {
      if (fields.has(focal)) {
        return fields.number(focal);
      }
      if (fields.has(angle)) {
        return 0.5 * pixels / Math.tan(0.5 * fields.number(angle));
      }
    }
    return otherwise;
  }

  private double number(JsonFields frame, String name, double otherwise) {
    return frame.has(name) ? frame.number(name) : top.number(name, otherwise);
  }

  private void checkModel(JsonFields frame) {
    JsonFields holder = frame.has("camera_model") ? frame : top;
    String model = holder.has("camera_model") ? holder.text("camera_model") : "";
    for (String term : UNSUPPORTED_DISTORTION) {
      if (number(frame, term, 0) != 0) {
        throw unsupported(frame, "the distortion " + term);
      }
    }
    if (!MODELS.contains(model) || isFisheye(frame) || isFisheye(top)) {
      throw unsupported(frame, "the camera model " + model);
    }
  }

  private static boolean isFisheye(JsonFields fields) {
    return fields.node().path("is_fisheye").asBoolean();
  }

  private static InputException unsupported(JsonFields frame, String what) {
    return InputException.in(
        frame.file(),
        "has %s in %s; supported are PINHOLE and OPENCV with k1, k2, p1, p2; undistort the photos"
            .formatted(what, frame.place()));
  }
}
