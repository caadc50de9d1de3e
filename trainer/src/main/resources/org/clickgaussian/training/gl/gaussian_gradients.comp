// Eq. 7, 8, 10 and 12: the losses on Gaussians; their gradients are added to those from the pixels.
#include "layout.glsl"
#include <group.glsl>

// Odd, so that neighbours in a work group reach different banks of shared memory.
#define STRIDE (DIMENSIONS | 1u)
#define TILE 32

layout(local_size_x = ROWS) in;

#buffer readonly float features
#buffer float gradients
#buffer readonly uint stamps
// The coarse candidates, then the fine ones.
#buffer readonly float candidates
// Of all Gaussians the neighbours; where the admirers of each begin, one more; the admirers.
#buffer readonly uint lists
// One bit a Gaussian: whether it is in the sample of Eq. 12.
#buffer readonly uint chosen
// Per work group: Eq. 12, Eq. 10, then coarse and fine of Eq. 7, Eq. 8 and the Gaussians assigned.
#buffer writeonly float losses

uniform uint count;
uniform uint stamp;
// 2 weight / N of Eq. 10; 0 where the term is off.
uniform float hypersphereScale;
// - weight / (N_s K) of Eq. 12; 0 where the term is off.
uniform float spatialScale;
uniform uint neighbours;
// Whether all Gaussians are in the sample.
uniform uint allChosen;
// Weight / N of Eq. 9; 0 where the term is off.
uniform float guidanceScale;
uniform uint coarseCandidates;
uniform uint fineCandidates;
uniform float threshold;
uniform float coarseMargin;
uniform float fineMargin;

// One after the other: the rows of features on their way to their invocations, candidates, the parts
// of the losses, and the rows of gradients on their way back. Sharing one place lets more work groups
// run at a time.
shared float scratch[max(ROWS * STRIDE, max(TILE * DIMENSIONS, ROWS * 8))];

float own[DIMENSIONS];
float gradient[DIMENSIONS];

float squares(uint from, uint to) {
  float sum = EPSILON_SQUARED;
  for (uint d = from; d < to; d++) {
    sum += own[d] * own[d];
  }
  return sum;
}

// Draws one half of the row to length 1; its part of Eq. 10.
float pullToSphere(uint from, uint to) {
  float size = sqrt(squares(from, to));
  float excess = size - 1.0;
  float factor = hypersphereScale * excess / size;
  for (uint d = from; d < to; d++) {
    gradient[d] += factor * own[d];
  }
  return excess * excess;
}

bool isChosen(uint gaussian) {
  return allChosen != 0u || (chosen_at(gaussian >> 5) >> (gaussian & 31u) & 1u) != 0u;
}

// Adds the direction of a Gaussian's row.
void addUnit(uint gaussian, inout float direction[DIMENSIONS]) {
  float other[DIMENSIONS];
  float sum = EPSILON_SQUARED;
  for (uint d = 0u; d < DIMENSIONS; d++) {
    other[d] = features_at(gaussian * DIMENSIONS + d);
    sum += other[d] * other[d];
  }
  float inverse = inversesqrt(sum);
  for (uint d = 0u; d < DIMENSIONS; d++) {
    direction[d] += inverse * other[d];
  }
}

float alongOwn(float direction[DIMENSIONS]) {
  float product = 0.0;
  for (uint d = 0u; d < DIMENSIONS; d++) {
    product += own[d] * direction[d];
  }
  return product;
}

// Eq. 12: turns the row towards its neighbours and towards those that have it as theirs; the sum of
// the cosines with its neighbours.
float turnToNeighbours(uint gaussian) {
  float direction[DIMENSIONS];
  for (uint d = 0u; d < DIMENSIONS; d++) {
    direction[d] = 0.0;
  }
  float inverse = inversesqrt(squares(0u, DIMENSIONS));
  float cosines = 0.0;
  if (isChosen(gaussian)) {
    for (uint k = 0u; k < neighbours; k++) {
      addUnit(lists_at(gaussian * neighbours + k), direction);
    }
    cosines = inverse * alongOwn(direction);
  }
  uint starts = count * neighbours;
  uint admirers = starts + count + 1u;
  uint end = lists_at(starts + gaussian + 1u);
  for (uint k = lists_at(starts + gaussian); k < end; k++) {
    uint admirer = lists_at(admirers + k);
    if (isChosen(admirer)) {
      addUnit(admirer, direction);
    }
  }
  float back = inverse * inverse * alongOwn(direction);
  for (uint d = 0u; d < DIMENSIONS; d++) {
    gradient[d] += spatialScale * inverse * (direction[d] - back * own[d]);
  }
  return cosines;
}

