#include "events/scene.h"

#include <algorithm>
#include <utility>

#include "mentions/place.h"

namespace incidents {
namespace {

struct Candidate {
  MentionIndex mention = kNone;
  int rank = 0;
};

/// The toponym as a place of an incident, called as the text does.
IncidentLocation location_of(const DocumentView& view, const Toponym& t) {
  IncidentLocation l = t.resolved;
  l.name = view.text(t.name_begin, t.name_end);
  l.span = view.source->span(t.name_begin, t.name_end);
  return l;
}

/// Does a postposition follow, as not in “the district magistrate”?
bool is_stood_in(const DocumentView& view, std::uint32_t at) {
  const StringId marker = at < view.size() ? view.case_at(at) : 0;
  return marker == view.sym.v_mein || marker == view.sym.v_ka || marker == view.sym.v_se || marker == view.sym.v_par;
}

/// The noun behind “this same” that a place may be called by: “in this same market”, “before this same shop”.
const LexicalMatch* pointed_noun(const DocumentView& view, std::uint32_t at) {
  for (const ClassId id : {view.sym.place_class, view.sym.structure}) {
    if (const LexicalMatch* noun = view.phrase_at(at, id)) return noun;
  }
  return nullptr;
}

/// “Last May, too, there was a riot here”.
bool says_here(const DocumentView& view, std::uint32_t at) {
  const LexicalMatch* pronoun = view.phrase_at(at, view.sym.pronoun);
  const LexicalMatch* marker = at > 0 ? view.phrase_at(at - 1, view.sym.marker) : nullptr;
  const bool at_somebodys = marker && marker->end > at;  // “ke yahan”
  return pronoun && !at_somebodys && view.attribute(pronoun->entry, view.sym.k_here) == view.sym.v_yes;
}

/// “On 8 June there was a blast there”; at the head of a sentence “vahin”, “udhar” only go on to something else.
bool says_there(const DocumentView& view, std::uint32_t at) {
  const LexicalMatch* pronoun = view.phrase_at(at, view.sym.pronoun);
  const bool opens = at == view.sentences[view.sentence_of(at)].first;
  if (pronoun && opens && view.attribute(pronoun->entry, view.sym.k_more) != view.sym.v_yes) return false;
  return pronoun && view.attribute(pronoun->entry, view.sym.k_points) == view.sym.v_place && !says_here(view, at);
}

/// Where a frame points to a place told before, and the noun that it is called by there (null for “here” and “there”);
/// kNone where it points to none.
std::pair<std::uint32_t, const LexicalMatch*> points_to_told_place(const DocumentView& view, const Frame& frame) {
  for (std::uint32_t t = frame.first; t + 1 < frame.last; ++t) {
    if (says_here(view, t) || (says_there(view, t) && view.case_at(t + 1) == 0)) return {t, nullptr};
    const LexicalMatch* pointer = view.phrase_at(t, view.sym.same_word);
    const LexicalMatch* noun = pointer ? pointed_noun(view, pointer->end) : nullptr;
    if (!noun || noun->end >= view.size()) continue;
    const StringId marker = view.case_at(noun->end);
    if (marker != 0 && marker != view.sym.v_ne) return {t, noun};
  }
  return {kNone, nullptr};
}

class SceneFinder {
 public:
  SceneFinder(const DocumentView& view, const FrameFacts& frames, const Draft& draft, std::string_view type)
      : view_(view), frames_(frames), draft_(draft), by_police_(is_one_of(type, view.sym.seat_events)), at_home_(is_one_of(type, view.sym.home_events)) {}

