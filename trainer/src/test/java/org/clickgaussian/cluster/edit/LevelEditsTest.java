package org.clickgaussian.cluster.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.clickgaussian.cluster.Candidates;
import org.junit.jupiter.api.Test;

class LevelEditsTest {
  private static final Candidates TWO = new Candidates(2, 2, new float[] {1, 0, 0, 1});
  private final LevelEdits none = LevelEdits.none(5);

  @Test
  void nothingEditedLeavesEveryCandidateItsOwnCluster() {
    assertThat(none.isNone()).isTrue();
    assertThat(none.clusters()).containsExactly(0, 1, 2, 3, 4);
    assertThat(LevelEdits.none(0).clusters()).isEmpty();
  }

  @Test
  void namesColoursAndVisibilityAreSetAndTakenAway() {
    LevelEdits edited =
        none.renamed(2, " vase ").recoloured(2, Optional.of(0xff8800)).shown(List.of(2, 3), false);
    assertThat(edited.name(2)).contains("vase");
    assertThat(edited.colours()).containsEntry(2, 0xff8800);
    assertThat(edited.hidden()).containsExactly(2, 3);
    LevelEdits back =
        edited.renamed(2, " ").recoloured(2, Optional.empty()).shown(List.of(3, 2), true);
    assertThat(back).isEqualTo(none);
  }

  @Test
  void mergingKeepsTheTargetsNumberAndName() {
    LevelEdits edited = none.renamed(3, "pot").renamed(1, "leaf").merged(List.of(1, 3, 4), 3);
    assertThat(edited.clusters()).containsExactly(0, 2, 3);
    assertThat(edited.members(3)).containsExactly(1, 3, 4);
    assertThat(edited.names()).containsOnlyKeys(3);
    LevelEdits more = edited.merged(List.of(3, 0), 0);
    assertThat(more.members(0)).containsExactly(0, 1, 3, 4);
    assertThat(more.names()).isEmpty();
  }

  @Test
  void takingApartUndoesMerging() {
    LevelEdits merged = none.merged(List.of(0, 1, 2), 1);
    assertThat(merged.takenApart(1)).isEqualTo(none);
    assertThat(merged.shown(List.of(1), false).takenApart(1).hidden()).containsExactly(0, 1, 2);
  }

  @Test
  void partsGetNewNumbersAndMergingAllOfThemUndoesTheSplit() {
    LevelEdits split = none.renamed(1, "vase").split(1, TWO);
    assertThat(split.clusters()).containsExactly(0, 2, 3, 4, 5, 6);
    assertThat(split.name(5)).contains("vase");
    assertThat(split.merged(List.of(5, 6), 5)).isEqualTo(none.renamed(1, "vase"));
    LevelEdits nested = split.split(6, TWO);
    assertThat(nested.clusters()).containsExactly(0, 2, 3, 4, 5, 7, 8);
    LevelEdits whole = nested.merged(List.of(7, 8), 8).merged(List.of(5, 6), 6);
    assertThat(whole).isEqualTo(none);
    assertThat(nested.merged(List.of(5, 7, 8), 5)).isEqualTo(none.renamed(1, "vase"));
  }

  @Test
  void partsMergedWithOthersBecomeTheirCandidateAgain() {
    LevelEdits edited = none.split(1, TWO).merged(List.of(5, 3), 3);
    assertThat(edited.members(3)).containsExactly(3, 5);
    LevelEdits whole = edited.merged(List.of(6, 3), 6);
    assertThat(whole.splits()).isEmpty();
    assertThat(whole.members(1)).containsExactly(1, 3);
  }

  @Test
  void whatIsNoClusterIsRefused() {
    LevelEdits merged = none.merged(List.of(0, 1), 0);
    assertThatThrownBy(() -> merged.renamed(1, "gone"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> merged.split(0, TWO)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> none.shown(List.of(7), false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
