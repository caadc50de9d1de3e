// Goes through the blend weights of some pixels, an invocation a pixel, front to back. What is done
// with them is said by two functions of the kernel that includes this.
#include <group.glsl>
#include "weigh.glsl"

#buffer readonly uint starts
#buffer readonly uint list
#buffer readonly vec4 splats

// Pixel numbers; those outside the image have no weights.
#buffer readonly uint pixels

uniform uint count;
uniform uint columns;
uniform uint width;
uniform uint height;

layout(local_size_x = 64) in;

// Takes the next weight of a row.
void add(uint row, uint gaussian, float weight);

// Ends a row.
void finish(uint row);

void blend(uint row, uint tile, vec2 corner, vec2 place) {
  float through = 1.0;
  uint end = starts_at(tile + 1u);
  for (uint j = starts_at(tile); j < end; j++) {
    uint gaussian = list_at(j);
    vec4 rest = splats_at(2u * gaussian + 1u);
    vec4 line = lineAt(splats_at(2u * gaussian), rest.x, corner);
    float d = exponent(line, rest.xy, place);
    if (d <= LARGEST_EXPONENT) {
      float weight = weightOf(d, through);
      float after = behind(through, weight);
      if (after < SMALLEST_TRANSMITTANCE) {
        return;
      }
      through = after;
      add(row, gaussian, weight);
    }
  }
}

void main() {
  uint row = invocation();
  if (row >= count) {
    return;
  }
  uint pixel = pixels_at(row);
  uvec2 at = uvec2(pixel % width, pixel / width);
  if (at.y < height) {
    uvec2 place = at % uint(SIDE);
    uint tile = at.y / uint(SIDE) * columns + at.x / uint(SIDE);
    blend(row, tile, vec2(at - place) + 0.5, vec2(place));
  }
  finish(row);
}
