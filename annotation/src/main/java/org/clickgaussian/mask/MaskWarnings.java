package org.clickgaussian.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is odd about a set of masks but no reason to stop. Safe to use from several threads; the
 * result does not depend on the order of the reports.
 */
public final class MaskWarnings {
  private static final int NAMED = 3;

  private final SortedMap<String, SortedSet<String>> places = new TreeMap<>();

  /**
   * Takes down a problem; one with the same problem and place is taken down once.
   *
   * @param problem a phrase for a person, the same words for every place
   * @param place the file or view that has it
   */
  public synchronized void add(String problem, String place) {
    places.computeIfAbsent(problem, p -> new TreeSet<>()).add(place);
  }

  /** One sentence a problem, in the order of the alphabet, with the first places that have it. */
  public synchronized List<String> list() {
    List<String> sentences = new ArrayList<>();
    places.forEach((problem, at) -> sentences.add(problem + ": " + named(at)));
    return sentences;
  }

  private static String named(SortedSet<String> places) {
    String first = String.join(", ", places.stream().limit(NAMED).toList());
    return places.size() <= NAMED ? first : first + " and " + (places.size() - NAMED) + " more";
  }
}
