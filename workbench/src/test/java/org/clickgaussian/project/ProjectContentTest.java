package org.clickgaussian.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.clickgaussian.experiment.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectContentTest {

  @TempDir private Path folder;

  private Path scene;

  @BeforeEach
  void makeScene() throws Exception {
    scene = Files.createDirectories(folder.resolve("garden"));
    Files.createDirectories(scene.resolve("sparse"));
  }

  @Test
  void aBareSceneHoldsNothing() {
    ProjectContent content = ProjectContent.of(scene);
    assertThat(content).isEqualTo(ProjectContent.of(scene));
    assertThat(content.present()).isTrue();
    assertThat(content.masks()).isEmpty();
    assertThat(content.runs()).isEmpty();
    assertThat(content.annotations()).isEmpty();
    assertThat(content.siblings()).isEmpty();
    assertThat(NextStep.of(true, content, false, false)).isEqualTo(NextStep.ADD_MASKS);
    assertThat(NextStep.of(false, content, false, false)).isEqualTo(NextStep.ADD_CAMERAS);
  }

  @Test
  void everythingIsFoundAndSorted() throws Exception {
    file("clickgaussian/masks/sam/a.json");
    file("clickgaussian/masks/sam/b.json");
    file("clickgaussian/masks/sam/.hidden");
    file("masks/a.png");
    file("clickgaussian/truth/mine/labels.json");
    run("old", true, 1000);
    run("new", true, 2000);
    run("cut", false, 3000);
    Files.createDirectories(scene.resolve("clickgaussian/runs/empty"));
    Files.createDirectories(folder.resolve("kitchen/point_cloud"));
    Files.createDirectories(folder.resolve("no-scene"));
    ProjectContent content = ProjectContent.of(scene);
    assertThat(content.masks())
        .containsExactly(
            new FolderEntry(scene.resolve("clickgaussian/masks/sam"), 2),
            new FolderEntry(scene.resolve("masks"), 1));
    assertThat(content.runs())
        .extracting(RunEntry::name, RunEntry::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("cut", RunEntry.State.UNFINISHED),
            org.assertj.core.groups.Tuple.tuple("empty", RunEntry.State.DAMAGED),
            org.assertj.core.groups.Tuple.tuple("new", RunEntry.State.FINISHED),
            org.assertj.core.groups.Tuple.tuple("old", RunEntry.State.FINISHED));
    assertThat(content.newestFinishedRun()).map(RunEntry::name).contains("new");
    assertThat(content.annotations()).extracting(FolderEntry::name).containsExactly("mine");
    assertThat(content.siblings()).containsExactly(folder.resolve("kitchen"));
    assertThat(NextStep.of(true, content, false, false)).isEqualTo(NextStep.USE_RUN);
    assertThat(NextStep.of(true, content, true, false)).isEqualTo(NextStep.CLICK);
    assertThat(NextStep.of(true, content, true, true)).isEqualTo(NextStep.EDIT);
  }

  @Test
  void aRunThatIsHeldIsInTraining() throws Exception {
    run("cut", false, 3000);
    RunFolder cut = new RunFolder(scene.resolve("clickgaussian/runs/cut"));
    try (RunFolder.Hold hold = cut.hold()) {
      assertThat(ProjectContent.of(scene).runs())
          .extracting(RunEntry::state)
          .containsExactly(RunEntry.State.IN_TRAINING);
    }
    assertThat(ProjectContent.of(scene).runs())
        .extracting(RunEntry::state)
        .containsExactly(RunEntry.State.UNFINISHED);
  }

  @Test
  void masksWithoutARunCallForTraining() throws Exception {
    file("clickgaussian/masks/sam/a.json");
    assertThat(NextStep.of(true, ProjectContent.of(scene), false, false)).isEqualTo(NextStep.TRAIN);
  }

  @Test
  void aVanishedSceneIsNotPresent() throws Exception {
    Files.delete(scene.resolve("sparse"));
    Files.delete(scene);
    assertThat(ProjectContent.of(scene).present()).isFalse();
  }

  @Test
  void aSplatsProjectIsItsFolder() throws Exception {
    Path splat = file("garden.ply");
    assertThat(ProjectContent.of(splat).scene()).isEqualTo(scene);
  }

  private void run(String name, boolean finished, long time) throws Exception {
    file("clickgaussian/runs/" + name + "/config.json");
    if (finished) {
      Path features = file("clickgaussian/runs/" + name + "/features.safetensors");
      file("clickgaussian/runs/" + name + "/clusters.json");
      Files.setLastModifiedTime(features, FileTime.fromMillis(time));
    }
  }

  private Path file(String name) throws Exception {
    Path file = scene.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "{}");
  }
}
