package org.clickgaussian.app.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A seed means the same steps every time, and steps of all kinds. */
class SoakScriptTest {
  private static final List<String> ACTIONS = List.of("edit.undo", "view.depth", "camera.home");

  private static List<SoakStep> steps(long seed) {
    SoakScript script = new SoakScript(seed, ACTIONS);
    return LongStream.range(0, 500).mapToObj(script::step).toList();
  }

  @Test
  void theSeedReplaysTheSteps() {
    assertThat(steps(7)).isEqualTo(steps(7)).isNotEqualTo(steps(8));
  }

  @Test
  void stepsOfAllKindsComeUp() {
    Set<Class<?>> kinds = new HashSet<>();
    Set<String> actions = new HashSet<>();
    for (SoakStep step : steps(1)) {
      kinds.add(step.getClass());
      if (step instanceof SoakStep.Act act) {
        actions.add(act.action());
      }
    }
    assertThat(kinds).hasSize(SoakStep.class.getPermittedSubclasses().length);
    assertThat(actions).containsExactlyInAnyOrderElementsOf(ACTIONS);
  }

  @Test
  void memoryThatKeepsGrowingIsFound() {
    HeapPlateau flat = new HeapPlateau();
    HeapPlateau growing = new HeapPlateau();
    for (long minute = 0; minute < 12; minute++) {
      flat.add((200 + minute % 3) << 20);
      growing.add((200 + 20 * minute) << 20);
    }
    assertThat(flat.grows()).isFalse();
    assertThat(growing.grows()).isTrue();
  }
}
