#include "cli/listing.h"

#include <fnmatch.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

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
  Walk(InputKind kind, const std::string& glob) : kind_(kind), glob_(glob) {}

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
    if (S_ISDIR(status.st_mode)) return enter(path, {status.st_dev, status.st_ino});
    const auto by_name = kind_of_extension(path);
    if (!named_by_user && !(glob_.empty() ? by_name.has_value() : matches(path))) return;
    if (!named_by_user && !S_ISREG(status.st_mode)) return refuse(path, "not a regular file");
    found.push_back({path, kind_ == InputKind::automatic ? by_name.value_or(InputKind::text) : kind_, ""});
  }

  std::vector<ListedPath> found;

 private:
  void refuse(const std::string& path, std::string why) { found.push_back({path, InputKind::text, std::move(why)}); }

  bool matches(const std::string& path) const {
    const std::string name = fs::path(path).filename().string();
    return fnmatch(glob_.c_str(), name.c_str(), 0) == 0 || fnmatch(glob_.c_str(), path.c_str(), 0) == 0;
  }

  void enter(const std::string& folder, FileId id) {
    if (std::find(ancestors_.begin(), ancestors_.end(), id) != ancestors_.end()) {
      return refuse(folder, "a link back to a folder above it, not followed");
    }
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
      std::string name = at->path().filename().string();
      if (name.front() != '.') names.push_back(std::move(name));
    }
    if (error) refuse(folder, error.message());
    std::sort(names.begin(), names.end());
    ancestors_.push_back(id);
    for (const std::string& name : names) visit((fs::path(folder) / name).string(), false);
    ancestors_.pop_back();
  }

  InputKind kind_;
  const std::string& glob_;
  std::vector<FileId> ancestors_;
};

}  // namespace

std::string readable_extensions() {
  std::string all;
  for (const Extension& known : kExtensions) all.append(all.empty() ? "" : " ").append(known.name);
  return all;
}

std::vector<ListedPath> list_files(const std::string& path, InputKind kind, const std::string& glob) {
  if (path == "-") return {{path, kind == InputKind::automatic ? InputKind::text : kind, ""}};
  Walk walk(kind, glob);
  walk.visit(path, true);
  return std::move(walk.found);
}

}  // namespace incidents::cli
