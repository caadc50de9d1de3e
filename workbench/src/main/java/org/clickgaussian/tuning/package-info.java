/**
 * Training in the window: settings by term, presets, a queue of trainings of which one goes on at a
 * time, settings changed in flight, pause, stop and branch, and the state of the training shown in
 * the viewport while it learns.
 *
 * <p>What a person wants are {@link org.clickgaussian.tuning.TuningIntent}s; {@link
 * org.clickgaussian.tuning.TuningController} answers them and tells the pane a {@link
 * org.clickgaussian.tuning.TuningState}. Neither knows JavaFX.
 */
package org.clickgaussian.tuning;
