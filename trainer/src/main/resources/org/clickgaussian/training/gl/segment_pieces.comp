// Eq. 3: sums of the directions of some pixels of one segment, in the order of the list.
#include "layout.glsl"
#include <group.glsl>

layout(local_size_x = TEAM_GROUP) in;

#buffer readonly float units
#buffer readonly vec4 lengths
// Where each piece begins among the members, one more, then the members: pixels by segments.
#buffer readonly uint lists
#buffer writeonly float sums

uniform uint pieces;
// The first pieces are of coarse segments, the others of fine ones.
uniform uint coarsePieces;

void main() {
  uint team = gl_LocalInvocationID.x / DIMENSIONS;
  uint d = gl_LocalInvocationID.x % DIMENSIONS;
  uint piece = group() * TEAMS + team;
  if (team >= TEAMS || piece >= pieces) {
    return;
  }
  bool fine = piece >= coarsePieces;
  bool counts = fine || d < HALF;
  float sum = 0.0;
  if (counts) {
    uint end = lists_at(piece + 1u);
    for (uint member = lists_at(piece); member < end; member += AHEAD) {
      float unit[AHEAD];
      float share[AHEAD];
      for (uint i = 0u; i < AHEAD; i++) {
        uint pixel = lists_at(pieces + 1u + min(member + i, end - 1u));
        unit[i] = units_at(pixel * UNIT_FLOATS + UNIT_PLACE(d));
        share[i] = lengths_at(pixel).z;
      }
      for (uint i = 0u; i < AHEAD; i++) {
        float term = fine && d < HALF ? share[i] * unit[i] : unit[i];
        sum += member + i < end ? term : 0.0;
      }
    }
  }
  sums_set(piece * DIMENSIONS + d, sum);
}
