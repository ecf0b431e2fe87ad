#include "events/accusation.h"

#include <algorithm>

#include "events/role_finder.h"
#include "events/speaker.h"

namespace incidents {
namespace {

class AccusationFinder : RoleFinder {
 public:
  using RoleFinder::RoleFinder;

  void find_sources() {
    for (const Speaker& speaker : find_speakers(view_, frame_, reading_.category() == Category::politics || reading_.category() == Category::unrest)) {
      RoleHit h = reading_.hit(speaker.phrase, "source");
      if (speaker.cue == Cue::allege) h.status = "alleged";
      if (speaker.cue == Cue::deny) h.status = "denied";
      if (speaker.cue == Cue::attribution && reading_.category() == Category::attack && owns_up(speaker.phrase, h.kind)) {
        const bool group = h.kind == "armed_group";
        if (!group) reading_.hits.push_back(h);  // an army tells more than that it did it
        h.role = group ? "claimant" : "perpetrator";
        if (group) h.status = "claimed";
      }
      reading_.hits.push_back(std::move(h));
    }
  }

  /// “X ko zimmedaar thahraya”, “X par … ka aarop”, “X ka haath”: the row's `blames` says behind which case X stands.
  void find_blamed() {
    if (reading_.category() != Category::attack && reading_.category() != Category::crime) return;
    view_.for_each(MentionKind::cue, frame_.first, frame_.last, [&](MentionIndex, const Mention& m) {
      const StringId blames = view_.attribute(m, sym_.k_blames);
      if (blames == 0) return;
      if (blames == reading_.roles.nominative()) return blame_behind(m);
      // “shak X par”: the cue's last word is the postposition itself.
      const bool inside = m.end > m.begin + 1 && view_.case_at(m.end - 1) == blames;
      const std::uint32_t from = inside ? m.end : m.begin + 1, limit = inside ? m.begin + 1 : reading_.sentence_begin(m.begin);
      for (std::uint32_t t = from; t-- > limit;) {
        if (view_.case_at(t) != blames) continue;
        if (const LexicalMatch* c = t > 0 ? view_.phrase_before(t, sym_.conjunction) : nullptr; c) return;
        std::uint32_t end = t;
        if (view_.is_punctuation(end - 1) && view_.is_mark(end - 1, ',')) --end;  // “one of them, X, par … ka aarop hai”
        if (blame_before(m, end, limit)) return;
      }
    });
  }

 private:
  /// “X ne kaha ki usne Y par rocket daage”: an army, a land or a group says that it did it itself. Of a group's words
  /// the subject may be left out.
  bool owns_up(const NounPhrase& speaker, std::string_view kind) const {
    const bool group = kind == "armed_group";
    if (!group && kind != "military" && kind != "government") return false;
    for (std::uint32_t t = speaker.end; t < frame_.last; ++t) {
      const LexicalMatch* p = view_.phrase_at(t, sym_.pronoun);
      if (!p || view_.attribute(p->entry, sym_.k_case) != sym_.v_ne) continue;
      const StringId points = view_.attribute(p->entry, sym_.k_points);
      const bool several = view_.attribute(p->entry, sym_.k_number) == sym_.v_plural;
      return (points == sym_.v_near || points == sym_.v_far) && (group || !several) && government_.governs(p->end, group);
    }
    return group && tells_without_subject(speaker.end);
  }

  bool tells_without_subject(std::uint32_t after) const {
    std::uint32_t from = after;
    while (from < frame_.last && !opens_speech(from)) ++from;
    for (std::uint32_t t = from; t < frame_.last; ++t) {
      const StringId marker = view_.case_at(t);
      if (marker == sym_.v_ne || marker == sym_.v_dwara) return false;
    }
    return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      if (hit.noun || hit.from_effect || m.begin < from || m.end >= frame_.last || view_.attribute(m, sym_.k_doer) == sym_.v_no) return false;
      const LexicalMatch* f = view_.phrase_at(m.end, sym_.function);  // “daage hain”, not “daage gaye hain”
      return f && view_.attribute(f->entry, sym_.k_part) == sym_.v_auxiliary && government_.is_own(hit);
    });
  }

  /// The conjunction “that”.
  bool opens_speech(std::uint32_t t) const {
    const LexicalMatch* c = view_.phrase_at(t, sym_.conjunction);
    return c && view_.attribute(c->entry, sym_.k_quotes) == sym_.v_yes;
  }

  /// Blames whom the phrases that end there name; false where they name nobody.
  bool blame_before(const Mention& cue, std::uint32_t end, std::uint32_t limit) {
    bool anybody = false;
    for (const NounPhrase& p : reading_.phrases_before(end, limit)) {
      const bool who = !p.empty() && !p.nobody && !p.pointing && (p.actor != kNone || view_.mention_over(p.end - 1, MentionKind::place) != kNone);
      anybody = anybody || who;
      const bool convicted = sym_.cue_of(view_.attribute(cue, sym_.k_cue)) == Cue::trial;
      // “a case against four people” says nothing of who they are.
      if (!who || reading_.overlaps(p.begin, p.end) || (!convicted && reading_.is_anyone(p.begin, p.end) && !names_owner(p))) continue;
      reading_.hits.push_back(reading_.hit(p, "perpetrator"));
      if (!convicted) reading_.hits.back().status = "alleged";
    }
    return anybody;
  }

  /// “X ke do logon par”: whose people they are says who.
  bool names_owner(const NounPhrase& p) const {
    for (std::uint32_t t = p.begin; t < p.end; ++t) {
      if (view_.case_at(t) == sym_.v_ka) return true;
    }
    return false;
  }

  /// “iske pichhe X hai”: who is behind it stands before the cue's last word.
  void blame_behind(const Mention& m) {
    const NounPhrase p = noun_phrase_before(view_, m.end - 1, m.begin + 1);
    if (p.empty() || p.nobody || p.pointing || p.actor == kNone || reading_.overlaps(p.begin, p.end)) return;
    reading_.hits.push_back(reading_.hit(p, "perpetrator"));
    reading_.hits.back().status = "alleged";
  }
};

}  // namespace

void add_sources(RoleReading& reading) {
  AccusationFinder(reading).find_sources();
}

void add_blamed(RoleReading& reading) {
  AccusationFinder(reading).find_blamed();
}

}  // namespace incidents
