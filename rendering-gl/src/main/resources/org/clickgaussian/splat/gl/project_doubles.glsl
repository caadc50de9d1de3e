// The projection in double precision.
const double NEAR = 0.2lf;
const double DILATION = 0.3lf;
const double HALF_LOG2_E = 0.7213475204444817lf;

// u^2 + v^2 up to which alpha reaches 1/255, and a little more than any rounding: the factor times
// log2 of the opacity plus the offset.
const double BUDGET_FACTOR = 1.00001lf;
const double BUDGET_OFFSET = 7.994353436858858lf * 1.00001lf + 0.00001lf;

// Below 0.1 the reference implementation would lose a root.
const double SMALLEST_SPREAD = 0.1lf;

double number(uint k) {
  return packDouble2x32(camera_at(k));
}

double along(uint row, uint shift, dvec3 at) {
  return fma(
      number(row),
      at.x,
      fma(number(row + 1u), at.y, fma(number(row + 2u), at.z, number(shift))));
}

// A row of J W, with J the Jacobian of the projection at the clamped position.
dvec3 jacobian(uint row, double tangent, uint limit, double scale) {
  double clamped = min(max(tangent, -number(limit)), number(limit));
  dvec3 forward = dvec3(number(6u), number(7u), number(8u));
  return fma(dvec3(-clamped), forward, dvec3(number(row), number(row + 1u), number(row + 2u)))
      * scale;
}

// The first and last tile along one axis of both the square of the radius and the box around the
// ellipse, cut off at the image; the last in the upper 16 bits. False where there is none.
bool tilesAlong(double centre, double radius, double reach, int size, out uint tiles) {
  double side = double(SIDE);
  double first = max(
      floor((centre - 0.5lf - radius) / side), floor((centre - reach - 0.5lf) / side));
  double last = min(
      floor((centre - 0.5lf + radius - 1.0lf) / side), floor((centre + reach - 0.5lf) / side));
  int from = int(clamp(first, 0.0lf, double(size)));
  int to = int(clamp(last, -1.0lf, double(size - 1)));
  tiles = uint(from) | uint(to) << 16;
  return from <= to;
}

uint project(uint i) {
  double logOpacity = double(plane(12u, i));
  double squared = fma(logOpacity, BUDGET_FACTOR, BUDGET_OFFSET) / HALF_LOG2_E;
  if (!(squared >= 0.0lf)) {
    return 0u;
  }
  dvec3 at = dvec3(plane(0u, i), plane(1u, i), plane(2u, i));
  double depth = along(6u, 11u, at);
  if (!(depth > NEAR)) {
    return 0u;
  }
  double inverse = 1.0lf / depth;
  double tanX = along(0u, 9u, at) * inverse;
  double tanY = along(3u, 10u, at) * inverse;
  dvec3 a = jacobian(0u, tanX, 16u, number(12u) * inverse);
  dvec3 b = jacobian(3u, tanY, 17u, number(13u) * inverse);
  double xx = DILATION;
  double xy = 0.0lf;
  double yy = DILATION;
  for (uint column = 0u; column < 3u; column++) {
    dvec3 axis = dvec3(plane(3u + column, i), plane(6u + column, i), plane(9u + column, i));
    double alongX = fma(a.x, axis.x, fma(a.y, axis.y, a.z * axis.z));
    double alongY = fma(b.x, axis.x, fma(b.y, axis.y, b.z * axis.z));
    xx = fma(alongX, alongX, xx);
    xy = fma(alongX, alongY, xy);
    yy = fma(alongY, alongY, yy);
  }
  double determinant = fma(xx, yy, -(xy * xy));
  if (!(determinant > 0.0lf)) {
    return 0u;
  }
  double middle = (xx + yy) * 0.5lf;
  double spread = sqrt(max(fma(middle, middle, -determinant), SMALLEST_SPREAD));
  double radius = ceil(sqrt(middle + spread) * 3.0lf);
  double halfWidth = sqrt(squared * xx);
  double halfHeight = sqrt(squared * yy) + double(ROUNDING);
  double p = sqrt(yy * HALF_LOG2_E / determinant);
  // Written so that a value that is not a number leaves the Gaussian out.
  if (!(radius + halfWidth + halfHeight + p < 1e37lf)) {
    return 0u;
  }
  double x = fma(number(12u), tanX, number(14u));
  double y = fma(number(13u), tanY, number(15u));
  uvec2 box;
  if (!tilesAlong(x, radius, halfWidth + double(ROUNDING), columns, box.x)
      || !tilesAlong(y, radius, halfHeight, rows, box.y)) {
    return 0u;
  }
  Splat splat = Splat(
      vec4(float(x), float(y), float(p), float(-(p * xy) / yy)),
      vec4(
          float(sqrt(HALF_LOG2_E / yy)),
          float(logOpacity),
          float(halfHeight),
          float(halfWidth * xy / xx)));
  splats_set(2u * i, splat.form);
  splats_set(2u * i + 1u, splat.rest);
  boxes_set(i, box);
  depths_set(i, floatBitsToUint(float(depth)));
  return countTiles(splat, box);
}
