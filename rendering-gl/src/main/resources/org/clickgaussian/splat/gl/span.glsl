// How far the ellipse reaches on which a Gaussian's alpha is 1/255, and which tiles. Everything is `precise`, so
// that the kernel that counts tiles and the one that lists them come to the same result.
#include "constants.glsl"

// A projected Gaussian: position in pixels, the factors of the exponent u = p dx + q dy, v = r dy,
// log2 of the opacity L (alpha is 2^(L - u^2 - v^2)), and of the ellipse half its height and how far
// below the centre its rightmost point lies. Eight floats: two elements of the buffer `splats`.
struct Splat {
  vec4 form;
  vec4 rest;
};

// The largest |u| on the ellipse at a given v.
float halfChord(float budget, float v) {
  precise float squared = max(0.0, budget - v * v);
  return sqrt(squared);
}

// The tile, along one axis, in which a pixel position lies, as a float.
float tileAt(float position) {
  precise float tile = floor((position - 0.5) / float(SIDE));
  return tile;
}

// Leftmost and rightmost position, in pixels, that the ellipse reaches between two heights, and a
// little more than the rounding of floats.
//
// top, bottom: below the centre, pixels; neither above nor below the ellipse
vec2 reach(Splat splat, float top, float bottom) {
  float x = splat.form.x;
  float q = splat.form.w;
  float r = splat.rest.x;
  float rightmost = splat.rest.w;
  precise float inverseP = 1.0 / splat.form.z;
  precise float budget = (splat.rest.y + LARGEST_EXPONENT) * 1.0001 + 1e-4;
  precise float dyRight = min(max(rightmost, top), bottom);
  precise float dyLeft = min(max(-rightmost, top), bottom);
  precise float chordRight = halfChord(budget, r * dyRight) * inverseP;
  precise float chordLeft = halfChord(budget, r * dyLeft) * inverseP;
  precise float shiftRight = q * dyRight * inverseP;
  precise float shiftLeft = q * dyLeft * inverseP;
  precise float slackRight = ROUNDING + 1e-6 * (abs(x) + chordRight + abs(shiftRight));
  precise float slackLeft = ROUNDING + 1e-6 * (abs(x) + chordLeft + abs(shiftLeft));
  precise float right = x + chordRight - shiftRight + slackRight;
  precise float left = x - chordLeft - shiftLeft - slackLeft;
  return vec2(left, right);
}

// First and last column of the tiles that the Gaussian reaches in a row of tiles; the last lies
// before the first where there is none.
//
// box: columns and rows of the box around the ellipse, cut off by the square of the radius and the
// image; the first in the lower 16 bits, the last in the upper ones
ivec2 span(Splat splat, uvec2 box, int row) {
  int firstColumn = int(box.x & 0xffffu);
  int lastColumn = int(box.x >> 16);
  if ((box.y & 0xffffu) == box.y >> 16 || firstColumn == lastColumn) {
    // The box is one tile wide or high: the ellipse reaches all of it.
    return ivec2(firstColumn, lastColumn);
  }
  float halfHeight = splat.rest.z;
  precise float top = max(float(row * SIDE) + 0.5 - splat.form.y, -halfHeight);
  precise float bottom = min(float(row * SIDE + SIDE) - 0.5 - splat.form.y, halfHeight);
  vec2 ends = reach(splat, top, bottom);
  int from = int(clamp(tileAt(ends.x), float(firstColumn), float(lastColumn + 1)));
  int to = int(clamp(tileAt(ends.y), float(firstColumn - 1), float(lastColumn)));
  return ivec2(from, to);
}
