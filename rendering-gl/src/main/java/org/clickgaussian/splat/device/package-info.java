/**
 * Which device splats: a graphics processor through OpenGL where there is one, else this machine's
 * processor.
 *
 * <p>A {@link org.clickgaussian.splat.device.RenderingDevice} is opened once by a program and makes
 * the rasterisers of its scenes. When the graphics processor is lost or its memory ends,
 * rasterisers and views that are in use go on on the processor, and who listens is told. Before
 * that, a {@link org.clickgaussian.splat.device.DeviceCheck} has compared what the graphics
 * processor computes with what the processor does.
 */
package org.clickgaussian.splat.device;
