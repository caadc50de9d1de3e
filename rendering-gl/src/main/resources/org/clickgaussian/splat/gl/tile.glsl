// Blends one tile of 16 x 16 pixels, a work group a tile, an invocation a pixel. Its Gaussians are
// taken in batches of BATCH through shared memory, front to back, until every pixel is finished.
//
// What is blended is said by four functions of the kernel that includes this: begin, load, add and
// finish. The kernel defines BATCH, at most 256.
#include <group.glsl>
#include "span.glsl"
#include "weigh.glsl"

// Where each tile's Gaussians start in the list, and where the last tile's end.
#buffer readonly uint starts
#buffer readonly uint list
#buffer readonly vec4 splats

uniform uint columns;
uniform uint tiles;
uniform uint width;
uniform uint height;

layout(local_size_x = 256) in;

shared vec4 lines[BATCH];
shared vec2 rests[BATCH];
shared uint open;

// For each Gaussian of the batch a byte: bit b is set where it may reach block number b of 8 x 4
// pixels, two beside each other.
shared uint masks[BATCH / 4];

// Transmittance behind the Gaussian that was added last.
float through = 1.0;

// Set when no further Gaussian reaches the pixel.
bool finished = false;

// Whether the tile is blended at all; may make the end of its list earlier. Called by all
// invocations together.
bool begin(uint tile, uint first, inout uint end);

// Brings what belongs to the Gaussians list[from ... from + n) to shared memory. Called by all
// invocations together.
void load(uint from, uint n);

// Adds what belongs to Gaussian number `slot` of the batch.
//
// at: its place in the list
void add(uint slot, uint at, float weight);

// Stores the result of a pixel.
void finish(uint pixel);

// Column and row within the tile: 32 invocations in a row cover 8 x 4 pixels, which more often agree
// on which Gaussians to skip than two rows of 16.
uvec2 placeInTile() {
  uint k = gl_LocalInvocationIndex;
  return uvec2((k & 7u) | (k >> 2 & 8u), (k >> 3 & 3u) | (k >> 4 & 12u));
}

// Bit b is set where the Gaussian may reach block number b of the tile whose first pixel's centre is
// the corner.
uint blocksReached(Splat splat, vec2 corner) {
  float above = corner.y - splat.form.y;
  float halfHeight = splat.rest.z;
  uint blocks = 0u;
  for (int row = 0; row < 4; row++) {
    float top = max(above + float(4 * row), -halfHeight);
    float bottom = min(above + float(4 * row + 3), halfHeight);
    if (top <= bottom) {
      vec2 ends = reach(splat, top, bottom) - corner.x;
      uint left = ends.x <= 7.0 && ends.y >= 0.0 ? 1u : 0u;
      uint right = ends.x <= 15.0 && ends.y >= 8.0 ? 2u : 0u;
      blocks |= (left | right) << (2 * row);
    }
  }
  return blocks;
}

// Brings the shape of the batch's n-th Gaussian to shared memory.
void loadShape(uint n, uint gaussian, vec2 corner) {
  Splat splat = Splat(splats_at(2u * gaussian), splats_at(2u * gaussian + 1u));
  lines[n] = lineAt(splat.form, splat.rest.x, corner);
  rests[n] = splat.rest.xy;
  atomicOr(masks[n >> 2], blocksReached(splat, corner) << 8u * (n & 3u));
}

// Adds one Gaussian of the batch to the pixel at an offset from the corner.
void blend(uint slot, uint at, vec2 offset) {
  float d = exponent(lines[slot], rests[slot], offset);
  if (d <= LARGEST_EXPONENT) {
    float weight = weightOf(d, through);
    float after = behind(through, weight);
    if (after < SMALLEST_TRANSMITTANCE) {
      finished = true;
    } else {
      through = after;
      add(slot, at, weight);
    }
  }
}

void blendBatch(uint from, uint n, vec2 offset) {
  uint block = gl_LocalInvocationIndex >> 5;
  for (uint four = 0u; four < n; four += 4u) {
    uint left = masks[four >> 2] >> block & 0x01010101u;
    while (left != 0u) {
      uint slot = four + (uint(findLSB(left)) >> 3);
      left &= left - 1u;
      blend(slot, from + slot, offset);
      if (finished) {
        return;
      }
    }
  }
}

void main() {
  uint tile = group();
  if (tile >= tiles) {
    return;
  }
  uint local = gl_LocalInvocationIndex;
  uvec2 corner = uvec2(tile % columns, tile / columns) * uint(SIDE);
  uvec2 place = placeInTile();
  uvec2 at = corner + place;
  bool inside = at.x < width && at.y < height;
  finished = !inside;
  uint first = starts_at(tile);
  uint end = starts_at(tile + 1u);
  if (!begin(tile, first, end)) {
    return;
  }
  for (uint from = first; from < end; from += uint(BATCH)) {
    if (local == 0u) {
      open = 0u;
    }
    if (local < uint(BATCH) / 4u) {
      masks[local] = 0u;
    }
    barrier();
    if (!finished) {
      open = 1u;
    }
    uint n = min(uint(BATCH), end - from);
    if (local < n) {
      loadShape(local, list_at(from + local), vec2(corner) + 0.5);
    }
    load(from, n);
    barrier();
    if (open == 0u) {
      break;
    }
    if (!finished) {
      blendBatch(from, n, vec2(place));
    }
    barrier();
  }
  if (inside) {
    finish(at.y * width + at.x);
  }
}
