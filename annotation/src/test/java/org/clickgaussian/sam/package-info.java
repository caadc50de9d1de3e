/**
 * Tests of Segment Anything: with the real small model where it is there, and with toy networks.
 */
package org.clickgaussian.sam;
