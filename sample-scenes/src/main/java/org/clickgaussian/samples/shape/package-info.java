/** Solid shapes whose surfaces can be sampled; sample objects are composed of them. */
package org.clickgaussian.samples.shape;
