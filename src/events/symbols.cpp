#include "events/symbols.h"

#include "text/normalise.h"

namespace incidents {

Symbols::Symbols(const Lexicon& lexicon, const Settings& settings) {
  const struct { ClassId Symbols::*member; std::string_view name; } classes[] = {
      {&Symbols::marker, "marker"},           {&Symbols::verb, "verb"},
      {&Symbols::conjunction, "conjunction"}, {&Symbols::pronoun, "pronoun"},
      {&Symbols::quantifier, "quantifier"},   {&Symbols::negation, "negation"},
      {&Symbols::classifier, "classifier"},   {&Symbols::unit, "unit"},
      {&Symbols::person_common, "person_common"},
      {&Symbols::force, "force"},             {&Symbols::armed_group, "armed_group"},
      {&Symbols::criminal, "criminal"},       {&Symbols::crowd, "crowd"},
      {&Symbols::government, "government"},   {&Symbols::office, "office"},
      {&Symbols::organization, "organization"}, {&Symbols::media, "media"},
      {&Symbols::responder, "responder"},     {&Symbols::victim_noun, "victim_noun"},
      {&Symbols::relation, "relation"},       {&Symbols::given_name, "given_name"},
      {&Symbols::surname, "surname"},         {&Symbols::nationality, "nationality"},
      {&Symbols::weapon, "weapon"},           {&Symbols::drug, "drug"},
      {&Symbols::valuables, "valuables"},     {&Symbols::vehicle, "vehicle"},
      {&Symbols::structure, "structure"},     {&Symbols::animal, "animal"},
      {&Symbols::trigger, "trigger"},         {&Symbols::effect_, "effect"},
      {&Symbols::cue, "cue"},                 {&Symbols::adjective, "adjective"},
      {&Symbols::plural_verb, "plural_verb"}, {&Symbols::bound, "bound"},
      {&Symbols::number, "number"},           {&Symbols::happening, "happening"},     {&Symbols::tally, "tally"},
      {&Symbols::level_noun, "level_noun"},  {&Symbols::same_word, "same_word"}, {&Symbols::likewise, "likewise"},  {&Symbols::latest, "latest"},  {&Symbols::on_the_spot, "on_the_spot"},  {&Symbols::determiner, "determiner"},    {&Symbols::was, "was"},                 {&Symbols::happened, "happened"},                 {&Symbols::also_word, "also_word"},
      {&Symbols::body, "body"},               {&Symbols::date_unit, "date_unit"},
      {&Symbols::aboard, "aboard"},           {&Symbols::body_common, "body_common"},
      {&Symbols::band, "band"},               {&Symbols::common, "common"},
      {&Symbols::identity, "identity"},       {&Symbols::struck, "struck"},           {&Symbols::held, "held"},           {&Symbols::initial, "initial"},           {&Symbols::at_time, "at_time"},         {&Symbols::beating, "beating"},         {&Symbols::dealing, "dealing"},         {&Symbols::handed, "handed"},         {&Symbols::passive, "passive"},         {&Symbols::blame, "blame"},         {&Symbols::motion, "motion"},         {&Symbols::repeated, "repeated"},         {&Symbols::state_owned, "state_owned"},           {&Symbols::lock, "lock"},
      {&Symbols::inceptive, "inceptive"},       {&Symbols::informing, "informing"}, {&Symbols::issued, "issued"},       {&Symbols::daypart, "daypart"},
      {&Symbols::situated, "situated"},       {&Symbols::occurring, "occurring"}, {&Symbols::number_word, "number_word"},       {&Symbols::building_part, "building_part"}, {&Symbols::mass_deed, "mass_deed"},       {&Symbols::ago, "ago"},
      {&Symbols::function, "function"},       {&Symbols::noun, "noun"},
      {&Symbols::amount, "amount"},           {&Symbols::bound_after, "bound_after"},
      {&Symbols::telling, "telling"},         {&Symbols::designated, "designated"},         {&Symbols::numbered_unit, "numbered_unit"},         {&Symbols::aim, "aim"},
      {&Symbols::place_class, "place_class"}, {&Symbols::alignment, "alignment"},
  };
  for (const auto& c : classes) this->*c.member = lexicon.find_class(c.name);
  for (const ClassId id : {person_common, force, armed_group, criminal, crowd, office, responder, victim_noun, relation}) {
    people_nouns.set(id);
  }

  const struct { StringId Symbols::*member; std::string_view text; } strings[] = {
      {&Symbols::k_type, "type"},         {&Symbols::k_also, "also"},
      {&Symbols::k_here, "here"},
      {&Symbols::k_strength, "strength"}, {&Symbols::k_form_kind, "form_kind"},
      {&Symbols::k_context, "context"},   {&Symbols::k_effect, "effect"},
      {&Symbols::k_frame, "frame"},       {&Symbols::k_implies, "implies"},
      {&Symbols::k_cue, "cue"},           {&Symbols::k_case, "case"},
      {&Symbols::k_kind, "kind"},         {&Symbols::k_group, "group"},
      {&Symbols::k_cc, "cc"},             {&Symbols::k_model, "model"},
      {&Symbols::k_joins, "joins"},       {&Symbols::k_measures, "measures"},
      {&Symbols::k_plural, "plural"},     {&Symbols::k_points, "points"},
      {&Symbols::k_generic, "generic"},   {&Symbols::k_count, "count"},
      {&Symbols::k_damage, "damage"},     {&Symbols::k_number, "number"},
      {&Symbols::v_near, "near"},         {&Symbols::v_plural, "plural"},
      {&Symbols::v_times, "times"},       {&Symbols::v_far, "far"},
      {&Symbols::k_level, "level"},       {&Symbols::k_quantity, "quantity"},       {&Symbols::v_admin1, "admin1"},
      {&Symbols::k_several, "several"}, {&Symbols::k_gender, "gender"}, {&Symbols::k_direct, "direct"}, {&Symbols::v_m, "m"}, {&Symbols::v_f, "f"},   {&Symbols::k_soft, "soft"}, {&Symbols::k_next_line, "next_line"}, {&Symbols::k_disowns, "disowns"}, {&Symbols::k_unit, "unit"}, {&Symbols::k_later, "later"},        {&Symbols::k_more, "more"},
      {&Symbols::v_country, "country"},   {&Symbols::v_admin2, "admin2"},     {&Symbols::v_place, "place"},          {&Symbols::v_area, "area"},     {&Symbols::v_others, "others"},
      {&Symbols::v_ne, "ne"},             {&Symbols::v_ko, "ko"},
      {&Symbols::v_ka, "ka"},             {&Symbols::v_se, "se"},
      {&Symbols::v_ke_roop, "ke_roop"},   {&Symbols::v_ke_liye, "ke_liye"},
        
      {&Symbols::v_self, "self"},         {&Symbols::k_accused, "accused"},
      {&Symbols::v_par, "par"},           {&Symbols::v_mein, "mein"},
      {&Symbols::v_ke_paas, "ke_paas"},   {&Symbols::v_ke_bare, "ke_bare"},   {&Symbols::v_ke_khilaf, "ke_khilaf"},
      {&Symbols::v_ke_jawab, "ke_jawab"}, {&Symbols::v_ke_baad, "ke_baad"},
      {&Symbols::v_ke_dauran, "ke_dauran"},
      {&Symbols::v_ke_saath, "ke_saath"}, {&Symbols::v_samet, "samet"},
      {&Symbols::v_dwara, "dwara"},       {&Symbols::v_ke_haathon, "ke_haathon"},
      {&Symbols::v_ki_or_se, "ki_or_se"}, {&Symbols::v_ke_aahvan, "ke_aahvan"},       {&Symbols::v_ke_anusar, "ke_anusar"},
      {&Symbols::v_any, "any"},           {&Symbols::v_question, "question"},
      {&Symbols::v_suffix, "suffix"},     {&Symbols::v_auxiliary, "auxiliary"},
      {&Symbols::k_tense, "tense"},       {&Symbols::v_present, "present"},  {&Symbols::k_result, "result"},    {&Symbols::v_patient, "patient"},
      {&Symbols::k_part, "part"},         {&Symbols::k_speaker, "speaker"},
      {&Symbols::k_blames, "blames"},     {&Symbols::k_deed, "deed"},
      {&Symbols::k_link, "link"},         {&Symbols::v_agent, "agent"},
      {&Symbols::k_doer, "doer"},         {&Symbols::k_quotes, "quotes"},
      {&Symbols::v_descent, "descent"},   {&Symbols::v_residence, "residence"},
      {&Symbols::v_no, "no"}, {&Symbols::v_answer, "answer"}, {&Symbols::v_reply, "reply"},             {&Symbols::v_facts, "facts"},       {&Symbols::v_inside, "inside"}, {&Symbols::v_back, "back"}, {&Symbols::v_court, "court"},
      {&Symbols::k_grams, "grams"},       {&Symbols::k_shot, "shot"},         {&Symbols::v_mein_se, "mein_se"},
      {&Symbols::v_strong, "strong"},     {&Symbols::v_weak, "weak"},
      {&Symbols::v_support, "support"},   {&Symbols::v_subject, "subject"},
      {&Symbols::v_object, "object"},     {&Symbols::v_genitive, "genitive"},
      {&Symbols::v_count_noun, "count_noun"}, {&Symbols::v_victim, "victim"},
      {&Symbols::v_clause, "clause"},     {&Symbols::v_both, "both"},
      {&Symbols::v_yes, "yes"},           {&Symbols::v_relative, "relative"},
  };
  for (const auto& s : strings) this->*s.member = lexicon.find_string(s.text);

  constexpr std::string_view kNames[kEffectCount] = {"killed",    "injured", "missing",   "detained",
                                                     "kidnapped", "rescued", "displaced", "hurt"};
  for (std::size_t i = 0; i < kEffectCount; ++i) effects[i] = lexicon.find_string(kNames[i]);
  constexpr std::string_view kCues[kCueCount] = {
      "planned",  "threat",     "feared",     "foiled",    "drill",    "film",        "metaphor",
      "sport",    "market",     "anniversary", "trial",    "verbal_attack", "forecast", "ban", "habit",
      "possible", "negation", "no_casualty", "no_damage", "no_claim",  "claim",    "deny",        "allege",
      "attribution", "unnamed_source", "damage", "compensation", "condition", "background", "recall", "shift",
      "anaphor",  "aggregate",  "separate", "headline",   "digest",  "aftermath", "revise",    "earlier",  "part",        "add",
      "scene_not", "charge", "treated", "meantime", "own_day", "told_charge", "cause", "idle"};
  for (std::size_t i = 0; i < kCueCount; ++i) cues[i] = lexicon.find_string(kCues[i]);
  for (const std::string_view name : settings.words("circumstance_cases")) circumstance_cases.push_back(lexicon.find_string(name));
  headline_tokens = static_cast<std::uint32_t>(settings.number("headline_tokens", 22));
  wide_kinds = settings.words("wide_kinds");
  along_kinds = settings.words("along_kinds");
  outer_kinds = settings.words("outer_kinds");
  settlement_kinds = settings.words("settlement_kinds");
  seat_events = settings.words("seat_events");
  home_events = settings.words("home_events");
  open_water_kinds = settings.words("open_water_kinds");
  publication_words = settings.words("publication_words");
  if (const auto countries = settings.words("home"); !countries.empty()) home = countries.front();
  for (const std::string_view ending : settings.words("participle_endings")) participle_endings.push_back(normalise(ending));
  for (const std::string_view ending : settings.words("wish_endings")) wish_endings.push_back(normalise(ending));
  for (const std::string_view ending : settings.words("present_endings")) present_endings.push_back(normalise(ending));
  for (const std::string_view ending : settings.words("future_endings")) future_endings.push_back(normalise(ending));
  for (const std::string_view ending : settings.words("plural_endings")) plural_endings.push_back(normalise(ending));
  for (const std::string_view ending : settings.words("oblique_endings")) oblique_endings.push_back(normalise(ending));
  for (const std::string_view ending : settings.words("singular_endings")) singular_endings.push_back(normalise(ending));
}

Cue Symbols::cue_of(StringId value) const {
  for (std::size_t i = 0; value != 0 && i < kCueCount; ++i) {
    if (cues[i] == value) return static_cast<Cue>(i);
  }
  return Cue::none;
}

std::optional<Effect> Symbols::effect(StringId value) const {
  if (value == 0) return std::nullopt;
  for (std::size_t i = 0; i < kEffectCount; ++i) {
    if (effects[i] == value) return static_cast<Effect>(i);
  }
  return std::nullopt;
}

}  // namespace incidents
