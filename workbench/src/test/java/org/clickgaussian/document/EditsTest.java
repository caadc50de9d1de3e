package org.clickgaussian.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditsTest {
  private static final int COUNT = 207;

  private final Random random = new Random(1);
  private final EditState some =
      EditState.initial().withHidden(random()).withDeleted(random()).withSelection(random());

  @Test
  void invertingTwiceGivesTheVisibleSelectionBack() {
    EditState visible = some.withSelection(some.selection().without(some.invisible()));
    EditState once = Edits.invert(visible, COUNT);
    assertThat(once.selection().and(some.invisible()).isEmpty()).isTrue();
    assertThat(once.selection().and(visible.selection()).isEmpty()).isTrue();
    assertThat(Edits.invert(once, COUNT).selection()).isEqualTo(visible.selection());
  }

  @Test
  void allAreAllVisibleOnes() {
    assertThat(Edits.selectAll(some, COUNT).selection())
        .isEqualTo(GaussianSet.all(COUNT).without(some.invisible()));
    assertThat(Edits.clear(some).selection().isEmpty()).isTrue();
  }

  @Test
  void clearingNothingIsNoStep() {
    EditState none = EditState.initial();
    assertThat(Edits.clear(none)).isSameAs(none);
    assertThat(Edits.showAll(none)).isSameAs(none);
  }

  @Test
  void whatIsHiddenOrDeletedIsNoLongerSelectedAndIsolatingHidesTheRest() {
    EditState hidden = Edits.hide(some);
    assertThat(hidden.hidden()).isEqualTo(some.hidden().or(some.selection()));
    assertThat(hidden.selection().isEmpty()).isTrue();
    EditState deleted = Edits.delete(some);
    assertThat(deleted.deleted()).isEqualTo(some.deleted().or(some.selection()));
    assertThat(deleted.selection().isEmpty()).isTrue();
    EditState isolated = Edits.isolate(some, COUNT);
    assertThat(isolated.invisible().inverted(COUNT))
        .isEqualTo(some.selection().without(some.deleted()));
    assertThat(Edits.showAll(isolated).invisible()).isEqualTo(some.deleted());
  }

  @Test
  void copiesAreSelected() {
    EditState copied = Edits.duplicate(some, COUNT);
    BitSet expected = new BitSet();
    expected.set(COUNT, COUNT + some.selection().size());
    assertThat(copied.selection()).isEqualTo(GaussianSet.of(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vase", "the vase's foot", "花瓶"})
  void namesAreGivenChangedAndForgotten(String name) {
    EditState saved = Edits.save(some, name);
    assertThat(saved.named()).containsOnlyKeys(name);
    EditState renamed = Edits.rename(saved, name, "other");
    assertThat(renamed.named()).containsOnlyKeys("other").containsValue(some.selection());
    assertThat(Edits.rename(saved, name, name)).isSameAs(saved);
    assertThat(Edits.forget(renamed, "other").named()).isEmpty();
  }

  private GaussianSet random() {
    return GaussianSet.where(COUNT, i -> random.nextInt(3) == 0);
  }
}
