#include "events/annotation.h"

#include <fmt/format.h>

namespace incidents {

OriginName origin_name(const DocumentView& view, const Origin& origin) {
  if (origin.kind == Origin::Kind::rule) {
    const SourceLine line = view.rules.source(origin.id);
    return {std::string(view.rules.name(origin.id)), fmt::format("{}:{}", line.file, line.line)};
  }
  if (origin.kind == Origin::Kind::entry) {
    const SourceLine line = view.lexicon.entry_source(origin.id);
    return {fmt::format("{}:{}", view.lexicon.class_name(view.lexicon.entry_class(origin.id)),
                        view.string(view.lexicon.entry_name(origin.id))),
            fmt::format("{}:{}", line.file, line.line)};
  }
  return {};
}

IncidentDate to_incident_date(const DocumentView& view, const Mention& date) {
  const Timex& t = view.mentions->dates[date.payload];
  IncidentDate d;
  d.start = t.start;
  d.end = t.end;
  d.precision = t.precision;
  d.timex = t.timex;
  d.resolved_from = t.resolved_from;
  d.text = view.text(date.begin, date.end);
  d.span = view.source->span(date.begin, date.end);
  return d;
}

void annotate_mention(const DocumentView& view, const Mention& m, std::vector<AnnotatedMention>& out) {
  AnnotatedMention a;
  a.span = view.source->span(m.begin, m.end);
  a.text = view.text(m.begin, m.end);
  a.rule = origin_name(view, m.origin).name;
  switch (m.kind) {
    case MentionKind::number: {
      const NumberValue& n = view.mentions->numbers[m.payload];
      a.kind = "number";
      a.min = n.min;
      a.max = n.max;
      a.qualifier = n.qualifier;
      break;
    }
    case MentionKind::date:
      a.kind = "date";
      a.date = to_incident_date(view, m);
      break;
    case MentionKind::place: {
      const Toponym& t = view.mentions->places[m.payload];
      if (t.is_adjective) return;
      a.kind = "location";
      if (t.name_end > t.name_begin) {
        a.span = view.source->span(t.name_begin, t.name_end);
        a.text = view.text(t.name_begin, t.name_end);
      }
      a.location = t.resolved;
      a.location->name = a.text;
      a.location->span = a.span;
      break;
    }
    case MentionKind::actor: {
      a.kind = "actor";
      a.value_name = a.text;
      if (m.payload != kNone) {
        const ActorValue& actor = view.mentions->actors[m.payload];
        if (!actor.name.empty()) a.value_name = actor.name;
        a.value_kind = actor.kind;
        a.country = actor.country;
      }
      break;
    }
    case MentionKind::weapon:
      a.kind = "weapon";
      a.value_kind = view.string(view.attribute(m, view.sym.k_kind));
      break;
    case MentionKind::trigger:
      a.kind = "trigger";
      a.value_kind = view.string(view.attribute(m, view.sym.k_type));
      break;
    default:
      return;
  }
  out.push_back(std::move(a));
}

}  // namespace incidents
