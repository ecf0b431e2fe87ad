// The README's example of the library, built against an installed copy.
#include <incidents/extractor.h>

#include <iostream>

int main() {
  const incidents::Extractor extractor;
  incidents::Scratch scratch;
  const auto log = extractor.extract("पटना में बस पलटने से सात यात्रियों की मौत हो गई।", {.id = "example"}, scratch);
  for (const auto& incident : log.incidents) {
    const auto& killed = incident.casualties.killed;
    std::cout << incident.type << ' ' << (killed ? killed->quantity.min.value_or(0) : 0) << '\n';
  }
}
