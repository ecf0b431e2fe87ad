#include "events/speaker.h"

#include <algorithm>

namespace incidents {
namespace {

class SpeakerFinder {
 public:
  SpeakerFinder(const DocumentView& view, const Frame& frame, bool is_politics)
      : view_(view), sym_(view.sym), frame_(frame), is_politics_(is_politics) {}

  std::vector<Speaker> run() {
    // A promise of money tells nothing of what happened.
    if (view_.has_cue(Cue::compensation, frame_.first, frame_.last) && frame_.triggers.empty() && frame_.figures.empty()) return {};
    view_.for_each(MentionKind::cue, frame_.first, frame_.last, [&](MentionIndex i, const Mention& m) {
      const Cue cue = view_.cue(i);
      if (says(cue)) read(m, cue);
      else if (cue == Cue::trial && view_.case_at(m.end - 2) == sym_.v_ke_anusar) take_phrases(m.end - 2, Cue::attribution);  // “abhiyojan ke anusar”
      else if (cue == Cue::aggregate && has_verb(m) && is_present(m)) take_subject(m, cue);  // “pulis ke aankde batate hain”
    });
    drop_conveyors();
    return std::move(out_);
  }

 private:
  /// “agency X ke anusar Y ne bataya”: where somebody is quoted, the paper that quotes him is no source of its own.
  void drop_conveyors() {
    if (out_.size() < 2) return;
    std::erase_if(out_, [&](const Speaker& s) {
      return s.phrase.actor != kNone && kind_of(s.phrase.actor) == "media" && view_.case_at(s.phrase.end) == sym_.v_ke_anusar;
    });
  }

  std::string_view kind_of(MentionIndex actor) const {
    const Mention& m = view_.mention(actor);
    return m.payload != kNone ? std::string_view(view_.mentions->actors[m.payload].kind) : std::string_view();
  }

  static bool says(Cue cue) { return cue == Cue::attribution || cue == Cue::allege || cue == Cue::deny || cue == Cue::unnamed_source; }

  void read(const Mention& m, Cue cue) {
    const StringId speaker = view_.attribute(m, sym_.k_speaker);
    if (speaker == sym_.v_no) return;
    if (speaker == sym_.v_inside) return read_inside(m, cue);
    if (speaker == sym_.v_back) return look_back(m.begin, cue);
    if (speaker == sym_.v_subject) return take_subject(m, cue);
    if (speaker == sym_.v_ko) return take_phrases(m.begin, cue);
    bool told = false;
    for (std::uint32_t t = m.begin; t < m.end; ++t) {
      const StringId marker = view_.case_at(t);
      const bool owner = (t == m.begin && view_.attribute(m, sym_.k_blames) != sym_.v_ka) || cue == Cue::unnamed_source;  // “sootron ka kahna hai”, not “X ka haath bataya hai”
      if (marker == sym_.v_ke_anusar || marker == sym_.v_ne || (marker == sym_.v_ka && owner && states(m))) {
        take_phrases(t, cue);
        told = true;
      }
    }
    if (told && !is_verb(m.end - 1)) return;
    if (!told && cue != Cue::deny && !has_verb(m) && !(cue == Cue::allege && m.end < view_.size() && is_verb(m.end))) return;
    if (const std::uint32_t ne = agent_marker(m.begin); ne != kNone) {
      if (!gives_own_name(ne, m.begin)) take_phrases(ne, cue);
    }
    else if (they_say(m.begin)) look_back(m.begin, cue);
    else if (told) return;
    else if (is_present(m)) take_subject(m, cue);
    else if (const LexicalMatch* paper = view_.phrase_at(m.begin, sym_.telling)) take_paper(*paper, cue);
  }

  /// “unhonne kaha”: whoever has spoken before them.
  bool they_say(std::uint32_t t) const {
    const std::uint32_t first = view_.sentences[view_.sentence_of(t)].first;
    constexpr std::uint32_t kBefore = 8;  // tokens: “they told reporters on Monday that”
    for (std::uint32_t u = t; u-- > first && u + kBefore > t;) {
      const LexicalMatch* p = view_.phrase_at(u, sym_.pronoun);
      if (p && view_.attribute(p->entry, sym_.k_case) == sym_.v_ne)
        return view_.attribute(p->entry, sym_.k_points) != sym_.v_relative && view_.attribute(p->entry, sym_.k_number) == sym_.v_plural;
      if (view_.case_at(u) == sym_.v_ne) return false;
    }
    return false;
  }

