package org.clickgaussian.app.soak;

import java.util.List;
import org.clickgaussian.app.soak.SoakStep.Act;
import org.clickgaussian.app.soak.SoakStep.Button;
import org.clickgaussian.app.soak.SoakStep.Click;
import org.clickgaussian.app.soak.SoakStep.Drag;
import org.clickgaussian.app.soak.SoakStep.Held;
import org.clickgaussian.app.soak.SoakStep.Hover;
import org.clickgaussian.app.soak.SoakStep.Wheel;
import org.clickgaussian.math.RandomStream;

/** The steps of a seed: step n depends on the seed, n and the names of the actions alone. */
public final class SoakScript {
  private static final int MOST_NOTCHES = 3;

  private final long seed;
  private final List<String> actions;

  /**
   * A script.
   *
   * @param actions ids of the actions that steps may take; at least one
   */
  public SoakScript(long seed, List<String> actions) {
    this.seed = seed;
    this.actions = List.copyOf(actions);
  }

  /** Step n, from 0. */
  public SoakStep step(long n) {
    RandomStream random = new RandomStream(seed, "soak", n);
    double kind = random.nextDouble();
    double x = random.nextDouble();
    double y = random.nextDouble();
    if (kind < 0.2) {
      return new Hover(x, y);
    }
    if (kind < 0.45) {
      return new Click(x, y, random.nextDouble() < 0.1 ? 2 : 1, held(random));
    }
    if (kind < 0.6) {
      Button button = random.nextDouble() < 0.7 ? Button.PRIMARY : Button.SECONDARY;
      return new Drag(x, y, random.nextDouble(), random.nextDouble(), button, held(random));
    }
    if (kind < 0.7) {
      int notches = 1 + random.nextInt(MOST_NOTCHES);
      return new Wheel(x, y, random.nextDouble() < 0.5 ? notches : -notches);
    }
    return new Act(actions.get(random.nextInt(actions.size())));
  }

  /** Pulses of the window to let pass after step n: none in bursts, some else. */
  public int pause(long n) {
    RandomStream random = new RandomStream(seed, "soak pause", n);
    return random.nextDouble() < 0.5 ? 0 : random.nextInt(12);
  }

  /** How many steps the episode that begins at step n has before it is undone. */
  public int episode(long n) {
    return 10 + new RandomStream(seed, "soak episode", n).nextInt(40);
  }

  private static Held held(RandomStream random) {
    return random.nextDouble() < 0.6 ? Held.NONE : Held.values()[random.nextInt(4)];
  }
}
