package org.clickgaussian.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.api.Test;

class CurveBenchmarkTest {
  @Test
  void measuresPanningAndItsFloor() {
    List<Measurement> found = new CurveBenchmark(2, 1000, 0.02).run(Progress.NONE);
    assertThat(found).extracting(Measurement::unit).contains("frames/s", "ms");
    assertThat(found).allMatch(each -> each.value() > 0);
    assertThat(found).anyMatch(each -> each.detail().contains("pixels written"));
  }
}
