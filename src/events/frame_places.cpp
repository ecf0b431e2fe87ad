#include "events/frame_places.h"

#include <algorithm>

namespace incidents {

bool FramePlaces::is_scene(const Mention& m) const {
  const Toponym& t = view_.mentions->places[m.payload];
  if (!t.is_scene_candidate || t.is_adjective || t.is_dateline || is_gloss(m)) return false;
  if (t.is_sure) return true;
  // “the Iran-backed militia”, “Delhi Police”: a part of somebody's name.
  const MentionIndex actor = view_.mention_over(m.begin, MentionKind::actor);
  if (actor != kNone && view_.mention(actor).end > m.end) return false;
  return !belongs_to_body(m) && !is_of_occasion(m);
}

void FramePlaces::keep_scenes_of_trigger(Frame& frame) const {
  const TriggerHit* strongest = nullptr;
  for (const TriggerHit& t : frame.triggers) {
    if (!strongest || t.strength > strongest->strength) strongest = &t;
  }
  if (!strongest || strongest->strength != Strength::strong) return;
  const std::uint32_t clause = view_.clause_of(view_.mention(strongest->mention).begin);
  const auto before = [&](MentionIndex p) { return view_.clause_of(view_.mention(p).begin) < clause; };
  const bool own = std::any_of(frame.places.begin(), frame.places.end(), [&](MentionIndex p) {
    const Mention& m = view_.mention(p);
    return view_.clause_of(m.begin) == clause && !view_.mentions->places[m.payload].is_origin;  // “people of H died”
  });
  if (own) std::erase_if(frame.places, before);
}

void FramePlaces::take_place_pointed_at(Frame& frame, const Frame& before) const {
  if (!frame.places.empty()) return;
  for (std::uint32_t t = frame.first; t < frame.last; ++t) {
    const LexicalMatch* p = view_.phrase_at(t, sym_.pronoun);
    if (!p || view_.string(view_.attribute(p->entry, sym_.k_points)) != "place") continue;
    if (t == view_.sentences[frame.sentence].first && view_.phrase_at(t, sym_.conjunction)) continue;  // “udhar”: elsewhere
    constexpr std::uint32_t kBack = 2;
    if (before.sentence + kBack < frame.sentence) return;
    frame.places = before.places;
    // “Two died there”: of what the sentence before told.
    const bool goes_on = view_.attribute(p->entry, sym_.k_more) == sym_.v_yes && t <= frame.first + 1 && before.sentence + 1 == frame.sentence && frame.date == kNone && !frame.paragraph_start && !frame.shift;
    frame.anaphor = frame.anaphor || (goes_on && !before.triggers.empty() && !before.places.empty());
    if (goes_on && before.figures.empty() && before.date != kNone && !before.headline) frame.date = before.date;  // “On Saturday it reached X. There 14 died”
    return;
  }
}

/// “In the university”: the body's house is meant.
bool FramePlaces::is_stood_at(std::uint32_t end) const {
  const StringId marker = view_.case_at(end);
  return marker == sym_.v_mein || marker == sym_.v_par;
}

/// “a think tank of Islamabad”: the place of a body, not of what happened.
bool FramePlaces::belongs_to_body(const Mention& m) const {
  std::uint32_t t = m.end;
  if (view_.case_at(t, &t) != sym_.v_ka) return false;
  constexpr std::uint32_t kModifiers = 2;
  for (std::uint32_t k = 0; k <= kModifiers && t < view_.size() && !view_.is_punctuation(t); ++k, ++t) {
    const MentionIndex actor = view_.mention_at(t, MentionKind::actor);
    if (actor == kNone || view_.mention_over(t, MentionKind::place) != kNone) continue;  // “panchayat P” is a village
    const Mention& a = view_.mention(actor);
    if (a.payload == kNone) return false;
    const std::string_view kind = view_.mentions->actors[a.payload].kind;
    return kind == "media" || ((kind == "organization" || kind == "government") && !is_stood_at(a.end));
  }
  return false;
}

/// “(Mumbai Agra National Highway)”, “Iran attacked Israel: …”: words in Latin letters among their like say the same again.
bool FramePlaces::is_gloss(const Mention& place) const {
  if (!is_latin(place.begin)) return false;
  const bool in_brackets = place.begin > 0 && view_.is_mark(place.begin - 1, '(') && place.begin > 1 && !is_latin(place.begin - 2);
  const bool beside = (place.begin > 0 && is_latin(place.begin - 1)) || (place.end < view_.size() && is_latin(place.end));
  constexpr std::uint32_t kRun = 8;
  std::uint32_t end = place.end;
  while (end < std::min(view_.size(), place.end + kRun) && is_latin(end)) ++end;
  return in_brackets || (beside && view_.case_at(end) == 0);  // “Greater Noida West mein”
}

bool FramePlaces::is_latin(std::uint32_t token) const {
  const char c = view_.word(token).front();
  return c >= 'a' && c <= 'z';
}

/// “Manipur ghatna ke virodh mein”, “Fatehabad mein hue lathicharge ke virodh mein”: where the occasion was.
bool FramePlaces::is_of_occasion(const Mention& place) const {
  constexpr std::uint32_t kReach = 8;
  const std::uint32_t last = std::min(view_.sentences[view_.sentence_of(place.begin)].last, place.end + kReach);
  bool named = view_.case_at(place.end) == 0;
  std::uint32_t happened = 0;  // end of the event word
  for (std::uint32_t t = place.end; t < last; ++t) {
    if (view_.mention_at(t, MentionKind::place) != kNone || view_.is_punctuation(t)) return false;
    const StringId marker = view_.case_at(t);
    if (marker == sym_.v_ke_khilaf || marker == sym_.v_ke_bare) return named && happened == t;
    const MentionIndex event = view_.mention_at(t, MentionKind::trigger);
    const LexicalMatch* happening = view_.phrase_at(t, sym_.happening);
    if (event == kNone && !happening) continue;
    happened = event != kNone ? view_.mention(event).end : happening->end;
    named = named || (t > place.end && view_.has_class(t - 1, sym_.verb) && view_.case_at(t - 1) == 0);  // “ki” is also a verb
  }
  return false;
}

}  // namespace incidents
