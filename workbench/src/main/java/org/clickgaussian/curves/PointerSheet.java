package org.clickgaussian.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.clickgaussian.curves.paint.ChartContent;
import org.clickgaussian.curves.paint.ChartContent.Reading;
import org.clickgaussian.curves.paint.ChartMark;

/** What follows the pointer over a chart: a line, the values of all curves there, a frame. */
final class PointerSheet extends Canvas {
  private static final Font FONT = Font.font(11);
  private static final double LINE = 15;
  private static final double PAD = 7;
  private static final double DOT = 3;
  private static final double NEAR_MARK = 5;

  private final ChartInk ink;
  private ChartContent content;
  private Optional<Double> pointer = Optional.empty();
  private boolean withValues;
  private double[] frame = {};

  /** A line of the card. */
  private record Row(String words, String number, Optional<Color> colour) {}

  PointerSheet(ChartInk ink) {
    this.ink = ink;
  }

  void place(double x, double y, double width, double height) {
    relocate(x, y);
    setWidth(width);
    setHeight(height);
  }

  void show(ChartContent next) {
    content = next;
    draw();
  }

  /**
   * Shows a line at a share of the horizontal axis, or none.
   *
   * @param values whether the values there are shown too
   */
  void point(Optional<Double> share, boolean values) {
    pointer = share;
    withValues = values;
    draw();
  }

  /** Shows a frame between two corners (shares of both axes: x, y, x, y), or none. */
  void frame(double... corners) {
    frame = corners;
    draw();
  }

  /** The lines of the card, for tests. */
  List<String> words() {
    return pointer.isEmpty() || content == null
        ? List.of()
        : rows(pointer.get()).stream().map(row -> row.words() + " " + row.number()).toList();
  }

  private void draw() {
    GraphicsContext graphics = getGraphicsContext2D();
    graphics.clearRect(0, 0, getWidth(), getHeight());
    if (frame.length == 4) {
      double x = getWidth() * Math.min(frame[0], frame[2]);
      double y = getHeight() * (1 - Math.max(frame[1], frame[3]));
      double width = getWidth() * Math.abs(frame[2] - frame[0]);
      double height = getHeight() * Math.abs(frame[3] - frame[1]);
      graphics.setFill(ink.accent().deriveColor(0, 1, 1, 0.15));
      graphics.fillRect(x, y, width, height);
      graphics.setStroke(ink.accent());
      graphics.strokeRect(x, y, width, height);
    }
    if (pointer.isPresent() && content != null) {
      double share = pointer.get();
      double x = Math.floor(share * getWidth()) + 0.5;
      graphics.setLineWidth(1);
      graphics.setStroke(ink.words());
      graphics.strokeLine(x, 0, x, getHeight());
      if (withValues) {
        points(graphics, share);
        card(graphics, share, rows(share));
      }
    }
  }

  private void points(GraphicsContext graphics, double share) {
    for (Reading reading : content.readingsAt(content.across().valueAt(share))) {
      double x = content.across().share(content.across().scale().place(reading.position()));
      double y = content.up().share(content.up().scale().place(reading.value()));
      if (x >= 0 && x <= 1 && y >= 0 && y <= 1) {
        graphics.setFill(ink.curve(reading.curve()));
        graphics.fillOval(x * getWidth() - DOT, (1 - y) * getHeight() - DOT, 2 * DOT, 2 * DOT);
      }
    }
  }

  private List<Row> rows(double share) {
    double position = content.across().valueAt(share);
    List<Row> rows = new ArrayList<>();
    List<Reading> readings = content.readingsAt(position);
    double at = readings.isEmpty() ? position : readings.getFirst().position();
    rows.add(new Row(content.acrossTitle(), CurveNames.number(at), Optional.empty()));
    for (ChartMark mark : content.marks()) {
      double place = content.across().share(content.across().scale().place(mark.position()));
      if (Math.abs(place - share) * getWidth() < NEAR_MARK) {
        rows.add(new Row(mark.words(), "", Optional.of(ink.curve(mark.colour()))));
      }
    }
    for (Reading reading : readings) {
      rows.add(
          new Row(
              CurveNames.name(content, reading.curve()),
              CurveNames.number(reading.value()),
              Optional.of(ink.curve(reading.curve()))));
    }
    return rows;
  }

  private void card(GraphicsContext graphics, double share, List<Row> all) {
    int most = (int) Math.max(1, (getHeight() - 2 * PAD) / LINE);
    List<Row> rows = all;
    if (all.size() > most) {
      rows = new ArrayList<>(all.subList(0, Math.max(1, most - 1)));
      rows.add(new Row("+ " + (all.size() - rows.size()), "", Optional.empty()));
    }
    double widest = rows.stream().mapToDouble(PointerSheet::width).max().orElse(0);
    double width = Math.min(getWidth(), widest);
    double height = rows.size() * LINE + PAD;
    double x = share * getWidth() + 12;
    if (x + width > getWidth()) {
      x = Math.max(0, share * getWidth() - 12 - width);
    }
    graphics.setFill(ink.card());
    graphics.fillRoundRect(x, 0, width, height, 8, 8);
    graphics.setStroke(ink.grid());
    graphics.strokeRoundRect(x + 0.5, 0.5, width - 1, height - 1, 8, 8);
    graphics.setFont(FONT);
    graphics.setTextBaseline(VPos.CENTER);
    double y = PAD / 2 + LINE / 2;
    for (Row row : rows) {
      double middle = y;
      double left = x + PAD;
      row.colour()
          .ifPresent(
              colour -> {
                graphics.setFill(colour);
                graphics.fillRoundRect(left, middle - 4, 8, 8, 3, 3);
              });
      graphics.setFill(ink.words());
      graphics.setTextAlign(TextAlignment.LEFT);
      double room = width - 3 * PAD - 6 - (row.number().isEmpty() ? 0 : width(row.number()) + PAD);
      graphics.fillText(row.words(), x + 2 * PAD + 4, y, Math.max(1, room));
      graphics.setTextAlign(TextAlignment.RIGHT);
      graphics.fillText(row.number(), x + width - PAD, y);
      y += LINE;
    }
  }

  private static double width(Row row) {
    double numberWidth = row.number().isEmpty() ? 0 : width(row.number()) + PAD;
    return width(row.words()) + numberWidth + 3 * PAD + 6;
  }

  private static double width(String words) {
    Text text = new Text(words);
    text.setFont(FONT);
    return text.getLayoutBounds().getWidth();
  }
}
