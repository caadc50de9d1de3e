package org.clickgaussian.cluster.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clickgaussian.cluster.Candidates;

/**
 * Edits of one level's clusters. Immutable: the methods yield changed copies.
 *
 * <p>A candidate is <em>live</em> unless it was split; every live candidate belongs to one cluster,
 * by default to the one of its own number.
 *
 * @param candidates C, the number of computed candidates
 * @param splits candidates taken apart, in the order in which that was done
 * @param merges for each live candidate that belongs to a cluster of another number that cluster
 * @param names of clusters that have one
 * @param colours 0xRRGGBB of clusters that were given one
 * @param hidden clusters whose Gaussians are not drawn
 * @param cut the distance of a cut across the hierarchy, where one is in force: what it puts
 *     together is one cluster besides what was merged by hand
 */
public record LevelEdits(
    int candidates,
    List<CandidateSplit> splits,
    SortedMap<Integer, Integer> merges,
    SortedMap<Integer, String> names,
    SortedMap<Integer, Integer> colours,
    SortedSet<Integer> hidden,
    OptionalDouble cut) {

  /** Keeps copies and checks that all numbers are those of live candidates and clusters. */
  public LevelEdits {
    splits = List.copyOf(splits);
    merges = Collections.unmodifiableSortedMap(new TreeMap<>(merges));
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    colours = Collections.unmodifiableSortedMap(new TreeMap<>(colours));
    hidden = Collections.unmodifiableSortedSet(new TreeSet<>(hidden));
    new LevelEditsCheck(candidates, splits, merges).check(names, colours, hidden, cut);
  }

  /** No edits of a level of C candidates. */
  public static LevelEdits none(int candidates) {
    return new LevelEdits(
        candidates,
        List.of(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeSet<>(),
        OptionalDouble.empty());
  }

  /** Whether nothing was edited. */
  public boolean isNone() {
    return equals(none(candidates));
  }

  /** One past the greatest number that a candidate or cluster has. */
  public int bound() {
    int bound = candidates;
    for (CandidateSplit split : splits) {
      bound = Math.max(bound, split.end());
    }
    return bound;
  }

  /** Whether a number is that of a candidate that is not split. */
  public boolean isLive(int candidate) {
    boolean exists = candidate >= 0 && candidate < candidates;
    for (CandidateSplit split : splits) {
      if (split.candidate() == candidate) {
        return false;
      }
      exists |= split.holds(candidate);
    }
    return exists;
  }

  /** Whether a number is that of a cluster; without regard to the cut. */
  public boolean isCluster(int cluster) {
    return isLive(cluster) && !merges.containsKey(cluster);
  }

  /** The clusters, ascending; without regard to the cut. */
  public int[] clusters() {
    return java.util.stream.IntStream.range(0, bound()).filter(this::isCluster).toArray();
  }

  /** The cluster of a live candidate; without regard to the cut. */
  public int clusterOf(int candidate) {
    return merges.getOrDefault(candidate, candidate);
  }

  /** The live candidates of a cluster, ascending; without regard to the cut. */
  public List<Integer> members(int cluster) {
    List<Integer> members = new ArrayList<>();
    for (int candidate = 0; candidate < bound(); candidate++) {
      if (isLive(candidate) && clusterOf(candidate) == cluster) {
        members.add(candidate);
      }
    }
    return members;
  }

  /** What a cluster is called, if it was given a name. */
  public Optional<String> name(int cluster) {
    return Optional.ofNullable(names.get(cluster));
  }

  /** With a name for a cluster; a blank one takes it away. */
  public LevelEdits renamed(int cluster, String name) {
    SortedMap<Integer, String> next = new TreeMap<>(names);
    if (name.isBlank()) {
      next.remove(cluster);
    } else {
      next.put(cluster, name.strip());
    }
    return with(splits, merges, next, colours, hidden);
  }

  /** With a colour for a cluster, 0xRRGGBB; empty gives back its own. */
  public LevelEdits recoloured(int cluster, Optional<Integer> colour) {
    SortedMap<Integer, Integer> next = new TreeMap<>(colours);
    next.remove(cluster);
    colour.ifPresent(rgb -> next.put(cluster, rgb & 0xffffff));
    return with(splits, merges, names, next, hidden);
  }

  /** With clusters hidden, or shown again. */
  public LevelEdits shown(Collection<Integer> clusters, boolean visible) {
    SortedSet<Integer> next = new TreeSet<>(hidden);
    if (visible) {
      next.removeAll(clusters);
    } else {
      next.addAll(clusters);
    }
    return with(splits, merges, names, colours, next);
  }

  /** With a cut across the hierarchy, or none. */
  public LevelEdits withCut(OptionalDouble distance) {
    return new LevelEdits(candidates, splits, merges, names, colours, hidden, distance);
  }

  /**
   * With clusters merged into one, which keeps its number, name, colour and visibility. Where all
   * parts of a split come together again, the split is taken back.
   *
   * @param clusters what is merged
   * @param into one of them
   */
  public LevelEdits merged(Collection<Integer> clusters, int into) {
    SortedMap<Integer, Integer> next = new TreeMap<>(merges);
    for (int candidate = 0; candidate < bound(); candidate++) {
      if (isLive(candidate)
          && clusterOf(candidate) != into
          && clusters.contains(clusterOf(candidate))) {
        next.put(candidate, into);
      }
    }
    return about(splits, next, into).joined();
  }

  /** With a cluster of several candidates taken apart: each is a cluster of its own number. */
  public LevelEdits takenApart(int cluster) {
    SortedMap<Integer, Integer> next = new TreeMap<>(merges);
    next.values().removeIf(target -> target == cluster);
    SortedSet<Integer> stillHidden = new TreeSet<>(hidden);
    if (hidden.contains(cluster)) {
      stillHidden.addAll(members(cluster));
    }
    return with(splits, next, names, colours, stillHidden);
  }

  /**
   * With a cluster of a single candidate split. The parts are new clusters; the first keeps the
   * name, and all are hidden if the cluster was.
   *
   * @throws IllegalArgumentException if the cluster has several candidates
   */
  public LevelEdits split(int cluster, Candidates parts) {
    if (!isCluster(cluster) || members(cluster).size() != 1) {
      throw new IllegalArgumentException(cluster + " is no cluster of a single candidate");
    }
    int candidate = members(cluster).getFirst();
    List<CandidateSplit> more = new ArrayList<>(splits);
    CandidateSplit split = new CandidateSplit(candidate, bound(), parts);
    more.add(split);
    SortedMap<Integer, String> nextNames = new TreeMap<>(names);
    String name = nextNames.remove(cluster);
    if (name != null) {
      nextNames.put(split.first(), name);
    }
    SortedMap<Integer, Integer> nextColours = new TreeMap<>(colours);
    nextColours.remove(cluster);
    SortedSet<Integer> nextHidden = new TreeSet<>(hidden);
    if (nextHidden.remove(cluster)) {
      for (int part = split.first(); part < split.end(); part++) {
        nextHidden.add(part);
      }
    }
    return with(more, merges, nextNames, nextColours, nextHidden);
  }

  /** Takes back splits whose parts are all in one cluster. */
  private LevelEdits joined() {
    for (CandidateSplit split : splits) {
      boolean whole = isLive(split.first());
      for (int part = split.first(); part < split.end(); part++) {
        whole = whole && isLive(part) && clusterOf(part) == clusterOf(split.first());
      }
      if (whole) {
        return without(split).joined();
      }
    }
    return this;
  }

  /** Without a split whose parts are all in one cluster. */
  private LevelEdits without(CandidateSplit split) {
    int cluster = clusterOf(split.first());
    int renumbered = split.holds(cluster) ? split.candidate() : cluster;
    SortedMap<Integer, Integer> next = new TreeMap<>();
    merges.forEach(
        (candidate, target) -> {
          if (!split.holds(candidate)) {
            next.put(candidate, target == cluster ? renumbered : target);
          }
        });
    if (renumbered != split.candidate()) {
      next.put(split.candidate(), renumbered);
    }
    List<CandidateSplit> fewer = new ArrayList<>(splits);
    fewer.remove(split);
    return with(
        fewer,
        next,
        moved(names, cluster, renumbered),
        moved(colours, cluster, renumbered),
        moved(hidden, cluster, renumbered));
  }

  private static <T> SortedMap<Integer, T> moved(SortedMap<Integer, T> of, int from, int to) {
    SortedMap<Integer, T> next = new TreeMap<>(of);
    T value = next.remove(from);
    if (value != null) {
      next.put(to, value);
    }
    return next;
  }

  private static SortedSet<Integer> moved(SortedSet<Integer> of, int from, int to) {
    SortedSet<Integer> next = new TreeSet<>(of);
    if (next.remove(from)) {
      next.add(to);
    }
    return next;
  }

  /** With other candidates in clusters; what was said of clusters that are gone is dropped. */
  private LevelEdits about(
      List<CandidateSplit> nextSplits, SortedMap<Integer, Integer> nextMerges, int into) {
    SortedMap<Integer, String> nextNames = new TreeMap<>(names);
    SortedMap<Integer, Integer> nextColours = new TreeMap<>(colours);
    SortedSet<Integer> nextHidden = new TreeSet<>(hidden);
    for (int gone : nextMerges.keySet()) {
      if (gone != into) {
        nextNames.remove(gone);
        nextColours.remove(gone);
        nextHidden.remove(gone);
      }
    }
    return with(nextSplits, nextMerges, nextNames, nextColours, nextHidden);
  }

  private LevelEdits with(
      List<CandidateSplit> nextSplits,
      SortedMap<Integer, Integer> nextMerges,
      SortedMap<Integer, String> nextNames,
      SortedMap<Integer, Integer> nextColours,
      SortedSet<Integer> nextHidden) {
    return new LevelEdits(
        candidates, nextSplits, nextMerges, nextNames, nextColours, nextHidden, cut);
  }
}