  std::vector<Scene> run() {
    if (!draft_.frames.empty()) collect_led_up();
    collect(false);
    collect(true);
    drop_origins();
    if (by_police_) collect_seats();
    if (at_home_ && draft_.main && !names_unit_below_state()) collect_homes();
    std::string_view matched;
    if (scenes_.empty() && draft_.main && !draft_.other_side) collect_before();
    if (scenes_.empty() && draft_.main && frames_.dateline != kNone && is_capital(toponym(frames_.dateline))) collect_behind();
    if (scenes_.empty()) {
      if (const MentionIndex dateline = own_dateline(); dateline != kNone) {
        scenes_.push_back({dateline, 0});
        matched = "dateline";
      }
    } else if (draft_.main && !names_unit_below_state()) {
      add_dateline();
    }
    if (draft_.main && names_unit_alone()) collect_told_still();
    const MentionIndex all = holds_all();
    std::stable_sort(scenes_.begin(), scenes_.end(), [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
    if (all != kNone) scenes_.insert(scenes_.begin(), {all, 0});
    std::vector<Scene> out;
    for (const Candidate& c : scenes_) {
      const Toponym& t = toponym(c.mention);
      Scene scene{location_of(view_, t), c.mention};
      if (!matched.empty()) scene.location.matched = std::string(matched);
      out.push_back(std::move(scene));
    }
    return out;
  }

 private:
  const Toponym& toponym(MentionIndex p) const { return view_.mentions->places[view_.mention(p).payload]; }

  void collect(bool headline) {
    for (std::uint32_t f : draft_.frames) {
      const Frame& frame = frames_.frames[f];
      // “The matter is of village V” tells the scene even where a town was named before.
      if (frame.headline != headline || (frame.triggers.empty() && !frame.anaphor && has_settlement())) continue;
      collect_places(frame.places);
    }
  }

  /// “In town M two crowds clashed. From both sides shots were fired, one died. [New paragraph] In B 60 were detained”: where
  /// the sentence before went on, ahead of what is told much later.
  void collect_led_up() {
    const std::uint32_t lead = draft_.frames.front();
    const Frame& frame = frames_.frames[lead];
    if (lead == 0 || frame.headline || frame.paragraph_start || !frame.places.empty()) return;
    const Frame& before = frames_.frames[lead - 1];
    if (before.headline || before.sentence + 1 != frame.sentence || before.places.empty() || before.triggers.empty()) return;
    const auto place_of = [&](std::uint32_t f) { return !frames_.frames[f].places.empty(); };
    const auto told = std::find_if(draft_.frames.begin(), draft_.frames.end(), place_of);
    const bool late = told != draft_.frames.end() && frames_.frames[*told].paragraph_start;
    if (late && is_told_in(before.places.back())) collect_places(before.places);
  }

  /// “Five people of state S died in the accident”: where they were from is the scene only where no other is told,
  /// nor a town that the news is from.
  void drop_origins() {
    const MentionIndex dateline = frames_.dateline;
    const auto is_origin = [&](const Candidate& c) {
      const Toponym& t = toponym(c.mention);
      return t.is_origin && (dateline == kNone || relate(view_.sym, t, toponym(dateline)) != PlaceRelation::same);
    };
    const bool from_town = draft_.main && dateline != kNone && !is_seat_of_government(toponym(dateline)) &&
                           std::all_of(scenes_.begin(), scenes_.end(), [&](const Candidate& c) {
                             return relate(view_.sym, toponym(c.mention), toponym(dateline)) == PlaceRelation::apart;
                           });
    // “At this same border a farmer of U was shot.”
    const bool told_elsewhere = (!draft_.main && points_back()) || !std::all_of(scenes_.begin(), scenes_.end(), is_origin);
    if (from_town || told_elsewhere) std::erase_if(scenes_, is_origin);
  }

  bool points_back() const {
    return std::any_of(draft_.frames.begin(), draft_.frames.end(), [&](std::uint32_t f) { return points_to_told_place(view_, frames_.frames[f]).first != kNone; });
  }

  /// News of anywhere comes from a capital.
  bool is_seat_of_government(const Toponym& t) const {
    return t.entry != kNone && !view_.lexicon.attribute(t.entry, "seat").empty();
  }

  /// Is anything narrower than a district or a police station's area known?
  bool has_settlement() const {
    return std::any_of(scenes_.begin(), scenes_.end(), [&](const Candidate& c) { return c.rank < kOuter; });
  }

  /// Backwards through a chain, so that its narrowest name comes first.
  void collect_places(const std::vector<MentionIndex>& places) {
    for (std::size_t i = 0; i < places.size();) {
      std::size_t end = i + 1;
      while (end < places.size() && is_chained(places[end - 1], places[end])) ++end;
      // What the text puts into another place is the narrower one, whatever their kinds, a district too; but no river is.
      std::vector<int> ranks;
      int outer = kWide;
      for (std::size_t k = i; k < end; ++k) {
        const int own = rank(toponym(places[k]));
        if (own < kWide) outer = std::min(outer, own);
        const bool unit = level_of(toponym(places[k])) == LocationPrecision::admin2;
        ranks.push_back(own < kWide || (unit && outer < kWide) ? outer : own);
      }
      // “Of region R, in district D”: the region holds it.
      for (std::size_t k = end; k-- > i;) {
        if (k + 1 < end && ranks[k - i] >= kWide) ranks[k - i] = std::max(ranks[k - i], ranks[k + 1 - i]);
        add(places[k], ranks[k - i]);
      }
      i = end;
    }
  }

  /// Where the police are from who did it: a police station's town holds the scene, a city or more only where nothing else
  /// is told.
  void collect_seats() {
    for (std::uint32_t f : draft_.frames) {
      const Frame& frame = frames_.frames[f];
      view_.for_each(MentionKind::place, frame.first, frame.last, [&](MentionIndex i, const Mention& m) {
        const Toponym& t = view_.mentions->places[m.payload];
        if (!t.is_seat || (rank(t) > kOuter && !scenes_.empty())) return;
        add(i);
        if (!scenes_.empty() && scenes_.back().mention == i) scenes_.back().rank = std::max(scenes_.back().rank, kOuter);
      });
    }
  }

  /// Is anything told but states, countries and what lies across districts, as rivers and roads do?
  bool names_unit_below_state() const {
    return std::any_of(scenes_.begin(), scenes_.end(), [&](const Candidate& c) {
      const Toponym& t = toponym(c.mention);
      return level_of(t) < LocationPrecision::admin1 && !is_one_of(t, view_.sym.wide_kinds);
    });
  }

  /// “R of village V died of a shock”: the first home that a sentence of the event itself tells.
  void collect_homes() {
    for (std::uint32_t f : draft_.frames) {
      const Frame& frame = frames_.frames[f];
      if (!tells_the_same(frame)) continue;
      std::vector<MentionIndex> homes;
      view_.for_each(MentionKind::place, frame.first, frame.last, [&](MentionIndex i, const Mention& m) {
        if (view_.mentions->places[m.payload].is_home && is_by_dateline(i)) homes.push_back(i);
      });
      if (homes.empty()) continue;
      collect_places(homes);
      return;
    }
  }

  bool is_by_dateline(MentionIndex place) const {
    const MentionIndex dateline = frames_.dateline;
    return dateline == kNone || relate(view_.sym, toponym(place), toponym(dateline)) != PlaceRelation::apart;
  }

  /// “M: a boat sank in river R”, “El Paso: in the state of Texas”: the town that the news is from, where only a river, a
  /// road or the state that holds it is told.
  void add_dateline() {
    const MentionIndex dateline = own_dateline();
    if (dateline == kNone || is_seat_of_government(toponym(dateline)) || level_of(toponym(dateline)) >= LocationPrecision::admin1) return;
    const Toponym& town = toponym(dateline);
    const bool fits = std::all_of(scenes_.begin(), scenes_.end(), [&](const Candidate& c) {
      const Toponym& t = toponym(c.mention);
      const bool other_state = t.resolved.admin1 && town.resolved.admin1 && t.resolved.admin1 != town.resolved.admin1;
      if (level_of(t) == LocationPrecision::country || other_state) return false;
      return level_of(t) == LocationPrecision::admin1 ? contains(t, town) : relate(view_.sym, t, town) != PlaceRelation::apart;
    });
    if (fits) scenes_.insert(scenes_.begin(), {dateline, 0});
  }

  /// “In village X there was a quarrel. It grew so that …”: the places of the nearest sentence before that tells of
  /// nothing else.
  void collect_before() {
    if (draft_.frames.empty()) return;
    constexpr std::uint32_t kBack = 2;
    const std::uint32_t first = draft_.frames.front();
    const std::uint32_t sentence = frames_.frames[first].sentence;
    for (std::uint32_t f = first; f-- > 0;) {
      const Frame& frame = frames_.frames[f];
      // The sentence right before may tell of the same in words of its own: “a leopard caused panic in village V”.
      if (frame.sentence + kBack < sentence) return;
      const bool tells_another = draft_.ordinal != 0 || (frame.sentence + 1 < sentence && !tells_the_same(frame));
      if (!frame.triggers.empty() && tells_another) return;
      if (!frame.places.empty()) {
        collect_places(frame.places);
        return;
      }
      if (frame.triggers.empty() && collect_custom(frame)) return;
    }
  }

  /// “At airport A smuggling knows no end. Gold was caught …”: where such things go on, by the town that the news is from.
  bool collect_custom(const Frame& frame) {
    std::vector<MentionIndex> places;
    view_.for_each(MentionKind::place, frame.first, frame.last, [&](MentionIndex i, const Mention& m) {
      const Toponym& t = view_.mentions->places[m.payload];
      const bool may = t.is_scene_candidate && !t.is_origin && !t.is_adjective && !t.is_dateline && level_of(t) == LocationPrecision::place;
      if (may && is_told_in(i) && frames_.dateline != kNone && is_by_dateline(i)) places.push_back(i);
    });
    if (!places.empty()) collect_places(places);
    return !places.empty();
  }

  /// Is nothing told but districts?
  bool names_unit_alone() const {
    return !scenes_.empty() && std::all_of(scenes_.begin(), scenes_.end(), [&](const Candidate& c) { return level_of(toponym(c.mention)) == LocationPrecision::admin2; });
  }

  /// “In district D vehicles were burnt. In village V a bridge was being built. At night they came …”: the first sentence
  /// behind that tells of nothing but how things stood at a place in the district.
  void collect_told_still() {
    if (draft_.frames.empty()) return;
    constexpr std::uint32_t kAhead = 3;
    std::uint32_t first = kNone;
    for (std::uint32_t f : draft_.frames) {
      if (!frames_.frames[f].headline) first = std::min(first, f);
    }
    if (first == kNone) return;
    for (std::uint32_t f = first + 1; f < frames_.frames.size(); ++f) {
      const Frame& frame = frames_.frames[f];
      if (frame.sentence > frames_.frames[first].sentence + kAhead) return;
      if (!frame.triggers.empty() || frame.places.empty()) continue;
      const bool still = std::all_of(frame.places.begin(), frame.places.end(), [&](MentionIndex p) { return lies_in_scene(toponym(p)) && !toponym(p).is_origin; });
      if (!still || !is_told_in(frame.places.back())) continue;
      collect_places(frame.places);
      return;
    }
  }

  bool lies_in_scene(const Toponym& t) const {
    return std::any_of(scenes_.begin(), scenes_.end(), [&](const Candidate& c) { return contains(toponym(c.mention), t); });
  }

  /// “in X”, “at X”.
  bool is_told_in(MentionIndex place) const {
    const StringId marker = view_.case_at(view_.mention(place).end);
    return marker == view_.sym.v_mein || marker == view_.sym.v_par;
  }

  bool is_capital(const Toponym& t) const {
    return t.entry != kNone && view_.lexicon.attribute(t.entry, "seat") == "country";
  }

  /// “Capital: the air raids of S killed ten. Region R was to be safe …”: news of abroad comes from the capitals of other
  /// lands; the places of the next sentences that lie in another one are the scene.
  void collect_behind() {
    if (draft_.frames.empty()) return;
    constexpr std::uint32_t kAhead = 2;
    const std::uint32_t last = draft_.frames.back();
    const auto& land = toponym(frames_.dateline).resolved.country;
    for (std::uint32_t f = last + 1; f < frames_.frames.size(); ++f) {
      const Frame& frame = frames_.frames[f];
      if (frame.sentence > frames_.frames[last].sentence + kAhead) return;
      const bool abroad = !frame.places.empty() && std::all_of(frame.places.begin(), frame.places.end(), [&](MentionIndex p) {
        return toponym(p).resolved.country && toponym(p).resolved.country != land;
      });
      if (!abroad) continue;
      collect_places(frame.places);
      return;
    }
  }

  bool tells_the_same(const Frame& frame) const {
    return std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) { return t.type == draft_.type; });
  }

