#include "output/annotation.h"

#include <algorithm>
#include <vector>

#include "output/formats.h"
#include "output/names.h"
#include "output/utf8.h"

namespace incidents::output {
namespace {

void write_span_keys(Span span, JsonWriter& json) {
  json.key("start");
  json.integer(span.start);
  json.key("end");
  json.integer(span.end);
}

void write_number_value(const AnnotatedMention& mention, JsonWriter& json) {
  json.open('{');
  json.key("min");
  mention.min ? json.number(*mention.min) : json.null();
  json.key("max");
  mention.max ? json.number(*mention.max) : json.null();
  json.key("qualifier");
  json.string(name_of(mention.qualifier));
  json.close('}');
}

void write_date_value(const IncidentDate& date, JsonWriter& json) {
  json.open('{');
  json.key("start");
  json.date_or_null(date.start);
  json.key("end");
  json.date_or_null(date.end);
  json.key("precision");
  json.string(name_of(date.precision));
  json.key("timex");
  json.string_or_null(date.timex);
  json.close('}');
}

void write_value(const AnnotatedMention& mention, JsonWriter& json) {
  if (mention.kind == "number") return write_number_value(mention, json);
  if (mention.date) return write_date_value(*mention.date, json);
  if (mention.location) return write_location(*mention.location, json);
  json.open('{');
  if (mention.kind == "trigger") {
    json.key("type");
    json.string_or_null(mention.value_kind);
  } else {
    json.key("name");
    json.string_or_null(mention.value_name);
    json.key("kind");
    json.string_or_null(mention.value_kind);
    if (mention.kind == "actor") {
      json.key("country");
      json.string_or_null(mention.country);
    }
  }
  json.close('}');
}

struct Mark {
  std::string_view kind;
  std::string_view color;
};
constexpr Mark kMarks[] = {{"number", "\x1b[36m"}, {"date", "\x1b[32m"},    {"location", "\x1b[34m"},
                           {"actor", "\x1b[35m"},  {"weapon", "\x1b[33m"}, {"trigger", "\x1b[1;31m"}};

std::string_view color_of(std::string_view kind) {
  for (const Mark& mark : kMarks) {
    if (mark.kind == kind) return mark.color;
  }
  return "\x1b[4m";
}

/// Mentions from left to right without overlaps, the longer one first.
std::vector<const AnnotatedMention*> outermost(const std::vector<AnnotatedMention>& mentions) {
  std::vector<const AnnotatedMention*> sorted;
  for (const AnnotatedMention& mention : mentions) sorted.push_back(&mention);
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) {
    return a->span.start != b->span.start ? a->span.start < b->span.start : a->span.end > b->span.end;
  });
  std::vector<const AnnotatedMention*> chosen;
  for (const AnnotatedMention* mention : sorted) {
    if (chosen.empty() || mention->span.start >= chosen.back()->span.end) chosen.push_back(mention);
  }
  return chosen;
}

/// A place in a text that only moves on, in one offset unit; bytes() gives where it stands.
class Cursor {
 public:
  Cursor(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {}

  /// Moves to `offset`, which is not before the last one, and gives the words passed over.
  std::string_view advance(std::uint32_t offset) {
    const std::size_t from = at_;
    while (position_ < offset && at_ < text_.size()) {
      const CodePoint c = decode_at(text_, at_);
      at_ += c.length;
      position_ += unit_ == OffsetUnit::bytes ? c.length : unit_ == OffsetUnit::utf16 && c.value > 0xffff ? 2u : 1u;
    }
    return text_.substr(from, at_ - from);
  }
  std::string_view rest() const { return text_.substr(at_); }

 private:
  std::string_view text_;
  OffsetUnit unit_;
  std::size_t at_ = 0;
  std::uint32_t position_ = 0;
};

/// Printable, but with its line breaks.
void append_lines(std::string& out, std::string_view text) {
  for (std::size_t from = 0;;) {
    const std::size_t end = text.find('\n', from);
    append_printable(out, text.substr(from, end - from));
    if (end == std::string_view::npos) return;
    out += '\n';
    from = end + 1;
  }
}

void write_tokens(const Annotation& annotation, OffsetUnit unit, JsonWriter& json) {
  json.key("tokens");
  json.open('[');
  Cursor cursor(annotation.text, unit);
  for (const Span& token : annotation.tokens) {
    json.open('{');
    write_span_keys(token, json);
    json.key("text");
    cursor.advance(token.start);
    json.string(cursor.advance(token.end));
    json.close('}');
  }
  json.close(']');
}

}  // namespace

void record_annotation_ndjson(const Annotation& annotation, const Style& style, std::string& out) {
  JsonWriter json(out);
  json.open('{');
  json.key("id");
  json.string(annotation.id);
  write_tokens(annotation, style.offsets, json);
  json.key("sentences");
  json.open('[');
  for (const Span& sentence : annotation.sentences) {
    json.open('{');
    write_span_keys(sentence, json);
    json.close('}');
  }
  json.close(']');
  json.key("mentions");
  json.open('[');
  for (const AnnotatedMention& mention : annotation.mentions) {
    json.open('{');
    json.key("kind");
    json.string(mention.kind);
    write_span_keys(mention.span, json);
    json.key("text");
    json.string(mention.text);
    json.key("value");
    write_value(mention, json);
    json.key("rule");
    json.string_or_null(mention.rule);
    json.close('}');
  }
  json.close(']');
  json.close('}');
  out += '\n';
}

void record_annotation_text(const Annotation& annotation, const Style& style, std::string& out) {
  Cursor cursor(annotation.text, style.offsets);
  for (const AnnotatedMention* mention : outermost(annotation.mentions)) {
    append_lines(out, cursor.advance(mention->span.start));
    out += style.color ? color_of(mention->kind) : "[";
    append_lines(out, cursor.advance(mention->span.end));
    out += style.color ? "\x1b[0m" : "](" + mention->kind + ")";
  }
  append_lines(out, cursor.rest());
  if (out.empty() || out.back() != '\n') out += '\n';
}

}  // namespace incidents::output