  /// The speaker named last before the sentence, over others of the same speaker's.
  void look_back(std::uint32_t token, Cue cue) {
    constexpr std::uint32_t kFarthest = 6;
    if (looking_back_ || cue != Cue::attribution) return;
    looking_back_ = true;
    const std::uint32_t own = view_.sentence_of(token);
    for (std::uint32_t s = own; s-- > 0 && s + kFarthest >= own;) {
      const std::size_t known = out_.size();
      bool speech = false;
      view_.for_each(MentionKind::cue, view_.sentences[s].first, view_.sentences[s].last, [&](MentionIndex i, const Mention& m) {
        const Cue other = view_.cue(i);
        if (other != Cue::attribution && other != Cue::unnamed_source) return;
        speech = true;
        read(m, other);
      });
      if (out_.size() > known) {
        out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(known), out_.end() - 1);
        if (out_.back().phrase.actor == kNone || kind_of(out_.back().phrase.actor) == "media") out_.pop_back();
        break;
      }
      if (!speech && s + 1 < own) break;  // two sentences on nobody speaks any more
    }
    looking_back_ = false;
  }

  /// “aaropiyon ne apna naam X bataya”
  bool gives_own_name(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from + 1; t < to; ++t) {
      const LexicalMatch* own = view_.phrase_at(t, sym_.identity) ? view_.phrase_before(t, sym_.pronoun) : nullptr;
      if (own && view_.attribute(own->entry, sym_.k_points) == sym_.v_self) return true;
    }
    return false;
  }

  /// “pushti X ne ki”: the speaker stands between the noun of saying and its verb.
  void read_inside(const Mention& m, Cue cue) {
    for (std::uint32_t t = m.begin + 2; t < m.end; ++t) {
      if (view_.case_at(t) != sym_.v_ne) continue;
      for (const NounPhrase& p : joined_phrases_before(view_, t, m.begin + 1)) add(p, cue);
      return;
    }
  }

  /// “ka kahna hai”: the noun of saying is what is, so the genitive before it is the speaker.
  bool states(const Mention& m) const {
    for (std::uint32_t t = m.begin; t < std::min(m.end + 1, view_.size()); ++t) {
      const LexicalMatch* f = view_.phrase_at(t, sym_.function);
      if (f && view_.attribute(f->entry, sym_.k_part) == sym_.v_auxiliary) return true;
    }
    return false;
  }

  bool is_verb(std::uint32_t t) const { return view_.has_class(t, sym_.verb); }

  bool has_verb(const Mention& m) const {
    for (std::uint32_t t = m.begin; t < m.end; ++t) {
      if (is_verb(t)) return true;
    }
    return false;
  }

  /// “bataate hain”: present forms take no “ne”.
  bool is_present(const Mention& m) const {
    for (std::uint32_t t = m.begin; t < m.end; ++t) {
      if (!is_verb(t)) continue;
      const std::string_view w = view_.word(t);
      return std::any_of(sym_.present_endings.begin(), sym_.present_endings.end(), [&](const std::string& e) { return w.ends_with(e); });
    }
    return false;
  }

  /// Token of the “ne” that the verb before `t` belongs to; kNone where its subject is a pronoun or in another clause.
  std::uint32_t agent_marker(std::uint32_t t) const {
    const std::uint32_t first = view_.sentences[view_.sentence_of(t)].first;
    bool quoted = false;
    for (std::uint32_t u = t; u-- > first;) {
      if (is_quotation_mark(view_, u)) quoted = !quoted;
      if (quoted) continue;
      const LexicalMatch* p = view_.phrase_at(u, sym_.pronoun);
      if (p && view_.attribute(p->entry, sym_.k_case) == sym_.v_ne) return kNone;
      if (view_.case_at(u) == sym_.v_ne) return u;
      if (const LexicalMatch* c = view_.phrase_at(u, sym_.conjunction)) {
        if (view_.attribute(c->entry, sym_.k_joins) == sym_.v_clause) return kNone;
      }
      if (view_.is_mark(u, ';')) return kNone;
    }
    return kNone;
  }