  /// “X ke Y”, “X ke paas Y”, “X mein Y ke”: nothing but postpositions and a few plain words between two names.
  bool is_chained(MentionIndex outer, MentionIndex inner) const {
    const std::uint32_t begin = view_.mention(outer).end, end = view_.mention(inner).begin;
    constexpr std::uint32_t kLongestLink = 4;
    if (begin > end || end - begin > kLongestLink) return false;
    bool linked = is_one_of(toponym(outer), view_.sym.outer_kinds);  // “within station S, village V”
    for (std::uint32_t t = begin; t < end; ++t) {
      const StringId marker = view_.case_at(t);  // “ki” is also a verb
      if (view_.is_punctuation(t) || view_.phrase_at(t, view_.sym.conjunction) || (marker == 0 && view_.has_class(t, view_.sym.verb))) return false;
      linked = linked || marker == view_.sym.v_ka || marker == view_.sym.v_ke_paas || marker == view_.sym.v_mein || view_.has_class(t, view_.sym.alignment);
    }
    return linked;
  }

  static bool is_one_of(std::string_view word, const std::vector<std::string_view>& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
  }

  static bool is_one_of(const Toponym& t, const std::vector<std::string_view>& kinds) { return is_one_of(t.resolved.kind, kinds); }

  /// A road, a river or a sea is known by the town or district where it was met; it does not stand for them, nor a sea for
  /// the province.
  bool runs_through(const Toponym& line, const Toponym& unit) const {
    if (level_of(line) != LocationPrecision::place) return false;
    const LocationPrecision level = level_of(unit);
    if (level == LocationPrecision::admin1) return is_one_of(line, view_.sym.open_water_kinds);
    return level < LocationPrecision::admin1 && is_one_of(line, view_.sym.wide_kinds);
  }

