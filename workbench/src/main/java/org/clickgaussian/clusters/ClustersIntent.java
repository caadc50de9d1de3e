package org.clickgaussian.clusters;

import java.util.Optional;
import java.util.Set;
import org.clickgaussian.cluster.HdbscanParameters;
import org.clickgaussian.mask.Level;

/** What a person wants of the clusters. */
sealed interface ClustersIntent {
  /** Things to do with what is picked. */
  enum Step implements ClustersIntent {
    /** One cluster of all that are picked. */
    MERGE,
    /** A merged cluster into what it was merged from. */
    TAKE_APART,
    HIDE,
    SHOW,
    /** All hidden clusters drawn again. */
    SHOW_ALL,
    /** The picked cluster's own colour again. */
    OWN_COLOUR,
    /** The camera to the view that shows the picked cluster best. */
    GO_TO_VIEW,
    /** Keep the clusters that were found anew. */
    ACCEPT,
    /** Forget the clusters that were found anew. */
    DISCARD,
    /** No cut across the hierarchy. */
    REMOVE_CUT,
    /** The next cut that is coarser. */
    COARSER_CUT,
    /** The next cut that is finer. */
    FINER_CUT,
    /** The clusters that the training found, without edits. */
    TRAINED
  }

  /** Clusters are picked: selected in the viewport and meant by the next step. */
  record Pick(Level level, Set<Integer> clusters) implements ClustersIntent {}

  /** Another level's hierarchy is shown. */
  record ShowLevel(Level level) implements ClustersIntent {}

  /** The picked cluster gets a name; a blank one takes it away. */
  record Rename(String name) implements ClustersIntent {}

  /** The picked clusters get a colour, 0xRRGGBB. */
  record Recolour(int rgb) implements ClustersIntent {}

  /** The picked cluster is split by the features of its Gaussians. */
  record Split(int parts) implements ClustersIntent {}

  /** Clusters are found anew and shown, not kept. */
  record Recluster(Level level, HdbscanParameters parameters) implements ClustersIntent {}

  /** Clusters that were kept in a file of the run's folder are shown and edited from now on. */
  record OpenKept(String source) implements ClustersIntent {}

  /** The cut is being dragged to a distance. */
  record DragCut(double distance) implements ClustersIntent {}

  /** The drag of the cut ends; a distance keeps it, none takes it back. */
  record DropCut(Optional<Double> distance) implements ClustersIntent {}
}
