package org.clickgaussian.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

  @TempDir private Path folder;

  private final List<String> warnings = new ArrayList<>();

  @Test
  void whatIsWrittenIsRead() {
    Settings settings = rich();
    SettingsFile file = file();
    file.write(settings);
    assertThat(file.read(warnings::add)).isEqualTo(settings);
    assertThat(warnings).isEmpty();
  }

  @Test
  void withoutAFileTheDefaultsHoldSilently() {
    assertThat(file().read(warnings::add)).isEqualTo(Settings.DEFAULT);
    assertThat(warnings).isEmpty();
  }

  @Test
  void aNewerFileIsKeptAside() throws Exception {
    Files.writeString(file().path(), "{\"version\": 2, \"theme\": \"dark\"}");
    assertThat(file().read(warnings::add)).isEqualTo(Settings.DEFAULT);
    assertThat(warnings).singleElement().asString().contains("newer program", "defaults");
    assertThat(folder.resolve("settings.json.unusable")).isNotEmptyFile();
  }

  @Test
  void damagedFilesYieldSettingsWhateverTheyHold() throws Exception {
    file().write(rich());
    byte[] whole = Files.readAllBytes(file().path());
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] damaged =
          java.util.Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
      for (int change = 0; change < 3 && damaged.length > 0; change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(file().path(), damaged);
      assertThat(file().read(warnings::add)).isNotNull();
    }
    assertThat(warnings).isNotEmpty().allMatch(said -> said.contains("defaults"));
  }

  @Test
  void recentScenesAreFewAndUnique() {
    Settings settings = Settings.DEFAULT;
    for (int i = 0; i < 40; i++) {
      settings = settings.opened(Path.of("scene" + i % 20));
    }
    assertThat(settings.recent()).hasSize(12).doesNotHaveDuplicates();
    assertThat(settings.recent().getFirst()).isEqualTo(Path.of("scene19"));
    Settings forgotten =
        settings.withRun(Path.of("scene19"), Path.of("r")).forgotten(Path.of("scene19"));
    assertThat(forgotten.recent()).doesNotContain(Path.of("scene19"));
    assertThat(forgotten.runs()).isEmpty();
  }

  @Test
  void theFileLiesWhereTheSystemKeepsSuch() {
    String home = folder.toString();
    assertThat(SettingsFile.location(Map.of("CLICKGAUSSIAN_SETTINGS", "a/b"), "Linux", home))
        .isEqualTo(Path.of("a/b"));
    assertThat(SettingsFile.location(Map.of(), "Linux", home))
        .isEqualTo(folder.resolve(".config/clickgaussian/settings.json"));
    assertThat(SettingsFile.location(Map.of("XDG_CONFIG_HOME", "/c"), "Linux", home))
        .isEqualTo(Path.of("/c/clickgaussian/settings.json"));
    assertThat(SettingsFile.location(Map.of("APPDATA", "/r"), "Windows 11", home))
        .isEqualTo(Path.of("/r/Click-Gaussian/settings.json"));
    assertThat(SettingsFile.location(Map.of(), "Mac OS X", home))
        .isEqualTo(folder.resolve("Library/Application Support/Click-Gaussian/settings.json"));
  }

  @Test
  void changesAreOnDiskAfterClosing() {
    List<Settings> told = new ArrayList<>();
    try (SettingsStore store = new SettingsStore(file(), warnings::add)) {
      store.listen(told::add);
      store.change(now -> now.withTheme(ThemeChoice.DARK));
      store.change(now -> now);
      store.change(now -> now.withThreads(3));
    }
    assertThat(told).hasSize(2);
    assertThat(file().read(warnings::add))
        .isEqualTo(Settings.DEFAULT.withTheme(ThemeChoice.DARK).withThreads(3));
  }

  @Test
  void aFolderThatCannotBeWrittenIsTold() throws Exception {
    Files.writeString(folder.resolve("in-the-way"), "");
    SettingsFile file = new SettingsFile(folder.resolve("in-the-way/settings.json"));
    try (SettingsStore store = new SettingsStore(file, warnings::add)) {
      store.change(now -> now.withReopen(true));
    }
    assertThat(warnings)
        .isNotEmpty()
        .allMatch(said -> said.startsWith("The settings were not kept"));
  }

  private static Settings rich() {
    return Settings.DEFAULT
        .withTheme(ThemeChoice.LIGHT)
        .withThreads(5)
        .withReopen(true)
        .opened(Path.of("/scenes/garden"))
        .opened(Path.of("/scenes/ro\"om ü"))
        .withRun(Path.of("/scenes/garden"), Path.of("/scenes/garden/run"))
        .withDividers("left", List.of(0.25))
        .withTab("left", "tasks")
        .withHidden("right", true)
        .withChoice("columns", List.of("name", "loss/total"))
        .withWindow(new WindowPlace(-10, 20, 1200, 800, true));
  }

  private SettingsFile file() {
    return new SettingsFile(folder.resolve("settings.json"));
  }
}
