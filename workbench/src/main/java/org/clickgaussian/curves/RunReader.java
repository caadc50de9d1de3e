package org.clickgaussian.curves;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.curves.data.MetricsBatch;
import org.clickgaussian.curves.data.MetricsTail;
import org.clickgaussian.curves.data.RunSettings;
import org.clickgaussian.experiment.RunConfig;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.SettingChanges;
import org.clickgaussian.io.InputException;

/** Reads what runs measured since it looked last. Used on one thread. */
final class RunReader {
  /**
   * A run to be read.
   *
   * @param folder where it lies
   * @param generation another than before means: from the start
   */
  record Wanted(Path folder, int generation) {}

  /**
   * What is new of a run.
   *
   * @param wanted the run
   * @param settings what it was told, if that changed
   * @param batch rows that were added
   * @param problems what could not be read, a sentence each
   */
  record News(
      Wanted wanted, Optional<RunSettings> settings, MetricsBatch batch, List<String> problems) {}

  private static final class Reading {
    private final Wanted wanted;
    private final MetricsTail tail;
    private List<Optional<FileTime>> written = List.of();
    private List<String> settingsProblems = List.of();

    Reading(Wanted wanted) {
      this.wanted = wanted;
      this.tail = new MetricsTail(new RunFolder(wanted.folder()).metrics());
    }
  }

  private final Map<Path, Reading> readings = new HashMap<>();

  /** Reads runs and forgets all others. */
  List<News> read(List<Wanted> runs) {
    readings.keySet().retainAll(runs.stream().map(Wanted::folder).toList());
    List<News> news = new ArrayList<>();
    for (Wanted run : runs) {
      Reading reading = readings.get(run.folder());
      if (reading == null || !reading.wanted.equals(run)) {
        reading = new Reading(run);
        readings.put(run.folder(), reading);
      }
      news.add(read(reading));
    }
    return news;
  }

  private static News read(Reading reading) {
    Optional<RunSettings> settings = settings(reading);
    List<String> problems = new ArrayList<>(reading.settingsProblems);
    MetricsBatch batch;
    try {
      batch = reading.tail.read();
      batch.problem().ifPresent(problems::add);
    } catch (InputException e) {
      batch = new MetricsBatch(false, List.of(), 0, new double[0][], Optional.empty());
      problems.add(e.getMessage());
    }
    return new News(reading.wanted, settings, batch, problems);
  }

  /** What the run was told, if its files were written since the last look. */
  private static Optional<RunSettings> settings(Reading reading) {
    RunFolder folder = new RunFolder(reading.wanted.folder());
    List<Optional<FileTime>> written = List.of(written(folder.config()), written(folder.changes()));
    if (written.equals(reading.written)) {
      return Optional.empty();
    }
    reading.written = written;
    reading.settingsProblems = List.of();
    try {
      RunConfig config = RunConfig.read(folder.config());
      return Optional.of(
          new RunSettings(Optional.of(config), SettingChanges.read(folder.changes())));
    } catch (InputException e) {
      reading.settingsProblems = List.of(e.getMessage());
      return Optional.of(RunSettings.UNKNOWN);
    }
  }

  private static Optional<FileTime> written(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      // Reading the file will say what is wrong with it.
      return Optional.of(FileTime.fromMillis(0));
    }
  }
}
