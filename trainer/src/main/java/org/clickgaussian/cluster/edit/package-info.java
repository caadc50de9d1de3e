/**
 * What a person makes of computed clusters: names, colours, hidden, merged and split clusters, and
 * a cut across the hierarchy. The computed clusters are never changed; {@link
 * org.clickgaussian.cluster.edit.ClusterEdits} lie over them and are kept in a file of their own.
 *
 * <p>Clusters of a level are numbered by candidates. The computed candidates have the numbers 0 … C
 * − 1 and the parts of split ones those that follow; a cluster has the number of one of its
 * candidates, so it keeps its number whatever happens to others.
 */
package org.clickgaussian.cluster.edit;
