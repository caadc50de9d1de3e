/** The words that a person sees, from resource bundles: one for each feature of the window. */
package org.clickgaussian.text;
