/// libFuzzer target: decode, normalise, tokenise over any bytes.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "text_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string broken = incidents::broken_invariant({reinterpret_cast<const char*>(data), size});
  if (!broken.empty()) {
    std::fprintf(stderr, "broken: %s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
