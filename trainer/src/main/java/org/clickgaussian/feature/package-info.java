/**
 * The feature field: what Click-Gaussian learns, D floats for every Gaussian, and how its two
 * granularity levels lie in them (section 3.2 of the paper).
 */
package org.clickgaussian.feature;
