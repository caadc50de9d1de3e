package org.clickgaussian.viewport.tool;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.clickgaussian.document.Similarity;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.navigation.Vector3;

/** Moving, turning and scaling by numbers, about the middle of the selection. */
final class TransformSection {
  private static final Texts TEXTS = Texts.of("document");
  private static final String AXES = "XYZ";

  private final Consumer<SelectionIntent> intents;
  private final TransformTool tool;
  private final List<TextField> move;
  private final List<TextField> turn;
  private final TextField scale = field("transform-scale", "1");
  private final Button apply = new Button(TEXTS.get("transform.apply"));
  private final Label problem = new Label();
  private final GridPane node = new GridPane(6, 6);

  TransformSection(Consumer<SelectionIntent> intents, TransformTool tool) {
    this.intents = intents;
    this.tool = tool;
    move = fields("transform-move-");
    turn = fields("transform-turn-");
    for (int axis = 0; axis < 3; axis++) {
      Label name = new Label(AXES.substring(axis, axis + 1));
      name.getStyleClass().add("muted");
      node.add(name, axis + 1, 0);
      GridPane.setHgrow(move.get(axis), Priority.ALWAYS);
    }
    ColumnConstraints words = new ColumnConstraints();
    words.setMinWidth(Region.USE_PREF_SIZE);
    node.getColumnConstraints().add(words);
    node.add(new Label(TEXTS.get("transform.move")), 0, 1);
    node.addRow(1, move.toArray(Node[]::new));
    node.add(new Label(TEXTS.get("transform.turn")), 0, 2);
    node.addRow(2, turn.toArray(Node[]::new));
    node.add(new Label(TEXTS.get("transform.scale")), 0, 3);
    node.add(scale, 1, 3);
    apply.setId("transform-apply");
    apply.setOnAction(event -> apply());
    HBox right = new HBox(apply);
    right.setAlignment(Pos.CENTER_RIGHT);
    node.add(right, 2, 3, 2, 1);
    problem.setId("transform-problem");
    problem.setWrapText(true);
    problem.getStyleClass().addAll("danger", "small");
    problem.setVisible(false);
    problem.setManaged(false);
    node.add(problem, 0, 4, 4, 1);
  }

  private List<TextField> fields(String id) {
    return List.of(field(id + "x", "0"), field(id + "y", "0"), field(id + "z", "0"));
  }

  private TextField field(String id, String value) {
    TextField field = new TextField(value);
    field.setId(id);
    field.setPrefColumnCount(4);
    field.setMinWidth(40);
    field.setOnAction(event -> apply());
    return field;
  }

  Node node() {
    return node;
  }

  void show(boolean selected) {
    node.setDisable(!selected);
  }

  private void apply() {
    Optional<double[]> shift = numbers(move);
    Optional<double[]> degrees = numbers(turn);
    Optional<double[]> factor = numbers(List.of(scale)).filter(number -> number[0] > 0);
    boolean readable = shift.isPresent() && degrees.isPresent() && factor.isPresent();
    problem.setText(TEXTS.get("transform.problem"));
    problem.setVisible(!readable);
    problem.setManaged(!readable);
    if (readable) {
      tool.withPivot(
          pivot -> {
            Similarity whole = Similarity.scaling(factor.get()[0], pivot.array());
            for (int axis = 0; axis < 3; axis++) {
              double angle = Math.toRadians(degrees.get()[axis]);
              if (angle != 0) {
                Vector3 about = Gizmo.axis(axis);
                whole = Similarity.turn(about.array(), angle, pivot.array()).after(whole);
              }
            }
            double[] t = shift.get();
            whole = Similarity.shift(t[0], t[1], t[2]).after(whole);
            intents.accept(new SelectionIntent.Transform(whole));
            reset();
          });
    }
  }

  /** Done once, so that pressing Enter again does nothing twice by accident. */
  private void reset() {
    move.forEach(field -> field.setText("0"));
    turn.forEach(field -> field.setText("0"));
    scale.setText("1");
  }

  private static Optional<double[]> numbers(List<TextField> fields) {
    double[] numbers = new double[fields.size()];
    for (int i = 0; i < numbers.length; i++) {
      try {
        numbers[i] = Double.parseDouble(fields.get(i).getText().strip().replace(',', '.'));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
      if (!Double.isFinite(numbers[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(numbers);
  }
}
