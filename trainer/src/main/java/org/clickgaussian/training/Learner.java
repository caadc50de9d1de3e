package org.clickgaussian.training;

import java.util.Optional;
import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Rasterizer;

/**
 * What an iteration does once its pixels are drawn: the losses of Eq. 13, their gradient, and the
 * step of Adam; and average pooling (Eq. 6). Made for one scene and one layout; not safe for
 * several threads.
 *
 * <p>An iteration comes in two halves, so that the host can draw the next pixels while another
 * device works. A learner that works on tables of its own tells the state so ({@link
 * TrainingState#learntIn}); whoever then asks the state for features gets those after the last
 * iteration that was begun.
 */
public interface Learner extends AutoCloseable {
  /**
   * Begins an iteration; it may still be going on when this returns.
   *
   * @param state the features and moments, which change; its candidates are not looked at
   * @param input the iteration's pixels and candidates; what its features hold is not looked at
   *     when the state is learnt elsewhere
   * @param losses the weights of the terms
   * @param learningRate of Adam
   */
  void begin(TrainingState state, StepInput input, LossSettings losses, double learningRate);

  /** Waits for the iteration that was begun; the losses before its step. */
  StepLosses finish();

  /** A whole iteration. */
  default StepLosses step(
      TrainingState state, StepInput input, LossSettings losses, double learningRate) {
    begin(state, input, losses, learningRate);
    return finish();
  }

  /**
   * Makes ready what an iteration that will be begun soon needs; may be called between {@link
   * #begin} and {@link #finish} of the one before.
   *
   * @param next all but its candidates, with the same {@code rows} array as it will be begun with
   */
  default void prepare(StepInput next) {}

  /** For how many iterations after the next one {@link #foresee} is of use. */
  default int foreseen() {
    return 0;
  }

  /**
   * Tells which samples of Eq. 12 will be asked for, so that they can be drawn ahead of time.
   *
   * @param spatialSeeds those of the next iterations' inputs
   */
  default void foresee(long... spatialSeeds) {}

  /** Says that no blend weights seen so far come again: all pools are drawn anew. */
  default void forgetWeights() {}

  /**
   * Says that every iteration comes with blend weights of its own, which are freed when it is done:
   * there is no use in keeping any.
   */
  default void expectNewWeights() {}

  /**
   * What draws the blend weights.
   *
   * @param given the scene's own rasteriser
   * @return that, or a faster one of the learner's, which is closed with it
   */
  default Rasterizer rasterizer(Rasterizer given) {
    return given;
  }

  /**
   * Hears of blend weights that its own {@link #rasterizer} drew.
   *
   * @param pixels the pixel of each row
   * @param weights theirs; not to be kept
   */
  default void weightsDrawn(Camera camera, int[] pixels, BlendWeights weights) {}

  /** The average features of all segments of a level (Eq. 6). */
  PooledFeatures pool(TrainingState state, PoolingMatrix pooling, Level level);

  /** The name by which {@code train --backend} knows it. */
  String name();

  /** The backend, its device and the memory taken there in words, for a run's record. */
  default String description() {
    return name();
  }

  /** Why it learns on the processor although a graphics processor might have been used. */
  default Optional<String> reason() {
    return Optional.empty();
  }

  /** How much of the work its device has; empty on the processor. */
  default Optional<DeviceShare> share() {
    return Optional.empty();
  }

  /** Lets go of all it holds; tables that are ahead of a state's own are lost. */
  @Override
  void close();
}