  static constexpr int kTown = 1;   ///< behind the village or quarter
  static constexpr int kOuter = 2;  ///< of units that hold villages
  static constexpr int kCity = 3;   ///< holds quarters and police stations
  static constexpr int kWide = 4;   ///< lies across districts; units stand behind in steps
  static constexpr int kAlong = 7;  ///< behind the district, before the state
  static constexpr int kStep = 2;

  int rank(const Toponym& t) const {
    if (const LocationPrecision level = level_of(t); level != LocationPrecision::place) return kWide + kStep * static_cast<int>(level);
    if (is_one_of(t, view_.sym.along_kinds)) return kAlong;
    if (is_one_of(t, view_.sym.wide_kinds)) return kWide;
    if (is_one_of(t, view_.sym.outer_kinds)) return kOuter;
    if (t.resolved.kind == "city") return kCity;
    return t.entry != kNone && t.resolved.kind == "town" ? kTown : 0;
  }

  /// “In state S twelve died of the cold. Of them four in A, three in B, five in C”: the state in which the first sentence
  /// with a place tells it, where several later ones tell the parts.
  MentionIndex holds_all() const {
    constexpr std::ptrdiff_t kSeveral = 3;
    const auto told = std::find_if(draft_.frames.begin(), draft_.frames.end(), [&](std::uint32_t f) {
      return !frames_.frames[f].headline && !frames_.frames[f].places.empty();
    });
    if (told == draft_.frames.end()) return kNone;
    const auto& places = frames_.frames[*told].places;
    if (places.size() != 1) return kNone;
    const MentionIndex state = places.front();
    const Toponym& all = toponym(state);
    if (level_of(all) != LocationPrecision::admin1 || all.is_origin || !is_told_in(state)) return kNone;
    const auto parts = std::count_if(scenes_.begin(), scenes_.end(), [&](const Candidate& c) { return contains(all, toponym(c.mention)); });
    return parts >= kSeveral ? state : kNone;
  }

