package org.clickgaussian.viewport.frame;

/**
 * A picture for the viewport.
 *
 * @param request what was asked for
 * @param width pixels in a row; less than the request's where the picture is coarser
 * @param height pixels in a column
 * @param pixels 0xAARRGGBB, premultiplied, row by row: int[height · width]; may be used again for a
 *     later frame once that is delivered
 * @param legend what the colours mean
 * @param milliseconds that it took
 */
public record ViewportFrame(
    FrameRequest request,
    int width,
    int height,
    int[] pixels,
    Legend legend,
    double milliseconds) {}
