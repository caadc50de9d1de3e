// Writes the blend weights of some pixels to the places that the sums of their numbers give them.
#include "weights.glsl"

#buffer readonly uint rowStarts
#buffer writeonly uint gaussians
#buffer writeonly float weights

uint found = 0u;

void add(uint row, uint gaussian, float weight) {
  uint entry = rowStarts_at(row) + found;
  // As many as were counted, should a compiler round differently there.
  if (entry < rowStarts_at(row + 1u)) {
    gaussians_set(entry, gaussian);
    weights_set(entry, weight);
    found++;
  }
}

void finish(uint row) {}
