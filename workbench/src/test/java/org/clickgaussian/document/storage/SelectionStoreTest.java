package org.clickgaussian.document.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.format.SplatFormats;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionStoreTest {
  private static final int COUNT = 207;

  @TempDir private Path folder;
  private Workers workers;
  private SceneDocument document;

  @BeforeEach
  void open() {
    workers = Workers.of(1);
    try (GaussianScene scene = TinyScenes.random(COUNT, 5, 0)) {
      SplatFormats.write(scene, folder.resolve("scene.ply"), workers, Progress.NONE);
    }
    document = SceneDocument.open(folder, workers, Progress.NONE);
  }

  @AfterEach
  void close() {
    document.close();
    workers.close();
  }

  @Test
  void selectionsComeBackUnderTheirNames() throws IOException {
    Random random = new Random(2);
    Map<String, GaussianSet> named = new TreeMap<>();
    for (String name : List.of("Vase", "vase", "a/b: \"c\"*?", "花", "", "..")) {
      named.put(name, GaussianSet.where(COUNT, i -> random.nextBoolean()));
    }
    named.put("nothing", GaussianSet.NONE);
    SelectionStore.of(document).write(named);
    assertThat(files()).hasSize(named.size());
    SelectionStore.Found found = SelectionStore.of(document).read();
    assertThat(found.problems()).isEmpty();
    assertThat(found.named()).isEqualTo(named);
  }

  @Test
  void whatIsNoLongerNamedIsDeletedAndWhatIsTheSameIsLeft() throws IOException {
    SelectionStore store = SelectionStore.of(document);
    GaussianSet all = GaussianSet.all(COUNT);
    store.write(Map.of("a", all, "b", all));
    Path first = files().getFirst();
    Files.writeString(first, "other");
    store.write(Map.of("a", all));
    assertThat(files()).containsExactly(first);
    assertThat(first).hasContent("other");
    store.write(Map.of("a", GaussianSet.NONE));
    assertThat(SelectionStore.of(document).read().named()).isEqualTo(Map.of("a", GaussianSet.NONE));
  }

  @Test
  void copiesAreLeftOut() {
    SelectionStore.of(document).write(Map.of("a", GaussianSet.all(COUNT + 9)));
    assertThat(SelectionStore.of(document).read().named())
        .isEqualTo(Map.of("a", GaussianSet.all(COUNT)));
  }

  @Test
  void damagedFilesAreToldAndTheOthersRead() throws IOException {
    SelectionStore.of(document).write(Map.of("a", GaussianSet.all(COUNT), "b", GaussianSet.all(3)));
    Path file = files().getFirst();
    String whole = Files.readString(file);
    List<String> damages =
        List.of(
            "",
            "[]",
            whole.substring(0, whole.length() / 2),
            whole.replace("\"version\":1", "\"version\":2"),
            whole.replace("\"version\":1", "\"version\":\"1\""),
            whole.replace("\"fileCount\":207", "\"fileCount\":208"),
            whole.replace(",207]", ",208]"),
            whole.replace("[0,", "[-1,"),
            whole.replace("[0,", "[2147483647,2147483647,1,"),
            whole.replace("[0,", "["),
            whole.replace("\"name\"", "\"nome\""));
    for (String damage : damages) {
      assertThat(damage).isNotEqualTo(whole);
      Files.writeString(file, damage);
      SelectionStore.Found found = SelectionStore.of(document).read();
      assertThat(found.problems()).hasSize(1);
      assertThat(found.problems().getFirst()).startsWith(file.toString());
      assertThat(found.named()).containsOnlyKeys("b");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("clickgaussian"));
    Files.writeString(folder.resolve("clickgaussian").resolve("selections"), "in the way");
    SelectionStore store = SelectionStore.of(document);
    assertThat(store.read().named()).isEmpty();
    assertThatThrownBy(() -> store.write(Map.of("a", GaussianSet.NONE)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("selections");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("clickgaussian").resolve("selections"))) {
      return all.sorted().toList();
    }
  }
}
