// W^T dL/dF piece by piece: a run that begins in the piece is summed into its Gaussian's row, the
// part of one that began earlier is left as the piece's head.
#include "layout.glsl"
#include "transpose.glsl"
#include <group.glsl>

layout(local_size_x = TEAM_GROUP) in;

#buffer readonly uint keys
#buffer readonly uint order
#buffer readonly uvec2 entries
#buffer readonly float pixelGradients
#buffer writeonly float gradients
// Per Gaussian the iteration that last wrote its row.
#buffer writeonly uint stamps
#buffer writeonly float heads

uniform uint count;
uniform uint stamp;

void finish(uint piece, uint gaussian, uint d, bool isHead, float sum) {
  if (isHead) {
    heads_set(piece * DIMENSIONS + d, sum);
  } else {
    gradients_set(gaussian * DIMENSIONS + d, sum);
    if (d == 0u) {
      stamps_set(gaussian, stamp);
    }
  }
}

void main() {
  uint team = gl_LocalInvocationID.x / DIMENSIONS;
  uint d = gl_LocalInvocationID.x % DIMENSIONS;
  uint piece = group() * TEAMS + team;
  uint first = piece * PIECE;
  if (team >= TEAMS || first >= count) {
    return;
  }
  uint end = min(first + PIECE, count);
  uint gaussian = keys_at(first);
  bool isHead = first > 0u && keys_at(first - 1u) == gaussian;
  float sum = 0.0;
  for (uint from = first; from < end; from += AHEAD) {
    uint next[AHEAD];
    float weight[AHEAD];
    float pixelGradient[AHEAD];
    for (uint i = 0u; i < AHEAD; i++) {
      uint at = min(from + i, end - 1u);
      uvec2 entry = entries_at(order_at(at));
      next[i] = keys_at(at);
      weight[i] = from + i < end ? uintBitsToFloat(entry.y) : 0.0;
      pixelGradient[i] = pixelGradients_at(entry.x * DIMENSIONS + d);
    }
    for (uint i = 0u; i < AHEAD; i++) {
      if (next[i] != gaussian) {
        finish(piece, gaussian, d, isHead, sum);
        gaussian = next[i];
        isHead = false;
        sum = 0.0;
      }
      sum += weight[i] * pixelGradient[i];
    }
  }
  finish(piece, gaussian, d, isHead, sum);
}
