package org.clickgaussian.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.compare.RunColumn;
import org.clickgaussian.experiment.compare.RunComparison;

/**
 * What is known of the runs of the open scene.
 *
 * @param open whether a scene is open
 * @param runs all runs of the scene
 * @param shown those that fit the search
 * @param columns all columns there could be
 * @param visible the keys of those that are shown
 * @param truths folders of truth that lie beside the scene
 * @param used the run that clicks are answered from
 * @param comparison the picked runs beside each other; empty if none is picked
 * @param choice how they are compared
 * @param baseline the run that the others are measured against
 * @param foreign folders of runs that were trained on another scene
 * @param picked the picked runs, in the order of the selection
 */
record RunsState(
    boolean open,
    List<RunRecord> runs,
    List<RunRecord> shown,
    List<RunColumn> columns,
    Set<String> visible,
    List<Path> truths,
    Optional<Path> used,
    Optional<RunComparison> comparison,
    RunComparison.Choice choice,
    Optional<Path> baseline,
    Set<Path> foreign,
    List<RunRecord> picked) {}
