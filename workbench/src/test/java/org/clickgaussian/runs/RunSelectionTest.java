package org.clickgaussian.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunSelectionTest {
  private static final Path A = Path.of("/runs/a");
  private static final Path B = Path.of("/runs/b");

  private final RunSelection selection = new RunSelection();
  private int told;

  @Test
  void tellsOfChangesOnly() {
    Runnable stop = selection.listen(() -> told++);
    selection.pick(List.of(A, Path.of("/runs/../runs/a"), B));
    selection.pick(List.of(A, B));
    assertThat(selection.runs()).containsExactly(A, B);
    assertThat(told).isEqualTo(1);
    selection.pin(Optional.of(B));
    selection.pin(Optional.of(B));
    assertThat(told).isEqualTo(2);
    stop.run();
    selection.pick(List.of());
    assertThat(told).isEqualTo(2);
  }

  @Test
  void theBaselineIsOneOfThePickedRuns() {
    selection.pin(Optional.of(A));
    assertThat(selection.baseline()).isEmpty();
    selection.pick(List.of(A, B));
    assertThat(selection.baseline()).contains(A);
    selection.pick(List.of(B));
    assertThat(selection.baseline()).isEmpty();
  }
}
