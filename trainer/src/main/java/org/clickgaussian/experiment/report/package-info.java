/** Charts of a run as SVG: text that every browser draws, no library needed. */
package org.clickgaussian.experiment.report;
