package org.clickgaussian.training;

import java.util.List;
import org.clickgaussian.mask.MaskSource;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.Rasterizer;

/**
 * What a run learns from.
 *
 * @param gaussians the scene, sorted along a curve so that neighbours in space are neighbours in
 *     memory
 * @param rasterizer splats {@code gaussians}
 * @param views the views to learn from; each has masks
 * @param masks the views' segments
 */
public record TrainingScene(
    GaussianScene gaussians, Rasterizer rasterizer, List<View> views, MaskSource masks) {}
