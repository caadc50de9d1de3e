// Eq. 4: for every pixel the sums over all pixels of other segments that are more alike than the
// margin. An invocation owns a pixel and walks all others, which come tile by tile through shared
// memory; the others are dealt out to so many splits, whose sums are added up in order later.
#include "layout.glsl"
#include <group.glsl>

#define OWNERS 128
#define TILE 64

layout(local_size_x = OWNERS) in;

#buffer readonly vec4 units
#buffer readonly vec4 lengths
// Per pixel its coarse and its fine segment, 0 for none.
#buffer readonly uvec2 segments
// [split][vector of a unit row, and one more for the sum of S_fine][pixel]
#buffer writeonly vec4 sums

uniform uint pixels;
uniform uint splits;
// A multiple of TILE.
uniform uint pixelsPerSplit;
uniform float coarseMargin;
uniform float fineMargin;

shared vec4 otherUnits[TILE * UNIT_VECTORS];
shared float otherShares[TILE];
shared uvec2 otherSegments[TILE];

void main() {
  uint block = group() / splits;
  uint split = group() % splits;
  uint local = gl_LocalInvocationID.x;
  uint pixel = block * OWNERS + local;
  bool owns = pixel < pixels;
  vec4 unit[UNIT_VECTORS];
  vec4 sum[UNIT_VECTORS];
  for (uint k = 0u; k < UNIT_VECTORS; k++) {
    unit[k] = owns ? units_at(pixel * UNIT_VECTORS + k) : vec4(0.0);
    sum[k] = vec4(0.0);
  }
  float share = owns ? lengths_at(pixel).z : 0.0;
  uvec2 segment = owns ? segments_at(pixel) : uvec2(0u);
  float similarity = 0.0;
  uint end = min(pixels, (split + 1u) * pixelsPerSplit);
  for (uint first = split * pixelsPerSplit; first < end; first += TILE) {
    barrier();
    uint left = min(uint(TILE), end - first);
    for (uint k = local; k < left * UNIT_VECTORS; k += OWNERS) {
      otherUnits[k] = units_at(first * UNIT_VECTORS + k);
    }
    if (local < left) {
      otherShares[local] = lengths_at(first + local).z;
      otherSegments[local] = segments_at(first + local);
    }
    barrier();
    for (uint j = 0u; j < left; j++) {
      uint at = j * UNIT_VECTORS;
      vec4 products = unit[0] * otherUnits[at];
      for (uint k = 1u; k < COARSE_VECTORS; k++) {
        products += unit[k] * otherUnits[at + k];
      }
      float coarse = (products.x + products.y) + (products.z + products.w);
      products = unit[COARSE_VECTORS] * otherUnits[at + COARSE_VECTORS];
      for (uint k = COARSE_VECTORS + 1u; k < UNIT_VECTORS; k++) {
        products += unit[k] * otherUnits[at + k];
      }
      float fine = (products.x + products.y) + (products.z + products.w);
      fine += share * otherShares[j] * coarse;
      uvec2 other = otherSegments[j];
      if (coarse > coarseMargin && segment.x != other.x && segment.x != 0u && other.x != 0u) {
        for (uint k = 0u; k < COARSE_VECTORS; k++) {
          sum[k] += otherUnits[at + k];
        }
      }
      if (fine > fineMargin && segment.y != other.y && segment.y != 0u && other.y != 0u) {
        similarity += fine;
        for (uint k = COARSE_VECTORS; k < UNIT_VECTORS; k++) {
          sum[k] += otherUnits[at + k];
        }
      }
    }
  }
  if (owns) {
    uint at = split * (UNIT_VECTORS + 1u) * pixels + pixel;
    for (uint k = 0u; k < UNIT_VECTORS; k++) {
      sums_set(at + k * pixels, sum[k]);
    }
    sums_set(at + UNIT_VECTORS * pixels, vec4(similarity, 0.0, 0.0, 0.0));
  }
}
