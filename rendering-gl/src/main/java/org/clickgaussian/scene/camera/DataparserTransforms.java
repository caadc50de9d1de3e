package org.clickgaussian.scene.camera;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;

/**
 * The {@code dataparser_transforms.json} of a nerfstudio run: the way from the world of its {@code
 * transforms.json} to the one in which it trains, and in which it exports splats.
 *
 * <p>A point x becomes scale · (R x + t), {@code transform} being the rows of (R | t). A camera
 * that was at c with the orientation Q stands at scale · (R c + t) with R Q.
 */
public final class DataparserTransforms {
  /** The name of the file. */
  public static final String NAME = "dataparser_transforms.json";

  private final RigidTransform transform;
  private final double scale;

  private DataparserTransforms(RigidTransform transform, double scale) {
    this.transform = transform;
    this.scale = scale;
  }

  /**
   * Reads a file.
   *
   * @throws InputException if it is no such JSON, the transform does not keep angles, or the scale
   *     is not positive
   */
  public static DataparserTransforms read(Path file) {
    JsonNode root = JsonFields.parse(file);
    JsonFields fields = new JsonFields(file, "the whole file", root);
    double[] m = fields.matrix("transform", 3, 4);
    double scale = fields.number("scale");
    if (!(scale > 0)) {
      throw InputException.in(file, "has the scale %s, which is not above 0".formatted(scale));
    }
    double[] rotation = {m[0], m[1], m[2], m[4], m[5], m[6], m[8], m[9], m[10]};
    double[] translation = {m[3], m[7], m[11]};
    return new DataparserTransforms(
        PoseChecks.ofMatrix(file, "(all of them)", rotation, translation), scale);
  }

  /** The cameras in the world of the exported splat. */
  public List<PosedPhoto> apply(List<PosedPhoto> photos) {
    List<PosedPhoto> moved = new ArrayList<>();
    for (PosedPhoto photo : photos) {
      Camera camera = photo.camera();
      moved.add(new PosedPhoto(photo.name(), camera.movedTo(move(camera)), photo.lens()));
    }
    return moved;
  }

  private RigidTransform move(Camera camera) {
    double[] c = camera.centre();
    double[] centre = transform.apply(c[0], c[1], c[2]);
    double[] view = camera.viewMatrix().rotation();
    double[] r = transform.rotation();
    // World to camera: V Rᵀ, then minus that times the centre.
    double[] turned = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          turned[3 * i + j] += view[3 * i + k] * r[3 * j + k];
        }
      }
    }
    double[] translation = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 3; k++) {
        translation[i] -= turned[3 * i + k] * scale * centre[k];
      }
    }
    return new RigidTransform(turned, translation);
  }
}
