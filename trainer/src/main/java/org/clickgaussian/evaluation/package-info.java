/**
 * How good the masks are: intersection over union with ground truth, per object, level and view.
 *
 * <p>{@link org.clickgaussian.evaluation.EvaluationTruth} says what is true, in one of three
 * protocols; a {@link org.clickgaussian.evaluation.MaskMethod} finds an object in all views from
 * its mask in a reference view (the trained features, or a baseline that does without them); {@link
 * org.clickgaussian.evaluation.SceneEvaluation} brings both together. It is strict: what a method
 * does not answer counts 0.
 */
package org.clickgaussian.evaluation;
