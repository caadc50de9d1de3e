// How many elements there are: a word on the device, but no more than there is room for.
#buffer readonly uint counts
uniform uint countWord;
uniform uint most;

uint element_count() {
  return min(counts_at(countWord), most);
}
