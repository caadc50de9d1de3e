/**
 * Prefix sums and sorting on the graphics processor.
 *
 * <p>Both work tile by tile and in whole steps, each of which ends before the next one begins:
 * first every tile is summed up or counted, then the tiles' sums are added up, then every tile is
 * gone through again with what lies before it. No tile waits for another within a step, so nothing
 * depends on the order in which a device starts work groups, and the results have the same bits on
 * every device.
 *
 * <p>Where the driver has subgroups, the invocations of one settle among themselves who has the
 * same digit and what their sums are; elsewhere this goes through shared memory.
 */
package org.clickgaussian.gl.sort;
