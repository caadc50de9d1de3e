// Eq. 6 at one level: average features of segments, brought to unit length. A team of DIMENSIONS
// invocations works on a segment; FROM and SIZE say where the level lies in a feature.
#include "layout.glsl"
#include <group.glsl>

layout(local_size_x = TEAM_GROUP) in;

// Where the entries of each segment begin, and one more.
#buffer readonly uint starts
#buffer readonly uint gaussians
#buffer readonly float weights
#buffer readonly float features
#buffer writeonly float pooled

uniform uint segments;

shared float means[TEAM_GROUP];

void main() {
  uint local = gl_LocalInvocationID.x;
  uint team = local / DIMENSIONS;
  uint d = local % DIMENSIONS;
  uint segment = group() * TEAMS + team;
  bool works = team < TEAMS && segment < segments && d < SIZE;
  // Kahan's sum: a segment may have tens of thousands of entries.
  precise float sum = 0.0;
  precise float lost = 0.0;
  if (works) {
    uint end = starts_at(segment + 1u);
    for (uint entry = starts_at(segment); entry < end; entry++) {
      precise float term =
          weights_at(entry) * features_at(gaussians_at(entry) * DIMENSIONS + FROM + d) - lost;
      precise float next = sum + term;
      lost = (next - sum) - term;
      sum = next;
    }
  }
  means[local] = sum;
  barrier();
  if (works) {
    float squares = 0.0;
    for (uint k = 0u; k < SIZE; k++) {
      squares += means[team * DIMENSIONS + k] * means[team * DIMENSIONS + k];
    }
    pooled_set(segment * SIZE + d, squares > 0.0 ? sum / sqrt(squares) : 0.0);
  }
}
