// The exponent of a Gaussian at a pixel. `precise` and fma() make the same bits of it in every
// kernel, so that whatever is blended has the same weights.
#include "constants.glsl"
#include <two_floats.glsl>

// u and v at a pixel position, then p and q, of which u at other pixels is made. In double, or in
// sums of two floats, since u is a small difference of large numbers for long thin Gaussians.
//
// form: x, y, p, q; r: factor of v; corner: the position
#ifdef DOUBLES
vec4 lineAt(vec4 form, float r, vec2 corner) {
  precise double dx = double(corner.x) - double(form.x);
  precise double dy = double(corner.y) - double(form.y);
  precise double across = double(form.w) * dy;
  precise float u = float(fma(double(form.z), dx, across));
  precise float v = float(double(r) * dy);
  return vec4(u, v, form.z, form.w);
}
#else
vec4 lineAt(vec4 form, float r, vec2 corner) {
  vec2 dx = twoSum(corner.x, -form.x);
  vec2 dy = twoSum(corner.y, -form.y);
  vec2 u = plus(times(dx, form.z), times(dy, form.w));
  precise float v = r * dy.x;
  return vec4(u.x, v, form.z, form.w);
}
#endif

// -log2 of alpha.
//
// line: as lineAt gives it; rest: r and log2 of the opacity; offset: pixels from the corner
float exponent(vec4 line, vec2 rest, vec2 offset) {
  precise float u = fma(offset.x, line.z, fma(offset.y, line.w, line.x));
  precise float v = fma(offset.y, rest.x, line.y);
  precise float d = fma(u, u, fma(v, v, -rest.y));
  return d;
}

// alpha times transmittance, for an exponent of LARGEST_EXPONENT at most.
float weightOf(float exponent, float through) {
  precise float weight = min(exp2(-exponent), LARGEST_ALPHA) * through;
  return weight;
}

float behind(float through, float weight) {
  precise float after = through - weight;
  return after;
}
