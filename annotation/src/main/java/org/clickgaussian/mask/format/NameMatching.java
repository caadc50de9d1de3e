package org.clickgaussian.mask.format;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of some images' names belong to which views. */
final class NameMatching {
  private NameMatching() {}

  /**
   * The name that is a view's key; else, where only one view and only one image have that last part
   * of the name, the one with the same last part in another folder.
   *
   * @param names paths without extension, with forward slashes
   * @param keys of the views
   * @return names by key, without the views to which none belongs
   */
  static SortedMap<String, String> byKey(Collection<String> names, List<String> keys) {
    Set<String> known = new TreeSet<>(names);
    Map<String, List<String>> namesByLast = groupedByLast(known.stream());
    Map<String, List<String>> keysByLast = groupedByLast(keys.stream());
    SortedMap<String, String> matched = new TreeMap<>();
    for (String key : keys) {
      List<String> sameLast = namesByLast.getOrDefault(last(key), List.of());
      if (known.contains(key)) {
        matched.put(key, key);
      } else if (sameLast.size() == 1 && keysByLast.get(last(key)).size() == 1) {
        matched.put(key, sameLast.getFirst());
      }
    }
    return matched;
  }

  private static Map<String, List<String>> groupedByLast(Stream<String> paths) {
    return paths.distinct().collect(Collectors.groupingBy(NameMatching::last));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
