#pragma once
/// A document with every slot filled, made by hand, for tests of the formats.
#include "incidents/incident.h"

namespace incidents::test {

inline Quantity exactly(std::int64_t n, std::string text = "") {
  return {n, n, Qualifier::exact, std::move(text), {10, 13}};
}

inline Incident drone_attack() {
  Incident one;
  one.id = "b3c41f";
  one.category = "attack";
  one.type = "drone_attack";
  one.codes = {"Explosions/Remote violence > Air/drone strike", "ASSAULT", "195"};
  one.date = IncidentDate{Date{2024, 7, 16}, Date{2024, 7, 16}, DatePrecision::day,
                          "2024-07-16",      ResolvedFrom::published, "16 जुलाई को", {40, 51}};
  one.locations = {{"पहाड़ी चौकी", "Pahari Chauki", "military_base", "रामनगर", "उत्तरी प्रांत", "IQ", "इराक", 33.79, 42.44,
                    LocationPrecision::place, std::nullopt, {60, 71}},
                   {"इराक", "Iraq", "country", std::nullopt, std::nullopt, "IQ", "इराक", 33.0, 44.0,
                    LocationPrecision::country, std::nullopt, {80, 84}}};
  one.actors = {{"लाल मोर्चा", "perpetrator", "armed_group", "IQ", "alleged", {90, 100}},
                {"अमेरिकी सैनिक", "target", "military", "US", "stated", {101, 114}},
                {"रक्षा मंत्रालय", "source", "government", "IQ", "stated", {120, 134}}};
  one.weapons = {{"drone", exactly(2, "दो"), "दो ड्रोन", {140, 148}}};
  Casualty killed;
  killed.quantity = exactly(3, "तीन");
  killed.who = "सैनिक";
  killed.parts = {{exactly(1, "एक"), "अधिकारी"}};
  killed.alternatives = {{{5, std::nullopt, Qualifier::at_least, "कम से कम पांच", {150, 163}}, "चश्मदीद"}};
  one.casualties.killed = killed;
  one.casualties.injured = Casualty{{2, std::nullopt, Qualifier::several, "कई", {170, 172}}, std::nullopt, {}, {}};
  one.seized = {{"rifle", "एके-47", exactly(2, "दो"), std::nullopt, "दो एके-47 राइफल", {180, 195}}};
  one.damage = "none";
  one.occurrences = exactly(1);
  one.claim = {"unclaimed", std::nullopt};
  one.certainty = "attributed";
  one.evidence = {{1, "16 जुलाई को ड्रोन हमला हुआ।", {40, 68}}};
  one.rules = {"event.drone_attack.fired", "date.day_month"};
  return one;
}

/// “175 and more attacks in three months”: stands for many, is added to nothing.
inline Incident many_attacks() {
  Incident one;
  one.id = "9a77e0";
  one.category = "attack";
  one.type = "attack";
  one.date = IncidentDate{std::nullopt, std::nullopt, DatePrecision::month, "P3M", ResolvedFrom::none, "तीन महीनों में", {200, 214}};
  one.casualties.killed = Casualty{exactly(40, "40"), std::nullopt, {}, {}};
  one.occurrences = {176, std::nullopt, Qualifier::more_than, "175 से अधिक", {215, 226}};
  one.aggregate = true;
  one.main = false;
  return one;
}

inline Document sample_document() {
  Document document;
  document.meta = {"article", "news/article.txt", "सीमा पर हमला", Date{2024, 7, 26}, PublishedFrom::option, 320, 4, 60};
  document.incidents = {drone_attack(), many_attacks()};
  return document;
}

}  // namespace incidents::test
