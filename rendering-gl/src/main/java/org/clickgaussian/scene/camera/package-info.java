/**
 * Where photos were taken from, read from what other programs write: COLMAP models ({@link
 * org.clickgaussian.scene.camera.ColmapModel}), {@code cameras.json} ({@link
 * org.clickgaussian.scene.camera.CamerasJson}), {@code transforms.json} ({@link
 * org.clickgaussian.scene.camera.TransformsJson}).
 *
 * <p>All of them yield {@link org.clickgaussian.scene.camera.PosedPhoto}s: a file name, a pinhole
 * camera in the world of the file, and a {@link org.clickgaussian.scene.camera.Lens} that bends its
 * rays. {@link org.clickgaussian.scene.camera.Undistortion} straightens photos and label maps where
 * the lens bends visibly.
 */
package org.clickgaussian.scene.camera;
