package org.clickgaussian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {

  @TempDir private Path folder;

  private final TestTerminal terminal = new TestTerminal();

  @Test
  void everyModelIsListedWithWhatIsMissing() throws Exception {
    assertThat(terminal.run("models", "list", "--json")).isZero();
    JsonNode models = new ObjectMapper().readTree(terminal.out.toString()).get("models");
    assertThat(models.findValuesAsText("name")).contains("mobile-sam", "sam2-tiny");
    assertThat(models.get(0).get("files")).hasSize(2);
  }

  @Test
  void folderIsPrinted() {
    assertThat(terminal.run("models", "path")).isZero();
    assertThat(terminal.out.toString()).contains("models");
  }

  @Test
  void fileOfNoModelIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("what.onnx"), "x");
    assertThat(terminal.run("models", "add", file.toString())).isEqualTo(1);
    assertThat(terminal.err.toString()).contains("no known model", "--as NAME");
    assertThat(terminal.run("models", "add", "a", "b", "--as", "c")).isEqualTo(2);
  }

  @Test
  void masksNeedPhotosAndAKnownModel() throws Exception {
    String scene = SceneOnDisk.in(folder.resolve("scene")).toString();
    assertThat(terminal.run("masks", "generate", scene, "--model", "nothing")).isEqualTo(1);
    assertThat(terminal.err.toString()).contains("no model nothing", "mobile-sam");
    assertThat(terminal.run("masks", "generate", scene, "--points-per-side", "0")).isEqualTo(1);
    assertThat(folder.resolve("scene/clickgaussian")).doesNotExist();
  }

  @Test
  void masksAreComparedPhotoByPhoto() throws Exception {
    String record =
        """
        [{"segmentation": {"size": [2, 3], "counts": [1, %d, %d]}}]
        """;
    for (String set : new String[] {"one", "two"}) {
      Files.createDirectories(folder.resolve(set));
      Files.writeString(folder.resolve(set + "/a.json"), record.formatted(4, 1));
    }
    Files.writeString(folder.resolve("one/b.json"), record.formatted(4, 1));
    Files.writeString(folder.resolve("two/b.json"), record.formatted(1, 4));
    String one = folder.resolve("one").toString();
    String two = folder.resolve("two").toString();
    assertThat(terminal.run("masks", "compare", one, two, "--json")).isZero();
    JsonNode answer = new ObjectMapper().readTree(terminal.out.toString());
    assertThat(answer.get("photos")).hasSize(2);
    assertThat(answer.get("share_of_first").doubleValue()).isEqualTo(0.5);
    assertThat(terminal.run("masks", "compare", one, folder.resolve("no").toString())).isEqualTo(1);
  }
}
