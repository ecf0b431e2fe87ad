#include "events/assembly.h"

#include <algorithm>

#include "events/annotation.h"

namespace incidents {

void Assembly::because(std::string field, std::uint32_t begin, std::uint32_t end, const Origin& origin) {
  const auto [name, source] = origin_name(view, origin);
  note_rule(name);
  if (in.explain) out.reasons.push_back({std::move(field), view.text(begin, end), view.source->span(begin, end), name, source});
}

void Assembly::note_rule(const std::string& name) {
  if (!name.empty() && std::find(out.rules.begin(), out.rules.end(), name) == out.rules.end()) out.rules.push_back(name);
}

}  // namespace incidents
