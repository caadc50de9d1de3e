// F = W f for the pixels of an iteration (Eq. 2), and the directions of F at both levels.
#include "layout.glsl"
#include <group.glsl>

layout(local_size_x = TEAM_GROUP) in;

// Per pixel: its first entry among the kept ones, and among those of the iteration; then one more.
#buffer readonly uvec2 rows
#buffer readonly uint gaussians
#buffer readonly float weights
#buffer readonly float features
#buffer writeonly float units
// Per pixel: |F^c|, |F^f|, and a = |c| / |F^f|, or 0 where the fine feature has no coarse half.
#buffer writeonly vec4 lengths

uniform uint pixels;
// Whether the entries at hand are those of the iteration alone.
uniform uint streamed;

shared float rendered[TEAM_GROUP];

void main() {
  uint local = gl_LocalInvocationID.x;
  uint team = local / DIMENSIONS;
  uint d = local % DIMENSIONS;
  uint pixel = group() * TEAMS + team;
  bool works = team < TEAMS && pixel < pixels;
  float sum = 0.0;
  if (works) {
    uvec2 row = rows_at(pixel);
    uint first = streamed != 0u ? row.y : row.x;
    uint end = first + rows_at(pixel + 1u).y - row.y;
    for (uint entry = first; entry < end; entry += AHEAD) {
      float weight[AHEAD];
      float feature[AHEAD];
      for (uint i = 0u; i < AHEAD; i++) {
        uint at = min(entry + i, end - 1u);
        float found = weights_at(at);
        weight[i] = entry + i < end ? found : 0.0;
        feature[i] = features_at(gaussians_at(at) * DIMENSIONS + d);
      }
      for (uint i = 0u; i < AHEAD; i++) {
        sum += weight[i] * feature[i];
      }
    }
  }
  rendered[local] = sum;
  barrier();
  if (works) {
    uint base = team * DIMENSIONS;
    float coarse = EPSILON_SQUARED;
    for (uint k = 0u; k < HALF; k++) {
      coarse += rendered[base + k] * rendered[base + k];
    }
    float fine = PRIOR != 0 ? coarse : EPSILON_SQUARED;
    for (uint k = HALF; k < DIMENSIONS; k++) {
      fine += rendered[base + k] * rendered[base + k];
    }
    coarse = sqrt(coarse);
    fine = sqrt(fine);
    units_set(pixel * UNIT_FLOATS + UNIT_PLACE(d), sum / (d < HALF ? coarse : fine));
    if (d == 0u) {
      lengths_set(pixel, vec4(coarse, fine, PRIOR != 0 ? coarse / fine : 0.0, 0.0));
    }
  }
}
