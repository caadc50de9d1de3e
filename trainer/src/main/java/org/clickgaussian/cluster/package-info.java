/**
 * Global clusters: HDBSCAN over the pooled features of all segments, the global feature candidates
 * that come out of it (section 3.4 of the paper), and which Gaussian belongs to which.
 */
package org.clickgaussian.cluster;