  /// Does the row of a word in the phrase say that such people are no source, or only with figures?
  bool only_comments(const NounPhrase& p) const {
    for (std::uint32_t t = p.core; t < p.end; ++t) {
      for (const ClassId id : {sym_.office, sym_.organization, sym_.person_common, sym_.government}) {
        const LexicalMatch* row = view_.phrase_at(t, id);
        if (!row || row->end > p.end) continue;
        if (view_.attribute(row->entry, sym_.k_group) == sym_.v_court) return true;  // judges weigh what others tell
        const StringId speaker = view_.attribute(row->entry, sym_.k_speaker);
        if (speaker == sym_.v_no || (speaker == sym_.v_facts && !is_politics_ && frame_.figures.empty())) return true;
      }
    }
    return false;
  }

  /// “thana prabhari ne bataya”: whose name stood with the same office in the sentences before. Empty where nobody's did.
  NounPhrase named_officer(const NounPhrase& p) const {
    constexpr std::uint32_t kBack = 8;
    const LexicalMatch* title = view_.phrase_at(p.begin, sym_.office);
    const std::uint32_t own = view_.sentence_of(p.begin);
    if (!title || title->end != p.end || own == 0) return {};
    NounPhrase found;
    view_.for_each(MentionKind::actor, view_.sentences[own - std::min(own, kBack)].first, p.begin, [&](MentionIndex, const Mention& m) {
      if (m.payload == kNone || !view_.mentions->actors[m.payload].named_person || m.begin == 0) return;
      const LexicalMatch* office = view_.phrase_before(m.begin, sym_.office);
      if (office && view_.word(office->end - 1) == view_.word(title->end - 1)) found = noun_phrase_before(view_, m.end, view_.sentences[view_.sentence_of(m.begin)].first);
    });
    return found;
  }

  /// Is there anything of a happening in what is said?
  bool tells() const {
    if (!frame_.triggers.empty() || !frame_.figures.empty()) return true;
    constexpr std::uint32_t kShort = 14;  // tokens of “officials gave this information”
    if (frame_.last - frame_.first <= kShort) return true;
    bool facts = false;
    for (const MentionKind kind : {MentionKind::effect, MentionKind::trigger, MentionKind::number, MentionKind::weapon, MentionKind::date, MentionKind::place}) {
      view_.for_each(kind, frame_.first, frame_.last, [&](MentionIndex, const Mention&) { facts = true; });
    }
    for (std::uint32_t t = frame_.first; t < frame_.last; ++t) facts = facts || view_.has_class(t, sym_.determiner);  // “that this band …”
    return facts || view_.has_cue(Cue::anaphor, frame_.first, frame_.last);
  }

  /// “samachar agency ke mutabik”: which one is not said.
  bool is_some_paper(const NounPhrase& p) const {
    const LexicalMatch* paper = view_.phrase_before(p.end, sym_.media);
    return paper && paper->begin == p.begin && view_.attribute(paper->entry, sym_.k_generic) == sym_.v_yes;
  }

  void take_subject(const Mention& m, Cue cue) {
    std::uint32_t end = m.begin;
    // “sthaniya sootr batate hain”, “pulis ki report kahti hai”: the cue begins with the noun.
    const bool noun = cue == Cue::unnamed_source || cue == Cue::aggregate || view_.phrase_at(end, sym_.telling);
    while (noun && end < m.end && !is_verb(end)) ++end;
    const NounPhrase p = noun_phrase_before(view_, end, view_.sentences[view_.sentence_of(m.begin)].first);
    if (p.empty()) return;
    const bool person = p.actor != kNone || end > m.begin || view_.phrase_before(p.end, sym_.telling);
    if (person) add(p, cue);
  }

  /// “X ki or se jari bayan mein kaha gaya”: a passive has no agent, the paper has an author.
  void take_paper(const LexicalMatch& paper, Cue cue) {
    add(noun_phrase_before(view_, paper.end, view_.sentences[view_.sentence_of(paper.begin)].first), cue);
  }

  /// The phrase before a postposition and those joined to it.
  void take_phrases(std::uint32_t marker, Cue cue) {
    const std::uint32_t limit = view_.sentences[view_.sentence_of(marker)].first;
    for (const NounPhrase& p : joined_phrases_before(view_, marker, limit)) add(p, cue);
  }

