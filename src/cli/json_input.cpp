#include "cli/json_input.h"

#include "output/utf8.h"

namespace incidents::cli {
namespace {

using nlohmann::ordered_json;

constexpr int kDeepest = 512;

/// Malformed bytes as U+FFFD, so that one bad byte does not lose a record; "" where there are none.
std::string repaired(std::string_view json) {
  std::string out;
  std::size_t plain = 0;
  for (std::size_t at = 0; at < json.size();) {
    if (static_cast<unsigned char>(json[at]) < 0x80) {
      ++at;
      continue;
    }
    if (const std::size_t end = output::skip_indic(json, at); end != at) {
      at = end;
      continue;
    }
    const output::CodePoint c = output::decode_at(json, at);
    if (c.malformed) {
      out.append(json, plain, at - plain).append("\xef\xbf\xbd");
      plain = at + 1;
    }
    at += c.length;
  }
  if (plain != 0) out.append(json, plain);
  return out;
}

/// Keeps the error of a failed parse as a value, so that one bad line needs no exception.
class Builder : public nlohmann::detail::json_sax_dom_parser<ordered_json> {
 public:
  explicit Builder(ordered_json& result) : json_sax_dom_parser(result, false) {}

  bool start_object(std::size_t size) { return enter() && json_sax_dom_parser::start_object(size); }
  bool start_array(std::size_t size) { return enter() && json_sax_dom_parser::start_array(size); }
  bool end_object() {
    --depth_;
    return json_sax_dom_parser::end_object();
  }
  bool end_array() {
    --depth_;
    return json_sax_dom_parser::end_array();
  }

  template <typename Exception>
  bool parse_error(std::size_t position, const std::string& token, const Exception& exception) {
    message_ = exception.what();
    if (const auto words = message_.find("] "); words != std::string::npos) message_.erase(0, words + 2);
    return json_sax_dom_parser::parse_error(position, token, exception);
  }
  const std::string& message() const { return message_; }

 private:
  bool enter() {
    if (++depth_ <= kDeepest) return true;
    message_ = "nested too deeply for a record";
    return false;
  }

  std::string message_;
  int depth_ = 0;
};

}  // namespace

std::variant<ordered_json, std::string> parse_json(std::string_view json) {
  ordered_json root;
  Builder builder(root);
  const std::string whole = repaired(json);
  if (ordered_json::sax_parse(whole.empty() ? json : whole, &builder)) return root;
  return builder.message().empty() ? "not JSON" : builder.message();
}

}  // namespace incidents::cli
