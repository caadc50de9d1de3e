package org.clickgaussian.scene;

/**
 * A place from which the scene was photographed.
 *
 * @param key the photo's path relative to {@code images/} without extension, such as "DSCF5565"
 * @param camera the pinhole camera after removal of lens distortion; its width and height are those
 *     of the photo
 */
public record View(String key, Camera camera) {}
