#pragma once
/// Whether the word of an effect (“maare gae”) tells that it befell somebody here: denied, feared, meant or asked it is no
/// casualty.
#include "events/view.h"

namespace incidents {

/// A verb is its last word or the next one.
bool is_predicate(const DocumentView& view, const Mention& effect);

class EffectReality {
 public:
  explicit EffectReality(const DocumentView& view) : view_(view), sym_(view.sym) {}

  /// Is it told as what has happened here: not as a cause, a fear, a purpose, a habit or what is answered?
  bool has_befallen(const Mention& m, const Clause& clause, Effect effect) const;
  /// “ghayal nahin hua”, “na koi hatahat hua”.
  bool is_negated(const Mention& m, const Clause& clause) const;
  /// “koi”: does a word for anybody stand in the clause before the effect or shortly behind it?
  bool nobody_in(const Clause& clause, const Mention& m) const;
  /// “in a heap (dher) of rubbish”: a word that tells as a predicate only, with a postposition behind it.
  bool is_noun_in_case(const Mention& m) const;
  /// “how many are missing?”
  bool is_asked(const Mention& m) const;

 private:
  bool is_only_possible(const Mention& m, const Clause& clause) const;
  bool is_cause(const Mention& m, const Clause& clause) const;
  /// “X ki hatya ke jawab mein”: of another happening, that this one answers.
  bool is_answered(const Mention& m) const { return view_.case_at(m.end) == sym_.v_ke_jawab; }
  bool is_habit(const Mention& m, Effect effect) const;
  /// “… ko giraftar karne ke lie”: what is meant to happen.
  bool is_purpose(const Mention& m) const { return view_.string(view_.case_at(m.end)) == "ke_liye"; }

  const DocumentView& view_;
  const Symbols& sym_;
};

}  // namespace incidents
