/// `incidents place NAME…`: a name's rows as the program reads them without context, the likeliest first.
#include "mentions/place.h"

#include <fmt/format.h>

#include <memory>

#include "cli/command.h"
#include "cli/sink.h"
#include "lexicon/embedded.h"
#include "lexicon/lexicon.h"

namespace incidents::cli {
namespace {

std::string describe(const PlaceCandidate& candidate) {
  const IncidentLocation& where = candidate.location;
  std::string parents;
  for (const auto& parent : {where.admin2, where.admin1, where.country_name}) {
    if (parent && *parent != where.name) parents += (parents.empty() ? "" : ", ") + *parent;
  }
  const std::string point = where.lat && where.lon ? fmt::format("{:.4f} {:.4f}", *where.lat, *where.lon) : "-";
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{:.1f}\t{}\t{}:{}\n", where.name, where.latin.value_or("-"), where.kind,
                     parents.empty() ? "-" : parents, where.country.value_or("-"), point, candidate.score,
                     candidate.why, candidate.source.file, candidate.source.line);
}

}  // namespace

std::function<int()> declare_place(CLI::App& app) {
  const auto names = std::make_shared<std::vector<std::string>>();
  app.add_option("name", *names, "Names in Devanagari; put one of several words in quotes")
      ->required()
      ->type_name("NAME");
  return [names] {
    const Lexicon lexicon(embedded_image());
    std::string out = "name\tlatin\tkind\tparents\tcountry\tpoint\tscore\twhy\trow\n";
    for (const std::string& name : *names) {
      const auto candidates = look_up_place(lexicon, name);
      if (candidates.empty()) out += fmt::format("{}\t-\tunknown\t-\t-\t-\t-\tin no gazetteer row\t-\n", name);
      for (const PlaceCandidate& candidate : candidates) out += describe(candidate);
    }
    Sink sink(std::nullopt);
    sink.write(out);
    sink.commit();
    return 0;
  };
}

}  // namespace incidents::cli
