package org.clickgaussian.tuning;

import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.Hyperparameter;
import org.controlsfx.control.PropertySheet;

/** A hyperparameter as a row of the property sheet. */
final class SettingItem implements PropertySheet.Item {
  private static final Texts TEXTS = Texts.of("tuning");

  /**
   * What a row shows.
   *
   * @param value in force, or in the draft
   * @param compared the value that it counts as changed against
   * @param changeable whether it can be changed now
   * @param awaited whether a change was asked for and is not in effect yet
   */
  record Shown(double value, double compared, boolean changeable, boolean awaited) {
    boolean changed() {
      return value != compared;
    }
  }

  private final Hyperparameter parameter;
  private final DoubleConsumer intents;
  private final SimpleObjectProperty<Object> value = new SimpleObjectProperty<>();
  private final SimpleObjectProperty<Shown> shown = new SimpleObjectProperty<>();

  SettingItem(Hyperparameter parameter, DoubleConsumer intents) {
    this.parameter = parameter;
    this.intents = intents;
    show(new Shown(parameter.defaultValue(), parameter.defaultValue(), true, false));
  }

  Hyperparameter parameter() {
    return parameter;
  }

  SimpleObjectProperty<Shown> shown() {
    return shown;
  }

  void show(Shown next) {
    if (!next.equals(shown.get())) {
      shown.set(next);
      value.set(next.value());
    }
  }

  /** Asks for another value. */
  void want(double next) {
    if (next != shown.get().value()) {
      intents.accept(next);
    }
  }

  /** Whether it is a switch rather than a number. */
  boolean isSwitch() {
    return parameter == Hyperparameter.GRANULARITY_PRIOR;
  }

  @Override
  public Class<?> getType() {
    return isSwitch() ? Boolean.class : Double.class;
  }

  @Override
  public String getCategory() {
    return TEXTS.get("group." + parameter.group().key());
  }

  @Override
  public String getName() {
    return TEXTS.get("setting." + parameter.key());
  }

  /** Meaning, key, range, defaults and equations, a line each. */
  @Override
  public String getDescription() {
    return TEXTS.get("details.meaning", parameter.description(), parameter.key())
        + "\n"
        + TEXTS.get(
            "details.range",
            parameter.format(parameter.minimum()),
            parameter.format(parameter.maximum()),
            parameter.format(parameter.defaultValue()),
            parameter.paperValue().isPresent()
                ? parameter.format(parameter.paperValue().getAsDouble())
                : TEXTS.get("details.paper-silent"))
        + "\n"
        + parameter.group().equations().stream().collect(Collectors.joining("\n"));
  }

  @Override
  public Object getValue() {
    return value.get();
  }

  @Override
  public void setValue(Object next) {
    if (next instanceof Double number) {
      want(number);
    }
  }

  @Override
  public Optional<ObservableValue<?>> getObservableValue() {
    return Optional.of(value);
  }
}