  /// Is it told of several states?
  bool lists_states() const {
    constexpr std::ptrdiff_t kSeveral = 3;
    return std::count_if(scenes_.begin(), scenes_.end(), [&](const Candidate& c) { return level_of(toponym(c.mention)) == LocationPrecision::admin1; }) >= kSeveral;
  }

  /// The text may call a district otherwise than the town's row that stands for it.
  static bool is_told_inside(const Toponym& inner, const Toponym& outer) {
    const IncidentLocation &x = inner.resolved, &y = outer.resolved;
    return inner.entry == kNone && (x.admin2 == y.name || x.admin1 == y.name);
  }

  /// Keeps the most specific names: a place that another one lies in is given by that one's chain.
  void add(MentionIndex p) { add(p, rank(toponym(p))); }

  void add(MentionIndex p, int rank) {
    const Toponym& t = toponym(p);
    for (auto s = scenes_.begin(); s != scenes_.end(); ++s) {
      const Toponym& other = toponym(s->mention);
      const PlaceRelation r = relate(view_.sym, t, other);
      if (r == PlaceRelation::same) return;
      if (r != PlaceRelation::nested) continue;
      if (contains(other, t) && lists_states()) return;  // “in P, H and R; from town A of P …”
      if (runs_through(t, other) || runs_through(other, t)) continue;
      if (contains(t, other) || is_told_inside(other, t)) return;
      scenes_.erase(s);  // the narrower name stands where it was told, not where the wider was
      break;
    }
    // No happening has more scenes; it keeps a text of any length linear.
    constexpr std::size_t kMost = 64;
    if (scenes_.size() < kMost) scenes_.push_back({p, rank});
  }

