// The projection in floats. What is a small difference of large numbers, the position before the
// camera and in the image, is in sums of two floats; the determinant is a sum of squares.
#include <two_floats.glsl>

const vec2 NEAR = vec2(0.2, -2.9802322e-9);
const float DILATION = 0.3;
const float HALF_LOG2_E = 0.7213475204444817;

// u^2 + v^2 up to which alpha reaches 1/255, and a little more than any rounding: the factor times
// log2 of the opacity plus the offset.
const float BUDGET_FACTOR = 1.00001;
const float BUDGET_OFFSET = 7.994353436858858 * 1.00001 + 0.00002;

// Below 0.1 the reference implementation would lose a root.
const float SMALLEST_SPREAD = 0.1;

// Axes are made shorter than this many pixels, so that no square of a square ends the range of floats.
const float LONGEST = 1e6;

// More than the rounding of half the height or width of an ellipse, as a part of it.
const float SLACK = 1e-6;

vec2 number(uint k) {
  return uintBitsToFloat(camera_at(k));
}

vec2 along(uint row, uint shift, vec3 at) {
  vec2 xy = plus(times(number(row), at.x), times(number(row + 1u), at.y));
  return plus(plus(xy, times(number(row + 2u), at.z)), number(shift));
}

// A row of J W, with J the Jacobian of the projection at the clamped position.
vec3 jacobian(uint row, float tangent, uint limit, float scale) {
  float clamped = min(max(tangent, -number(limit).x), number(limit).x);
  vec3 forward = vec3(number(6u).x, number(7u).x, number(8u).x);
  vec3 sideways = vec3(number(row).x, number(row + 1u).x, number(row + 2u).x);
  return (sideways - clamped * forward) * scale;
}

// The first and last tile along one axis of both the square of the radius and the box around the
// ellipse, cut off at the image; the last in the upper 16 bits. False where there is none.
bool tilesAlong(vec2 centre, float radius, float reach, int size, out uint tiles) {
  float side = float(SIDE);
  float first = max(
      floorOf(plus(centre, twoSum(-radius, -0.5)) / side),
      floor((centre.x - reach - 0.5) / side));
  float last = min(
      floorOf(plus(centre, twoSum(radius, -1.5)) / side),
      floor((centre.x + reach - 0.5) / side));
  int from = int(clamp(first, 0.0, float(size)));
  int to = int(clamp(last, -1.0, float(size - 1)));
  tiles = uint(from) | uint(to) << 16;
  return from <= to;
}

float largestOf(vec3 v) {
  return max(max(abs(v.x), abs(v.y)), abs(v.z));
}

uint project(uint i) {
  float logOpacity = plane(12u, i);
  float squared = (logOpacity * BUDGET_FACTOR + BUDGET_OFFSET) / HALF_LOG2_E;
  if (!(squared >= 0.0)) {
    return 0u;
  }
  vec3 at = vec3(plane(0u, i), plane(1u, i), plane(2u, i));
  vec2 depth = along(6u, 11u, at);
  vec2 beyond = plus(depth, -NEAR);
  if (!(beyond.x > 0.0)) {
    return 0u;
  }
  vec2 tanX = over(along(0u, 9u, at), depth);
  vec2 tanY = over(along(3u, 10u, at), depth);
  vec3 forX = jacobian(0u, tanX.x, 16u, number(12u).x / depth.x);
  vec3 forY = jacobian(3u, tanY.x, 17u, number(13u).x / depth.x);
  vec3 a;
  vec3 b;
  for (int column = 0; column < 3; column++) {
    uint k = uint(column);
    vec3 axis = vec3(plane(3u + k, i), plane(6u + k, i), plane(9u + k, i));
    a[column] = dot(forX, axis);
    b[column] = dot(forY, axis);
  }
  // Everything up to `p` is in units of 1 / scale pixels.
  float scale = min(1.0, LONGEST / max(1.0, max(largestOf(a), largestOf(b))));
  a *= scale;
  b *= scale;
  float dilation = DILATION * scale * scale;
  float aa = dot(a, a);
  float bb = dot(b, b);
  float xx = aa + dilation;
  float xy = dot(a, b);
  float yy = bb + dilation;
  vec3 normal = cross(a, b);
  float determinant = dot(normal, normal) + (dilation * (aa + bb) + dilation * dilation);
  float difference = (xx - yy) * 0.5;
  float smallest = SMALLEST_SPREAD * scale * scale;
  float spread = sqrt(max(difference * difference + xy * xy, smallest * scale * scale));
  float radius = ceil(sqrt((xx + yy) * 0.5 + spread) * 3.0 / scale);
  float halfWidth = sqrt(squared * xx) / scale * (1.0 + SLACK);
  float halfHeight = sqrt(squared * yy) / scale * (1.0 + SLACK) + ROUNDING;
  float p = sqrt(yy * HALF_LOG2_E / determinant) * scale;
  vec2 x = plus(times(number(12u), tanX), number(14u));
  vec2 y = plus(times(number(13u), tanY), number(15u));
  // Written so that a value that is not a number leaves the Gaussian out.
  if (!(radius + halfWidth + halfHeight + p + abs(x.x) + abs(y.x) < 1e37)) {
    return 0u;
  }
  uvec2 box;
  if (!tilesAlong(x, radius, halfWidth + ROUNDING, columns, box.x)
      || !tilesAlong(y, radius, halfHeight, rows, box.y)) {
    return 0u;
  }
  Splat splat = Splat(
      vec4(x.x, y.x, p, -(p * xy) / yy),
      vec4(sqrt(HALF_LOG2_E / yy) * scale, logOpacity, halfHeight, halfWidth * xy / xx));
  splats_set(2u * i, splat.form);
  splats_set(2u * i + 1u, splat.rest);
  boxes_set(i, box);
  depths_set(i, floatBitsToUint(depth.x));
  return countTiles(splat, box);
}
