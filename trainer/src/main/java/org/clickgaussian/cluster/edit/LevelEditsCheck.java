package org.clickgaussian.cluster.edit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;

/** Checks that edits speak of candidates and clusters that there are. */
record LevelEditsCheck(
    int candidates, List<CandidateSplit> splits, SortedMap<Integer, Integer> merges) {

  /** No scene has as many; keeps damaged files from asking for all memory. */
  private static final int MOST = 1 << 20;

  /** Fails where something is wrong. */
  void check(
      Map<Integer, String> names,
      Map<Integer, Integer> colours,
      Set<Integer> hidden,
      OptionalDouble cut) {
    BitSet live = live();
    merges.forEach(
        (candidate, cluster) ->
            require(
                isIn(live, candidate) && isIn(live, cluster) && !merges.containsKey(cluster),
                candidate));
    List<Integer> named = new ArrayList<>(names.keySet());
    named.addAll(colours.keySet());
    named.addAll(hidden);
    named.forEach(cluster -> require(isIn(live, cluster) && !merges.containsKey(cluster), cluster));
    if (cut.isPresent() && !(cut.getAsDouble() >= 0)) {
      throw new IllegalArgumentException("no cut at the distance " + cut.getAsDouble());
    }
  }

  private BitSet live() {
    if (candidates < 0 || candidates > MOST) {
      throw new IllegalArgumentException(candidates + " candidates");
    }
    BitSet live = new BitSet();
    live.set(0, candidates);
    BitSet known = (BitSet) live.clone();
    for (CandidateSplit split : splits) {
      require(isIn(live, split.candidate()), split.candidate());
      require(split.first() >= candidates && split.end() < MOST, split.first());
      live.clear(split.candidate());
      for (int part = split.first(); part < split.end(); part++) {
        require(!known.get(part), part);
        known.set(part);
        live.set(part);
      }
    }
    return live;
  }

  private static boolean isIn(BitSet live, int number) {
    return number >= 0 && live.get(number);
  }

  private static void require(boolean holds, int number) {
    if (!holds) {
      throw new IllegalArgumentException("there is no cluster " + number + " to edit");
    }
  }
}
