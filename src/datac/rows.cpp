#include "datac/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "lexicon/suggest.h"
#include "text/normalise.h"

namespace incidents {
namespace {

constexpr std::array<std::string_view, 2> kRequired = {"form", "class"};
constexpr std::size_t kMaxAttributes = 255;

/// Calls `visit(piece, offset)` for each piece of `text` between separators, blanks around it cut off; `offset` counts
/// bytes. Empty pieces are visited too.
template <class Visit>
void split(std::string_view text, char separator, Visit visit) {
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    std::size_t first = begin;
    std::size_t last = end;
    while (first < last && text[first] == ' ') ++first;
    while (last > first && text[last - 1] == ' ') --last;
    visit(text.substr(first, last - first), first);
    if (end == text.size()) return;
    begin = end + 1;
  }
}

/// Columns of a sheet by their part in a row.
struct Columns {
  std::size_t form, class_name, paradigm, attributes;
  explicit Columns(const Sheet& sheet)
      : form(sheet.column("form")),
        class_name(sheet.column("class")),
        paradigm(sheet.column("paradigm")),
        attributes(sheet.column("attributes")) {}
};

class RowReader {
 public:
  RowReader(const Sheet& sheet, const Vocabulary& vocabulary, const Paradigms& paradigms, Problems& problems)
      : sheet_(sheet), columns_(sheet), vocabulary_(vocabulary), paradigms_(paradigms), problems_(problems) {}

  /// nullopt when the row has a problem.
  std::optional<LexiconRow> read(const Sheet::Row& row) {
    const std::size_t before = problems_.size();
    LexiconRow out{&sheet_, &row, read_class(row), read_paradigm(row), {}, {}};
    if (sheet_.text(row, columns_.form).empty()) problem(row, columns_.form, "row without a form");
    if (problems_.size() == before) read_spellings(out);
    if (problems_.size() == before) read_attributes(out);
    if (problems_.size() != before) return std::nullopt;
    return out;
  }

  ClassId read_class(const Sheet::Row& row) {
    const std::string_view name = sheet_.text(row, columns_.class_name);
    const ClassId id = vocabulary_.find_class(name);
    if (id == 0) {
      problem(row, columns_.class_name,
              name.empty() ? "row without a class"
                           : fmt::format("unknown class '{}'{}", name, vocabulary_.suggest_class(name)));
    }
    return id;
  }

 private:
  void problem(const Sheet::Row& row, std::size_t column, std::string message, std::uint32_t into = 0) {
    problems_.push_back(sheet_.error(row, column, std::move(message), into));
  }

  std::string_view read_paradigm(const Sheet::Row& row) {
    const std::string_view name = sheet_.text(row, columns_.paradigm);
    if (!name.empty() && !paradigms_.contains(name)) {
      problem(row, columns_.paradigm, fmt::format("unknown paradigm '{}'{}", name, paradigms_.suggest(name)));
    }
    return name;
  }

  void read_spellings(LexiconRow& out) {
    const std::string_view cell = sheet_.text(*out.row, columns_.form);
    split(cell, '|', [&](std::string_view written, std::size_t offset) {
      const std::uint32_t into = count_code_points(cell.substr(0, offset));
      if (written.empty()) {
        problem(*out.row, columns_.form, "empty spelling between '|'", into);
      } else {
        read_spelling(out, written, into);
      }
    });
  }

  void read_spelling(LexiconRow& out, std::string_view written, std::uint32_t into) {
    Spelling spelling;
    Phrase head;                // all words but an inflected last one
    std::string_view last;      // the inflected word
    std::uint32_t last_into = 0;
    split(written, ' ', [&](std::string_view word, std::size_t offset) {
      if (word.empty()) return;
      const std::uint32_t at = into + count_code_points(written.substr(0, offset));
      const bool is_lemma = word.ends_with('~');
      if (is_lemma) word.remove_suffix(1);
      if (!spelling.written.empty()) spelling.written += ' ';
      spelling.written += word;
      const bool is_last = offset + word.size() + (is_lemma ? 1 : 0) == written.size();
      if (is_lemma) {
        head.push_back({normalise(word), true, at});
        if (is_last && !out.paradigm.empty()) problem(*out.row, columns_.form, "a word with '~' has its own paradigm", at);
      } else if (is_last && !out.paradigm.empty()) {
        last = word;
        last_into = at;
      } else {
        add_words(word, at, head);
      }
    });
    if (last.empty()) {
      if (!head.empty()) spelling.phrases.push_back(std::move(head));
    } else {
      inflect_last(out, head, last, last_into, spelling);
    }
    const bool is_reported = !last.empty() && spelling.phrases.empty();
    if (!is_reported && (spelling.phrases.empty() || spelling.phrases.front().empty())) {
      problem(*out.row, columns_.form, fmt::format("'{}' holds no word", written), into);
    }
    if (spelling.phrases.empty()) return;
    out.spellings.push_back(std::move(spelling));
  }

