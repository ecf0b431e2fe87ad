#pragma once
/// The files of a run in their order, however many: a path is kept as what differs from the one before it, some ten bytes
/// a file in sorted folders.
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace incidents::cli {

enum class InputKind { automatic, text, html, json, ndjson };

/// A path of the list, or what is wrong with it.
struct ListedPath {
  std::string path;
  InputKind kind = InputKind::text;
  std::string problem;  ///< empty: the path can be tried
};

class FileList {
 public:
  void add(const ListedPath& file);
  /// How many were added.
  std::size_t size() const { return size_; }
  /// The next in the order of adding, which is forgotten; nullopt when there is none.
  std::optional<ListedPath> next();

 private:
  void put_number(std::size_t number);
  std::size_t take_number();
  std::string_view take(std::size_t length);

  std::deque<std::string> blocks_;  ///< whole entries: growth never moves what is there, and what was given out is freed
  std::size_t at_ = 0;              ///< in the first block
  std::size_t size_ = 0;
  std::string last_added_, last_given_;
};

/// Names of one folder, sorted, in little more than their bytes.
class NameList {
 public:
  void add(std::string_view name);
  void sort();
  auto begin() const { return names_.begin(); }
  auto end() const { return names_.end(); }

 private:
  std::deque<std::string> blocks_;
  std::deque<const char*> names_;  ///< into the blocks, each with a NUL behind it
};

}  // namespace incidents::cli
