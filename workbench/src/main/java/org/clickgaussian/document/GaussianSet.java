package org.clickgaussian.document;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** A set of Gaussians, by index in the scene. Immutable. */
public final class GaussianSet {
  /** No Gaussians. */
  public static final GaussianSet NONE = new GaussianSet(new BitSet());

  private final BitSet bits;
  private final int size;

  private GaussianSet(BitSet bits) {
    this.bits = bits;
    this.size = bits.cardinality();
  }

  /** A copy of some bits. */
  public static GaussianSet of(BitSet bits) {
    return bits.isEmpty() ? NONE : new GaussianSet((BitSet) bits.clone());
  }

  /** The Gaussians of 0 … count − 1 that a test accepts. */
  public static GaussianSet where(int count, IntPredicate test) {
    BitSet bits = new BitSet(count);
    for (int i = 0; i < count; i++) {
      if (test.test(i)) {
        bits.set(i);
      }
    }
    return new GaussianSet(bits);
  }

  /** All of 0 … count − 1. */
  public static GaussianSet all(int count) {
    BitSet bits = new BitSet(count);
    bits.set(0, count);
    return new GaussianSet(bits);
  }

  /** The number of Gaussians in the set. */
  public int size() {
    return size;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Whether a Gaussian is in the set. */
  public boolean contains(int gaussian) {
    return bits.get(gaussian);
  }

  /** A copy as bits. */
  public BitSet bits() {
    return (BitSet) bits.clone();
  }

  /** Sets these Gaussians' bits among others. */
  void markIn(BitSet others) {
    others.or(bits);
  }

  /** The indices, ascending. */
  public int[] indices() {
    return bits.stream().toArray();
  }

  /** Those in either. */
  public GaussianSet or(GaussianSet other) {
    BitSet result = bits();
    result.or(other.bits);
    return new GaussianSet(result);
  }

  /** Those in both. */
  public GaussianSet and(GaussianSet other) {
    BitSet result = bits();
    result.and(other.bits);
    return new GaussianSet(result);
  }

  /** Those in this set and not in the other. */
  public GaussianSet without(GaussianSet other) {
    BitSet result = bits();
    result.andNot(other.bits);
    return new GaussianSet(result);
  }

  /** Those in exactly one. */
  public GaussianSet differing(GaussianSet other) {
    BitSet result = bits();
    result.xor(other.bits);
    return new GaussianSet(result);
  }

  /** Those of 0 … count − 1 that are not in the set. */
  public GaussianSet inverted(int count) {
    BitSet result = bits();
    result.flip(0, count);
    return new GaussianSet(result);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GaussianSet set && set.size == size && set.bits.equals(bits);
  }

  @Override
  public int hashCode() {
    return bits.hashCode();
  }

  @Override
  public String toString() {
    return size + " Gaussians";
  }
}
