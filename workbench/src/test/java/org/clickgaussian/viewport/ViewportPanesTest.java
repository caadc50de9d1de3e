package org.clickgaussian.viewport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.View;
import org.clickgaussian.work.Progress;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.Test;

/** Drives what belongs to the viewport besides the picture. */
class ViewportPanesTest extends ViewportOnScreen {
  @Test
  void theHistogramSelectsWhatIsInTheRange() {
    onWindow(
        () -> {
          feature
              .histogram()
              .handle(
                  new HistogramIntent.Show(org.clickgaussian.viewport.frame.GaussianQuantity.SIZE));
          return null;
        });
    until(() -> feature.histogram().state().total() == TrainedScene.GAUSSIANS);
    RangeSlider range = (RangeSlider) node("histogram-range");
    onWindow(
        () -> {
          range.setHighValue(0.5);
          return null;
        });
    SceneDocument document = current.get().orElseThrow();
    until(() -> !document.state().selection().isEmpty());
    until(() -> feature.histogram().state().inRange() == document.state().selection().size());
    assertThat(document.state().selection().size()).isLessThan(TrainedScene.GAUSSIANS);
    onWindow(
        () -> {
          document.undo();
          return null;
        });
    assertThat(document.state().selection().isEmpty()).isTrue();
  }

  @Test
  void savesPicturesAndTurntables() throws IOException {
    run("viewport.axes");
    run("viewport.picture");
    robot.clickOn("#save-picture-save");
    Path picture = folder.resolve("scene.png");
    until(() -> !notices.isEmpty());
    RgbImage saved = ImageFiles.readRgb(picture);
    assertThat(saved.width()).isEqualTo((int) shown().getImage().getWidth());
    run("viewport.turntable");
    onWindow(
        () -> {
          ((javafx.scene.control.Spinner<?>) node("turntable-frames")).getEditor().setText("3");
          return null;
        });
    robot.clickOn("#save-turntable-save");
    until(() -> notices.size() == 2);
    assertThat(Files.size(folder.resolve("scene-turntable.png")))
        .isGreaterThan(Files.size(picture));
    run("viewport.picture");
    robot.clickOn("#save-picture-cancel");
    assertThat(onWindow(() -> node("save-picture"))).isNull();
  }

  @Test
  void withoutASceneItSaysWhatToDo() {
    onWindow(
        () -> {
          current.show(null);
          return null;
        });
    assertThat(onWindow(() -> node("viewport-hint").isVisible())).isTrue();
    assertThat(onWindow(() -> ((Label) node("histogram-hint")).getText())).isNotEmpty();
    assertThat(onWindow(() -> actions.run("camera.home"))).isFalse();
    assertThat(onWindow(() -> ((ButtonBase) node("bar-viewport-photo")).isDisabled())).isTrue();
  }

  @Test
  void aPhotoThatVanishedIsToldOfAndTheViewportGoesOn() throws IOException {
    Path copy = TrainedScene.get().copy(folder.resolve("copy"));
    SceneDocument document = SceneDocument.open(copy, workers, Progress.NONE);
    onWindow(
        () -> {
          current.show(document);
          return null;
        });
    until(() -> feature.controller().state().rig().isPresent());
    View first = document.folder().views().getFirst();
    Files.delete(document.folder().photoFile(first).orElseThrow());
    run("viewport.photo");
    until(() -> !tasks.failures.isEmpty());
    assertThat(tasks.failures).allMatch(InputException.class::isInstance);
    tasks.failures.clear();
    run("camera.next");
    until(() -> ((ImageView) node("photo")).getImage() != null);
  }
}
