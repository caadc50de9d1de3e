// Lists the pairs of a tile and a Gaussian that reaches it, Gaussians front to back.
//
// A work group takes some Gaussians in a row. First an invocation takes one row of tiles of one of
// them, and finds the span that it reaches; then one takes one tile of one span. So an enormous
// Gaussian keeps all invocations busy instead of one.
#include <group.glsl>
#include "span.glsl"
#include "scan.glsl"

// The number of visible Gaussians.
#buffer readonly uint totals
#buffer readonly uint order

// The place of each Gaussian's first pair, front to back.
#buffer readonly uint pairStarts
#buffer readonly vec4 splats
#buffer readonly uvec2 boxes
#buffer writeonly uint tileKeys
#buffer writeonly uint list

uniform uint columns;

layout(local_size_x = 256) in;

// Gaussians of a work group; org.clickgaussian.splat.gl.TilePairs starts as many groups.
const uint GAUSSIANS = 128u;
const uint SPANS = 256u;

shared uint rowStarts[GAUSSIANS + 1u];
shared uint spanStarts[SPANS + 1u];

// First tile, Gaussian.
shared uvec2 spans[SPANS];

// The Gaussian, counted from the group's first, that the group's n-th row of tiles belongs to.
uint gaussianOfRow(uint n) {
  uint low = 0u;
  uint high = GAUSSIANS;
  while (high - low > 1u) {
    uint middle = (low + high) / 2u;
    if (rowStarts[middle] <= n) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

// The span that the n-th tile of those found belongs to.
uint spanOfTile(uint n) {
  uint low = 0u;
  uint high = SPANS;
  while (high - low > 1u) {
    uint middle = (low + high) / 2u;
    if (spanStarts[middle] <= n) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

// The length of the span in the group's n-th row of tiles, which is noted as span number `slot`.
uint findSpan(uint n, uint first, uint slot) {
  uint j = gaussianOfRow(n);
  uint gaussian = order_at(first + j);
  uvec2 box = boxes_at(gaussian);
  uint row = (box.y & 0xffffu) + n - rowStarts[j];
  Splat splat = Splat(splats_at(2u * gaussian), splats_at(2u * gaussian + 1u));
  ivec2 reached = span(splat, box, int(row));
  spans[slot] = uvec2(row * columns + uint(reached.x), gaussian);
  return uint(max(0, reached.y - reached.x + 1));
}

void main() {
  uint local = gl_LocalInvocationIndex;
  uint first = group() * GAUSSIANS;
  uint visible = totals_at(0u);
  if (first >= visible) {
    return;
  }
  uint n = min(GAUSSIANS, visible - first);
  uint rows = 0u;
  if (local < n) {
    uvec2 box = boxes_at(order_at(first + local));
    rows = (box.y >> 16) - (box.y & 0xffffu) + 1u;
  }
  uint rowsSoFar = inclusiveSum(rows);
  if (local < GAUSSIANS) {
    rowStarts[local + 1u] = rowsSoFar;
  }
  if (local == 0u) {
    rowStarts[0] = 0u;
    spanStarts[0] = 0u;
  }
  barrier();
  uint allRows = rowStarts[GAUSSIANS];
  uint next = pairStarts_at(first);
  uint end = pairStarts_at(first + n);
  for (uint from = 0u; from < allRows; from += SPANS) {
    uint length = from + local < allRows ? findSpan(from + local, first, local) : 0u;
    spanStarts[local + 1u] = inclusiveSum(length);
    barrier();
    uint tiles = spanStarts[SPANS];
    for (uint t = local; t < tiles && next + t < end; t += SPANS) {
      uint slot = spanOfTile(t);
      tileKeys_set(next + t, spans[slot].x + t - spanStarts[slot]);
      list_set(next + t, spans[slot].y);
    }
    next += tiles;
    barrier();
  }
}
