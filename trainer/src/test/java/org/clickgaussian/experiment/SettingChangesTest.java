package org.clickgaussian.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.clickgaussian.io.InputException;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.SettingChange;
import org.clickgaussian.training.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingChangesTest {
  private static final TrainingSettings BASE = TrainingSettings.defaults(0);

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("changes.csv");
  }

  @Test
  void changesComeBackAsTheyWere() {
    SettingChanges changes =
        SettingChanges.NONE
            .with(7, Map.of(Hyperparameter.FINE_MARGIN, 0.123456789), BASE)
            .with(9, Map.of(Hyperparameter.SPATIAL_WEIGHT, 0.0), BASE);
    changes.write(file());
    assertThat(SettingChanges.read(file())).isEqualTo(changes);
    assertThat(changes.all().getFirst())
        .isEqualTo(new SettingChange(7, Hyperparameter.FINE_MARGIN, 0.75, 0.123456789));
  }

  @Test
  void aMissingFileIsNoChange() {
    assertThat(SettingChanges.read(file())).isEqualTo(SettingChanges.NONE);
  }

  @Test
  void aLineThatWasCutOffIsLeftOut() throws IOException {
    Files.writeString(file(), "iteration,key,from,to\n3,gfl.weight,10,4\n5,gfl.wei");
    assertThat(SettingChanges.read(file()).all()).hasSize(1);
    Files.writeString(file(), "iteration,ke");
    assertThat(SettingChanges.read(file()).all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3,gfl.weight,10",
        "x,gfl.weight,10,4",
        "3,bogus,10,4",
        "3,pixels,10,4",
        "3,gfl.weight,10,-4",
        "3,gfl.weight,ten,4"
      })
  void aLineThatIsNoChangeIsToldInOneSentence(String line) throws IOException {
    Files.writeString(file(), "iteration,key,from,to\n" + line + "\n");
    assertThatThrownBy(() -> SettingChanges.read(file()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file().toString())
        .hasMessageContaining("line 2");
  }

  @Test
  void theSettingsOfAnIterationFollowFromAllChangesUpToIt() {
    SettingChanges changes =
        SettingChanges.NONE
            .with(5, Map.of(Hyperparameter.GLOBAL_WEIGHT, 4.0), BASE)
            .with(8, Map.of(Hyperparameter.GLOBAL_WEIGHT, 2.0), BASE);
    assertThat(changes.settingsAt(BASE, 4).get(Hyperparameter.GLOBAL_WEIGHT)).isEqualTo(10);
    assertThat(changes.settingsAt(BASE, 5).get(Hyperparameter.GLOBAL_WEIGHT)).isEqualTo(4);
    assertThat(changes.settingsAt(BASE, 8).get(Hyperparameter.GLOBAL_WEIGHT)).isEqualTo(2);
    assertThat(changes.until(7).all()).hasSize(1);
  }

  /**
   * A run that went on from an earlier checkpoint has changes ahead; a newer word replaces them.
   */
  @Test
  void aNewChangeReplacesLaterOnesOfTheSameSetting() {
    SettingChanges changes =
        SettingChanges.NONE
            .with(5, Map.of(Hyperparameter.GLOBAL_WEIGHT, 4.0), BASE)
            .with(8, Map.of(Hyperparameter.GLOBAL_WEIGHT, 2.0), BASE)
            .with(8, Map.of(Hyperparameter.SPATIAL_WEIGHT, 0.1), BASE)
            .with(6, Map.of(Hyperparameter.GLOBAL_WEIGHT, 3.0), BASE);
    assertThat(changes.all())
        .containsExactly(
            new SettingChange(5, Hyperparameter.GLOBAL_WEIGHT, 10, 4),
            new SettingChange(6, Hyperparameter.GLOBAL_WEIGHT, 4, 3),
            new SettingChange(8, Hyperparameter.SPATIAL_WEIGHT, 0.5, 0.1));
  }

  @Test
  void whatStaysAsItIsIsNoChange() {
    assertThat(SettingChanges.NONE.with(3, Map.of(Hyperparameter.GLOBAL_WEIGHT, 10.0), BASE).all())
        .isEmpty();
  }
}