  /// News in brief has a dateline before each item; what is told beside the main event has none of its own else.
  MentionIndex own_dateline() const {
    const MentionIndex first = frames_.dateline;
    if (draft_.frames.empty()) return draft_.main ? first : kNone;
    const Frame& frame = frames_.frames[draft_.frames.front()];
    if (frame.headline) return draft_.main ? first : kNone;
    std::uint32_t line = frame.first;
    constexpr std::uint32_t kLongestLine = 600;  // no item of news in brief is longer; it keeps a text in one line linear
    while (line > 0 && frame.first - line < kLongestLine && (view_.tokens[line].flags & (kLineStart | kParagraphStart)) == 0) --line;
    MentionIndex item = kNone;
    view_.for_each(MentionKind::place, line, frame.last, [&](MentionIndex i, const Mention& m) {
      if (item == kNone && view_.mentions->places[m.payload].is_dateline) item = i;
    });
    if (draft_.main) return item == kNone ? first : item;
    return item == first ? kNone : item;
  }

  const DocumentView& view_;
  const FrameFacts& frames_;
  const Draft& draft_;
  bool by_police_, at_home_;
  std::vector<Candidate> scenes_;
};

enum class Level : std::uint8_t { town, district, state, country, world };

/// The level that the frames name without a name: “in the state”, “in the country”; nullopt for none.
std::optional<Level> named_level(const DocumentView& view, const FrameFacts& frames, const Draft& draft) {
  for (std::uint32_t f : draft.frames) {
    const Frame& frame = frames.frames[f];
    for (std::uint32_t t = frame.first; t < frame.last; ++t) {
      const LexicalMatch* word = view.phrase_at(t, view.sym.level_noun);
      if (!word || view.mention_over(t, MentionKind::place) != kNone) continue;
      if (!is_stood_in(view, word->end)) continue;
      const StringId level = view.attribute(word->entry, view.sym.k_level);
      if (level == view.sym.v_admin1) return Level::state;
      if (level == view.sym.v_country) return Level::country;
      // “in eight districts”: of the state.
      if (level == view.sym.v_admin2) return view.is_plural_form(word->end - 1) ? Level::state : Level::district;
      if (level == view.sym.v_place) return Level::town;
      if (level == view.sym.v_area) return Level::world;
    }
  }
  return std::nullopt;
}

/// The mention by which the text itself names a unit, if it does: otherwise it is only what the gazetteer knows of a town.
const Toponym* named_unit(const DocumentView& view, const std::string& unit) {
  const auto& places = view.mentions->places;
  const auto named = std::find_if(places.begin(), places.end(), [&](const Toponym& t) { return t.standard_name == unit; });
  return named == places.end() ? nullptr : &*named;
}

/// A unit's name as the text writes it in the script of the text; the gazetteer's where it does not.
std::string text_name(const DocumentView& view, const std::string& unit) {
  for (const Toponym& t : view.mentions->places) {
    if (t.standard_name != unit || t.core_end != 0 || t.is_part) continue;
    std::string name = view.text(t.name_begin, t.name_end);
    const bool is_latin = static_cast<unsigned char>(name.front()) < 0x80;
    if (!is_latin) return name;
  }
  return unit;
}

/// A unit that holds a place, named as the text does where it names it.
IncidentLocation unit(const DocumentView& view, const IncidentLocation& inside, std::string name, LocationPrecision precision) {
  IncidentLocation l;
  l.name = text_name(view, name);
  l.precision = precision;
  if (precision == LocationPrecision::admin2) l.admin1 = inside.admin1;
  l.country = inside.country;
  l.country_name = inside.country_name;
  l.matched = "context";
  return l;
}

/// Of an incident's places one of the state that most of them lie in.
const IncidentLocation& most_in_one_state(const Incident& lead) {
  const auto share = [&](const IncidentLocation& l) {
    return std::count_if(lead.locations.begin(), lead.locations.end(), [&](const IncidentLocation& other) { return other.admin1 == l.admin1; });
  };
  return *std::max_element(lead.locations.begin(), lead.locations.end(), [&](const auto& a, const auto& b) { return share(a) < share(b); });
}

IncidentLocation district_of(const DocumentView& view, const IncidentLocation& inside) {
  IncidentLocation l = unit(view, inside, *inside.admin2, LocationPrecision::admin2);
  if (const Toponym* named = named_unit(view, *inside.admin2)) {
    l.lat = named->resolved.lat;
    l.lon = named->resolved.lon;
  }
  return l;
}

/// The narrowest of an incident's places that is no mere building, street or police area; nullptr for none.
const IncidentLocation* settlement_of(const Symbols& sym, const Incident& lead) {
  const auto found = std::find_if(lead.locations.begin(), lead.locations.end(), [&](const IncidentLocation& l) {
    return std::find(sym.settlement_kinds.begin(), sym.settlement_kinds.end(), l.kind) != sym.settlement_kinds.end();
  });
  return found == lead.locations.end() ? nullptr : &*found;
}

/// The last place of the kind, or of a settlement's where one is meant, that is named before the token; a dateline is
/// pointed at by none.
std::optional<IncidentLocation> last_of_kind(const DocumentView& view, std::uint32_t before, std::string_view kind) {
  const auto& settlements = view.sym.settlement_kinds;
  const bool of_settlement = std::find(settlements.begin(), settlements.end(), kind) != settlements.end();
  std::optional<IncidentLocation> found, called;  // the one that was called by the word itself counts first
  view.for_each(MentionKind::place, 0, before, [&](MentionIndex, const Mention& m) {
    const Toponym& t = view.mentions->places[m.payload];
    const bool unknown = of_settlement && t.entry == kNone && t.class_kind.empty();
    const bool seat = t.is_seat && kind == "police_station";
    if (t.is_dateline) return;
    if (t.resolved.kind == kind || unknown || seat) found = location_of(view, t);
    if (t.class_kind == kind) called = location_of(view, t);
  });
  return called ? called : found;
}

/// The last place of the sentence before the token's that something may have happened at.
std::optional<IncidentLocation> last_scene(const DocumentView& view, std::uint32_t at) {
  const std::uint32_t sentence = view.sentence_of(at);
  if (sentence == 0) return std::nullopt;
  std::optional<IncidentLocation> found;
  view.for_each(MentionKind::place, view.sentences[sentence - 1].first, at, [&](MentionIndex, const Mention& m) {
    const Toponym& t = view.mentions->places[m.payload];
    if (t.is_scene_candidate && !t.is_dateline && !t.is_adjective && level_of(t) < LocationPrecision::admin1) found = location_of(view, t);
  });
  return found;
}

/// “At this same crossing”, “in the same market”: the place of that kind named last, else the lead's narrowest; nothing
/// where the frames point to none.
std::optional<IncidentLocation> same_place(const DocumentView& view, const FrameFacts& frames, const Draft& draft, const Incident& lead) {
  for (std::uint32_t f : draft.frames) {
    const auto [at, noun] = points_to_told_place(view, frames.frames[f]);
    if (at == kNone) continue;
    if (!noun && says_there(view, at)) {
      if (auto last = last_scene(view, at)) return last;
    }
    if (noun) {
      if (auto last = last_of_kind(view, at, view.string(view.attribute(noun->entry, view.sym.k_kind)))) return last;
    }
    return lead.locations.front();
  }
  return std::nullopt;
}

IncidentLocation in_context(IncidentLocation l) {
  l.matched = "context";
  return l;
}

}  // namespace

std::vector<Scene> find_scenes(const DocumentView& view, const FrameFacts& frames, const Draft& draft, std::string_view type) {
  return SceneFinder(view, frames, draft, type).run();
}

std::optional<IncidentLocation> inherited_location(const DocumentView& view, const FrameFacts& frames,
                                                   const Draft& draft, const Incident& lead, bool is_history) {
  if (lead.locations.empty()) return std::nullopt;
  const IncidentLocation& first = lead.locations.front();
  if (auto same = same_place(view, frames, draft, lead)) return in_context(std::move(*same));
  const std::optional<Level> level = named_level(view, frames, draft);
  // An old total of the home country says no more than the country does.
  if (is_history && (!level || (level == Level::country && first.country == view.sym.home))) return std::nullopt;
  if (level == Level::world) return std::nullopt;
  // A total may span anything, but one of another country's news hardly more than that country, where no other is told.
  const bool one_country = std::all_of(lead.locations.begin(), lead.locations.end(), [&](const IncidentLocation& l) { return l.country == first.country; });
  const bool of_abroad = !level && draft.aggregate && one_country && first.country && *first.country != view.sym.home;
  if (!level && draft.aggregate && !of_abroad) return std::nullopt;
  if (level == Level::country || of_abroad) {
    if (!first.country_name) return std::nullopt;
    return unit(view, first, *first.country_name, LocationPrecision::country);
  }
  if (level == Level::state) {
    const IncidentLocation& most = most_in_one_state(lead);
    if (!most.admin1) return std::nullopt;
    return unit(view, most, *most.admin1, LocationPrecision::admin1);
  }
  if (level == Level::district && first.admin2) return district_of(view, first);
  const bool narrow = level == Level::town || (!level && !draft.background);
  const IncidentLocation* settlement = narrow ? settlement_of(view.sym, lead) : nullptr;
  if (settlement) return in_context(*settlement);
  // The widest place below the state: the district, else the town.
  const IncidentLocation* widest = nullptr;
  for (const IncidentLocation& l : lead.locations) {
    if (l.precision == LocationPrecision::country || l.precision == LocationPrecision::admin1) continue;
    if (!widest || l.precision > widest->precision || l.kind == "city") widest = &l;
  }
  const bool is_wide = widest && widest->precision != LocationPrecision::place;
  if (first.admin2 && named_unit(view, *first.admin2) && !is_wide) return district_of(view, first);
  return in_context(widest ? *widest : first);
}

}  // namespace incidents
