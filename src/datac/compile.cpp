#include "datac/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "datac/rows.h"
#include "datac/columns.h"
#include "datac/tables.h"
#include "lexicon/abbreviations.h"
#include "lexicon/image.h"
#include "lexicon/lexicon_writer.h"
#include "lexicon/sound_index.h"
#include "lexicon/suggest.h"
#include "text/normalise.h"

namespace incidents {
namespace {

enum class FileKind { rows, rules, classes, paradigms, spelling, table, phonetic, unknown };

FileKind kind_of(std::string_view name) {
  const std::string_view folder = name.substr(0, name.find('/') + 1);
  if (name.ends_with(".rules")) return folder == "rules/" ? FileKind::rules : FileKind::unknown;
  if (folder == "lexicon/" || folder == "gazetteer/") return FileKind::rows;
  if (name == "phonetic/towns.tsv") return FileKind::phonetic;
  if (!folder.empty()) return FileKind::unknown;
  if (name == "classes.tsv") return FileKind::classes;
  if (name == "paradigms.tsv") return FileKind::paradigms;
  if (name == "spelling.tsv") return FileKind::spelling;
  return FileKind::table;
}

using Replacement = std::pair<std::string_view, std::string_view>;

/// The vowels of English loans and the plain long a that many papers write: U+0911 → U+0906, U+0949 → U+093E.
constexpr std::array<Replacement, 2> kPlainO = {
    {{"\xE0\xA4\x91", "\xE0\xA4\x86"}, {"\xE0\xA5\x89", "\xE0\xA4\xBE"}}};

/// The flaps and the letters that stand for them where the dot is left out: U+095C → U+0921, U+095D → U+0922.
constexpr std::array<Replacement, 2> kNoDot = {
    {{"\xE0\xA5\x9C", "\xE0\xA4\xA1"}, {"\xE0\xA5\x9D", "\xE0\xA4\xA2"}}};

/// The word with all of these replaced; "" when it has none.
std::string replaced(std::string_view normal, std::span<const Replacement> pairs) {
  std::string out(normal);
  for (const auto& [from, to] : pairs) {
    for (std::size_t at = out.find(from); at != std::string::npos; at = out.find(from, at)) {
      out.replace(at, from.size(), to);
    }
  }
  return out == normal ? std::string() : out;
}

/// The oblique plural written without its anusvara (U+094B U+0902 → U+094B); "" for any other form.
std::string without_final_dot(std::string_view normal) {
  constexpr std::string_view kEnding = "\xE0\xA5\x8B\xE0\xA4\x82", kDot = "\xE0\xA4\x82";
  if (!normal.ends_with(kEnding)) return {};
  return std::string(normal.substr(0, normal.size() - kDot.size()));
}

std::vector<std::byte> pack_sources(const DataFiles& files) {
  std::string packed;
  const auto put = [&](std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    packed.append(reinterpret_cast<const char*>(&size), sizeof size);
    packed.append(text);
  };
  for (const DataFile& file : files) {
    if (kind_of(file.name) == FileKind::phonetic) continue;
    put(file.name);
    put(file.shown);
    put(file.contents);
  }
  const auto bytes = std::as_bytes(std::span(packed));
  return {bytes.begin(), bytes.end()};
}

class Compiler {
 public:
  Compiler(const DataFiles& base, const DataFiles& overlay, std::span<const std::byte> sounds)
      : files_(base), has_overlay_(!overlay.empty()), sounds_(sounds.begin(), sounds.end()) {
    files_.insert(files_.end(), overlay.begin(), overlay.end());
  }

  Compiled run(const ExampleCheck& check) {
    read_sheets();
    declare_classes();
    for (const Sheet& sheet : sheets_[FileKind::paradigms]) paradigms_.add(sheet, problems_);
    read_abbreviations();
    rows_ = read_lexicon_rows(sheets_[FileKind::rows], vocabulary_, paradigms_, problems_);
    add_spelling_variants();
    add_plainer_variants();
    define_lemmas();
    add_genders();
    for (const LexiconRow& row : rows_) add_row(row);
    std::vector<Sheet> tables = std::move(sheets_[FileKind::table]);
    add_tables(tables, writer_, problems_);
    check_columns(tables, problems_);
    CompiledRules rules = compile_rules(files_, vocabulary_, attribute_names(), problems_);

    Compiled out;
    if (problems_.empty()) {
      ImageWriter image;
      writer_.write(image);
      image.add_section("rules", rules.section);
      if (!sounds_.empty()) image.add_section(kPhoneticSection, sounds_);
      if (!has_overlay_) image.add_section(layout::section::kSources, pack_sources(files_));
      out.image = image.write();
      if (check) check(Lexicon(out.image), rules.examples, problems_);
    }
    if (!problems_.empty()) out.image.clear();
    out.problems = std::move(problems_);
    return out;
  }

