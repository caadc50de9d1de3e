// Counts the blend weights of some pixels.
#include "weights.glsl"

#buffer writeonly uint counts

uint found = 0u;

void add(uint row, uint gaussian, float weight) {
  found++;
}

void finish(uint row) {
  counts_set(row, found);
}
