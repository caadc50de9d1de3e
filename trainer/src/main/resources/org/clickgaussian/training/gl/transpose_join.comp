// W^T dL/dF: adds the heads of later pieces, in their order, to the run that began in a piece.
#include "layout.glsl"
#include "transpose.glsl"
#include <group.glsl>

layout(local_size_x = TEAM_GROUP) in;

#buffer readonly uint keys
#buffer readonly float heads
#buffer float gradients

uniform uint count;

void main() {
  uint team = gl_LocalInvocationID.x / DIMENSIONS;
  uint d = gl_LocalInvocationID.x % DIMENSIONS;
  uint piece = group() * TEAMS + team;
  uint first = piece * PIECE;
  uint end = first + PIECE;
  if (team >= TEAMS || end >= count) {
    return;
  }
  uint gaussian = keys_at(end - 1u);
  bool goesOn = keys_at(end) == gaussian;
  bool begins = keys_at(first) != gaussian || first == 0u || keys_at(first - 1u) != gaussian;
  if (!goesOn || !begins) {
    return;
  }
  float sum = 0.0;
  uint next = piece;
  while (goesOn) {
    next++;
    sum += heads_at(next * DIMENSIONS + d);
    end += PIECE;
    goesOn = end < count && keys_at(end - 1u) == gaussian && keys_at(end) == gaussian;
  }
  uint at = gaussian * DIMENSIONS + d;
  gradients_set(at, gradients_at(at) + sum);
}
