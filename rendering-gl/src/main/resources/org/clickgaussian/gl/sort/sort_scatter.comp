// Moves the pairs of each tile to their places by one digit of the keys; pairs of the same digit
// keep their order. Within shared memory the tile is put in order first, so that neighbouring
// invocations write neighbouring words.
#include <group.glsl>
#include "work_group.glsl"
#include "sort_tiles.glsl"
#include "rank.glsl"
#buffer readonly uint keys
#buffer readonly uint values
#buffer readonly uint starts
#buffer writeonly uint sortedKeys
#buffer writeonly uint sortedValues

// For each digit: its first place among all pairs, less its first place in the tile.
shared uint shifts[256];

// From counts of the rows to the first place of each row's keys of a digit within the tile.
void places_of_rows(uint tile) {
  uint digit = position();
  uint sum = 0u;
  for (uint row = 0u; row < ROWS; row++) {
    sum += scratch[row * 256u + digit];
  }
  uint total;
  uint place = sum_before(sum, total);
  shifts[digit] = (digit < digits ? starts_at(digit * tile_count() + tile) : 0u) - place;
  for (uint row = 0u; row < ROWS; row++) {
    uint found = scratch[row * 256u + digit];
    scratch[row * 256u + digit] = place;
    place += found;
  }
  meet();
}

void sort_tile(uint tile) {
  uint first = tile * TILE;
  uint words = min(TILE, element_count() - first);
  uint row = position() / uint(ROW_LENGTH);
  uint lane = position() % uint(ROW_LENGTH);
  uint own = row * uint(ROW_LENGTH * EACH) + lane;
  uint key[EACH];
  uint place[EACH];
  uint goal[EACH];

  for (uint i = 0u; i < uint(EACH); i++) {
    uint at = own + i * uint(ROW_LENGTH);
    key[i] = at < words ? keys_at(first + at) : 0u;
  }
  clear_counts();
  for (uint i = 0u; i < uint(EACH); i++) {
    bool there = own + i * uint(ROW_LENGTH) < words;
    place[i] = rank_in_row(row, lane, digit_of(key[i]), there);
  }
  meet();
  places_of_rows(tile);
  for (uint i = 0u; i < uint(EACH); i++) {
    place[i] += scratch[row * 256u + digit_of(key[i])];
  }
  meet();

  for (uint i = 0u; i < uint(EACH); i++) {
    if (own + i * uint(ROW_LENGTH) < words) {
      scratch[place[i]] = key[i];
    }
  }
  meet();
  for (uint i = 0u; i < uint(EACH); i++) {
    uint at = i * 256u + position();
    if (at < words) {
      uint sorted = scratch[at];
      goal[i] = shifts[digit_of(sorted)] + at;
      sortedKeys_set(goal[i], sorted);
    }
  }
  meet();

  for (uint i = 0u; i < uint(EACH); i++) {
    uint at = own + i * uint(ROW_LENGTH);
    if (at < words) {
      scratch[place[i]] = values_at(first + at);
    }
  }
  meet();
  for (uint i = 0u; i < uint(EACH); i++) {
    uint at = i * 256u + position();
    if (at < words) {
      sortedValues_set(goal[i], scratch[at]);
    }
  }
}

void main() {
  if (group() < tile_count()) {
    sort_tile(group());
  }
}