  void inflect_last(const LexiconRow& out, const Phrase& head, std::string_view last, std::uint32_t into,
                    Spelling& spelling) {
    for (const std::string& form : paradigms_.inflect(last, out.paradigm)) {
      Phrase phrase = head;
      add_words(form, into, phrase);
      spelling.phrases.push_back(std::move(phrase));
    }
    if (!spelling.phrases.empty()) return;
    // A further spelling may be a word of another ending, or a form of the first: it stands for itself.
    if (!out.spellings.empty()) {
      Phrase phrase = head;
      add_words(last, into, phrase);
      spelling.phrases.push_back(std::move(phrase));
      return;
    }
    problem(*out.row, columns_.form,
            fmt::format("'{}' does not end as paradigm '{}' wants ({})", last, out.paradigm,
                        paradigms_.expected_ends(out.paradigm)),
            into);
  }

  /// Look-up takes a hyphen between words for a blank, so hyphens are left out here.
  void add_words(std::string_view written, std::uint32_t into, Phrase& phrase) const {
    for (std::string& word : vocabulary_.split_words(written)) {
      if (word != "-") phrase.push_back({std::move(word), false, into});
    }
  }

  void read_attributes(LexiconRow& out) {
    for (std::size_t i = 0; i < sheet_.columns().size(); ++i) {
      const std::string_view value = sheet_.text(*out.row, i);
      if (value.empty() || i == columns_.form || i == columns_.class_name || i == columns_.paradigm) continue;
      if (i == columns_.attributes) {
        read_attribute_list(out, value);
      } else {
        out.attributes.emplace_back(sheet_.columns()[i].text, value);
      }
    }
    if (out.attributes.size() > kMaxAttributes) problem(*out.row, columns_.attributes, "more than 255 attributes");
    std::sort(out.attributes.begin(), out.attributes.end());
    const auto same_key = [](const auto& a, const auto& b) { return a.first == b.first; };
    const auto twice = std::adjacent_find(out.attributes.begin(), out.attributes.end(), same_key);
    if (twice != out.attributes.end()) {
      problem(*out.row, columns_.attributes, fmt::format("attribute '{}' is given twice", twice->first));
    }
  }

  void read_attribute_list(LexiconRow& out, std::string_view list) {
    split(list, ';', [&](std::string_view pair, std::size_t offset) {
      if (pair.empty()) return;
      const std::size_t equals = pair.find('=');
      if (equals == std::string_view::npos || equals == 0 || equals + 1 == pair.size()) {
        problem(*out.row, columns_.attributes, fmt::format("attribute '{}' is not of the form key=value", pair),
                count_code_points(list.substr(0, offset)));
        return;
      }
      out.attributes.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
    });
  }

  const Sheet& sheet_;
  Columns columns_;
  const Vocabulary& vocabulary_;
  const Paradigms& paradigms_;
  Problems& problems_;
};

/// First forms that readers take as the same are the same key.
std::string row_key(std::string_view first_form, ClassId class_id) {
  return fmt::format("{}\t{}", normalise(first_form), class_id);
}

std::string_view first_spelling(std::string_view cell) {
  std::string_view first = cell.substr(0, cell.find('|'));
  while (first.ends_with(' ')) first.remove_suffix(1);
  return first;
}

/// What tells apart rows of one first form and class: places have namesakes.
using Namesake = std::vector<std::string_view>;

Namesake read_namesake(const Sheet& sheet, const Sheet::Row& row) {
  constexpr std::array<std::string_view, 6> kColumns = {"id", "level", "kind", "cc", "admin1", "admin2"};
  const std::size_t used = sheet.file().name.starts_with("gazetteer/") ? kColumns.size() : 1;
  Namesake cells;
  for (std::size_t i = 0; i < used; ++i) cells.push_back(sheet.text(row, sheet.column(kColumns[i])));
  return cells;
}

/// Rows by key, with those of an overlay laid over.
class MergedRows {
 public:
  explicit MergedRows(Problems& problems) : problems_(problems) {}

