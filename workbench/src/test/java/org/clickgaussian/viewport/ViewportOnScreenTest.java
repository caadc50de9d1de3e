package org.clickgaussian.viewport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.clickgaussian.scene.View;
import org.clickgaussian.viewport.ViewportIntent.Layer;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.clickgaussian.viewport.navigation.CameraRig;
import org.clickgaussian.viewport.navigation.Vector3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Drives the real viewport, with real frames, by mouse and keys. */
class ViewportOnScreenTest extends ViewportOnScreen {
  @Test
  void showsTheSceneInTheScreensPixels() {
    Region viewport = (Region) node("viewport");
    until(() -> (int) shown().getImage().getWidth() == (int) Math.round(viewport.getWidth()));
    int middle =
        onWindow(
            () ->
                shown()
                    .getImage()
                    .getPixelReader()
                    .getArgb(
                        (int) shown().getImage().getWidth() / 2,
                        (int) shown().getImage().getHeight() / 2));
    assertThat(middle >>> 24).isEqualTo(255);
    assertThat(onWindow(() -> ((Label) node("viewport-place")).getText()))
        .contains(state().view().orElseThrow());
    assertThat(onWindow(() -> node("viewport-hint").isVisible())).isFalse();
  }

  @Test
  void everyModeCanBeChosenByItsAction() {
    for (ViewportMode mode : ViewportMode.values()) {
      run("viewport.mode." + mode.key());
      until(
          () ->
              feature
                  .viewport()
                  .frame()
                  .filter(frame -> frame.request().mode() == mode)
                  .isPresent());
    }
    run("viewport.mode.depth");
    until(() -> node("viewport-legend").isVisible());
  }

  @Test
  void draggingOrbitsPansAndDoubleClickFocuses() {
    CameraRig before = rig();
    robot.drag("#viewport", MouseButton.PRIMARY).moveBy(60, 25).drop();
    resting();
    CameraRig orbited = rig();
    assertThat(orbited.focus().distance(before.focus())).isLessThan(1e-9);
    assertThat(orbited.pose().position().distance(before.pose().position())).isPositive();
    robot.drag("#viewport", MouseButton.SECONDARY).moveBy(40, -30).drop();
    resting();
    CameraRig panned = rig();
    assertThat(panned.pose().orientation()).isEqualTo(orbited.pose().orientation());
    assertThat(panned.focus().distance(orbited.focus())).isPositive();
    robot.moveTo("#viewport").moveBy(50, 60).doubleClickOn(MouseButton.PRIMARY);
    until(() -> feature.controller().state().moving());
    resting();
    assertThat(rig().focus().distance(panned.focus())).isPositive();
    assertThat(rig().pose().orientation()).isEqualTo(orbited.pose().orientation());
  }

  @Test
  void keysFlyWhileTheyAreHeld() {
    Vector3 before = rig().pose().position();
    press(KeyCode.W);
    until(() -> feature.controller().state().rig().get().pose().position().distance(before) > 0);
    release(KeyCode.W);
    resting();
    Vector3 moved = rig().pose().position().minus(before);
    assertThat(moved.unit().dot(rig().pose().forward())).isGreaterThan(0.999);
  }

  @Test
  @SuppressWarnings("unchecked")
  void theStripFliesToViewsAndFollows() {
    ListView<View> strip = (ListView<View>) node("view-strip");
    View third = onWindow(() -> strip.getItems().get(2));
    onWindow(
        () -> {
          strip.getSelectionModel().select(2);
          return null;
        });
    until(() -> feature.controller().state().view().equals(Optional.of(third.key())));
    run("camera.next");
    until(() -> strip.getSelectionModel().getSelectedIndex() == 3);
    run("camera.previous");
    until(() -> strip.getSelectionModel().getSelectedIndex() == 2);
    run("camera.home");
    until(() -> strip.getSelectionModel().getSelectedIndex() == 0);
    until(
        () ->
            strip.lookupAll(".list-cell").stream()
                .flatMap(cell -> cell.lookupAll(".image-view").stream())
                .anyMatch(view -> ((ImageView) view).getImage() != null));
  }

