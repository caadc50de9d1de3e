package org.clickgaussian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.cluster.ClustersFile;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.edit.ClusterEdits;
import org.clickgaussian.cluster.edit.ClusterEditsFile;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.mask.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was edited in the window counts on the command line, unless one says otherwise. */
class EditedClustersTest {
  @TempDir private Path folder;
  private Path scene;
  private Path run;

  /** All objects become one. */
  @BeforeEach
  void mergeAll() throws Exception {
    scene = TrainedScene.get().copy(folder.resolve("scene"));
    run = scene.resolve("clickgaussian/runs/quick");
    GlobalClusters clusters = ClustersFile.read(run.resolve("clusters.json"));
    assertThat(clusters.coarse().count()).isGreaterThan(1);
    List<Integer> all = new ArrayList<>();
    for (int cluster = 0; cluster < clusters.coarse().count(); cluster++) {
      all.add(cluster);
    }
    ClusterEdits none = ClusterEdits.none(ClusterEdits.TRAINED, clusters);
    ClusterEditsFile.write(
        run.resolve(ClusterEditsFile.NAME), none.with(Level.COARSE, edits -> edits.merged(all, 0)));
  }

  private JsonNode answer(String... more) throws Exception {
    TestTerminal terminal = new TestTerminal();
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add(1, scene.toString());
    arguments.addAll(List.of("--run", run.toString(), "--json"));
    assertThat(terminal.run(arguments.toArray(String[]::new))).as(terminal.err.toString()).isZero();
    return new ObjectMapper().readTree(terminal.out.toString());
  }

  @Test
  void clicksAnswerFromThem() throws Exception {
    String[] click = {"click", "--view", "view000", "--at", "60,45", "--threshold", "-1"};
    JsonNode edited = answer(click);
    assertThat(edited.get("clusters_note").asText()).contains("as edited");
    assertThat(edited.get("gaussians").asInt()).isEqualTo(TrainedScene.GAUSSIANS);
    List<String> computed = new ArrayList<>(List.of(click));
    computed.add("--computed-clusters");
    JsonNode trained = answer(computed.toArray(String[]::new));
    assertThat(trained.get("clusters_note").asText()).contains("left out");
    assertThat(trained.get("gaussians").asInt()).isLessThan(TrainedScene.GAUSSIANS);
  }

  @Test
  void scoresAreThoseOfThem() throws Exception {
    String truth = scene.resolve("clickgaussian/truth/exact").toString();
    JsonNode edited = answer("evaluate", "--truth", truth);
    String scores = Files.readString(run.resolve("report/scores.json"));
    assertThat(scores).contains("as edited in cluster-edits.json");
    JsonNode trained = answer("evaluate", "--truth", truth, "--computed-clusters");
    assertThat(Files.readString(run.resolve("report/scores.json"))).contains("left out");
    assertThat(edited.get("scenes").get(0).get("means"))
        .isNotEqualTo(trained.get("scenes").get(0).get("means"));
  }

  @Test
  void picturesShowThem() throws Exception {
    String out = folder.resolve("pictures").toString();
    String[] render = {"render", "--view", "view000", "--mode", "clusters-coarse", "--out", out};
    assertThat(answer(render).get("pictures").get(0).get("legend").asText())
        .isEqualTo("1 coarse clusters");
  }

  @Test
  void editsOfOtherClustersAreRefused() throws Exception {
    Path file = run.resolve(ClusterEditsFile.NAME);
    String text = Files.readString(file);
    Files.writeString(
        file, text.replaceFirst("\"fingerprint\" : \"[0-9a-f]+\"", "\"fingerprint\" : \"0\""));
    TestTerminal terminal = new TestTerminal();
    int status =
        terminal.run(
            "click",
            scene.toString(),
            "--run",
            run.toString(),
            "--view",
            "view000",
            "--at",
            "60,45");
    assertThat(status).isNotZero();
    assertThat(terminal.err.toString()).contains("belongs to other clusters");
  }
}
