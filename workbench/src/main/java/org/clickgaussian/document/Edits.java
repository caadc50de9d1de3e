package org.clickgaussian.document;

import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** Steps that need nothing but the state: what a person does with what is selected. */
public final class Edits {
  private Edits() {}

  /** Nothing selected. */
  public static EditState clear(EditState state) {
    return state.selection().isEmpty() && state.markers().isEmpty()
        ? state
        : state.withSelection(GaussianSet.NONE);
  }

  /**
   * All visible Gaussians selected.
   *
   * @param count the number of Gaussians of the scene
   */
  public static EditState selectAll(EditState state, int count) {
    return state.withSelection(state.invisible().inverted(count));
  }

  /** What is visible and not selected becomes the selection. */
  public static EditState invert(EditState state, int count) {
    return state.withSelection(state.selection().inverted(count).without(state.invisible()));
  }

  /** A found set joined to the selection. */
  public static EditState join(EditState state, GaussianSet found, Combination combination) {
    return state.withSelection(
        combination.join(state.selection(), found.without(state.invisible())));
  }

  /** The selection is not drawn for now, and no longer selected. */
  public static EditState hide(EditState state) {
    return state.withHidden(state.hidden().or(state.selection())).withSelection(GaussianSet.NONE);
  }

  /** Only the selection is drawn; it stays selected. */
  public static EditState isolate(EditState state, int count) {
    return state.withHidden(state.selection().inverted(count).without(state.deleted()));
  }

  /** What was hidden is drawn again. */
  public static EditState showAll(EditState state) {
    return state.hidden().isEmpty() ? state : state.withHidden(GaussianSet.NONE);
  }

  /** The selection is gone. */
  public static EditState delete(EditState state) {
    return state.withDeleted(state.deleted().or(state.selection())).withSelection(GaussianSet.NONE);
  }

  /** The selection is copied, in place; the copies are selected. */
  public static EditState duplicate(EditState state, int count) {
    BitSet copies = new BitSet();
    copies.set(count, count + state.selection().size());
    return state
        .withChange(new SceneChange.Duplicate(state.selection(), Similarity.identity()))
        .withSelection(GaussianSet.of(copies));
  }

  /** The selection, under a name, replacing what had that name. */
  public static EditState save(EditState state, String name) {
    return state.withNamed(with(state.named(), name, state.selection()));
  }

  /** A selection under another name, replacing what had that name. */
  public static EditState rename(EditState state, String name, String newName) {
    if (name.equals(newName)) {
      return state;
    }
    SortedMap<String, GaussianSet> named = with(state.named(), newName, state.named().get(name));
    named.remove(name);
    return state.withNamed(named);
  }

  /** Without a named selection. */
  public static EditState forget(EditState state, String name) {
    SortedMap<String, GaussianSet> named = new TreeMap<>(state.named());
    named.remove(name);
    return state.withNamed(named);
  }

  private static SortedMap<String, GaussianSet> with(
      SortedMap<String, GaussianSet> named, String name, GaussianSet set) {
    SortedMap<String, GaussianSet> more = new TreeMap<>(named);
    more.put(name, set);
    return more;
  }
}
