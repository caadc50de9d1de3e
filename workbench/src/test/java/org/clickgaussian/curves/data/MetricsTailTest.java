package org.clickgaussian.curves.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.clickgaussian.math.RandomStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTailTest {
  @TempDir private Path folder;
  private Path file;
  private MetricsTail tail;

  @BeforeEach
  void prepare() {
    file = folder.resolve("metrics.csv");
    tail = new MetricsTail(file);
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static double[] column(MetricsBatch batch, int column) {
    return Arrays.copyOf(batch.values()[column], batch.rows());
  }

  @Test
  void waitsForTheFileAndForEndsOfLines() throws IOException {
    assertThat(tail.read().rows()).isZero();
    append("iteration,sec");
    assertThat(tail.read().columns()).isEmpty();
    append("onds,loss/total\n1,0.5,");
    assertThat(tail.read().rows()).isZero();
    append("NaN\n2,0.75,-1e-3\n3,1,");
    MetricsBatch batch = tail.read();
    assertThat(batch.columns()).containsExactly("iteration", "seconds", "loss/total");
    assertThat(column(batch, 0)).containsExactly(1, 2);
    assertThat(column(batch, 2)).containsExactly(Double.NaN, -1e-3);
    append("Infinity\n");
    batch = tail.read();
    assertThat(batch.fromStart()).isFalse();
    assertThat(column(batch, 2)).containsExactly(Double.POSITIVE_INFINITY);
    assertThat(tail.read().rows()).isZero();
  }

  @Test
  void readsAFileThatWasShortenedFromItsStart() throws IOException {
    append("iteration,loss/total\n1,1\n2,2\n3,3\n");
    assertThat(tail.read().fromStart()).isTrue();
    Files.writeString(file, "iteration,loss/total\n1,1\n");
    MetricsBatch batch = tail.read();
    assertThat(batch.fromStart()).isTrue();
    assertThat(column(batch, 0)).containsExactly(1);
  }

  @Test
  void noticesAFileWrittenAnewThoughItIsLonger() throws IOException {
    append("iteration,loss/total\n1,1\n2,2\n3,3\n");
    tail.read();
    Files.writeString(file, "iteration,loss/total\n1,1\n2,7\n3,8\n4,9\n5,9\n");
    MetricsBatch batch = tail.read();
    assertThat(batch.fromStart()).isTrue();
    assertThat(column(batch, 1)).containsExactly(1, 7, 8, 9, 9);
  }

  @Test
  void aFileThatIsGoneIsAnEmptyOne() throws IOException {
    append("iteration,loss/total\n1,1\n");
    tail.read();
    Files.delete(file);
    MetricsBatch batch = tail.read();
    assertThat(batch.fromStart()).isTrue();
    assertThat(batch.rows()).isZero();
  }

  @Test
  void stopsAtALineThatIsNoRowAndGoesOnWhenItIsMended() throws IOException {
    for (String bad : new String[] {"2,x", "2", "2,1,1", "", "1,5", "NaN,1"}) {
      Files.deleteIfExists(file);
      tail = new MetricsTail(file);
      append("iteration,loss/total\n1,1\n" + bad + "\n3,3\n");
      MetricsBatch batch = tail.read();
      assertThat(batch.rows()).isEqualTo(1);
      assertThat(batch.problem().orElseThrow()).contains("metrics.csv").contains("line 3");
      assertThat(tail.read().problem()).isPresent();
      Files.writeString(file, "iteration,loss/total\n1,1\n2,2\n3,3\n");
      batch = tail.read();
      assertThat(batch.problem()).isEmpty();
      assertThat(column(batch, 0)).containsExactly(2, 3);
    }
  }

  @Test
  void saysSoWhenThereAreNoNames() throws IOException {
    append("1,2,3\n4,5,6\n");
    assertThat(tail.read().problem().orElseThrow()).contains("column names");
  }

  /** Whatever bytes come, in whatever pieces, the rows before the first bad line are read. */
  @Test
  void doesNotFallOverBrokenFiles() throws IOException {
    String whole = "iteration,seconds,loss/total\n1,0.5,2\n2,0.75,1.5\n3,1,1\n";
    for (int seed = 0; seed < 300; seed++) {
      RandomStream random = new RandomStream(3, "broken metrics", seed);
      byte[] bytes = whole.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
      tail = new MetricsTail(file);
      int rows = tail.read().rows();
      Files.write(file, bytes);
      MetricsBatch rest = tail.read();
      assertThat(rows + rest.rows()).isLessThanOrEqualTo(4);
      assertThat(rest.problem().isPresent() || rows + rest.rows() >= 2).isTrue();
    }
  }
}
