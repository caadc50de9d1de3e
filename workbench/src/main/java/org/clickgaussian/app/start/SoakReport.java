package org.clickgaussian.app.start;

import java.util.List;

/**
 * What came of a soak.
 *
 * @param seed of the steps
 * @param steps done
 * @param episodes done and undone
 * @param seconds that it took
 * @param slowestRest the longest time, in seconds, from the last step of an episode to the picture
 *     that belongs to it
 * @param heap used memory in bytes, sampled after garbage was collected
 * @param complaints what went wrong, a sentence each; empty if nothing did
 */
public record SoakReport(
    long seed,
    long steps,
    int episodes,
    double seconds,
    double slowestRest,
    List<Long> heap,
    List<String> complaints) {}
