package org.clickgaussian.app.start;

/**
 * How to measure the window's pulses beside a training.
 *
 * @param seconds of each part of a round
 * @param rounds of training alone, training shown live, and training while someone works
 */
public record PulsePlan(double seconds, int rounds) {}
