package org.clickgaussian.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.splat.device.Backend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComputedTaskTest {
  @TempDir private Path folder;

  @Test
  void eachTaskHasADeviceOfItsOwnThatIsKept() {
    Settings chosen = ComputedTask.PICTURES.with(Settings.DEFAULT, Backend.GL);
    chosen = ComputedTask.TRAINING.with(chosen, Backend.CPU);
    SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
    file.write(chosen);
    Settings read = file.read(said -> assertThat(said).isNull());
    assertThat(ComputedTask.PICTURES.backend(read)).isEqualTo(Backend.GL);
    assertThat(ComputedTask.TRAINING.backend(read)).isEqualTo(Backend.CPU);
    assertThat(ComputedTask.TRAINING.backend(Settings.DEFAULT)).isEqualTo(Backend.AUTO);
    Settings odd = Settings.DEFAULT.withChoice("device.pictures", List.of("abacus"));
    assertThat(ComputedTask.PICTURES.backend(odd)).isEqualTo(Backend.AUTO);
  }

  @Test
  void whatTheCommandLineNamesHoldsInsteadOfTheSettings() {
    Settings[] now = {ComputedTask.TRAINING.with(Settings.DEFAULT, Backend.CPU)};
    DeviceChoice free = new DeviceChoice(Optional.empty(), () -> now[0]);
    DeviceChoice given = new DeviceChoice(Optional.of(Backend.GL), () -> now[0]);
    assertThat(free.of(ComputedTask.TRAINING)).isEqualTo(Backend.CPU);
    assertThat(free.of(ComputedTask.PICTURES)).isEqualTo(Backend.AUTO);
    now[0] = ComputedTask.PICTURES.with(now[0], Backend.CPU);
    assertThat(free.of(ComputedTask.PICTURES)).isEqualTo(Backend.CPU);
    for (ComputedTask task : ComputedTask.values()) {
      assertThat(given.of(task)).isEqualTo(Backend.GL);
    }
  }
}