  void add(LexiconRow row, std::size_t form) {
    const bool overlay = row.sheet->file().overlay;
    const std::string_view first = first_spelling(row.sheet->text(*row.row, form));
    Namesake namesake = read_namesake(*row.sheet, *row.row);
    auto& of_key = index_[row_key(first, row.class_id)];
    for (const std::size_t i : of_key) {
      LexiconRow& known = rows_[i];
      if (known.row == nullptr || namesakes_[i] != namesake) continue;
      if (known.sheet->file().overlay == overlay) {
        problems_.push_back(row.sheet->error(
            *row.row, form,
            fmt::format("'{}' is in this class already: {}:{}", first, known.sheet->file().shown, known.row->line)));
      } else {
        known = std::move(row);
      }
      return;
    }
    of_key.push_back(rows_.size());
    rows_.push_back(std::move(row));
    namesakes_.push_back(std::move(namesake));
  }

  /// Removes the rows of that form and class; where `row` says which namesake it means, that one alone.
  void remove(const Sheet& sheet, const Sheet::Row& row, std::size_t form, ClassId class_id) {
    std::string_view first = first_spelling(sheet.text(row, form)).substr(1);
    while (first.starts_with(' ')) first.remove_prefix(1);
    const Namesake wanted = read_namesake(sheet, row);
    bool found = false;
    if (const auto of_key = index_.find(row_key(first, class_id)); of_key != index_.end()) {
      for (const std::size_t i : of_key->second) {
        if (rows_[i].row == nullptr || !agrees(wanted, namesakes_[i])) continue;
        rows_[i].row = nullptr;
        found = true;
      }
    }
    if (found) return;
    const std::string hint = suggest(first, class_id);
    problems_.push_back(sheet.error(row, form, fmt::format("no row '{}' of this class to remove{}", first, hint), 1));
  }

  std::vector<LexiconRow> take() {
    std::erase_if(rows_, [](const LexiconRow& row) { return row.row == nullptr; });
    return std::move(rows_);
  }

 private:
  static bool agrees(const Namesake& wanted, const Namesake& known) {
    for (std::size_t i = 0; i < std::min(wanted.size(), known.size()); ++i) {
      if (!wanted[i].empty() && wanted[i] != known[i]) return false;
    }
    return true;
  }

  std::string suggest(std::string_view first, ClassId class_id) const {
    std::vector<std::string_view> names;
    for (const LexiconRow& row : rows_) {
      if (row.row != nullptr && row.class_id == class_id) names.push_back(row.spellings.front().written);
    }
    return did_you_mean(first, names);
  }

  Problems& problems_;
  std::vector<LexiconRow> rows_;  ///< removed ones have no `row`
  std::vector<Namesake> namesakes_;
  std::unordered_map<std::string, std::vector<std::size_t>> index_;  ///< key → rows
};

}  // namespace

std::vector<LexiconRow> read_lexicon_rows(const std::vector<Sheet>& sheets, const Vocabulary& vocabulary,
                                          const Paradigms& paradigms, Problems& problems) {
  MergedRows merged(problems);
  for (const Sheet& sheet : sheets) {
    if (!sheet.require(kRequired, problems)) continue;
    const Columns columns(sheet);
    RowReader reader(sheet, vocabulary, paradigms, problems);
    for (const Sheet::Row& row : sheet.rows()) {
      const std::string_view form = sheet.text(row, columns.form);
      if (sheet.file().overlay && form.starts_with('-')) {
        if (const ClassId class_id = reader.read_class(row); class_id != 0) {
          merged.remove(sheet, row, columns.form, class_id);
        }
      } else if (auto read = reader.read(row)) {
        merged.add(std::move(*read), columns.form);
      }
    }
  }
  return merged.take();
}

}  // namespace incidents
