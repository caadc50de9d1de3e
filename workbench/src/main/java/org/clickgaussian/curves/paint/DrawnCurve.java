package org.clickgaussian.curves.paint;

import java.util.Optional;
import org.clickgaussian.curves.data.Curve;
import org.clickgaussian.curves.data.SeedMean;

/**
 * A curve as a chart draws it.
 *
 * @param run name of the run, or of the runs that it is the mean of
 * @param column name of the measured column
 * @param colour number of its colour in the palette
 * @param shade which of several curves of one colour it is, from 0
 * @param line what is drawn, over positions on the chart's axis
 * @param faint the same before it was smoothed, drawn behind; empty if it was not
 * @param band mean and deviation if it is the mean of several runs
 */
public record DrawnCurve(
    String run,
    String column,
    int colour,
    int shade,
    Curve line,
    Optional<Curve> faint,
    Optional<SeedMean> band) {}
