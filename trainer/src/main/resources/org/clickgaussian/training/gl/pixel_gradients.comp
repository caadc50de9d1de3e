// Eq. 3, 4 and 11: the losses on pixels and their gradients in F.
#include "layout.glsl"
#include <group.glsl>

#define GROUP 64

layout(local_size_x = GROUP) in;

#buffer readonly vec4 units
#buffer readonly vec4 lengths
#buffer readonly uvec2 segments
// Eq. 3: sums of directions, the row of segment s is s - 1.
#buffer readonly float segmentSums
// Eq. 4: what pairs.comp leaves.
#buffer readonly vec4 pairSums
#buffer writeonly float gradients
// Per work group: Eq. 3 coarse and fine, Eq. 4 coarse and fine, Eq. 11; eight floats.
#buffer writeonly float losses

uniform uint pixels;
// P; those that follow were drawn uniformly.
uniform uint contrastive;
// How many parts the sums of Eq. 4 lie in; 0 where the term is off.
uniform uint splits;
// -2 weight / P^2 of Eq. 3 at the coarse and at the fine level; 0 where the term is off.
uniform vec2 positiveScale;
// 2 weight / P^2 of Eq. 4.
uniform vec2 negativeScale;
// 2 weight / U of Eq. 11; 0 where the term is off.
uniform float normScale;
uniform float fineRadius;

shared float parts[GROUP * 5];

// Float d of the direction of the fine feature.
float fineUnit(uint d, float unit, float share) {
  return d < HALF ? share * unit : unit;
}

void main() {
  uint local = gl_LocalInvocationID.x;
  uint pixel = group() * GROUP + local;
  float loss[5] = float[5](0.0, 0.0, 0.0, 0.0, 0.0);
  if (pixel < pixels) {
    float unit[UNIT_FLOATS];
    float gradient[DIMENSIONS];
    for (uint k = 0u; k < UNIT_VECTORS; k++) {
      vec4 four = units_at(pixel * UNIT_VECTORS + k);
      unit[4u * k] = four.x;
      unit[4u * k + 1u] = four.y;
      unit[4u * k + 2u] = four.z;
      unit[4u * k + 3u] = four.w;
    }
    for (uint d = 0u; d < DIMENSIONS; d++) {
      gradient[d] = 0.0;
    }
    vec4 size = lengths_at(pixel);
    uvec2 segment = pixel < contrastive ? segments_at(pixel) : uvec2(0u);
    if (segment.x != 0u && positiveScale.x != 0.0) {
      uint row = (segment.x - 1u) * DIMENSIONS;
      float along = 0.0;
      for (uint d = 0u; d < HALF; d++) {
        along += (segmentSums_at(row + d) - unit[d]) * unit[d];
      }
      loss[0] = along;
      float scale = positiveScale.x / size.x;
      for (uint d = 0u; d < HALF; d++) {
        gradient[d] += scale * (segmentSums_at(row + d) - unit[d] - along * unit[d]);
      }
    }
    if (segment.y != 0u && positiveScale.y != 0.0) {
      uint row = (segment.y - 1u) * DIMENSIONS;
      float along = 0.0;
      for (uint d = FINE_FROM; d < DIMENSIONS; d++) {
        float own = fineUnit(d, unit[UNIT_PLACE(d)], size.z);
        along += (segmentSums_at(row + d) - own) * own;
      }
      loss[1] = along;
      float scale = positiveScale.y / size.y;
      for (uint d = FINE_FROM; d < DIMENSIONS; d++) {
        float own = fineUnit(d, unit[UNIT_PLACE(d)], size.z);
        gradient[d] += scale * (segmentSums_at(row + d) - own - along * own);
      }
    }
    if (pixel < contrastive && splits != 0u) {
      float sum[UNIT_FLOATS];
      float fine = 0.0;
      vec4 fours[UNIT_VECTORS];
      for (uint k = 0u; k < UNIT_VECTORS; k++) {
        fours[k] = vec4(0.0);
      }
      for (uint split = 0u; split < splits; split++) {
        uint at = split * (UNIT_VECTORS + 1u) * contrastive + pixel;
        for (uint k = 0u; k < UNIT_VECTORS; k++) {
          fours[k] += pairSums_at(at + k * contrastive);
        }
        fine += pairSums_at(at + UNIT_VECTORS * contrastive).x;
      }
      for (uint k = 0u; k < UNIT_VECTORS; k++) {
        sum[4u * k] = fours[k].x;
        sum[4u * k + 1u] = fours[k].y;
        sum[4u * k + 2u] = fours[k].z;
        sum[4u * k + 3u] = fours[k].w;
      }
      float coarse = 0.0;
      for (uint d = 0u; d < HALF; d++) {
        coarse += unit[d] * sum[d];
      }
      loss[2] = coarse;
      loss[3] = fine;
      for (uint d = 0u; d < HALF; d++) {
        gradient[d] += negativeScale.x / size.x * (sum[d] - coarse * unit[d]);
      }
      // At the fine level the coarse half is held constant.
      for (uint d = HALF; d < DIMENSIONS; d++) {
        uint at = UNIT_PLACE(d);
        gradient[d] += negativeScale.y / size.y * (sum[at] - fine * unit[at]);
      }
    }
    if (pixel >= contrastive && normScale != 0.0) {
      float coarse = size.x - 1.0;
      float fine = size.y - fineRadius;
      loss[4] = coarse * coarse + fine * fine;
      for (uint d = 0u; d < HALF; d++) {
        gradient[d] += normScale * coarse * unit[d];
      }
      for (uint d = FINE_FROM; d < DIMENSIONS; d++) {
        gradient[d] += normScale * fine * fineUnit(d, unit[UNIT_PLACE(d)], size.z);
      }
    }
    for (uint d = 0u; d < DIMENSIONS; d++) {
      gradients_set(pixel * DIMENSIONS + d, gradient[d]);
    }
  }
  for (uint k = 0u; k < 5u; k++) {
    parts[local * 5u + k] = loss[k];
  }
  barrier();
  if (local < 8u && group() * GROUP < pixels) {
    float sum = 0.0;
    for (uint k = 0u; k < GROUP; k++) {
      sum += local < 5u ? parts[k * 5u + local] : 0.0;
    }
    losses_set(group() * 8u + local, sum);
  }
}
