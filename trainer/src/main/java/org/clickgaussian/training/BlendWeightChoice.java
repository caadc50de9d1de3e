package org.clickgaussian.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clickgaussian.io.InputException;

/** What a person may ask to be done with the blend weights of a run. */
public enum BlendWeightChoice {
  /** Kept where the memory suffices, else recomputed. */
  AUTO(
      new MemoryPlan(true, true),
      new MemoryPlan(true, false),
      new MemoryPlan(false, true),
      new MemoryPlan(false, false)),

  /** Kept for all views: faster. */
  KEPT(new MemoryPlan(true, true), new MemoryPlan(true, false)),

  /** Computed anew for each iteration by splatting its view: least memory. */
  RECOMPUTED(new MemoryPlan(false, true), new MemoryPlan(false, false));

  private final List<MemoryPlan> plans;

  BlendWeightChoice(MemoryPlan... plans) {
    this.plans = List.of(plans);
  }

  /** The plans that it allows, the fastest first. */
  List<MemoryPlan> plans() {
    return plans;
  }

  /** As it is typed: auto, kept or recomputed. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The choice of a name.
   *
   * @throws InputException that names the choices if there is none
   */
  public static BlendWeightChoice of(String key) {
    return Arrays.stream(values())
        .filter(choice -> choice.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "blend weights cannot be \"%s\"; they are %s"
                        .formatted(
                            key,
                            Arrays.stream(values())
                                .map(BlendWeightChoice::key)
                                .collect(Collectors.joining(", ")))));
  }
}
