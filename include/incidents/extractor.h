#pragma once
/// The library's door: an immutable `Extractor` over a data image turns bytes into a `Document`.
///
///   incidents::Extractor extractor;          // the embedded data, viewed, not parsed
///   incidents::Scratch scratch;              // one per thread, keeps its buffers
///   auto log = extractor.extract(bytes, {.id = "article"}, scratch);
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "incidents/error.h"
#include "incidents/incident.h"

namespace incidents {

enum class OffsetUnit { code_points, bytes, utf16 };

/// What is known of an article before it is read. A `published` that comes from `filename` or `mtime` is a fallback: a
/// date in the text's own dateline goes before it.
struct ArticleInfo {
  std::string id;
  std::optional<std::string> path;
  std::optional<std::string> title;
  std::optional<Date> published;
  PublishedFrom published_from = PublishedFrom::none;
};

struct Options {
  OffsetUnit offsets = OffsetUnit::code_points;
  bool explain = false;    ///< fill `Incident::reasons` and `Document::unused_numbers`
  bool with_text = false;  ///< keep the decoded text in the document
};

/// Buffers of one worker; reused from document to document. Not shared between threads.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;
  struct State;
  State& state() { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

class Extractor {
 public:
  /// Over the embedded data.
  explicit Extractor(Options options = {});
  /// Over the embedded data with the files of `lexicon_dir` laid over it. Throws Error(data) with file:line:column.
  Extractor(Options options, const std::string& lexicon_dir);
  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;

  /// All that is wrong with a folder laid over the embedded data, examples of rules included; empty when it is good.
  /// Throws Error(data) when the folder cannot be read.
  static std::vector<Error> check(const std::string& lexicon_dir);

  /// Total: any bytes in, a document out. Bytes are decoded (UTF-8, UTF-16 with BOM), malformed ones replaced.
  Document extract(std::string_view bytes, const ArticleInfo& info, Scratch& scratch) const;
  Annotation annotate(std::string_view bytes, const ArticleInfo& info, Scratch& scratch) const;

  /// Hash of the data image, 16 hex digits.
  std::string data_hash() const;

  /// A table of data/ by its file's stem (`events`, `labels`), the first row being the header; the base's rows with the
  /// overlay's over them. Empty when there is none.
  std::vector<std::vector<std::string>> table(std::string_view name) const;

  struct Data;
  const Data& data() const { return *data_; }  ///< internal: the loaded lexicon, rules and tables

 private:
  std::unique_ptr<const Data> data_;
  Options options_;
};

}  // namespace incidents
