package org.clickgaussian.experiment;

/**
 * The run that another one branched off from.
 *
 * @param run its folder, as it was when the branch was made
 * @param iteration the iterations that the branch took over
 */
public record RunParent(String run, int iteration) {}
