package org.clickgaussian.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.cluster.edit.ClusterEdits;
import org.clickgaussian.cluster.edit.ClusterEditsFile;
import org.clickgaussian.cluster.edit.LevelEdits;
import org.clickgaussian.document.DocumentListener.Aspect;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterEditingTest {
  @TempDir private Path folder;
  private final Workers workers = Workers.of(2);
  private final SceneDocument document = TrainedScene.get().openWithRun(workers);

  @AfterEach
  void close() {
    document.close();
    workers.close();
  }

  private RunSession run() {
    return document.run().orElseThrow();
  }

  private void edit(ClusterEdits edits) {
    document.editClusters("Edit", edits, run().with(edits).hidden(document.origins()));
  }

  private ClusterEdits merged() {
    return run().edits().with(Level.FINE, level -> level.merged(List.of(0, 1), 0));
  }

  @Test
  void mergingIsUndoneToTheSameBits() {
    Matches before = run().assignment().fine();
    Matches clicks = run().assignment().fine();
    AtomicInteger told = new AtomicInteger();
    document.listen(aspect -> told.addAndGet(aspect == Aspect.RUN ? 1 : 0));
    edit(merged());
    assertThat(run().assignment().fine().clusters()).doesNotContain(1);
    assertThat(run().index().count(Level.FINE, 0, -1))
        .isEqualTo(count(before, 0) + count(before, 1));
    assertThat(run().index().count(Level.FINE, 1, -1)).isZero();
    document.undo();
    assertThat(run().assignment().fine().clusters()).isEqualTo(clicks.clusters());
    assertThat(run().assignment().fine().cosines()).isEqualTo(clicks.cosines());
    document.redo();
    assertThat(run().assignment().fine().clusters()).doesNotContain(1);
    assertThat(told).hasValue(3);
  }

  private static int count(Matches matches, int cluster) {
    int count = 0;
    for (int each : matches.clusters()) {
      count += each == cluster ? 1 : 0;
    }
    return count;
  }

  @Test
  void hiddenClustersAreNotDrawnAndNotSelected() {
    ClusterEdits hiding = run().edits().with(Level.FINE, level -> level.shown(List.of(0), false));
    long revision = document.revision();
    edit(hiding);
    assertThat(document.revision()).isGreaterThan(revision);
    assertThat(document.state().invisible().size()).isEqualTo(count(run().matches().fine(), 0));
    assertThat(Clicks.on(document).members(Level.FINE, 0, -1))
        .isEqualTo(document.state().clusterHidden());
    assertThat(Edits.selectAll(document.state(), TrainedScene.GAUSSIANS).selection().size())
        .isEqualTo(TrainedScene.GAUSSIANS - document.state().clusterHidden().size());
    document.undo();
    assertThat(document.state().invisible().isEmpty()).isTrue();
  }

  @Test
  void aPreviewLeavesNoStepAndEnds() {
    RunSession before = run();
    ClusterEdits merged = merged();
    document.previewClusters(run().with(merged));
    assertThat(run().edits()).isEqualTo(merged);
    assertThat(document.isPreviewing()).isTrue();
    assertThat(document.doneSteps()).isEmpty();
    assertThat(document.editedRun().orElseThrow()).isSameAs(before);
    document.endPreview();
    assertThat(run()).isSameAs(before);
  }

  @Test
  void editsKeptWithTheRunAreThereWhenItIsOpenedAgain() throws IOException {
    Path copy = TrainedScene.get().copy(folder.resolve("scene"));
    Path runFolder = copy.resolve("clickgaussian/runs/quick");
    ClusterEdits named = merged().with(Level.FINE, level -> level.renamed(0, "both"));
    ClusterEditsFile.write(runFolder.resolve(ClusterEditsFile.NAME), named);
    RunSession opened = open(runFolder);
    assertThat(opened.problem()).isEmpty();
    assertThat(opened.edits()).isEqualTo(named);
    opened.close();
  }

  private RunSession open(Path runFolder) {
    return RunSession.open(runFolder, document.original(), workers, Progress.NONE);
  }

  @Test
  void editsOfOtherClustersAreLeftOutWithAMessage() throws IOException {
    Path copy = TrainedScene.get().copy(folder.resolve("scene"));
    Path runFolder = copy.resolve("clickgaussian/runs/quick");
    Path file = runFolder.resolve(ClusterEditsFile.NAME);
    ClusterEditsFile.write(
        file,
        new ClusterEdits(ClusterEdits.TRAINED, "ffffffff", LevelEdits.none(1), LevelEdits.none(1)));
    RunSession opened = open(runFolder);
    assertThat(opened.problem().orElseThrow()).contains("cluster-edits.json").contains("other");
    assertThat(opened.edits().isNone()).isTrue();
    opened.close();
  }
}
