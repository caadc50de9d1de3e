package org.clickgaussian.curves;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.clickgaussian.curves.data.CurveGroup;
import org.clickgaussian.curves.paint.AxisRange;
import org.clickgaussian.curves.paint.ChartContent;

/**
 * What hands do with a chart: the wheel draws the horizontal axis together or apart around the
 * pointer, with Ctrl the vertical one; a drag moves; with Shift or the other button it frames a
 * part; a double click shows all again.
 */
final class ChartGestures {
  private static final double WHEEL_FACTOR = 1.0015;
  private static final double LEAST_FRAME = 4;

  /** A drag along keeps the vertical axis fitting the curves until it leads so far up or down. */
  private static final double UPWARDS = 12;

  private final CurveChart chart;
  private final CurveGroup group;
  private final Consumer<CurvesIntent> intents;
  private double pressedX;
  private double pressedY;
  private ChartContent pressed;
  private boolean framing;
  private boolean upwards;

  ChartGestures(CurveChart chart, CurveGroup group, Consumer<CurvesIntent> intents) {
    this.chart = chart;
    this.group = group;
    this.intents = intents;
    chart.setOnMousePressed(this::press);
    chart.setOnMouseDragged(this::drag);
    chart.setOnMouseReleased(this::release);
    chart.setOnMouseClicked(this::click);
    chart.setOnScroll(this::scroll);
  }

  private void press(MouseEvent event) {
    pressedX = event.getX();
    pressedY = event.getY();
    pressed = chart.content();
    upwards = false;
    framing = event.isShiftDown() || event.getButton() == MouseButton.SECONDARY;
  }

  private void drag(MouseEvent event) {
    if (pressed == null) {
      return;
    }
    if (framing) {
      chart
          .front()
          .frame(
              chart.shareAcross(pressedX),
              chart.shareUp(pressedY),
              chart.shareAcross(event.getX()),
              chart.shareUp(event.getY()));
      return;
    }
    AxisRange across = pressed.across().moved((pressedX - event.getX()) / chart.plotWidth());
    chart.front().point(Optional.empty(), false);
    upwards |= Math.abs(event.getY() - pressedY) > UPWARDS;
    if (upwards) {
      AxisRange up = pressed.up().moved((event.getY() - pressedY) / chart.plotHeight());
      intents.accept(new CurvesIntent.LookAt(group, across, up));
    } else {
      intents.accept(new CurvesIntent.LookAcross(across));
    }
  }

  private void release(MouseEvent event) {
    if (framing && pressed != null) {
      chart.front().frame();
      boolean wide = Math.abs(event.getX() - pressedX) >= LEAST_FRAME;
      boolean tall = Math.abs(event.getY() - pressedY) >= LEAST_FRAME;
      if (wide && tall) {
        intents.accept(
            new CurvesIntent.LookAt(
                group,
                pressed.across().part(chart.shareAcross(pressedX), chart.shareAcross(event.getX())),
                pressed.up().part(chart.shareUp(pressedY), chart.shareUp(event.getY()))));
      }
    }
    pressed = null;
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY
        && event.getClickCount() == 2
        && event.isStillSincePress()) {
      intents.accept(new CurvesIntent.Reset());
    }
  }

  private void scroll(ScrollEvent event) {
    ChartContent content = chart.content();
    if (content == null || event.getDeltaY() == 0 && event.getDeltaX() == 0) {
      return;
    }
    event.consume();
    double factor = Math.pow(WHEEL_FACTOR, -event.getDeltaY());
    if (event.isShortcutDown()) {
      intents.accept(
          new CurvesIntent.LookAt(
              group, content.across(), content.up().zoomed(chart.shareUp(event.getY()), factor)));
    } else if (event.getDeltaY() == 0) {
      intents.accept(
          new CurvesIntent.LookAcross(
              content.across().moved(-event.getDeltaX() / chart.plotWidth())));
    } else {
      intents.accept(
          new CurvesIntent.LookAcross(
              content.across().zoomed(chart.shareAcross(event.getX()), factor)));
    }
  }
}
