/** Small mathematics that several floors share: random numbers that follow from their purpose. */
package org.clickgaussian.math;
