// Eq. 4: for every pixel the sums over all pixels of other segments that are more alike than the
// margin. An invocation owns OWNED pixels and walks all others, which come tile by tile through
// shared memory; the others are dealt out to so many splits, whose sums are added up in order later.
//
// What is read from shared memory serves all owned pixels: with one, reading would take longer than
// the products.
#include "layout.glsl"
#include <group.glsl>

// Pixels of a work group, and of a tile.
#define OWNERS 128
#define TILE 64
// OWNERS / OWNED; a layout takes no expression.
#if OWNED == 2
#define GROUP 64
#else
#define GROUP 128
#endif

layout(local_size_x = GROUP) in;

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

vec4 unit[OWNED * UNIT_VECTORS];
vec4 sum[OWNED * UNIT_VECTORS];
float share[OWNED];
uvec2 segment[OWNED];
float similarity[OWNED];

// The products of the owned pixels with number j of the tile, over some vectors of their rows.
void multiply(uint j, uint from, uint to, out float product[OWNED]) {
  vec4 products[OWNED];
  for (uint o = 0u; o < OWNED; o++) {
    products[o] = unit[o * UNIT_VECTORS + from] * otherUnits[j * UNIT_VECTORS + from];
  }
  for (uint k = from + 1u; k < to; k++) {
    vec4 other = otherUnits[j * UNIT_VECTORS + k];
    for (uint o = 0u; o < OWNED; o++) {
      products[o] += unit[o * UNIT_VECTORS + k] * other;
    }
  }
  for (uint o = 0u; o < OWNED; o++) {
    product[o] = (products[o].x + products[o].y) + (products[o].z + products[o].w);
  }
}

// Adds the same vectors of number j of the tile to the sums of an owned pixel.
void add(uint owned, uint j, uint from, uint to) {
  for (uint k = from; k < to; k++) {
    sum[owned * UNIT_VECTORS + k] += otherUnits[j * UNIT_VECTORS + k];
  }
}

// Compares the owned pixels with number j of the tile.
void visit(uint j) {
  uvec2 other = otherSegments[j];
  float coarse[OWNED];
  multiply(j, 0u, COARSE_VECTORS, coarse);
  for (uint o = 0u; o < OWNED; o++) {
    uint own = segment[o].x;
    if (coarse[o] > coarseMargin && own != other.x && own != 0u && other.x != 0u) {
      add(o, j, 0u, COARSE_VECTORS);
    }
  }
  float fine[OWNED];
  multiply(j, COARSE_VECTORS, UNIT_VECTORS, fine);
  for (uint o = 0u; o < OWNED; o++) {
    uint own = segment[o].y;
    fine[o] += share[o] * otherShares[j] * coarse[o];
    if (fine[o] > fineMargin && own != other.y && own != 0u && other.y != 0u) {
      similarity[o] += fine[o];
      add(o, j, COARSE_VECTORS, UNIT_VECTORS);
    }
  }
}

void main() {
  uint block = group() / splits;
  uint split = group() % splits;
  uint local = gl_LocalInvocationID.x;
  for (uint o = 0u; o < OWNED; o++) {
    uint pixel = block * OWNERS + o * GROUP + local;
    bool owns = pixel < pixels;
    for (uint k = 0u; k < UNIT_VECTORS; k++) {
      unit[o * UNIT_VECTORS + k] = owns ? units_at(pixel * UNIT_VECTORS + k) : vec4(0.0);
      sum[o * UNIT_VECTORS + k] = vec4(0.0);
    }
    share[o] = owns ? lengths_at(pixel).z : 0.0;
    segment[o] = owns ? segments_at(pixel) : uvec2(0u);
    similarity[o] = 0.0;
  }
  uint end = min(pixels, (split + 1u) * pixelsPerSplit);
  for (uint first = split * pixelsPerSplit; first < end; first += TILE) {
    barrier();
    uint left = min(uint(TILE), end - first);
    for (uint k = local; k < left * UNIT_VECTORS; k += GROUP) {
      otherUnits[k] = units_at(first * UNIT_VECTORS + k);
    }
    if (local < left) {
      otherShares[local] = lengths_at(first + local).z;
      otherSegments[local] = segments_at(first + local);
    }
    barrier();
    for (uint j = 0u; j < left; j++) {
      visit(j);
    }
  }
  for (uint o = 0u; o < OWNED; o++) {
    uint pixel = block * OWNERS + o * GROUP + local;
    if (pixel < pixels) {
      uint at = split * (UNIT_VECTORS + 1u) * pixels + pixel;
      for (uint k = 0u; k < UNIT_VECTORS; k++) {
        sums_set(at + k * pixels, sum[o * UNIT_VECTORS + k]);
      }
      sums_set(at + UNIT_VECTORS * pixels, vec4(similarity[o], 0.0, 0.0, 0.0));
    }
  }
}
