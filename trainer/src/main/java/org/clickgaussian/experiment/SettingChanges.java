package org.clickgaussian.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.SettingChange;
import org.clickgaussian.training.TrainingSettings;

/**
 * The settings that were changed while a run went on: {@code changes.csv} with the columns {@code
 * iteration,key,from,to}, in effect from that iteration on.
 *
 * <p>What a run was told at iteration i follows from {@code config.json} and this file alone. It is
 * written before a change takes effect, so a run that was killed and goes on from an earlier
 * checkpoint makes every change again at its iteration, and ends with the same bits.
 *
 * @param all ascending by iteration
 */
public record SettingChanges(List<SettingChange> all) {
  /** No change. */
  public static final SettingChanges NONE = new SettingChanges(List.of());

  private static final String HEADER = "iteration,key,from,to";

  /** Changes in ascending order. */
  public SettingChanges {
    all = List.copyOf(all);
  }

  /**
   * Reads the file; none where it is not there. A last line without its end was cut off and is left
   * out.
   *
   * @throws InputException if the file cannot be read, or a whole line is no change
   */
  public static SettingChanges read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      return NONE;
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
    String[] lines = text.substring(0, text.lastIndexOf('\n') + 1).split("\n");
    List<SettingChange> changes = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      changes.add(parse(file, i + 1, lines[i].split(",", -1)));
    }
    changes.sort(Comparator.comparingInt(SettingChange::iteration));
    return new SettingChanges(changes);
  }

  private static SettingChange parse(Path file, int line, String[] cells) {
    try {
      if (cells.length != 4) {
        throw new NumberFormatException(cells.length + " cells");
      }
      Hyperparameter parameter =
          Hyperparameter.ofKey(cells[1])
              .filter(Hyperparameter::changesInFlight)
              .orElseThrow(() -> new NumberFormatException("\"" + cells[1] + "\""));
      double to = Double.parseDouble(cells[3]);
      parameter.require(to);
      return new SettingChange(
          Integer.parseInt(cells[0]), parameter, Double.parseDouble(cells[2]), to);
    } catch (NumberFormatException | InputException e) {
      throw InputException.in(
          file,
          "line %d is no change of a setting (%s); delete the line".formatted(line, e.getMessage()),
          e);
    }
  }

  /** Writes the file; it is whole at any moment. */
  public void write(Path file) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (SettingChange change : all) {
      text.append(change.iteration())
          .append(',')
          .append(change.parameter().key())
          .append(',')
          .append(change.parameter().format(change.from()))
          .append(',')
          .append(change.parameter().format(change.to()))
          .append('\n');
    }
    AtomicFile.write(
        file, stream -> stream.write(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * These changes and others from an iteration on. Later changes of the same settings, which a run
   * that went on from an earlier checkpoint had still ahead of it, are dropped: the latest word of
   * a person counts. What is as it was anyway is left out.
   *
   * @param base what the run was told when it began
   */
  public SettingChanges with(
      int iteration, Map<Hyperparameter, Double> values, TrainingSettings base) {
    List<SettingChange> next = new ArrayList<>();
    for (SettingChange change : all) {
      if (change.iteration() < iteration || !values.containsKey(change.parameter())) {
        next.add(change);
      }
    }
    TrainingSettings before = new SettingChanges(next).settingsAt(base, iteration);
    values.forEach(
        (parameter, value) -> {
          if (before.get(parameter) != value) {
            next.add(new SettingChange(iteration, parameter, before.get(parameter), value));
          }
        });
    next.sort(Comparator.comparingInt(SettingChange::iteration));
    return new SettingChanges(next);
  }

  /** The changes that are in effect in an iteration or came before it. */
  public SettingChanges until(int iteration) {
    return new SettingChanges(
        all.stream().filter(change -> change.iteration() <= iteration).toList());
  }

  /** The changes that come into effect in an iteration. */
  public List<SettingChange> in(int iteration) {
    return all.stream().filter(change -> change.iteration() == iteration).toList();
  }

  /**
   * The settings in force in an iteration.
   *
   * @param base what the run was told when it began
   * @param iteration the first is 1
   */
  public TrainingSettings settingsAt(TrainingSettings base, int iteration) {
    TrainingSettings settings = base;
    for (SettingChange change : all) {
      if (change.iteration() <= iteration) {
        settings = settings.with(change.parameter(), change.to());
      }
    }
    return settings;
  }
}
