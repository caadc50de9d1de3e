package org.clickgaussian.scene.camera;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.scene.View;

/**
 * The {@code cameras.json} of the 3DGS reference trainer: a list of objects with {@code id}, {@code
 * img_name}, {@code width}, {@code height}, {@code position} (the camera's centre), {@code
 * rotation} (camera-to-world, three rows), {@code fx}, {@code fy}. The principal point is the
 * middle of the image, unless {@code cx} and {@code cy} are given, which is an addition of this
 * project.
 */
public final class CamerasJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private CamerasJson() {}

  /**
   * Reads a list of cameras, or a single one.
   *
   * @return the cameras in the order of the file, at least one; without {@code img_name} a camera
   *     is called "camera-0000" by its place in the list
   * @throws InputException if the file is no such JSON or a camera cannot be
   */
  public static List<PosedPhoto> read(Path file) {
    JsonNode root = JsonFields.parse(file);
    List<PosedPhoto> photos = new ArrayList<>();
    if (root.isArray()) {
      for (int i = 0; i < root.size(); i++) {
        photos.add(photo(new JsonFields(file, "entry " + i, root.get(i)), i));
      }
    } else {
      photos.add(photo(new JsonFields(file, "the camera", root), 0));
    }
    if (photos.isEmpty()) {
      throw InputException.in(file, "lists no cameras");
    }
    return photos;
  }

  /** Reads cameras as views; the keys are the image names without extension. */
  public static List<View> readViews(Path file) {
    return read(file).stream().map(photo -> new View(photo.key(), photo.camera())).toList();
  }

  /** Writes views; {@code cx} and {@code cy} only where they are not the middle of the image. */
  public static void write(Path file, List<View> views) {
    ArrayNode list = MAPPER.createArrayNode();
    for (int i = 0; i < views.size(); i++) {
      write(list.addObject().put("id", i), views.get(i));
    }
    AtomicFile.write(file, stream -> stream.write(MAPPER.writeValueAsBytes(list)));
  }

  private static void write(ObjectNode entry, View view) {
    Camera camera = view.camera();
    entry.put("img_name", view.key()).put("width", camera.width()).put("height", camera.height());
    RigidTransform pose = camera.viewMatrix().inverse();
    ArrayNode position = entry.putArray("position");
    ArrayNode rotation = entry.putArray("rotation");
    for (int row = 0; row < 3; row++) {
      position.add(pose.translation()[row]);
      ArrayNode numbers = rotation.addArray();
      for (int column = 0; column < 3; column++) {
        numbers.add(pose.rotation()[3 * row + column]);
      }
    }
    entry.put("fy", camera.fy()).put("fx", camera.fx());
    if (camera.cx() != camera.width() / 2.0 || camera.cy() != camera.height() / 2.0) {
      entry.put("cx", camera.cx()).put("cy", camera.cy());
    }
  }

  private static PosedPhoto photo(JsonFields fields, int index) {
    Path file = fields.file();
    String stored =
        fields.has("img_name")
            ? fields.text("img_name")
            : String.format(Locale.ROOT, "camera-%04d", index);
    String name = PoseChecks.name(file, stored);
    int width = fields.pixels("width");
    int height = fields.pixels("height");
    RigidTransform toWorld =
        PoseChecks.ofMatrix(
            file, name, fields.matrix("rotation", 3, 3), fields.vector("position", 3));
    return PoseChecks.intrinsics(
            file,
            width,
            height,
            fields.number("fx"),
            fields.number("fy"),
            fields.number("cx", width / 2.0),
            fields.number("cy", height / 2.0),
            Lens.NONE)
        .photo(name, toWorld.inverse());
  }
}
