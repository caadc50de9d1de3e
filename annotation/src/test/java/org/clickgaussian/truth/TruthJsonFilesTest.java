package org.clickgaussian.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruthJsonFilesTest {
  private static final String DOCUMENT =
      """
      {"version": 1, "view": "DSCF5605", "width": 8, "height": 6,
       "labels": {"pot": {"rings": [[[1, 1], [5.5, 1], [5, 5]], [[2, 2], [3, 2], [3, 3]]]}}}
      """;
  private static final String LABELS =
      """
      {"version": 1, "labels": {"pot": {"level": "coarse"},
       "rim": {"level": "fine", "parent": "pot"}, "leaf": {"level": "fine", "parent": null}}}
      """;

  @TempDir Path folder;

  @Test
  void aPolygonDocumentSurvivesWritingAndReading() throws IOException {
    PolygonDocument document = PolygonDocument.read(written(DOCUMENT));
    assertThat(document.view()).isEqualTo("DSCF5605");
    assertThat(document.width()).isEqualTo(8);
    assertThat(document.height()).isEqualTo(6);
    assertThat(document.polygons().get("pot").rings())
        .usingRecursiveComparison()
        .isEqualTo(List.of(new double[] {1, 1, 5.5, 1, 5, 5}, new double[] {2, 2, 3, 2, 3, 3}));
    Path copy = folder.resolve("new/copy.json");
    document.write(copy);
    assertThat(PolygonDocument.read(copy)).usingRecursiveComparison().isEqualTo(document);
  }

  @Test
  void labelsSurviveWritingAndReading() throws IOException {
    List<TruthLabel> labels = LabelsJson.read(written(LABELS));
    assertThat(labels)
        .containsExactly(
            TruthLabel.of("pot", Level.COARSE),
            new TruthLabel("rim", Level.FINE, Optional.of("pot")),
            TruthLabel.of("leaf", Level.FINE));
    Path copy = folder.resolve("copy.json");
    LabelsJson.write(copy, labels);
    assertThat(LabelsJson.read(copy)).isEqualTo(labels);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "[]",
        "{}",
        "{\"version\": 2, \"labels\": {}}",
        "{\"version\": 0, \"labels\": {}}",
        "{\"version\": \"1\", \"labels\": {}}",
        "{\"version\": 1}",
        "{\"version\": 1, \"labels\": []}",
        "{\"version\": 1, \"labels\": {\"a\": 7}}",
        "{\"version\": 1, \"labels\": {\"a\": {\"level\": \"middle\"}}}",
        "{\"version\": 1, \"labels\": {\"a/b\": {\"level\": \"fine\"}}}",
        "{\"version\": 1, \"labels\": {\"\": {\"level\": \"fine\"}}}",
        "{\"version\": 1, \"labels\": {\"..\": {\"level\": \"fine\"}}}",
        "{\"version\": 1, \"labels\": {\"a\": {\"level\": \"fine\", \"parent\": \"b\"}}}",
        "{\"version\": 1, \"labels\": {\"a\": {\"level\": \"fine\", \"parent\": \"a\"}}}",
        "{\"version\": 1, \"labels\": {\"a\": {\"level\": \"fine\"}, \"a\": {}}}",
        "{\"version\": 1, \"labels\": {}} 7",
        "{\"version\": 1, \"labels\": {\"a\": {\"le"
      })
  void otherLabelsAreRefused(String json) throws IOException {
    Path file = written(json);
    assertThatThrownBy(() -> LabelsJson.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"version\": 1 -> \"version\": 2",
        "\"DSCF5605\" -> 7",
        "\"width\": 8 -> \"width\": 0",
        "\"width\": 8 -> \"width\": 8.5",
        "\"width\": 8 -> \"width\": 2000000000",
        "\"width\": 8 -> \"width\": 20000000000",
        "\"height\": 6 -> \"depth\": 6",
        "\"pot\" -> \"po:t\"",
        "{\"rings\" -> {\"ring\"",
        "[1, 1], -> 7,",
        "[1, 1], -> ",
        "[1, 1] -> [1, 1, 1]",
        "[1, 1] -> [1, \"1\"]",
        "[1, 1] -> [1, 1e300]",
        "[1, 1] -> [1, 1e999]",
        "[1, 1] -> [1, null]"
      })
  void otherDocumentsAreRefused(String change) throws IOException {
    String[] parts = change.split(" -> ", -1);
    assertThat(DOCUMENT).contains(parts[0]);
    Path file = written(DOCUMENT.replace(parts[0], parts[1]));
    assertThatThrownBy(() -> PolygonDocument.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString());
  }

  @Test
  void anAbsentFileIsRefused() {
    assertThatThrownBy(() -> LabelsJson.read(folder.resolve("absent.json")))
        .isInstanceOf(InputException.class);
  }

  @Test
  void mutatedFilesAreReadOrRefused() throws IOException {
    Random random = new Random(9);
    int refused = 0;
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder(i % 2 == 0 ? DOCUMENT : LABELS);
      if (random.nextInt(4) == 0) {
        text.setLength(random.nextInt(text.length()));
      }
      for (int change = random.nextInt(4); change > 0 && !text.isEmpty(); change--) {
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(1, 256));
      }
      Path file = written(text.toString());
      try {
        if (i % 2 == 0) {
          PolygonDocument document = PolygonDocument.read(file);
          document.polygons().values().forEach(p -> p.fill(document.width(), document.height()));
        } else {
          assertThat(LabelsJson.read(file)).allMatch(label -> !label.name().isEmpty());
        }
      } catch (InputException e) {
        refused++;
        assertThat(e.getMessage()).startsWith(file.toString());
      }
    }
    assertThat(refused).isBetween(200, 999);
  }

  private Path written(String json) throws IOException {
    return Files.writeString(folder.resolve("file.json"), json);
  }
}
