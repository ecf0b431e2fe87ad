#include "output/explanation.h"

#include <fmt/format.h>

#include <algorithm>

#include "output/utf8.h"

namespace incidents::output {
namespace {

void append_reasons(const std::vector<Reason>& reasons, const Style& style, std::string& out) {
  const auto width = [&](const std::string& text) { return style.width ? style.width(text) : text.size(); };
  std::size_t columns = 0;
  for (const Reason& reason : reasons) columns = std::max(columns, reason.field.size());
  for (const Reason& reason : reasons) {
    const std::string words = printable(reason.text);
    out += fmt::format("  {:<{}}  {}", reason.field, columns, words);
    out.append(width(words) < 30 ? 30 - width(words) : 0, ' ');
    out += fmt::format("  {}-{}  {}", reason.span.start, reason.span.end, printable(reason.rule));
    if (!reason.source.empty()) out += "  (" + printable(reason.source) + ")";
    out += '\n';
  }
}

}  // namespace

void record_explanation(const Document& document, const Style& style, std::string& out) {
  const Labels& labels = *style.labels;
  out += printable(document.meta.path.value_or(document.meta.id)) + "\n\n";
  if (document.incidents.empty()) out += labels.get("no_incidents") + "\n";
  for (const Incident& incident : document.incidents) {
    out += fmt::format("{}  {}\n", printable(incident.id), printable(labels.get(incident.type)));
    append_reasons(incident.reasons, style, out);
    out += '\n';
  }
  if (!document.unused_numbers.empty()) {
    out += labels.get("unused_numbers") + '\n';
    append_reasons(document.unused_numbers, style, out);
  }
}

}  // namespace incidents::output
