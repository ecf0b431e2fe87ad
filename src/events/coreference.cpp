#include "events/coreference.h"

#include <algorithm>
#include <array>
#include <span>

namespace incidents {
namespace {

using Hits = std::vector<RoleHit*>;

std::int64_t exact_count(const std::optional<Casualty>& toll) {
  if (!toll || !toll->quantity.min || toll->quantity.min != toll->quantity.max) return -1;
  return *toll->quantity.min;
}

bool is_nobody(const std::optional<Casualty>& toll) { return !toll || exact_count(toll) == 0; }

class Fold {
 public:
  Fold(const Casualties& tolls, bool crowds, std::vector<RoleHit>& roles) : tolls_(tolls), crowds_(crowds), roles_(roles) {}

  void run() {
    name_by_age();
    fold_one(Effect::killed, tolls_.killed, is_nobody(tolls_.injured) && is_nobody(tolls_.kidnapped));
    fold_one(Effect::injured, tolls_.injured, is_nobody(tolls_.killed) && is_nobody(tolls_.kidnapped));
    fold_one(Effect::kidnapped, tolls_.kidnapped, is_nobody(tolls_.killed) && is_nobody(tolls_.injured));
    fold_one(Effect::detained, tolls_.detained, false);
    fold_retold(Effect::killed, tolls_.killed);
    fold_retold(Effect::injured, tolls_.injured);
    fold_named();
    fold_groups();
    fold_accused();
    if (!crowds_) fold_criminals();
    fold_officers();
    fold_bare();
    fold_nations();
    fold_fallen();
    fold_suspects();
    fold_single_groups();
  }

 private:
  static constexpr std::uint32_t kJoined = 5;  ///< tokens of “and”, a pronoun, an age between two who are told together

  static bool is_hit(const RoleHit& h) { return h.role == "victim" || h.role == "target"; }

  Hits choose(auto fits) {
    Hits hits;
    for (RoleHit& h : roles_) {
      if (!h.name.empty() && fits(h)) hits.push_back(&h);
    }
    return hits;
  }

  /// The first of them: no article tells of more, and it keeps the comparing of each with each linear in any text.
  Hits choose_few(auto fits) {
    constexpr std::size_t kMost = 256;
    Hits hits = choose(fits);
    if (hits.size() > kMost) hits.resize(kMost);
    return hits;
  }

  /// One was killed or hurt and has no name: the only one whose age is given.
  void name_by_age() {
    const Hits aged = choose([](const RoleHit& h) { return h.aged; });
    if (aged.empty()) return;
    const bool one = std::all_of(aged.begin(), aged.end(), [&](const RoleHit* h) { return h->name == aged.front()->name; });
    const bool killed = exact_count(tolls_.killed) == 1;
    const Effect effect = killed ? Effect::killed : Effect::injured;
    const bool single = killed || exact_count(tolls_.injured) == 1;
    const Hits told = choose([&](const RoleHit& h) { return h.effect == effect && is_hit(h) && !h.aged; });
    const bool nameless = !told.empty() && std::all_of(told.begin(), told.end(), [](const RoleHit* h) { return h->single && !h->named; });
    for (RoleHit* h : aged) {
      if (one && single && nameless && h == aged.front()) h->effect = effect;
      else h->name.clear();
    }
  }

  /// It befell one person: whatever names one is about the same. `alone`: nothing else befell anybody.
  void fold_one(Effect effect, const std::optional<Casualty>& toll, bool alone) {
    if (exact_count(toll) != 1) return;
    Hits same = choose([&](const RoleHit& h) { return h.effect == effect && h.single; });
    if (same.empty()) return;
    if (alone) {
      // “a man was shot”, “the youth was carried off”: of whom nothing is told but that he was struck.
      const Hits struck = choose([&](const RoleHit& h) { return is_hit(h) && h.effect != effect && h.single && (h.effect || !h.named); });
      same.insert(same.end(), struck.begin(), struck.end());
      // “a youth was beaten to death … they beat Manoj”
      const Hits beaten = choose([&](const RoleHit& h) { return is_hit(h) && !h.effect && h.named && h.object; });
      if (!beaten.empty() && std::none_of(same.begin(), same.end(), [](const RoleHit* h) { return h->named; })) same.insert(same.end(), beaten.begin(), beaten.end());
    }
    keep_best(same);
  }

  static bool says_less(const RoleHit& a, const RoleHit& b) { return std::pair(!a.anyone, a.name.size()) < std::pair(!b.anyone, b.name.size()); }

  /// Of those without a name, the one that says most; none where somebody is named.
  static void keep_best(std::span<RoleHit*> same) {
    const bool named = std::any_of(same.begin(), same.end(), [](const RoleHit* h) { return h->named; });
    const RoleHit* best = named ? nullptr : *std::max_element(same.begin(), same.end(), [](const RoleHit* a, const RoleHit* b) { return says_less(*a, *b); });
    for (RoleHit* h : same) {
      if (!h->named && h != best) h->name.clear();
    }
  }

