// Numbers of about 48 bits as the sum of two floats, the second at most half a unit in the last
// place of the first (Dekker, 1971; Knuth). Products are split by bits, since what drivers make of
// fma() need not be rounded once.

vec2 fastTwoSum(float large, float small) {
  precise float sum = large + small;
  precise float lost = small - (sum - large);
  return vec2(sum, lost);
}

// a + b, exactly.
vec2 twoSum(float a, float b) {
  precise float sum = a + b;
  precise float ofB = sum - a;
  precise float ofA = sum - ofB;
  precise float lost = (a - ofA) + (b - ofB);
  return vec2(sum, lost);
}

// The upper half of a float's digits.
float upperDigits(float a) {
  return uintBitsToFloat(floatBitsToUint(a) & 0xfffff000u);
}

// a b, exactly.
vec2 twoProduct(float a, float b) {
  float upperA = upperDigits(a);
  float upperB = upperDigits(b);
  precise float lowerA = a - upperA;
  precise float lowerB = b - upperB;
  precise float product = a * b;
  precise float lost = upperA * upperB - product;
  lost = lost + upperA * lowerB;
  lost = lost + lowerA * upperB;
  lost = lost + lowerA * lowerB;
  return vec2(product, lost);
}

vec2 plus(vec2 a, vec2 b) {
  vec2 sum = twoSum(a.x, b.x);
  precise float lower = sum.y + (a.y + b.y);
  return fastTwoSum(sum.x, lower);
}

vec2 times(vec2 a, float b) {
  vec2 product = twoProduct(a.x, b);
  precise float lower = product.y + a.y * b;
  return fastTwoSum(product.x, lower);
}

vec2 times(vec2 a, vec2 b) {
  vec2 product = twoProduct(a.x, b.x);
  precise float lower = product.y + (a.x * b.y + a.y * b.x);
  return fastTwoSum(product.x, lower);
}

vec2 over(vec2 a, vec2 b) {
  precise float inverse = 1.0 / b.x;
  precise float first = a.x * inverse;
  vec2 left = plus(a, -times(b, first));
  precise float second = left.x * inverse;
  return fastTwoSum(first, second);
}

// The largest whole number that is not above.
float floorOf(vec2 a) {
  precise float whole = floor(a.x);
  return whole == a.x && a.y < 0.0 ? whole - 1.0 : whole;
}
