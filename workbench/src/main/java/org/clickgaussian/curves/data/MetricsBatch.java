package org.clickgaussian.curves.data;

import java.util.List;
import java.util.Optional;

/**
 * Rows that were added to a {@code metrics.csv}.
 *
 * @param fromStart whether they are all rows of the file, so that earlier ones no longer hold
 * @param columns names of the columns; the first is the iteration
 * @param rows the number of rows
 * @param values [column][row]; may be longer than {@code rows}
 * @param problem what is wrong with the line after them, in words for a person; empty if nothing
 */
public record MetricsBatch(
    boolean fromStart,
    List<String> columns,
    int rows,
    double[][] values,
    Optional<String> problem) {}
