package org.clickgaussian.scene.camera;

import java.util.Locale;
import java.util.Set;
import org.clickgaussian.scene.Camera;

/**
 * A photo and the camera that took it, as some program stored them.
 *
 * @param name the photo's file name as stored, with forward slashes; with or without extension
 * @param camera the camera without its lens distortion, at the image size that was stored
 * @param lens the distortion
 */
public record PosedPhoto(String name, Camera camera, Lens lens) {
  private static final Set<String> EXTENSIONS =
      Set.of("jpg", "jpeg", "png", "webp", "tif", "tiff", "bmp", "exr", "gif", "heic");

  /** The name without the extension of an image file: the key of a view. */
  public String key() {
    return keyOf(name);
  }

  /** A file name without the extension of an image file, such as "left/0001" of "left/0001.JPG". */
  public static String keyOf(String name) {
    int dot = name.lastIndexOf('.');
    boolean known =
        dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    return known ? name.substring(0, dot) : name;
  }
}
