package org.clickgaussian.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class InputCourtesyTest extends ApplicationTest {
  private final Workers workers = Workers.of(3);
  private InputCourtesy courtesy;

  @Override
  public void start(Stage stage) {
    StackPane pane = new StackPane();
    courtesy = new InputCourtesy(pane, () -> workers);
    stage.setScene(new Scene(pane, 200, 100));
    stage.show();
  }

  @AfterEach
  void close() throws Exception {
    FxToolkit.cleanupStages();
    workers.close();
  }

  @Test
  void aThreadIsGivenUpWhileInputArrivesAndTakenBackSoonAfter() throws Exception {
    interact(courtesy::apply);
    // The pointer may come to lie over the new window.
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> workers.allowed() == 3);
    type(KeyCode.A);
    assertThat(workers.allowed()).isEqualTo(2);
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> workers.allowed() == 3);
  }
}
