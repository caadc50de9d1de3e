package org.clickgaussian.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.training.TrainingSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several windows, and what they leave to those that are opened later. */
class QueueKeepingTest {
  @TempDir private Path folder;
  private Path scene;
  private final List<String> problems = new ArrayList<>();

  @BeforeEach
  void makeScene() throws IOException {
    scene = Files.createDirectory(folder.resolve("scene"));
  }

  private QueueKeeping window() {
    return new QueueKeeping(folder, problems::add);
  }

  private QueuedTraining training(String name, Optional<Backend> device) {
    TrainingWish wish =
        new TrainingWish(
            scene, scene.resolve("masks"), 8, List.of("view1"), TrainingSettings.defaults(3));
    RunFolder run = new RunFolder(scene.resolve("runs").resolve(name));
    return new QueuedTraining(scene, run, Optional.of(wish), device);
  }

  private QueuedTraining training(String name) {
    return training(name, Optional.empty());
  }

  private List<String> names(List<QueuedTraining> trainings) {
    return trainings.stream().map(QueuedTraining::name).toList();
  }

  private long files(String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.toString().endsWith(ending)).count();
    }
  }

  @Test
  void twoOpenWindowsLoseNothingOfEachOther() throws IOException {
    QueueKeeping first = window();
    assertThat(first.read(problems::add)).isEmpty();
    QueueKeeping second = window();
    assertThat(second.read(problems::add)).isEmpty();
    first.keep(List.of(training("one"), training("two", Optional.of(Backend.CPU))));
    second.keep(List.of(training("three")));
    first.keep(List.of(training("two", Optional.of(Backend.CPU))));
    first.close();
    QueueKeeping third = window();
    List<QueuedTraining> taken = third.read(problems::add);
    assertThat(names(taken)).containsExactly("two");
    assertThat(taken.getFirst().device()).contains(Backend.CPU);
    assertThat(taken.getFirst().wish().orElseThrow().leftOut()).containsExactly("view1");
    second.close();
    third.close();
    try (QueueKeeping last = window()) {
      assertThat(names(last.read(problems::add))).containsExactlyInAnyOrder("two", "three");
      assertThat(files(".json")).isEqualTo(1);
      last.keep(List.of());
    }
    assertThat(files(".json")).isZero();
    assertThat(files(".lock")).isZero();
    assertThat(problems).isEmpty();
  }

  @Test
  void theFileOfAKilledWindowIsTakenOverOnceOnly() throws Exception {
    try (QueueKeeping window = window()) {
      window.keep(List.of(training("left")));
    }
    // A window that was killed leaves its lock file, which nobody holds any more.
    try (Stream<Path> all = Files.list(folder)) {
      Path kept = all.filter(each -> each.toString().endsWith(".json")).findFirst().orElseThrow();
      Files.createFile(Path.of(kept.toString().replace(".json", ".lock")));
    }
    List<QueueKeeping> windows = Stream.generate(this::window).limit(6).toList();
    List<String> found = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(windows.size())) {
      List<Future<List<QueuedTraining>>> answers = new ArrayList<>();
      for (QueueKeeping window : windows) {
        answers.add(threads.submit(() -> window.read(said -> {})));
      }
      for (Future<List<QueuedTraining>> answer : answers) {
        found.addAll(names(answer.get()));
      }
    }
    assertThat(found).containsExactly("left");
    windows.forEach(QueueKeeping::close);
    assertThat(files(".lock")).isZero();
  }

  @Test
  void whatEarlierVersionsKeptIsTakenOver() throws IOException {
    try (QueueKeeping window = window()) {
      window.keep(List.of(training("old")));
    }
    try (Stream<Path> all = Files.list(folder)) {
      Path kept = all.filter(each -> each.toString().endsWith(".json")).findFirst().orElseThrow();
      Files.move(kept, folder.resolve("queue.json"));
    }
    try (QueueKeeping window = window()) {
      assertThat(names(window.read(problems::add))).containsExactly("old");
      assertThat(folder.resolve("queue.json")).doesNotExist();
    }
  }

  @Test
  void aFileThatCannotBeReadIsToldOfAndKept() throws IOException {
    Files.writeString(folder.resolve("queue.json"), "{\"version\": 1, \"trainings\": [{");
    try (QueueKeeping window = window()) {
      assertThat(window.read(problems::add)).isEmpty();
    }
    assertThat(problems).singleElement().asString().contains("no readable JSON");
    assertThat(files(".unusable")).isEqualTo(1);
    assertThat(files(".json")).isZero();
  }
}
