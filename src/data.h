#pragma once
/// What an Extractor holds: the data image, the views over it and the tables read from it. Const once built, shared by
/// all threads.
#include <string>

#include "events/build.h"
#include "incidents/extractor.h"
#include "lexicon/lexicon.h"
#include "mentions/gazetteer.h"
#include "mentions/recognise.h"
#include "mentions/timex.h"
#include "rules/rules.h"
#include "text/tokenise.h"

namespace incidents {

struct Extractor::Data {
  /// Over the embedded image.
  Data();
  /// Over an image compiled from the embedded sources with the files of a folder laid over them. Throws Error(data).
  explicit Data(const std::string& lexicon_dir);

  std::vector<std::byte> compiled;  ///< the overlay's image; empty over the embedded one
  Lexicon lexicon;
  Rules rules;
  Recogniser recogniser;
  TenseReader tenses;
  Gazetteer gazetteer;
  EventTables events;
  Abbreviations abbreviations;

 private:
  explicit Data(std::vector<std::byte> image);
};

}  // namespace incidents
