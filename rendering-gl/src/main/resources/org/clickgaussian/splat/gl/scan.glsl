// Sums over a work group of 256 invocations.

shared uint scanned[512];

// The sum of the values of this invocation and those before it. All invocations call it together.
uint inclusiveSum(uint value) {
  uint local = gl_LocalInvocationIndex;
  uint from = 0u;
  scanned[local] = value;
  barrier();
  for (uint reach = 1u; reach < 256u; reach *= 2u) {
    uint sum = scanned[from + local];
    if (local >= reach) {
      sum += scanned[from + local - reach];
    }
    from = 256u - from;
    scanned[from + local] = sum;
    barrier();
  }
  return scanned[from + local];
}
