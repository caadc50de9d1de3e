package org.clickgaussian.experiment.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clickgaussian.experiment.RunRecord;

/**
 * A search for runs: words that all must hold. A word is a piece of the run's name, state,
 * ablations or masks, or compares a column: {@code gfl.weight=10}, {@code propagation/all>0.9},
 * {@code state=finished}.
 */
public final class RunQuery {
  private static final Pattern COMPARISON = Pattern.compile("([^<>=]+)(<=|>=|=|<|>)([^<>=]*)");
  private static final List<String> SEARCHED = List.of("name", "state", "ablations", "masks");

  private RunQuery() {}

  /**
   * The runs that fit a query, in the same order; all for an empty one.
   *
   * @param query words between blanks
   */
  public static List<RunRecord> filter(List<RunRecord> runs, String query) {
    Map<String, RunColumn> columns =
        RunColumn.of(runs).stream().collect(Collectors.toMap(RunColumn::key, Function.identity()));
    List<Predicate<RunRecord>> all = new ArrayList<>();
    for (String word : query.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
      all.add(predicate(word, columns));
    }
    return runs.stream().filter(run -> all.stream().allMatch(each -> each.test(run))).toList();
  }

  private static Predicate<RunRecord> predicate(String word, Map<String, RunColumn> columns) {
    Matcher matcher = COMPARISON.matcher(word);
    if (matcher.matches() && columns.containsKey(matcher.group(1))) {
      RunColumn column = columns.get(matcher.group(1));
      return run -> compares(column, run, matcher.group(2), matcher.group(3));
    }
    return run ->
        SEARCHED.stream()
            .anyMatch(
                key -> columns.get(key).text().apply(run).toLowerCase(Locale.ROOT).contains(word));
  }

  private static boolean compares(RunColumn column, RunRecord run, String sign, String wanted) {
    if (column.number().isPresent()) {
      try {
        double value = column.number().get().applyAsDouble(run);
        return fits(Double.compare(value, Double.parseDouble(wanted)), sign)
            && Double.isFinite(value);
      } catch (NumberFormatException e) {
        // Half a number while it is being typed, or words: compared as text.
        return column.text().apply(run).startsWith(wanted);
      }
    }
    return fits(column.text().apply(run).toLowerCase(Locale.ROOT).compareTo(wanted), sign);
  }

  private static boolean fits(int order, String sign) {
    return switch (sign) {
      case "=" -> order == 0;
      case "<" -> order < 0;
      case ">" -> order > 0;
      case "<=" -> order <= 0;
      default -> order >= 0;
    };
  }
}
