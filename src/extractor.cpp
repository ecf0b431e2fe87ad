/// The pipeline, nothing else: bytes → text → tokens → mentions → frames → incidents.
#include "incidents/extractor.h"

#include <fmt/format.h>

#include "data.h"
#include "events/annotation.h"
#include "events/build.h"
#include "mentions/dateline.h"
#include "mentions/place.h"
#include "mentions/recognise.h"
#include "mentions/timex.h"
#include "text/decode.h"
#include "text/normalise.h"
#include "text/source_text.h"
#include "text/tokenise.h"

namespace incidents {

struct Scratch::State {
  Decoded decoded;
  std::string normal;
  OffsetMap map;
  Tokens tokens;
  Mentions mentions;
  RecogniseScratch recognise;
  PlaceScratch places;
  SourceText source;
  IncidentBuilder builder;
};

Scratch::Scratch() : state_(std::make_unique<State>()) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

Extractor::Extractor(Options options) : data_(std::make_unique<const Data>()), options_(options) {}
Extractor::Extractor(Options options, const std::string& lexicon_dir)
    : data_(std::make_unique<const Data>(lexicon_dir)), options_(options) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

std::string Extractor::data_hash() const { return data_->lexicon.hash(); }

std::vector<std::vector<std::string>> Extractor::table(std::string_view name) const {
  const Table table = data_->lexicon.table(name);
  std::vector<std::vector<std::string>> out;
  if (table.empty()) return out;
  const auto text = [&](StringId id) { return std::string(data_->lexicon.string(id)); };
  out.emplace_back();
  for (std::uint32_t c = 0; c < table.column_count(); ++c) out.back().push_back(text(table.column_name(c)));
  for (std::uint32_t r = 0; r < table.row_count(); ++r) {
    out.emplace_back();
    for (std::uint32_t c = 0; c < table.column_count(); ++c) out.back().push_back(text(table.cell(r, c)));
  }
  return out;
}

namespace {

/// The day that relative dates are counted from, and who said so.
struct Publication {
  std::optional<Date> day;
  PublishedFrom from = PublishedFrom::none;
};

/// A file's name or time is only the next best to what the article says of itself.
bool yields_to_dateline(PublishedFrom from) {
  return from == PublishedFrom::none || from == PublishedFrom::filename || from == PublishedFrom::mtime;
}

/// Text → mentions, resolved.
Publication recognise(const Extractor::Data& data, std::string_view bytes, const ArticleInfo& info, OffsetUnit unit,
                      Scratch::State& s) {
  s.decoded = decode(bytes);
  normalise(s.decoded.text, s.normal, s.map);
  tokenise(s.normal, s.tokens, {&data.abbreviations, s.map.capitals()});
  data.recogniser.recognise(s.normal, s.tokens, s.mentions, s.recognise);
  resolve_places(data.gazetteer, s.normal, s.tokens.tokens, s.tokens.sentences, s.mentions, s.places);
  const auto resolve = [&](std::optional<Date> published) {
    resolve_dates(data.tenses, s.normal, s.tokens.tokens, s.tokens.sentences, published, s.mentions);
  };
  Publication publication{info.published, info.published_from};
  resolve(publication.day);
  if (yields_to_dateline(publication.from)) {
    auto day = dateline_day(s.mentions, s.tokens.tokens);
    if (!day) day = page_day(s.mentions, s.normal, s.tokens.tokens, data.events.symbols().publication_words);
    if (day) {
      publication = {day, PublishedFrom::dateline};
      resolve(day);
    }
  }
  s.source.reset(s.decoded.text, s.map, s.tokens.tokens, unit);
  return publication;
}

std::uint32_t count_unresolved(const Mentions& mentions) {
  std::uint32_t count = 0;
  for (const Mention& m : mentions.all) {
    count += m.kind == MentionKind::date && !m.superseded && mentions.dates[m.payload].needs_published;
  }
  return count;
}

}  // namespace

Document Extractor::extract(std::string_view bytes, const ArticleInfo& info, Scratch& scratch) const {
  Scratch::State& s = scratch.state();
  const Publication publication = recognise(*data_, bytes, info, options_.offsets, s);
  DocumentView view(data_->lexicon, data_->rules, data_->events.symbols());
  view.reset(s.normal, s.tokens.tokens, s.tokens.sentences, s.recognise.phrases, s.mentions, s.source, publication.day);

  Document out;
  out.meta = {info.id,       info.path, info.title, publication.day, publication.from, s.source.code_points(),
              static_cast<std::uint32_t>(s.tokens.sentences.size()), static_cast<std::uint32_t>(s.tokens.tokens.size())};
  out.incidents = s.builder.build(data_->events, view, options_.explain, out.unused_numbers);
  out.diagnostics = s.decoded.diagnostics;
  out.unresolved_dates = count_unresolved(s.mentions);
  if (options_.with_text) out.text = s.decoded.text;
  return out;
}

Annotation Extractor::annotate(std::string_view bytes, const ArticleInfo& info, Scratch& scratch) const {
  Scratch::State& s = scratch.state();
  const Publication publication = recognise(*data_, bytes, info, options_.offsets, s);
  DocumentView view(data_->lexicon, data_->rules, data_->events.symbols());
  view.reset(s.normal, s.tokens.tokens, s.tokens.sentences, s.recognise.phrases, s.mentions, s.source, publication.day);

  Annotation out;
  out.id = info.id;
  out.text = s.decoded.text;
  out.diagnostics = s.decoded.diagnostics;
  for (std::uint32_t t = 0; t < s.tokens.tokens.size(); ++t) out.tokens.push_back(s.source.span(t, t + 1));
  for (const Sentence& sentence : s.tokens.sentences) out.sentences.push_back(s.source.span(sentence.first, sentence.last));
  for (const Mention& m : s.mentions.all) {
    if (!m.superseded) annotate_mention(view, m, out.mentions);
  }
  return out;
}

}  // namespace incidents
