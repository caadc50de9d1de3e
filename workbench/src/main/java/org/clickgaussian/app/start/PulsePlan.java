package org.clickgaussian.app.start;

/**
 * How to measure the window beside a training.
 *
 * @param seconds of each part in which the camera is moved
 * @param rounds of moving the camera beside the training, and with the training paused
 * @param turn seconds of each turn of the training alone, or shown live
 * @param pairs of such turns
 */
public record PulsePlan(double seconds, int rounds, double turn, int pairs) {}
