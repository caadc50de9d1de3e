// Eq. 3: E_s, the sum of the directions of all pixels of a segment, from its pieces in their order.
#include "layout.glsl"
#include <group.glsl>

layout(local_size_x = TEAM_GROUP) in;

#buffer readonly float pieces
// From firstAt on: the first piece of each segment, and one more.
#buffer readonly uint lists
#buffer writeonly float sums

uniform uint segments;
uniform uint firstAt;

void main() {
  uint team = gl_LocalInvocationID.x / DIMENSIONS;
  uint d = gl_LocalInvocationID.x % DIMENSIONS;
  uint segment = group() * TEAMS + team;
  if (team >= TEAMS || segment >= segments) {
    return;
  }
  float sum = 0.0;
  uint end = lists_at(firstAt + segment + 1u);
  for (uint piece = lists_at(firstAt + segment); piece < end; piece++) {
    sum += pieces_at(piece * DIMENSIONS + d);
  }
  sums_set(segment * DIMENSIONS + d, sum);
}
