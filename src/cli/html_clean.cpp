#include "cli/html_clean.h"

#include <algorithm>
#include <array>

namespace incidents::cli {
namespace {

constexpr std::size_t kMostAttributes = 100;
constexpr std::size_t kDeepest = 200;  // libxml2 ends at 256

constexpr std::array<std::string_view, 11> kLooks = {"b",    "i",   "u",     "s",  "em",    "strong",
                                                     "font", "big", "small", "tt", "strike"};

/// Elements that the parser closes by itself, so that they cannot be nested by leaving out their ends.
constexpr std::array<std::string_view, 30> kShallow = {
    "p",   "li",  "td",   "th",    "tr",   "dt",    "dd",      "option", "tbody", "thead", "br",     "img", "hr",  "input", "meta",
    "link", "wbr", "area", "base", "col", "embed", "source", "track",  "param", "h1",    "h2", "h3", "h4", "head", "body"};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

class Cleaner {
 public:
  explicit Cleaner(std::string_view html) : html_(html) { out_.reserve(html.size()); }

  std::string clean() {
    while (at_ < html_.size()) {
      const std::size_t open = std::min(html_.find('<', at_), html_.size());
      out_.append(html_, at_, open - at_);
      at_ = open;
      if (at_ < html_.size()) pass_markup();
    }
    return std::move(out_);
  }

 private:
  void pass_markup() {
    if (html_.substr(at_).starts_with("<!--")) return copy_to(html_.find("-->", at_ + 4), 3);
    const bool closing = html_.substr(at_).starts_with("</");
    const std::size_t name_at = at_ + (closing ? 2 : 1);
    std::size_t end = name_at;
    while (end < html_.size() && (is_letter(html_[end]) || (end > name_at && html_[end] >= '0' && html_[end] <= '9'))) ++end;
    if (end == name_at) return copy_to(at_, 1);
    std::string name(html_.substr(name_at, end - name_at));
    for (char& c : name) c = static_cast<char>(c | 0x20);  // digits have that bit set
    const bool keep = closing ? keep_end(name) : keep_start(name);
    pass_tag(end, keep);
    if (!closing && (name == "script" || name == "style")) copy_raw(name);
  }

  bool keep_start(std::string_view name) {
    if (is_one_of(name, kLooks)) return false;
    if (is_one_of(name, kShallow)) return true;
    return ++depth_ <= kDeepest;
  }

  bool keep_end(std::string_view name) {
    if (is_one_of(name, kLooks)) return false;
    if (is_one_of(name, kShallow) || depth_ == 0) return true;
    return depth_-- <= kDeepest;
  }

  /// Copies the tag at at_, whose name ends at `from`, or drops it; attributes beyond the most are dropped.
  void pass_tag(std::size_t from, bool keep) {
    std::size_t attributes = 0;
    char quote = 0;
    bool between = true, after_equals = false;  // a quotation mark only opens a value
    std::size_t end = from, kept = html_.size();
    for (; end < html_.size(); ++end) {
      const char c = html_[end];
      if (quote != 0) {
        if (c != quote) continue;
        quote = 0;
        between = true;
      } else if (c == '>') {
        break;
      } else if (after_equals && (c == '"' || c == '\'')) {
        quote = c;
        after_equals = false;
      } else if (is_blank(c)) {
        between = true;
      } else {
        if (c == '/') {
          between = true;
        } else if (between && c != '=' && !after_equals) {
          between = false;
          if (++attributes == kMostAttributes + 1) kept = end;
        }
        after_equals = c == '=';
      }
    }
    if (keep) out_.append(html_, at_, std::min(kept, end) - at_);
    if (keep && end < html_.size()) out_ += '>';
    at_ = std::min(end + 1, html_.size());
  }

  /// The inside of a script or style up to its end tag.
  void copy_raw(const std::string& name) {
    std::size_t end = at_;
    for (;; end += 2) {
      end = html_.find("</", end);
      if (end == std::string_view::npos) break;
      const std::string_view rest = html_.substr(end + 2, name.size());
      if (std::equal(rest.begin(), rest.end(), name.begin(), name.end(), [](char a, char b) { return (a | 0x20) == b; })) break;
    }
    copy_to(end, 0);
  }

  void copy_to(std::size_t found, std::size_t length) {
    const std::size_t end = found == std::string_view::npos ? html_.size() : found + length;
    out_.append(html_, at_, end - at_);
    at_ = end;
  }

  std::string_view html_;
  std::string out_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

std::string clean_html(std::string_view html) { return Cleaner(html).clean(); }

}  // namespace incidents::cli
