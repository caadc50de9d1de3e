// Sums the blend weights of a set of Gaussians anew, in those tiles alone whose list holds one that
// joined or left the set, and there only down to the last member.
#define BATCH 256
#include "tile.glsl"

// Bits by Gaussian: the set, and those that joined or left it.
#buffer readonly uint members
#buffer readonly uint changed

// 1 for each tile that was blended, 0 for the others.
#buffer writeonly uint touched
#buffer writeonly float coverage

shared uint anyChanged;

// One past the place of the last member, counted from the tile's first Gaussian.
shared uint lastMember;
shared bool isMember[BATCH];

float sum = 0.0;

bool begin(uint tile, uint first, inout uint end) {
  uint local = gl_LocalInvocationIndex;
  if (local == 0u) {
    anyChanged = 0u;
    lastMember = 0u;
  }
  barrier();
  uint changes = 0u;
  uint last = 0u;
  for (uint j = first + local; j < end; j += 256u) {
    uint gaussian = list_at(j);
    changes |= changed_at(gaussian >> 5) >> (gaussian & 31u) & 1u;
    if ((members_at(gaussian >> 5) >> (gaussian & 31u) & 1u) != 0u) {
      last = j - first + 1u;
    }
  }
  if (changes != 0u) {
    atomicOr(anyChanged, 1u);
  }
  atomicMax(lastMember, last);
  barrier();
  if (local == 0u) {
    touched_set(tile, anyChanged);
  }
  end = first + lastMember;
  return anyChanged != 0u;
}

void load(uint from, uint n) {
  uint slot = gl_LocalInvocationIndex;
  if (slot < n) {
    uint gaussian = list_at(from + slot);
    isMember[slot] = (members_at(gaussian >> 5) >> (gaussian & 31u) & 1u) != 0u;
  }
}

void add(uint slot, uint at, float weight) {
  if (isMember[slot]) {
    sum += weight;
  }
}

void finish(uint pixel) {
  coverage_set(pixel, sum);
}