 private:
  void read_sheets() {
    for (const DataFile& file : files_) {
      const FileKind kind = kind_of(file.name);
      if (kind == FileKind::unknown) {
        constexpr std::array<std::string_view, 3> kFolders = {"lexicon", "gazetteer", "rules"};
        const std::string_view folder = std::string_view(file.name).substr(0, file.name.find('/'));
        problems_.push_back(data_error(file.shown, 0, 0, {},
                                       "rows belong into lexicon/ or gazetteer/, rules into rules/" +
                                           did_you_mean(folder, kFolders)));
      } else if (kind == FileKind::phonetic) {
        sounds_ = compile_phonetic(file, problems_);
      } else if (kind != FileKind::rules) {
        sheets_[kind].emplace_back(file, problems_);
        if (kind == FileKind::classes) sheets_[FileKind::table].emplace_back(file, unused_);
      }
    }
  }

  void declare_classes() {
    constexpr std::array<std::string_view, 2> kRequired = {"class", "mention"};
    for (const Sheet& sheet : sheets_[FileKind::classes]) {
      if (!sheet.require(kRequired, problems_)) continue;
      for (const Sheet::Row& row : sheet.rows()) {
        const std::size_t column = sheet.column("class");
        if (vocabulary_.declare_class(sheet.text(row, column)) == 0) {
          problems_.push_back(sheet.error(row, column, "more than 255 classes"));
        }
      }
    }
  }

  /// The tokeniser must cut the forms of rows as it will cut texts.
  void read_abbreviations() {
    constexpr std::array<std::string_view, 2> kRequired = {"form", "kind"};
    std::vector<Abbreviation> abbreviations;
    for (const Sheet& sheet : sheets_[FileKind::table]) {
      if (file_stem(sheet.file().name) != "abbreviations" || !sheet.require(kRequired, problems_)) continue;
      for (const Sheet::Row& row : sheet.rows()) {
        const std::size_t column = sheet.column("kind");
        const std::string_view name = sheet.text(row, column);
        if (const auto kind = abbreviation_kind(name)) {
          abbreviations.push_back({normalise(sheet.text(row, sheet.column("form"))), *kind, false});  // lines are nothing to a row
        } else {
          constexpr std::array<std::string_view, 4> kKinds = {"abbreviation", "letter", "letter_word", "numbered"};
          problems_.push_back(sheet.error(row, column, fmt::format("unknown kind '{}'{}", name, did_you_mean(name, kKinds))));
        }
      }
    }
    vocabulary_.set_abbreviations(Abbreviations(std::move(abbreviations)));
  }

  /// A variant of a lemma's name is inflected beside it, so that all its forms lead to the standard word's.
  void add_spelling_variants() {
    constexpr std::array<std::string_view, 2> kRequired = {"variant", "standard"};
    std::unordered_map<std::string, std::pair<std::string, std::string>> lemmas;  // normal → written, paradigm
    for (const LexiconRow& row : rows_) {
      for (const Spelling& spelling : row.spellings) {
        if (row.is_lemma(spelling)) {
          lemmas.try_emplace(normalise(spelling.written), spelling.written, row.paradigm);
        }
      }
    }
    std::set<std::string> variants;
    for (const Sheet& sheet : sheets_[FileKind::spelling]) {
      if (!sheet.require(kRequired, problems_)) continue;
      for (const Sheet::Row& row : sheet.rows()) {
        const std::string_view variant = sheet.text(row, sheet.column("variant"));
        const std::string standard = normalise(sheet.text(row, sheet.column("standard")));
        const std::string normal = normalise(variant);
        if (normal.empty() || standard.empty() || normal == standard) {
          problems_.push_back(sheet.error(row, 0, "variant and standard must be two spellings that folding keeps apart"));
        } else if (!variants.insert(normal).second && !sheet.file().overlay) {
          problems_.push_back(sheet.error(row, 0, fmt::format("variant '{}' stands twice", variant)));
        } else {
          vocabulary_.add_alias(normal, standard);
          if (const auto lemma = lemmas.find(standard); lemma != lemmas.end()) {
            add_inflected_variants(variant, lemma->second.first, lemma->second.second);
          }
        }
      }
    }
  }

