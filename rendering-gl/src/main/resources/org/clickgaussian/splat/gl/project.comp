// Projects every Gaussian, an invocation each, and counts the tiles that it reaches: in double
// precision as on the processor, or in floats where doubles are slow.
#include <group.glsl>
#include "span.glsl"

// 13 planes: position, axes M row by row (the covariance is M transposed M), log2 of the opacity.
#buffer readonly float geometry

// Doubles as two words each, or sums of two floats: rotation row by row, translation, fx, fy, cx,
// cy, limits.
#buffer readonly uvec2 camera

#buffer writeonly vec4 splats
#buffer writeonly uvec2 boxes

// The bits of z in camera coordinates, a float.
#buffer writeonly uint depths
#buffer writeonly uint counts

// 1 for Gaussians that reach a tile.
#buffer writeonly uint visible

uniform uint count;
uniform int columns;
uniform int rows;

layout(local_size_x = 256) in;

float plane(uint k, uint i) {
  return geometry_at(k * count + i);
}

uint countTiles(Splat splat, uvec2 box) {
  int firstRow = int(box.y & 0xffffu);
  int lastRow = int(box.y >> 16);
  uint sum = 0u;
  for (int row = firstRow; row <= lastRow; row++) {
    ivec2 reached = span(splat, box, row);
    sum += uint(max(0, reached.y - reached.x + 1));
  }
  return sum;
}

// The number of tiles that Gaussian i reaches.
uint project(uint i);

#ifdef DOUBLES
#include "project_doubles.glsl"
#else
#include "project_floats.glsl"
#endif

void main() {
  uint i = invocation();
  if (i < count) {
    uint tiles = project(i);
    counts_set(i, tiles);
    visible_set(i, min(tiles, 1u));
  }
}
