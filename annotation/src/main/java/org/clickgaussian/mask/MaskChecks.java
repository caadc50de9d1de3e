package org.clickgaussian.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.clickgaussian.scene.View;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * What the masks of a scene are worth, before hours are spent on them.
 *
 * @param rows one for each view that has masks, in the order of the views
 * @param withoutMasks keys of the views that have none
 */
public record MaskChecks(List<Row> rows, List<String> withoutMasks) {
  /** Views of which a smaller share is in segments count as nearly empty. */
  public static final double NEARLY_EMPTY = 0.1;

  /**
   * The masks of one view.
   *
   * @param view the view's key
   * @param coarse the objects
   * @param fine the parts
   */
  public record Row(String view, LevelCoverage coarse, LevelCoverage fine) {
    /** Whether one of the levels leaves more than nine tenths of the photo unlabelled. */
    public boolean nearlyEmpty() {
      return Math.min(coarse.coverage(), fine.coverage()) < NEARLY_EMPTY;
    }
  }

  /**
   * Reads the masks of all views.
   *
   * @throws org.clickgaussian.io.InputException if a mask cannot be read
   */
  public static MaskChecks of(
      MaskSource source, List<View> views, Workers workers, Progress progress) {
    Row[] found = new Row[views.size()];
    AtomicInteger done = new AtomicInteger();
    workers.forEach(
        views.size(),
        i -> {
          View view = views.get(i);
          progress.update(
              done.get() / (double) views.size(), "checking the masks of " + view.key());
          found[i] = source.masks(view).map(masks -> row(view, masks)).orElse(null);
          done.incrementAndGet();
        });
    List<Row> rows = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      if (found[i] == null) {
        without.add(views.get(i).key());
      } else {
        rows.add(found[i]);
      }
    }
    return new MaskChecks(List.copyOf(rows), List.copyOf(without));
  }

  /** The keys of the views that are nearly empty. */
  public List<String> nearlyEmpty() {
    return rows.stream().filter(Row::nearlyEmpty).map(Row::view).toList();
  }

  /** A table with a line for each view and columns for both levels, for a person; ends in \n. */
  public String table() {
    int keyWidth = Math.max(5, rows.stream().mapToInt(row -> row.view().length()).max().orElse(0));
    String key = "%-" + keyWidth + "s";
    StringBuilder table = new StringBuilder();
    table.append(key.formatted("")).append(heading("coarse")).append(heading("fine")).append('\n');
    String columns =
        " | %8s %8s %8s %8s %8s".formatted("segments", "covered", "smallest", "median", "largest");
    table.append(key.formatted("photo")).append(columns).append(columns).append('\n');
    for (Row row : rows) {
      table.append(key.formatted(row.view())).append(cells(row.coarse())).append(cells(row.fine()));
      table.append(row.nearlyEmpty() ? "  nearly empty\n" : "\n");
    }
    for (String view : withoutMasks) {
      table.append(key.formatted(view)).append(" | no masks\n");
    }
    return table.toString();
  }

  private static Row row(View view, TwoLevelMasks masks) {
    return new Row(view.key(), LevelCoverage.of(masks.coarse()), LevelCoverage.of(masks.fine()));
  }

  private static String heading(String level) {
    return " | %-44s".formatted(level);
  }

  private static String cells(LevelCoverage level) {
    return String.format(
        Locale.ROOT,
        " | %8d %7.1f%% %8d %8d %8d",
        level.segments(),
        100 * level.coverage(),
        level.smallest(),
        level.median(),
        level.largest());
  }
}
