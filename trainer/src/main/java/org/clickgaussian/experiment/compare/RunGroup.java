package org.clickgaussian.experiment.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clickgaussian.experiment.RunConfig;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.training.Hyperparameter;

/**
 * Runs that stand in one column: a single one, or those that were told the same but for the seed.
 *
 * @param name the column's heading
 * @param runs at least one
 */
public record RunGroup(String name, List<RunRecord> runs) {

  /** Takes a copy. */
  public RunGroup {
    runs = List.copyOf(runs);
  }

  /** Every run by itself, under the name of its folder; equal names get their parent's before. */
  public static List<RunGroup> each(List<RunRecord> runs) {
    Map<String, Integer> uses = new HashMap<>();
    runs.forEach(run -> uses.merge(run.name(), 1, Integer::sum));
    return runs.stream()
        .map(
            run -> {
              boolean unique = uses.get(run.name()) == 1;
              return new RunGroup(
                  unique ? run.name() : run.folder().normalize().toString(), List.of(run));
            })
        .toList();
  }

  /** Runs with equal settings together, in the order of the first of each group. */
  public static List<RunGroup> overSeeds(List<RunRecord> runs) {
    Map<Object, List<RunRecord>> together = new LinkedHashMap<>();
    for (RunRecord run : runs) {
      Object key =
          run.config().<Object>map(config -> withoutSeed(config, run)).orElse(run.folder());
      together.computeIfAbsent(key, k -> new ArrayList<>()).add(run);
    }
    Map<RunRecord, String> names = new HashMap<>();
    each(runs).forEach(single -> names.put(single.runs().getFirst(), single.name()));
    List<RunGroup> groups = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (List<RunRecord> members : together.values()) {
      String common = common(members.stream().map(RunRecord::name).toList());
      String first = names.get(members.getFirst());
      String name = members.size() > 1 && common.length() > 1 ? common : first;
      groups.add(new RunGroup(taken.add(name) ? name : first, members));
    }
    return groups;
  }

  /** All that a run was told but the seed. */
  private static Object withoutSeed(RunConfig config, RunRecord run) {
    List<Double> values = new ArrayList<>();
    for (Hyperparameter parameter : Hyperparameter.values()) {
      values.add(config.settings().get(parameter));
    }
    return List.of(
        config.fingerprint(),
        config.masks(),
        config.trainingViews(),
        config.testViews(),
        config.ablations(),
        config.backend(),
        values,
        run.changes());
  }

  /** What names begin or end with in common, whichever is longer, without signs at its ends. */
  private static String common(List<String> names) {
    String prefix = names.getFirst();
    String suffix = names.getFirst();
    for (String name : names) {
      while (!name.startsWith(prefix)) {
        prefix = prefix.substring(0, prefix.length() - 1);
      }
      while (!name.endsWith(suffix)) {
        suffix = suffix.substring(1);
      }
    }
    String longer = prefix.length() >= suffix.length() ? prefix : suffix;
    return longer.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
  }
}
