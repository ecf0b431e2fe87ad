#include "cli/listing.h"

#include <fnmatch.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

namespace incidents::cli {
namespace {

namespace fs = std::filesystem;

struct Extension {
  std::string_view name;
  InputKind kind;
};
constexpr Extension kExtensions[] = {{".txt", InputKind::text},    {".md", InputKind::text},
                                     {".html", InputKind::html},   {".htm", InputKind::html},
                                     {".json", InputKind::json},   {".ndjson", InputKind::ndjson},
                                     {".jsonl", InputKind::ndjson}};

std::optional<InputKind> kind_of_extension(const std::string& path) {
  std::string extension = fs::path(path).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const Extension& known : kExtensions) {
    if (known.name == extension) return known.kind;
  }
  return std::nullopt;
}

using FileId = std::pair<dev_t, ino_t>;

class Walk {
 public:
  Walk(InputKind kind, const FolderOptions& options, FileList& files) : kind_(kind), glob_(options.glob), files_(files) {
    struct stat status {};
    if (!options.output.empty() && stat(options.output.c_str(), &status) == 0) output_ = {status.st_dev, status.st_ino};
  }

  /// `path`, and all below it where it is a folder.
  void start(const std::string& path) {
    below_ = path.size() + (path.ends_with('/') ? 0 : 1);
    std::error_code ignored;
    real_root_ = fs::canonical(path, ignored).string();
    visit(path, true);
  }

 private:
  void visit(const std::string& path, bool named_by_user) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) {
      const int error = errno;
      std::error_code ignored;
      const bool dangling = error == ENOENT && fs::is_symlink(fs::symlink_status(path, ignored));
      return refuse(path, dangling         ? "a dangling link"
                          : error == ENOENT ? "no such file"
                                            : std::generic_category().message(error));
    }
    if (S_ISDIR(status.st_mode)) {
      if (!named_by_user && is_read_elsewhere(path)) return;
      return enter(path, {status.st_dev, status.st_ino});
    }
    if (!named_by_user && output_ == FileId{status.st_dev, status.st_ino}) return;
    const auto by_name = kind_of_extension(path);
    if (!named_by_user && !(glob_.empty() ? by_name.has_value() : matches(path))) return;
    if (!named_by_user && !S_ISREG(status.st_mode)) return refuse(path, "not a regular file");
    files_.add({path, kind_ == InputKind::automatic ? by_name.value_or(InputKind::text) : kind_, ""});
  }

  void refuse(const std::string& path, std::string why) { files_.add({path, InputKind::text, std::move(why)}); }

  bool matches(const std::string& path) const {
    const std::string name = fs::path(path).filename().string();
    return fnmatch(glob_.c_str(), name.c_str(), 0) == 0 || fnmatch(glob_.c_str(), path.c_str(), 0) == 0 ||
           fnmatch(glob_.c_str(), path.c_str() + std::min(below_, path.size()), 0) == 0;
  }

  /// True for a link to a folder that stands below the one the user named, where its files are read once, under their
  /// own names. A link to a folder above is for enter() to refuse.
  bool is_read_elsewhere(const std::string& path) const {
    std::error_code error;
    if (!fs::is_symlink(fs::symlink_status(path, error)) || error) return false;
    const std::string target = fs::canonical(path, error).string();
    const std::string parent = fs::canonical(fs::path(path).parent_path(), error).string();
    return !error && target.starts_with(real_root_ + '/') && !(parent + '/').starts_with(target + '/');
  }

  void enter(const std::string& folder, FileId id) {
    if (std::find(ancestors_.begin(), ancestors_.end(), id) != ancestors_.end()) {
      return refuse(folder, "a link back to a folder above it, not followed");
    }
    if (!entered_.insert(id).second) return;  // by another link: a folder's files are read once
    std::error_code error;
    NameList names;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
      const std::string name = at->path().filename().string();
      if (name.front() != '.') names.add(name);
    }
    if (error) refuse(folder, error.message());
    names.sort();
    ancestors_.push_back(id);
    for (const char* name : names) visit((fs::path(folder) / name).string(), false);
    ancestors_.pop_back();
  }

  InputKind kind_;
  const std::string& glob_;
  FileList& files_;
  std::size_t below_ = 0;  ///< characters of a path that lead to the folder the user named
  std::optional<FileId> output_;
  std::string real_root_;
  std::set<FileId> entered_;
  std::vector<FileId> ancestors_;
};

}  // namespace

bool holds_several(const std::string& path, InputKind kind) {
  std::error_code ignored;
  if (path != "-" && fs::is_directory(path, ignored)) return true;
  if (kind == InputKind::automatic && path != "-") kind = kind_of_extension(path).value_or(InputKind::text);
  return kind == InputKind::json || kind == InputKind::ndjson;
}

std::string readable_extensions() {
  std::string all;
  for (const Extension& known : kExtensions) all.append(all.empty() ? "" : " ").append(known.name);
  return all;
}

void list_files(const std::string& path, InputKind kind, const FolderOptions& options, FileList& files) {
  if (path == "-") return files.add({path, kind == InputKind::automatic ? InputKind::text : kind, ""});
  Walk(kind, options, files).start(path);
}

}  // namespace incidents::cli
