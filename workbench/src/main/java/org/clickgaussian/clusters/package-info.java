/**
 * The clusters of the open run: both levels as a tree with what is known of each cluster, edits of
 * them as undoable steps, finding them anew with other parameters, and the condensed tree with a
 * cut that can be dragged. Picked clusters are selected in the viewport, and what is clicked on
 * there is picked here.
 */
package org.clickgaussian.clusters;