  /// “a leader and his son were killed … Singh, his son Ajay and three guards died”: where those told would be more than
  /// the toll, single people without a name are those who have one.
  void fold_retold(Effect effect, const std::optional<Casualty>& toll) {
    const Hits named = choose([&](const RoleHit& h) { return h.effect == effect && is_hit(h) && h.named; });
    const Hits single = choose([&](const RoleHit& h) { return h.effect == effect && is_hit(h) && h.single && !h.named; });
    if (named.empty() || single.empty() || exact_count(toll) < 0) return;
    std::int64_t group = 0;
    for (const RoleHit* h : choose([&](const RoleHit& h2) { return h2.effect == effect && is_hit(h2) && !h2.named && !h2.single; })) group = std::max(group, h->count);
    if (std::ssize(named) + std::ssize(single) + group <= exact_count(toll)) return;
    const auto beside = [&](const RoleHit& h) {
      return std::any_of(named.begin(), named.end(), [&](const RoleHit* n) { return h.begin >= n->end && h.begin < n->end + kJoined; });
    };
    for (RoleHit* h : single) {
      if (!beside(*h)) h->name.clear();
    }
  }

  /// “25 soldiers”, and farther on the same number of the same people; “four people” who are all named.
  void fold_groups() {
    const std::array<std::pair<Effect, const std::optional<Casualty>*>, 4> tolls = {
        {{Effect::killed, &tolls_.killed}, {Effect::injured, &tolls_.injured}, {Effect::kidnapped, &tolls_.kidnapped}, {Effect::detained, &tolls_.detained}}};
    for (const auto& [effect, toll] : tolls) {
      Hits counted = choose([&](const RoleHit& h) { return h.effect == effect && h.count > 1; });
      if (counted.empty()) continue;
      const Hits named = choose([&](const RoleHit& h) { return h.effect == effect && h.named; });
      // Those of one number side by side, in the order of the text.
      std::stable_sort(counted.begin(), counted.end(), [](const RoleHit* a, const RoleHit* b) { return a->count < b->count; });
      for (std::size_t i = 0; i < counted.size(); ++i) {
        // Those arrested, or “people”, by their names; soldiers are that beside their names.
        const bool by_name = counted[i]->anyone || counted[i]->role == "suspect";
        const bool whole = counted[i]->count == exact_count(*toll);
        if (by_name && whole && std::ssize(named) >= counted[i]->count) counted[i]->name.clear();
        constexpr std::size_t kBack = 64;
        for (std::size_t k = i > kBack ? i - kBack : 0; k < i && !counted[i]->name.empty(); ++k) fold_group(*counted[k], *counted[i], whole);
      }
    }
  }

  /// `whole`: as many as the toll has in all, so that there are no others.
  static void fold_group(RoleHit& first, RoleHit& again, bool whole) {
    if (first.name.empty() || first.count != again.count) return;
    if (!whole && first.group != again.group && !first.anyone && !again.anyone) return;
    (says_less(first, again) ? first : again).name.clear();
  }

  /// “the accused” are those who were told of before: where anybody is, the word tells nothing more.
  void fold_accused() {
    const auto did = [](const RoleHit& h) { return h.role == "perpetrator" || h.role == "suspect"; };
    Hits pointing = choose([&](const RoleHit& h) { return did(h) && h.accused && !h.named; });
    const Hits others = choose([&](const RoleHit& h) { return did(h) && (!h.accused || h.named); });
    // “a man” beside somebody of whom more is told.
    const Hits anyone = choose([](const RoleHit& h) { return h.role == "perpetrator" && h.anyone && h.single; });
    const bool told = std::any_of(others.begin(), others.end(), [](const RoleHit* h) { return h->role == "perpetrator" && !h->anyone && !h->force; });
    for (RoleHit* h : anyone) {
      if (told) h->name.clear();
    }
    for (RoleHit* h : choose([](const RoleHit& other) { return other.role == "source" && other.accused && !other.named; })) h->name.clear();
    if (others.empty() && !pointing.empty()) pointing.erase(pointing.begin());
    // Beside “criminals” a number of them still says more.
    const bool known = std::any_of(others.begin(), others.end(), [](const RoleHit* h) { return !h->criminal; });
    for (RoleHit* h : pointing) {
      if (known || h->count == 0) h->name.clear();
    }
  }

  static bool is_same_side(const RoleHit& a, const RoleHit& b) { return a.role == b.role || (is_hit(a) && is_hit(b)); }

  /// “badmash” beside “three badmash”.
  void fold_bare() {
    for (RoleHit* bare : choose_few([](const RoleHit& h) { return h.bare && h.head != kNone && h.role != "source"; })) {
      const bool told = std::any_of(roles_.begin(), roles_.end(), [&](const RoleHit& h) {
        return &h != bare && !h.name.empty() && is_same_side(h, *bare) && h.head == bare->head && (!h.bare || &h < bare);
      });
      if (told) bare->name.clear();
    }
  }

