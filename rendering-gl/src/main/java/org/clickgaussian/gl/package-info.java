/**
 * Computing on the graphics processor with OpenGL 4.3, without any window.
 *
 * <p>A {@link org.clickgaussian.gl.GlContext} owns one thread, on which everything of it happens:
 * work is handed over with {@code call} and {@code run}. {@link org.clickgaussian.gl.GlBuffer} is
 * memory of the device, as long as it takes: where a driver limits what a shader can see of one
 * buffer, it lies in several, and shaders do not notice. A {@link org.clickgaussian.gl.GlKernel} is
 * a compute shader from a resource; {@link org.clickgaussian.gl.ShaderSource} tells the few
 * directives that it understands beside those of GLSL.
 *
 * <p>Errors of the driver become a {@link org.clickgaussian.gl.GlException}: no device, out of
 * memory, device lost. Callers fall back to the processor.
 */
package org.clickgaussian.gl;
