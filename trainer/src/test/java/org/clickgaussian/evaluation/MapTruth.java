package org.clickgaussian.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clickgaussian.mask.BitMask;

/** Ground truth in memory. */
final class MapTruth implements EvaluationTruth {
  private final List<TruthObject> objects;
  private final SortedMap<String, SortedMap<String, BitMask>> masks = new TreeMap<>();

  MapTruth(List<TruthObject> objects) {
    this.objects = objects;
  }

  MapTruth put(String view, TruthObject object, BitMask mask) {
    masks.computeIfAbsent(view, v -> new TreeMap<>()).put(object.name(), mask);
    return this;
  }

  void remove(String view, TruthObject object) {
    masks.get(view).remove(object.name());
  }

  @Override
  public String protocol() {
    return "plain";
  }

  @Override
  public List<TruthObject> objects() {
    return objects;
  }

  @Override
  public List<String> views() {
    return new ArrayList<>(masks.keySet());
  }

  @Override
  public Optional<BitMask> mask(String view, TruthObject object) {
    return Optional.ofNullable(masks.getOrDefault(view, new TreeMap<>()).get(object.name()));
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }
}
