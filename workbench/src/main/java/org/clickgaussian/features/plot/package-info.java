/** Pictures of points and matrices, painted into plain buffers; knows nothing of JavaFX. */
package org.clickgaussian.features.plot;