  void add_inflected_variants(std::string_view variant, std::string_view standard, std::string_view paradigm) {
    const auto variants = paradigms_.inflect(variant, paradigm);
    const auto standards = paradigms_.inflect(standard, paradigm);
    if (variants.size() != standards.size()) return;
    for (std::size_t i = 0; i < variants.size(); ++i) {
      // Where the two share a form, it is the standard's.
      if (std::find(standards.begin(), standards.end(), variants[i]) != standards.end()) continue;
      vocabulary_.add_alias(normalise(variants[i]), normalise(standards[i]));
    }
  }

  /// A plainer spelling (a loan's vowel, a flap without its dot, a noun's oblique plural without its anusvara) leads to the same word, unless a row has exactly that
  /// spelling as a word of its own.
  void add_plainer_variants() {
    std::unordered_set<std::string_view> own_words;
    for (const LexiconRow& row : rows_) {
      for (const Spelling& spelling : row.spellings) {
        for (const Phrase& phrase : spelling.phrases) {
          if (phrase.size() == 1) own_words.insert(phrase[0].normal);
        }
      }
    }
    for (const LexiconRow& row : rows_) {
      for (const Spelling& spelling : row.spellings) {
        for (const Phrase& phrase : spelling.phrases) {
          for (const PhraseWord& word : phrase) {
            for (const auto pairs : {std::span<const Replacement>(kPlainO), std::span<const Replacement>(kNoDot)}) {
              const std::string plain = replaced(word.normal, pairs);
              if (!plain.empty() && !own_words.contains(plain)) vocabulary_.add_alias(plain, word.normal);
            }
            const std::string undotted = row.paradigm.empty() || row.paradigm.starts_with('v') ? std::string() : without_final_dot(word.normal);
            if (!undotted.empty() && !own_words.contains(undotted)) vocabulary_.add_alias(undotted, word.normal);
          }
        }
      }
    }
  }

  void define_lemmas() {
    for (const LexiconRow& row : rows_) {
      LemmaId first = kNone;
      for (const Spelling& spelling : row.spellings) {
        if (!row.is_lemma(spelling)) continue;
        if (first == kNone) first = vocabulary_.declare_lemma(spelling.written);
        vocabulary_.add_lemma_name(spelling.written, first);
        const LemmaId own = vocabulary_.find_lemma(spelling.written);
        for (const Phrase& phrase : spelling.phrases) {
          if (phrase.size() != 1) continue;
          const WordId word = vocabulary_.intern_word(phrase[0].normal);
          vocabulary_.add_form(first, word);
          vocabulary_.add_form(own, word);
        }
      }
    }
    forms_of_lemma_.resize(vocabulary_.lemma_count());
    for (WordId word = 1; word < vocabulary_.word_count(); ++word) {
      for (const LemmaId lemma : vocabulary_.lemmas(word)) forms_of_lemma_[lemma].push_back(word);
    }
  }

  /// Rows of the classes of gendered.tsv tell their gender by their paradigm (m_aa, f_ii), where they do not tell it
  /// themselves.
  void add_genders() {
    std::set<ClassId> gendered;
    for (const Sheet& sheet : sheets_[FileKind::table]) {
      if (file_stem(sheet.file().name) != "gendered") continue;
      for (const Sheet::Row& row : sheet.rows()) gendered.insert(vocabulary_.find_class(sheet.text(row, sheet.column("class"))));
    }
    for (LexiconRow& row : rows_) {
      if (!gendered.contains(row.class_id) || row.paradigm.size() < 2 || row.paradigm[1] != '_') continue;
      const auto key = [](const auto& attribute) { return attribute.first; };
      const std::string_view gender = row.paradigm.substr(0, 1);
      if ((gender != "m" && gender != "f") || std::ranges::find(row.attributes, "gender", key) != row.attributes.end()) continue;
      row.attributes.emplace_back("gender", gender);
      std::ranges::sort(row.attributes);
    }
  }

