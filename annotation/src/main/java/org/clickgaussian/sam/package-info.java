/**
 * Segment Anything on photos: the models ({@link org.clickgaussian.sam.ModelDescription}, {@link
 * org.clickgaussian.sam.ModelsFolder}), their use ({@link org.clickgaussian.sam.SegmentAnything}:
 * one embedding a photo, then as many prompts as wanted), all segments of a photo ({@link
 * org.clickgaussian.sam.AutomaticMaskGenerator}), those of a scene's photos ({@link
 * org.clickgaussian.sam.MaskSetGeneration}), and one segment by prompts ({@link
 * org.clickgaussian.sam.MaskPredictor}).
 *
 * <p>Coordinates: photo pixels have their centres at +0.5 everywhere in the program, but Segment
 * Anything's prompts are plain positions on the photo, from 0 to its width; the decoder adds its
 * own half pixel. ONNX Runtime stays in this package.
 */
package org.clickgaussian.sam;
