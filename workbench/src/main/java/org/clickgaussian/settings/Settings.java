package org.clickgaussian.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the window remembers. Immutable: the methods yield changed copies.
 *
 * @param theme how the window looks
 * @param threads to work on; 0 means one for each processor
 * @param reopen whether the last scene is opened again at the start
 * @param recent scenes that were opened, the last one first
 * @param runs the run that was used last, for scenes where one was
 * @param dividers positions of the dividers, 0 to 1, by the name of the split pane
 * @param tabs the chosen tab, by the name of the tab pane
 * @param hidden names of the parts of the window that are put away
 * @param choices what was chosen from long lists, such as the columns of a table, by its name
 * @param window where the window stood; empty before the first time
 */
public record Settings(
    ThemeChoice theme,
    int threads,
    boolean reopen,
    List<Path> recent,
    Map<Path, Path> runs,
    Map<String, List<Double>> dividers,
    Map<String, String> tabs,
    Set<String> hidden,
    Map<String, List<String>> choices,
    Optional<WindowPlace> window) {

  private static final int MOST_RECENT = 12;

  /** What holds before anything was chosen. */
  public static final Settings DEFAULT =
      new Settings(
          ThemeChoice.SYSTEM,
          0,
          false,
          List.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Set.of(),
          Map.of(),
          Optional.empty());

  /** Keeps copies, and no more recent scenes than a person wants to look through. */
  public Settings {
    recent = List.copyOf(recent.subList(0, Math.min(recent.size(), MOST_RECENT)));
    runs = Map.copyOf(runs);
    dividers = Map.copyOf(dividers);
    tabs = Map.copyOf(tabs);
    hidden = Set.copyOf(hidden);
    choices = Map.copyOf(choices);
    if (threads < 0) {
      throw new IllegalArgumentException("threads must not be negative: " + threads);
    }
  }

  /** With another look. */
  public Settings withTheme(ThemeChoice other) {
    return new Settings(
        other, threads, reopen, recent, runs, dividers, tabs, hidden, choices, window);
  }

  /** With another number of threads; 0 means one for each processor. */
  public Settings withThreads(int other) {
    return new Settings(
        theme, other, reopen, recent, runs, dividers, tabs, hidden, choices, window);
  }

  /** Opening the last scene again at the start, or not. */
  public Settings withReopen(boolean other) {
    return new Settings(
        theme, threads, other, recent, runs, dividers, tabs, hidden, choices, window);
  }

  /** With a scene that was just opened. */
  public Settings opened(Path scene) {
    List<Path> next = new ArrayList<>();
    next.add(scene);
    recent.stream().filter(other -> !other.equals(scene)).forEach(next::add);
    return withRecent(next);
  }

  /** Without a scene, its run included. */
  public Settings forgotten(Path scene) {
    Map<Path, Path> otherRuns = new LinkedHashMap<>(runs);
    otherRuns.remove(scene);
    return new Settings(
            theme, threads, reopen, recent, otherRuns, dividers, tabs, hidden, choices, window)
        .withRecent(recent.stream().filter(other -> !other.equals(scene)).toList());
  }

  private Settings withRecent(List<Path> others) {
    return new Settings(
        theme, threads, reopen, others, runs, dividers, tabs, hidden, choices, window);
  }

  /** With the run of a scene that is used from now on. */
  public Settings withRun(Path scene, Path run) {
    Map<Path, Path> others = new LinkedHashMap<>(runs);
    others.put(scene, run);
    return new Settings(
        theme, threads, reopen, recent, others, dividers, tabs, hidden, choices, window);
  }

  /** With the positions of the dividers of a split pane. */
  public Settings withDividers(String pane, List<Double> positions) {
    Map<String, List<Double>> others = new TreeMap<>(dividers);
    others.put(pane, List.copyOf(positions));
    return new Settings(
        theme, threads, reopen, recent, runs, others, tabs, hidden, choices, window);
  }

  /** With the chosen tab of a tab pane. */
  public Settings withTab(String pane, String tab) {
    Map<String, String> others = new TreeMap<>(tabs);
    others.put(pane, tab);
    return new Settings(
        theme, threads, reopen, recent, runs, dividers, others, hidden, choices, window);
  }

  /** With a part of the window put away, or shown. */
  public Settings withHidden(String part, boolean away) {
    Set<String> others = new TreeSet<>(hidden);
    if (away) {
      others.add(part);
    } else {
      others.remove(part);
    }
    return new Settings(
        theme, threads, reopen, recent, runs, dividers, tabs, others, choices, window);
  }

  /** With something else chosen from a list. */
  public Settings withChoice(String name, List<String> chosen) {
    Map<String, List<String>> others = new TreeMap<>(choices);
    others.put(name, List.copyOf(chosen));
    return new Settings(
        theme, threads, reopen, recent, runs, dividers, tabs, hidden, others, window);
  }

  /** With the window at another place. */
  public Settings withWindow(WindowPlace place) {
    return new Settings(
        theme, threads, reopen, recent, runs, dividers, tabs, hidden, choices, Optional.of(place));
  }
}
