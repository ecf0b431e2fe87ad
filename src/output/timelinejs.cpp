/// The spreadsheet that TimelineJS reads: https://timeline.knightlab.com/docs/using-spreadsheets.html
#include "incidents/date.h"
#include "output/cells.h"
#include "output/formats.h"

namespace incidents::output {
namespace {

/// Year, month and day of a bound, as coarse as the date is.
std::vector<std::string> parts_of(Date day, DatePrecision precision) {
  const bool has_month = precision != DatePrecision::year && precision != DatePrecision::decade;
  const bool has_day = has_month && precision != DatePrecision::month && precision != DatePrecision::season;
  return {std::to_string(day.year), has_month ? std::to_string(day.month) : "", has_day ? std::to_string(day.day) : ""};
}

std::string headline(const Incident& incident, const Labels& labels) {
  const std::string type = labels.get(incident.type);
  return incident.locations.empty() ? type : type + ", " + incident.locations.front().name;
}

}  // namespace

void begin_timelinejs(const Style& style, std::string& out) {
  if (style.bom) out += "\xef\xbb\xbf";
  append_csv_row({"Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline",
                  "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background"},
                 out);
}

void record_timelinejs(const Document& document, const Style& style, std::string& out) {
  for (const Incident& incident : document.incidents) {
    if (!incident.date || !incident.date->start) continue;
    const IncidentDate& date = *incident.date;
    std::vector<std::string> cells = parts_of(*date.start, date.precision);
    cells.push_back("");
    const bool is_span = date.end && *date.end != *date.start;
    const auto end = is_span ? parts_of(*date.end, date.precision) : std::vector<std::string>(3);
    cells.insert(cells.end(), end.begin(), end.end());
    cells.insert(cells.end(), {"", guarded(date.text), guarded(headline(incident, *style.labels)),
                               incident.evidence.empty() ? "" : guarded(incident.evidence.front().text), "", "", "", "", "",
                               guarded(style.labels->get("category_" + incident.category)), ""});
    append_csv_row(cells, out);
  }
}

}  // namespace incidents::output