  void add(NounPhrase p, Cue cue) {
    if (p.nobody || p.pointing || p.relative || p.empty()) return;
    if (!strip_telling(p)) return;
    if (p.actor == kNone) {
      const std::uint32_t head = p.end - 1;
      if (view_.mention_over(head, MentionKind::trigger) != kNone || view_.phrase_before(p.end, sym_.happening) ||
          view_.mention_over(head, MentionKind::number) != kNone || view_.mention_over(head, MentionKind::effect) != kNone) return;
    }
    if (only_comments(p) || is_some_paper(p)) return;
    if (const NounPhrase named = named_officer(p); !named.empty()) p = named;
    const bool known = std::any_of(out_.begin(), out_.end(), [&](const Speaker& s) { return s.phrase.begin < p.end && p.begin < s.phrase.end; });
    if (!known) out_.push_back({p, cue});
  }

  /// “X ki report”: X is who says it. False where only the paper is left and it names nobody.
  bool strip_telling(NounPhrase& p) const {
    const LexicalMatch* paper = view_.phrase_before(p.end, sym_.telling);
    if (!paper || p.actor != kNone) return true;
    if (p.core > p.begin) {
      const LexicalMatch* marker = view_.phrase_before(p.core, sym_.marker);
      if (marker && marker->begin > p.begin) {
        p = noun_phrase_before(view_, marker->begin, p.begin);
        return !p.empty();
      }
    }
    if (const NounPhrase author = author_before(std::min(p.begin, paper->begin)); !author.empty()) {
      p = author;
      return true;
    }
    if (view_.attribute(paper->entry, sym_.k_speaker) == sym_.v_yes) return true;
    for (std::uint32_t t = p.begin; t < paper->begin; ++t) {
      if (!is_verb(t) && !view_.has_class(t, sym_.issued) && view_.mention_over(t, MentionKind::number) == kNone) return true;
    }
    return false;
  }

  bool is_how_it_came(std::uint32_t t) const {
    return is_verb(t) || view_.has_class(t, sym_.issued) || view_.has_class(t, sym_.adjective) || view_.has_class(t, sym_.function) ||
           view_.mention_over(t, MentionKind::number) != kNone;
  }

  /// “pulis se mili jankari”, “X dvara mangalvar ko jari bayan”, “X ki or se di gai suchna”, “akhbar mein prakashit khabar”:
  /// whose paper it is stands before the words for how it came.
  NounPhrase author_before(std::uint32_t paper) const {
    constexpr std::uint32_t kWords = 7;
    const std::uint32_t first = view_.sentences[view_.sentence_of(paper)].first;
    for (std::uint32_t t = paper; t > first && t + kWords > paper;) {
      if (const LexicalMatch* marker = view_.phrase_before(t, sym_.marker); marker && marker->begin > first) {
        const StringId cased = view_.attribute(marker->entry, sym_.k_case);
        const bool date = view_.mention_over(t - 1, MentionKind::date) != kNone || view_.mention_over(marker->begin - 1, MentionKind::date) != kNone;
        if (date) t = marker->begin;  // “on Tuesday”
        else if (cased == sym_.v_dwara || cased == sym_.v_ki_or_se || cased == sym_.v_se || cased == sym_.v_mein) {
          const NounPhrase p = noun_phrase_before(view_, marker->begin, first);
          // “X dvara sansad mein rakhe aankde”: only a paper is what news stands in.
          const bool in_paper = p.actor != kNone && kind_of(p.actor) == "media";
          if (cased == sym_.v_mein && !in_paper && !p.empty()) {
            t = p.begin;
            continue;
          }
          const bool anybody = cased == sym_.v_dwara || cased == sym_.v_ki_or_se || p.actor != kNone;
          return anybody && !p.pointing && !p.nobody ? p : NounPhrase{};
        } else return {};
      } else if (const MentionIndex d = view_.mention_over(t - 1, MentionKind::date); d != kNone) t = view_.mention(d).begin;
      else if (is_how_it_came(t - 1)) --t;
      else return {};
    }
    return {};
  }

  const DocumentView& view_;
  const Symbols& sym_;
  const Frame& frame_;
  bool is_politics_;
  std::vector<Speaker> out_;
  bool looking_back_ = false;
};

}  // namespace

std::vector<Speaker> find_speakers(const DocumentView& view, const Frame& frame, bool is_politics) { return SpeakerFinder(view, frame, is_politics).run(); }

}  // namespace incidents
