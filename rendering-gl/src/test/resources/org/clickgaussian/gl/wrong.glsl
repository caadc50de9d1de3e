// The next line but one is wrong.
void wrong() {
  float x = nothing;
}
