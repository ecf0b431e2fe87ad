#pragma once
/// Which type the words of a draft decide: every word of its frames votes, and narrower types win over general ones.
#include "events/frame_content.h"

namespace incidents {

inline constexpr double kOneWord = 2.8;  ///< votes of one strong word

class TypeVotes {
 public:
  TypeVotes(const Material& material, const FrameContent& content)
      : view_(material.view), types_(material.types), facts_(material.facts), content_(content) {}

  /// Arrests and searches, but not rescues, which belong to what they follow.
  bool is_operation(const Draft& draft) const;
  /// “in the same way three were buried next door last June”
  bool is_likewise(const Frame& frame) const;
  /// The type that says only the category of the draft's, or the draft's own where its category has none.
  EventId kind_of(const Draft& draft) const;
  /// The type that a frame tells first of all; kNoEvent for none.
  EventId primary_type(const Frame& frame) const;
  bool is_politics(EventId type) const;
  /// May a mention of the type speak of what the draft tells? Types that only follow it (the arrest after the riot) do
  /// not stand for it.
  bool types_fit(EventId type, const TriggerHit* hit, const Draft& draft) const;
  /// “A body was found. … It looks like murder”: so far only a death without its cause was told, that may be this.
  bool explains(EventId type, const Draft& draft) const;
  /// Of words that count as much as the frame's first: “broke the ceasefire and shelled”.
  bool any_type_fits(const Frame& frame, EventId type, const Draft& draft) const;
  /// Does the one belong to the other as the arrest to the riot?
  bool follows(EventId type, const Draft& draft) const;
  /// The wounded are those of the riot, not of the curfew that followed.
  bool is_bloodless(const Draft& draft) const;
  /// The rescue days after a flood is the flood's.
  bool belongs_later(EventId type, const Draft& draft) const;
  /// Something that has one place.
  bool is_accident(const Draft& draft) const;
  /// “on Tuesday he was sent to jail”: only what was done about it.
  bool only_follows(const Frame& frame, EventId told) const;
  /// “five died of lightning … the first incident …”: what is told one by one is of the kind that the article opens with,
  /// where its own words do not say otherwise.
  void expect_kind(const Frame& frame, EventId kind, Draft& d) const;
  /// In news of a bombing or a volcano a plain “blast” told of earlier is one too: words that fit the lead's type take it.
  void expect_lead(const Frame& frame, EventId kind, Draft& d) const;
  /// The type for which the text speaks most; kNoEvent for none.
  EventId decide_type(const Draft& d) const;
  /// The frame's words vote for their types; `type` is what the frame was read as.
  void cast(const Frame& frame, EventId type, Draft& d) const;
  /// One or two dead in all that is told so far.
  bool kills_few(const Frame& frame, const Draft& d) const;
  /// Weapons and actors beside a general word narrow it: “attack” with a missile is a missile attack (narrows.tsv).
  void weigh_evidence(const Frame& frame, Draft& d) const;
  /// Sets the type of every draft, all being told, and drops those that have none.
  void decide_all(std::vector<Draft>& drafts) const;

 private:
  bool says_apart(const TriggerHit& hit, EventId told) const;
  EventId best_of(const Draft& d) const;
  double told_share(const Frame& frame, const TriggerHit& t) const;
  double vote(const TriggerHit& t) const;
  void name_accidents(std::vector<Draft>& drafts) const;
  void name_totals_without_words(std::vector<Draft>& drafts) const;
  void name_massacres(std::vector<Draft>& drafts) const;
  void name_eruptions(EventId lead, std::vector<Draft>& drafts) const;
  bool gives_way(const Draft& d, EventId later, EventId to) const;
  bool outranks(const Draft& d, EventId a, EventId b) const;

  const DocumentView& view_;
  const EventTypes& types_;
  const FrameFacts& facts_;
  const FrameContent& content_;
};

}  // namespace incidents