// Eq. 7 and 8 at one level, whose feature is the floats from ... to - 1: draws the row to the
// nearest candidate and drives it from the others. All invocations must come here.
void guide(
    uint from, uint to, uint first, uint candidateCount, float margin, bool works, inout vec3 loss) {
  float direction[DIMENSIONS];
  for (uint d = from; d < to; d++) {
    direction[d] = 0.0;
  }
  float inverse = inversesqrt(squares(from, to));
  float along = 0.0;
  float best = -2.0;
  uint nearest = 0u;
  float share = 1.0 / float(candidateCount);
  for (uint tileFirst = 0u; tileFirst < candidateCount; tileFirst += TILE) {
    barrier();
    uint left = min(uint(TILE), candidateCount - tileFirst);
    for (uint k = gl_LocalInvocationID.x; k < left * (to - from); k += ROWS) {
      scratch[k] = candidates_at(first + tileFirst * (to - from) + k);
    }
    barrier();
    for (uint c = 0u; c < left; c++) {
      float product = 0.0;
      for (uint d = from; d < to; d++) {
        product += own[d] * scratch[c * (to - from) + d - from];
      }
      float similarity = product * inverse;
      if (similarity > best) {
        best = similarity;
        nearest = tileFirst + c;
      }
      if (similarity > margin) {
        along += share * similarity;
        loss.y += share * similarity;
        for (uint d = from; d < to; d++) {
          direction[d] += share * scratch[c * (to - from) + d - from];
        }
      }
    }
  }
  if (!works || candidateCount == 0u) {
    loss = vec3(0.0);
    return;
  }
  // The nearest is none of the others: out again, and in with the sign of Eq. 7.
  float factor = best > margin ? -share : 0.0;
  loss.y += factor * best;
  if (best > threshold) {
    loss.x = best;
    loss.z = 1.0;
    factor -= 1.0;
  }
  along += factor * best;
  float scale = guidanceScale * inverse;
  for (uint d = from; d < to; d++) {
    float towards = direction[d];
    if (factor != 0.0) {
      towards += factor * candidates_at(first + nearest * (to - from) + d - from);
    }
    gradient[d] += scale * (towards - along * inverse * own[d]);
  }
}

void main() {
  uint local = gl_LocalInvocationID.x;
  uint firstRow = group() * ROWS;
  uint gaussian = firstRow + local;
  bool works = gaussian < count;
  uint rowsHere = firstRow < count ? min(uint(ROWS), count - firstRow) : 0u;
  for (uint k = local; k < rowsHere * DIMENSIONS; k += ROWS) {
    uint row = k / DIMENSIONS;
    uint place = row * STRIDE + k % DIMENSIONS;
    scratch[place] = features_at(firstRow * DIMENSIONS + k);
  }
  barrier();
  for (uint d = 0u; d < DIMENSIONS; d++) {
    own[d] = works ? scratch[local * STRIDE + d] : 0.0;
    gradient[d] = 0.0;
  }
  float spatial = 0.0;
  float hypersphere = 0.0;
  if (works && hypersphereScale != 0.0) {
    hypersphere = pullToSphere(0u, HALF) + pullToSphere(HALF, DIMENSIONS);
  }
  if (works && spatialScale != 0.0) {
    spatial = turnToNeighbours(gaussian);
  }
  vec3 coarse = vec3(0.0);
  vec3 fine = vec3(0.0);
  if (guidanceScale != 0.0) {
    guide(0u, HALF, 0u, coarseCandidates, coarseMargin, works, coarse);
    guide(
        FINE_FROM, DIMENSIONS, coarseCandidates * HALF, fineCandidates, fineMargin, works, fine);
  }
  barrier();
  scratch[local * 8u] = spatial;
  scratch[local * 8u + 1u] = hypersphere;
  scratch[local * 8u + 2u] = coarse.x;
  scratch[local * 8u + 3u] = fine.x;
  scratch[local * 8u + 4u] = coarse.y;
  scratch[local * 8u + 5u] = fine.y;
  scratch[local * 8u + 6u] = coarse.z;
  scratch[local * 8u + 7u] = fine.z;
  barrier();
  if (local < 8u && rowsHere > 0u) {
    float sum = 0.0;
    for (uint k = 0u; k < ROWS; k++) {
      sum += scratch[k * 8u + local];
    }
    losses_set(group() * 8u + local, sum);
  }
  barrier();
  for (uint d = 0u; d < DIMENSIONS; d++) {
    scratch[local * STRIDE + d] = gradient[d];
  }
  barrier();
  for (uint k = local; k < rowsHere * DIMENSIONS; k += ROWS) {
    uint row = k / DIMENSIONS;
    uint at = firstRow * DIMENSIONS + k;
    float before = stamps_at(firstRow + row) == stamp ? gradients_at(at) : 0.0;
    gradients_set(at, before + scratch[row * STRIDE + k % DIMENSIONS]);
  }
}