  @Test
  void thePhotoIsLaidOverAndWiped() {
    run("viewport.photo");
    until(() -> ((ImageView) node("photo")).getImage() != null && node("photo").isVisible());
    double before = state().wipe();
    robot.drag("#photo-wipe", MouseButton.PRIMARY).moveBy(-60, 0).drop();
    assertThat(state().wipe()).isLessThan(before);
    assertThat(state().view()).isPresent();
    onWindow(
        () -> {
          feature.controller().handle(new ViewportIntent.PhotoOpacity(0.4));
          return null;
        });
    assertThat(onWindow(() -> node("photo").getOpacity())).isEqualTo(0.4);
    run("camera.next");
    until(() -> feature.controller().state().view().isPresent());
    until(() -> ((ImageView) node("photo")).getImage() != null);
    run("viewport.photo");
    until(() -> ((ImageView) node("photo")).getImage() == null);
  }

  @Test
  void twoPicturesStandSideBySide() {
    run("viewport.split");
    until(() -> node("viewport-frame-second").isVisible());
    FrameScreen second = (FrameScreen) node("viewport-frame-second");
    until(() -> ((ImageView) second.getChildrenUnmodifiable().get(0)).getImage() != null);
    double half = onWindow(second::getWidth);
    assertThat(half).isLessThan(((Region) node("viewport")).getWidth() / 2);
    until(() -> (int) shown().getImage().getWidth() == (int) half);
    run("viewport.split");
    until(() -> !node("viewport-frame-second").isVisible());
  }

  @Test
  void aToolIsAskedFirst() {
    List<String> heard = new ArrayList<>();
    onWindow(
        () -> {
          feature.viewport().use(new Recorder(heard));
          return null;
        });
    CameraRig before = rig();
    robot.drag("#viewport", MouseButton.PRIMARY).moveBy(60, 25).drop();
    assertThat(rig().pose()).isEqualTo(before.pose());
    robot.clickOn("#viewport");
    assertThat(heard).containsSubsequence("begin", "pressed", "dragged", "released", "clicked");
    assertThat(heard).contains("moved", "paint");
    run("viewport.axes");
    run("viewport.frusta");
    assertThat(state().layers()).contains(Layer.AXES, Layer.FRUSTA);
  }

  /** Takes every gesture. */
  private record Recorder(List<String> heard) implements ViewportTool {
    @Override
    public void begin(Viewport viewport) {
      heard.add("begin");
    }

    @Override
    public boolean pressed(Viewport viewport, PointerInput input) {
      heard.add("pressed");
      return true;
    }

    @Override
    public void dragged(Viewport viewport, PointerInput input) {
      heard.add("dragged");
    }

    @Override
    public void released(Viewport viewport, PointerInput input) {
      heard.add("released");
    }

    @Override
    public void clicked(Viewport viewport, PointerInput input) {
      heard.add("clicked");
    }

    @Override
    public void moved(Viewport viewport, PointerInput input) {
      heard.add("moved");
    }

    @Override
    public void paint(Viewport viewport, Overlay overlay) {
      heard.add("paint");
    }
  }

  @Test
  void thePointersWhereaboutsAreTold() {
    robot.moveTo("#viewport");
    robot.moveBy(3, 3);
    until(() -> pointed.stream().anyMatch(words -> words.contains("coarse")));
  }

  @Test
  @Tag("xvfb")
  void theWheelComesNearerToWhatIsUnderThePointer() {
    robot.moveTo("#viewport").moveBy(40, 30);
    until(() -> pointed.stream().anyMatch(words -> words.contains("depth")));
    CameraRig before = rig();
    robot.scroll(2, javafx.geometry.VerticalDirection.UP);
    until(() -> feature.controller().state().moving());
    resting();
    assertThat(rig().pose().position().distance(before.pose().position())).isPositive();
    assertThat(rig().pose().orientation()).isEqualTo(before.pose().orientation());
  }
}
