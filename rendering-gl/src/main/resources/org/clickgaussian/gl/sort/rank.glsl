// Ranks of keys among those of the same digit. The invocations stand in rows of ROW_LENGTH; each row
// has its own counts, so that rows need not wait for each other's keys.
//
// uint rank_in_row(row, lane, digit, there): how many keys of the digit the row has met before,
// in the order of rounds and, within a round, of lanes. All invocations call it in every round;
// those without a key say that it is not there.
#define ROW_LENGTH 32
#ifdef BY_SUBGROUPS
#if SUBGROUP_SIZE == 16 || SUBGROUP_SIZE == 32 || SUBGROUP_SIZE == 64
#define RANK_BY_SUBGROUP 1
#undef ROW_LENGTH
#define ROW_LENGTH SUBGROUP_SIZE
#endif
#endif

const uint ROWS = 256u / uint(ROW_LENGTH);

// The counts of the rows, digit by digit; behind them, without subgroups, who has which digit.
// Later in the kernel, the tile's words in their new order.
shared uint scratch[256u * uint(EACH)];

#ifdef RANK_BY_SUBGROUP
// A bit for each lane of a subgroup.
#if SUBGROUP_SIZE == 64
#define LANES uvec2
#define LANES_OF(ballot) (ballot).xy

uint count_of(uvec2 lanes) {
  return uint(bitCount(lanes.x) + bitCount(lanes.y));
}
#else
#define LANES uint
#define LANES_OF(ballot) (ballot).x

uint count_of(uint lanes) {
  return uint(bitCount(lanes));
}
#endif

void clear_counts() {
  for (uint i = 0u; i < ROWS; i++) {
    scratch[i * 256u + position()] = 0u;
  }
  meet();
}

uint rank_in_row(uint row, uint lane, uint digit, bool there) {
  LANES same = LANES_OF(subgroupBallot(there));
  for (uint bit = 1u; bit < digits; bit <<= 1) {
    bool one = (digit & bit) != 0u;
    LANES ones = LANES_OF(subgroupBallot(one));
    same &= one ? ones : ~ones;
  }
  uint cell = row * 256u + digit;
  uint before = count_of(same & LANES_OF(gl_SubgroupLtMask));
  uint rank = scratch[cell] + before;
  subgroupBarrier();
  if (there && before == 0u) {
    scratch[cell] += count_of(same);
  }
  subgroupBarrier();
  return rank;
}
#else
void clear_counts() {
  for (uint i = 0u; i < 2u * ROWS; i++) {
    scratch[i * 256u + position()] = 0u;
  }
  meet();
}

uint rank_in_row(uint row, uint lane, uint digit, bool there) {
  uint cell = row * 256u + digit;
  uint who = ROWS * 256u + cell;
  if (there) {
    atomicOr(scratch[who], 1u << lane);
  }
  meet();
  uint same = scratch[who];
  uint before = bitCount(same & ((1u << lane) - 1u));
  uint rank = scratch[cell] + before;
  meet();
  if (there && before == 0u) {
    scratch[cell] += bitCount(same);
    scratch[who] = 0u;
  }
  meet();
  return rank;
}
#endif
