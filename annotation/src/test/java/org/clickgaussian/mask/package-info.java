/** Tests of masks, each against a slow and plain computation of the same thing. */
package org.clickgaussian.mask;
