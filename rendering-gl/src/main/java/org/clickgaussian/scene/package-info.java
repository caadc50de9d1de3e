/**
 * What a scene is: Gaussians ({@link org.clickgaussian.scene.GaussianScene}), cameras ({@link
 * org.clickgaussian.scene.Camera}), the views that were photographed ({@link
 * org.clickgaussian.scene.View}).
 *
 * <p>Conventions, here and everywhere: the world is in the units of the splat file; cameras look
 * along +z with x to the right and y down (OpenCV); matrices are row-major; quaternions are w, x,
 * y, z; pixel centres lie at +0.5; scales and opacities are stored raw, as logarithm and logit.
 *
 * <p>Inside, Gaussians may lie in any order ({@link org.clickgaussian.scene.SceneOrder}); values
 * that leave the program go by the rows of the file ({@link org.clickgaussian.scene.FileRows}).
 */
package org.clickgaussian.scene;
