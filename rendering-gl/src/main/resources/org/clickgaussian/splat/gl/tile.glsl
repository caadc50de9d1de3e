// Blends one tile of 16 x 16 pixels, a work group a tile, an invocation a pixel. Its Gaussians are
// taken in batches of BATCH through shared memory, front to back, until every pixel is finished.
//
// What is blended is said by four functions of the kernel that includes this: begin, load, add and
// finish. The kernel defines BATCH, at most 256.
#include <group.glsl>
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

void blendBatch(uint from, uint n, vec2 offset) {
  for (uint slot = 0u; slot < n; slot++) {
    float d = exponent(lines[slot], rests[slot], offset);
    if (d <= LARGEST_EXPONENT) {
      float weight = weightOf(d, through);
      float after = behind(through, weight);
      if (after < SMALLEST_TRANSMITTANCE) {
        finished = true;
        return;
      }
      through = after;
      add(slot, from + slot, weight);
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
    barrier();
    if (!finished) {
      open = 1u;
    }
    uint n = min(uint(BATCH), end - from);
    if (local < n) {
      uint gaussian = list_at(from + local);
      vec4 rest = splats_at(2u * gaussian + 1u);
      lines[local] = lineAt(splats_at(2u * gaussian), rest.x, vec2(corner) + 0.5);
      rests[local] = rest.xy;
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