  void add_row(const LexiconRow& row) {
    const EntryId entry = writer_.add_entry({row.spellings.front().written, row.class_id, row.sheet->file().shown,
                                             row.row->line, row.attributes});
    std::vector<PhraseSymbol> symbols;
    for (const Spelling& spelling : row.spellings) {
      for (const Phrase& phrase : spelling.phrases) {
        if (!to_symbols(row, phrase, symbols)) break;
        writer_.add_phrase(entry, symbols);
        if (symbols.size() == 1) add_word_class(symbols[0], row.class_id);
      }
    }
  }

  bool to_symbols(const LexiconRow& row, const Phrase& phrase, std::vector<PhraseSymbol>& symbols) {
    symbols.clear();
    for (const PhraseWord& word : phrase) {
      if (!word.is_lemma) {
        symbols.push_back(vocabulary_.intern_word(word.normal));
        continue;
      }
      const LemmaId lemma = vocabulary_.find_lemma(word.normal);
      if (lemma == kNone) {
        problems_.push_back(row.sheet->error(
            *row.row, row.sheet->column("form"),
            fmt::format("unknown lemma '{}'{}", word.normal, vocabulary_.suggest_lemma(word.normal)), word.into));
        return false;
      }
      symbols.push_back(lemma | layout::kLemmaBit);
    }
    return true;
  }

  void add_word_class(PhraseSymbol symbol, ClassId class_id) {
    if ((symbol & layout::kLemmaBit) == 0) {
      vocabulary_.add_class(symbol, class_id);
      return;
    }
    for (const WordId word : forms_of_lemma_[symbol & ~layout::kLemmaBit]) vocabulary_.add_class(word, class_id);
  }

  /// Of lexicon rows alone: the gazetteer's attributes are names and coordinates, which no rule compares.
  AttributeNames attribute_names() const {
    std::set<std::string> keys;
    std::set<std::pair<std::string, std::string>> values;
    for (const LexiconRow& row : rows_) {
      const bool is_lexicon = row.sheet->file().name.starts_with("lexicon/");
      for (const auto& [key, value] : row.attributes) {
        keys.emplace(key);
        if (is_lexicon) values.emplace(key, value);
      }
    }
    return {{keys.begin(), keys.end()}, {values.begin(), values.end()}};
  }

  DataFiles files_;
  bool has_overlay_;
  Problems problems_;
  Problems unused_;  ///< of classes.tsv, which is read twice: its problems are reported once
  std::map<FileKind, std::vector<Sheet>> sheets_;
  Vocabulary vocabulary_;
  Paradigms paradigms_;
  LexiconWriter writer_{vocabulary_};
  std::vector<LexiconRow> rows_;
  std::vector<std::byte> sounds_;
  std::vector<std::vector<WordId>> forms_of_lemma_;
};

}  // namespace

Compiled compile(const DataFiles& base, const DataFiles& overlay, const ExampleCheck& check,
                 std::span<const std::byte> sounds) {
  return Compiler(base, overlay, sounds).run(check);
}

DataFiles source_files(const Lexicon& lexicon) {
  DataFiles files;
  const auto bytes = lexicon.section(layout::section::kSources);
  std::string_view rest(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const auto take = [&] {
    std::uint32_t size = 0;
    if (rest.size() < sizeof size) throw Error(ErrorCode::data, "data image: its source files are cut off");
    std::memcpy(&size, rest.data(), sizeof size);
    rest.remove_prefix(sizeof size);
    if (rest.size() < size) throw Error(ErrorCode::data, "data image: its source files are cut off");
    std::string text(rest.substr(0, size));
    rest.remove_prefix(size);
    return text;
  };
  while (!rest.empty()) {
    DataFile file;
    file.name = take();
    file.shown = take();
    file.contents = take();
    files.push_back(std::move(file));
  }
  return files;
}

void throw_if_any(const Problems& problems) {
  if (problems.empty()) return;
  const Error& first = problems.front();
  if (problems.size() == 1) throw first;
  throw Error(first.code(), fmt::format("{} (and {} more)", first.message(), problems.size() - 1), first.location());
}

}  // namespace incidents
