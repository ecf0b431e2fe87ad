#pragma once
/// The names that the events layer asks the lexicon for, resolved once per Extractor: classes to ids, attribute keys
/// and values to string ids. A value that no row uses resolves to kNone and equals nothing.
#include "lexicon/lexicon.h"
#include "lexicon/settings.h"

namespace incidents {

/// Casualty kinds in the order of `Casualties`; `hurt` is killed or injured, the text does not say which.
enum class Effect : std::uint8_t { killed, injured, missing, detained, kidnapped, rescued, displaced, hurt };
inline constexpr std::size_t kEffectCount = 8;

/// What a cue says of the words around it; the names are the values of the attribute `cue`.
enum class Cue : std::uint8_t {
  planned, threat, feared, foiled, drill, film, metaphor, sport, market, anniversary, trial, verbal_attack, forecast,
  ban, habit,                                              // not a happening
  possible,                                             // the figure beside it is only aimed at
  negation, no_casualty, no_damage, no_claim,           // zeros and denials
  claim, deny, allege, attribution, unnamed_source,     // who says so
  damage, compensation, condition,                      // what came of it
  background, recall, shift, anaphor, aggregate, separate, headline, digest, aftermath,  // place in the article
  revise, earlier, part, add, scene_not, charge, treated, meantime, own_day, told_charge, cause, idle,  // how a figure or place is meant
  none
};
inline constexpr std::size_t kCueCount = static_cast<std::size_t>(Cue::none);

struct Symbols {
  Symbols(const Lexicon& lexicon, const Settings& settings);

  /// The effect that a value of the attribute `effect` names; nullopt for none.
  std::optional<Effect> effect(StringId value) const;
  /// The cue that a value of the attribute `cue` names; Cue::none for others.
  Cue cue_of(StringId value) const;

  // classes, by their names in classes.tsv (`effect_` is “effect”)
  ClassId marker, verb, conjunction, pronoun, quantifier, negation, classifier, unit, designated, numbered_unit, person_common, force,
      armed_group, criminal, crowd, government, office, organization, media, responder, victim_noun, relation,
      given_name, surname, nationality, weapon, drug, valuables, vehicle, structure, animal, trigger, effect_, cue,
      adjective, plural_verb, bound, number, happening, tally, level_noun, same_word, likewise, latest, on_the_spot, determiner, also_word, was, happened, function, noun,
      telling, place_class, alignment, aboard, body, date_unit, body_common, band, common, situated, occurring, number_word, building_part, mass_deed, ago;

  ClassId identity, informing, daypart, struck, lock, inceptive, held, initial, issued, at_time, beating, dealing, handed, passive, state_owned, blame, motion, repeated;

  // attribute keys (k_) and values (v_)
  StringId k_type, k_here, k_also, k_strength, k_form_kind, k_context, k_effect, k_frame, k_implies, k_cue, k_case, k_kind,
      k_group, k_cc, k_model, k_joins, k_measures, k_plural, k_points, k_generic, k_count, k_damage, k_number, k_level, k_quantity, k_several, k_later, k_more, k_deed, k_doer, k_quotes, k_soft, k_next_line, k_disowns, k_unit, k_gender, k_direct, v_m, v_f;
  StringId v_strong, v_weak, v_support, v_subject, v_object, v_genitive, v_count_noun, v_victim, v_clause, v_both,
      v_yes, v_relative, v_near, v_far, v_admin1, v_admin2, v_place, v_area, v_country, v_plural, v_times, v_others, v_ne, v_ko, v_ka, v_se, v_par, v_mein, v_dwara, v_ke_haathon, v_ke_paas, v_ki_or_se, v_ke_aahvan, v_ke_jawab, v_ke_bare, v_ke_khilaf, v_ke_baad, v_ke_dauran, v_ke_saath, v_samet;
  ClassId amount, bound_after;
  StringId k_grams, k_shot, v_mein_se;
  ClassSet people_nouns;  ///< classes of nouns that name people
  ClassId aim;
  StringId k_tense, v_present, k_part, k_speaker, k_blames, v_ke_anusar, v_any, v_question, v_suffix, v_auxiliary, v_no, v_answer, v_reply, v_facts, v_inside, v_back, v_court, v_agent, k_link, v_descent, v_residence;
  StringId k_accused, k_result, v_patient, v_ke_roop, v_ke_liye, v_self;
  std::array<StringId, kEffectCount> effects;
  std::array<StringId, kCueCount> cues;
  std::vector<StringId> circumstance_cases;  ///< setting `circumstance_cases`
  std::vector<std::string_view> wide_kinds, along_kinds, outer_kinds, settlement_kinds, seat_events, home_events, open_water_kinds, publication_words;  ///< settings of these names
  std::string_view home;                                   ///< setting: the country of the papers
  std::uint32_t headline_tokens = 0;               ///< setting of this name
  std::vector<std::string> present_endings; ///< setting `present_endings`, in normal form
  std::vector<std::string> participle_endings; ///< setting `participle_endings`, in normal form
  std::vector<std::string> wish_endings;    ///< setting `wish_endings`, in normal form
  std::vector<std::string> future_endings;  ///< setting `future_endings`, in normal form
  std::vector<std::string> oblique_endings;   ///< setting `oblique_endings`, in normal form
  std::vector<std::string> singular_endings;  ///< setting `singular_endings`, in normal form
  std::vector<std::string> plural_endings;  ///< setting `plural_endings`, in normal form
};

}  // namespace incidents
