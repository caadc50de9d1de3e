package org.clickgaussian.experiment.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.RunFolders;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.RunStore;
import org.clickgaussian.experiment.SceneFingerprint;
import org.clickgaussian.experiment.SettingChanges;
import org.clickgaussian.experiment.compare.ComparisonTable.Score;
import org.clickgaussian.experiment.compare.RunComparison.Choice;
import org.clickgaussian.io.InputException;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.SettingChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunComparisonTest {
  @TempDir private Path folder;
  private RunFolders runs;
  private RunFolder first;
  private RunFolder ablated;

  @BeforeEach
  void makeRuns() throws IOException {
    runs = new RunFolders(folder);
    first = runs.finished("s0-full", 0, Map.of());
    RunFolder second = runs.finished("s1-full", 1, Map.of());
    ablated = runs.finished("s0-no-gfl", 0, Map.of(Hyperparameter.GLOBAL_WEIGHT, 0.0));
    RunFolders.score(first, 0.9, 0.7, 0.5);
    RunFolders.score(second, 0.7, 0.7, 0.6);
    RunFolders.score(ablated, 0.6, 0.2, 0.55);
  }

  private RunComparison compare(Choice choice) {
    return RunComparison.of(new RunStore().list(folder), choice);
  }

  private static Choice with(Path baseline, String method, boolean together) {
    return new Choice(
        Optional.ofNullable(baseline), Optional.ofNullable(method), Metric.IOU, together, true);
  }

  private static List<String> plain(ComparisonTable table, int row) {
    return table.rows().get(row).stream().map(TableFormat::plain).toList();
  }

  @Test
  void runsThatDifferInTheSeedAloneStandTogether() {
    RunComparison comparison = compare(Choice.DEFAULT);
    assertThat(comparison.groups()).extracting(RunGroup::name).containsExactly("full", "s0-no-gfl");
    ComparisonTable objects = comparison.scores().byObject();
    assertThat(plain(objects, 0)).containsExactly("cup", "coarse", "0.750 ± 0.071", "0.400");
    assertThat(plain(objects, 1)).containsExactly("cup.handle", "fine", "0.550 ± 0.071", "0.550");
    assertThat(objects.rows().get(1))
        .filteredOn(Score.class::isInstance)
        .extracting(cell -> ((Score) cell).best())
        .containsExactly(false, false);
    assertThat(((Score) objects.rows().getFirst().get(2)).best()).isTrue();
    assertThat(((Score) objects.rows().getFirst().get(3)).best()).isFalse();
  }

  @Test
  void differencesAreTakenToTheBaseline() {
    RunComparison comparison = compare(with(first.path(), null, false));
    ComparisonTable summary = comparison.scores().summary();
    assertThat(plain(summary, 0)).startsWith("s0-full (baseline)", "1", "0.800");
    assertThat(plain(summary, 1)).startsWith("s0-no-gfl", "1", "0.400 (−0.400)");
    assertThat(compare(with(null, "click", false)).scores().byObject().title()).contains("click");
  }

  @Test
  void onlyDifferingSettingsAreShown() throws IOException {
    new SettingChanges(List.of(new SettingChange(7, Hyperparameter.LEARNING_RATE, 0.01, 0.005)))
        .write(ablated.changes());
    ComparisonTable table = compare(with(null, null, false)).settings();
    assertThat(table.rows()).hasSize(3);
    assertThat(plain(table, 0)).containsExactly("seed", "0", "0", "1");
    assertThat(plain(table, 1)).containsExactly("learning-rate", "0.01", "0.01 → 0.005 @7", "0.01");
    assertThat(plain(table, 2)).containsExactly("gfl.weight", "10", "0", "10");
  }

  @Test
  void theWorstObjectComesFirstWithItsWorstView() {
    List<WorstObjects.Worst> worst = compare(Choice.DEFAULT).worst();
    assertThat(worst).hasSize(2);
    assertThat(worst.getFirst().object()).isEqualTo(RunFolders.CUP);
    assertThat(worst.getFirst().run().name()).isEqualTo("s0-no-gfl");
    assertThat(worst.getFirst().view()).isEqualTo("e");
    assertThat(worst.getFirst().viewIou()).isEqualTo(0.2);
    assertThat(WorstObjects.table(worst, 1).rows()).hasSize(1);
  }

  @Test
  void warnsOfWhatDoesNotCompare() throws IOException {
    RunFolder other = runs.finished("other", 0, Map.of(), new SceneFingerprint(7, "12345678"));
    Files.delete(ablated.config());
    List<String> warnings = compare(Choice.DEFAULT).warnings();
    assertThat(warnings)
        .anyMatch(each -> each.contains("other was not evaluated"))
        .anyMatch(each -> each.contains("s0-no-gfl is broken"))
        .anyMatch(each -> each.contains("different scenes") && each.contains("other |"));
    RunFolders.score(other, 0.5, 0.5, 0.5);
    Path json = other.report().resolve("scores.json");
    Files.writeString(json, Files.readString(json).replace("\"view\" : \"e\"", "\"view\" : \"f\""));
    assertThat(compare(Choice.DEFAULT).warnings())
        .anyMatch(each -> each.contains("different objects or views"));
  }

  @Test
  void wrongChoicesAreTold() {
    assertThatThrownBy(() -> compare(with(folder.resolve("x"), null, false)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none of the compared runs");
    assertThatThrownBy(() -> compare(with(null, "magic", false)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("propagation, click");
  }

  @Test
  void nothingToCompareGivesEmptyTables() {
    RunComparison none = RunComparison.of(List.of(), Choice.DEFAULT);
    assertThat(none.settings().rows()).isEmpty();
    assertThat(none.scores().byObject().rows()).isEmpty();
    assertThat(none.worst()).isEmpty();
    assertThat(none.warnings()).isEmpty();
  }

  @Test
  void queriesSearchWordsAndCompareColumns() {
    List<RunRecord> all = new RunStore().list(folder);
    assertThat(names(all, "")).hasSize(3);
    assertThat(names(all, "FULL finished")).containsExactly("s0-full", "s1-full");
    assertThat(names(all, "full seed=1")).containsExactly("s1-full");
    assertThat(names(all, "gfl.weight<5")).containsExactly("s0-no-gfl");
    assertThat(names(all, "propagation/coarse>=0.7")).containsExactly("s0-full", "s1-full");
    assertThat(names(all, "propagation/coarse>")).hasSize(3);
    assertThat(names(all, "state=finished")).hasSize(3);
    assertThat(names(all, "unknown=3")).isEmpty();
  }

  private static List<String> names(List<RunRecord> all, String query) {
    return RunQuery.filter(all, query).stream().map(RunRecord::name).toList();
  }

  @Test
  void columnsSortByNumberAndName() {
    List<RunRecord> all = new RunStore().list(folder);
    RunColumn handle =
        RunColumn.of(all).stream()
            .filter(column -> column.key().equals("propagation/fine"))
            .findFirst()
            .orElseThrow();
    assertThat(all.stream().sorted(handle.order()).map(handle.text()))
        .containsExactly("0.500", "0.550", "0.600");
    assertThat(RunColumn.of(List.of())).extracting(RunColumn::key).contains("gfl.weight", "time");
  }
}