  /// “the goldsmith” and “the goldsmith Ram Achal Soni”, where no toll says how many they were.
  void fold_named() {
    if (tolls_.killed || tolls_.injured || tolls_.kidnapped) return;
    const Hits named = choose([](const RoleHit& h) { return is_hit(h) && h.named; });
    const bool one = !named.empty() && std::all_of(named.begin(), named.end(), [&](const RoleHit* h) { return h->name == named.front()->name; });
    if (!one) return;
    const auto beside = [&](const RoleHit& h) {  // “the goldsmith Ram and his wife”
      return std::any_of(named.begin(), named.end(), [&](const RoleHit* n) { return h.begin >= n->end && h.begin < n->end + kJoined; });
    };
    for (RoleHit* h : choose([](const RoleHit& other) { return is_hit(other) && other.single && !other.named; })) {
      if (!beside(*h)) h->name.clear();
    }
  }

  /// “the robbers”, “the attacker” where anybody is told of by more than that.
  void fold_criminals() {
    // Who was only taken in on suspicion is not who the text says did it.
    const auto did = [](const RoleHit& h) { return h.role == "perpetrator"; };
    const Hits bare = choose([&](const RoleHit& h) { return did(h) && h.criminal && h.bare; });
    const Hits others = choose([&](const RoleHit& h) { return did(h) && !(h.criminal && h.bare) && !(h.accused && !h.named) && !h.force && h.kind != "government"; });
    if (others.empty()) return;
    for (RoleHit* h : bare) h->name.clear();
  }

  /// “an officer of the forest department” where an officer is named.
  void fold_officers() {
    const Hits named = choose_few([](const RoleHit& h) { return h.role == "source" && h.named && h.title != kNone; });
    for (RoleHit* h : choose_few([](const RoleHit& other) { return other.role == "source" && !other.named && other.single && other.head != kNone; })) {
      if (std::any_of(named.begin(), named.end(), [&](const RoleHit* n) { return n->title == h->head; })) h->name.clear();
    }
  }

  /// Attackers who fell are not whom it was meant for: “naksaliyon ne …, chaar naksali bhi maare gae”.
  void fold_fallen() {
    const Hits doers = choose_few([](const RoleHit& h) { return (h.role == "perpetrator" || h.role == "claimant") && h.head != kNone; });
    for (RoleHit* fallen : choose_few([](const RoleHit& h) { return is_hit(h) && h.head != kNone && (h.kind == "armed_group" || h.criminal); })) {
      if (std::any_of(doers.begin(), doers.end(), [&](const RoleHit* d) { return d->head == fallen->head; })) fallen->name.clear();
    }
  }

  /// Whoever is told to have done it is no mere suspect; what the driver who was arrested said is no source.
  void fold_suspects() {
    const Hits doers = choose_few([](const RoleHit& h) { return h.role == "perpetrator"; });
    for (RoleHit* s : choose_few([](const RoleHit& h) { return h.role == "suspect"; })) {
      if (std::any_of(doers.begin(), doers.end(), [&](const RoleHit* d) { return d->name == s->name; })) s->name.clear();
    }
    const Hits suspects = choose_few([](const RoleHit& h) { return h.role == "suspect" && h.head != kNone; });
    for (RoleHit* source : choose_few([](const RoleHit& h) { return h.role == "source" && h.bare && h.head != kNone; })) {
      if (std::any_of(suspects.begin(), suspects.end(), [&](const RoleHit* d) { return d->head == source->head; })) source->name.clear();
    }
  }

  /// “a jawan of the army was killed”, and farther on “a jawan”: one of the same group, to whom the same befell.
  void fold_single_groups() {
    constexpr std::uint32_t kNear = 12;  // tokens: in one list they are two
    const Hits singles = choose_few([](const RoleHit& h) { return is_hit(h) && h.effect && h.count == 1 && h.single && !h.named && h.group != 0; });
    for (std::size_t i = 1; i < singles.size(); ++i) {
      for (std::size_t k = 0; k < i && !singles[i]->name.empty(); ++k) {
        RoleHit &first = *singles[k], &again = *singles[i];
        if (first.name.empty() || first.effect != again.effect || first.group != again.group || again.begin < first.end + kNear) continue;
        (says_less(first, again) ? first : again).name.clear();
      }
    }
  }

  /// “Russian attack” where Russia or its army is told to have struck.
  void fold_nations() {
    for (RoleHit* nation : choose_few([](const RoleHit& h) { return h.nation && h.country; })) {
      const bool told = std::any_of(roles_.begin(), roles_.end(), [&](const RoleHit& h) {
        return !h.nation && !h.name.empty() && h.role == nation->role && h.country == nation->country;
      });
      if (told) nation->name.clear();
    }
  }

  const Casualties& tolls_;
  bool crowds_;
  std::vector<RoleHit>& roles_;
};

}  // namespace

void fold_told_again(const Casualties& tolls, bool crowds, std::vector<RoleHit>& roles) { Fold(tolls, crowds, roles).run(); }

}  // namespace incidents
