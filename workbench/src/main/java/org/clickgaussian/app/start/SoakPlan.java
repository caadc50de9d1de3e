package org.clickgaussian.app.start;

import java.time.Duration;

/**
 * How to soak.
 *
 * @param seed of the steps
 * @param duration after which the episode under way is ended
 */
public record SoakPlan(long seed, Duration duration) {}
