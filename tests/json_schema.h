#pragma once
/// A validator for the part of JSON Schema 2020-12 that data/schema uses. An unknown keyword is a violation too, so that
/// a schema cannot grow a constraint that nobody checks.
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace incidents::test {

class SchemaCheck {
 public:
  explicit SchemaCheck(const nlohmann::json& root) : root_(root) {}

  /// One message a violation, such as `/incidents/0/date: is string`; empty where the value is valid.
  std::vector<std::string> violations(const nlohmann::json& value) {
    found_.clear();
    check(root_, value, "");
    return found_;
  }

 private:
  using Json = nlohmann::json;

  void report(const std::string& at, const std::string& what) { found_.push_back((at.empty() ? "/" : at) + ": " + what); }

  static bool has_type(const Json& value, const std::string& type) {
    if (type == "null") return value.is_null();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "string") return value.is_string();
    if (type == "array") return value.is_array();
    return type == "object" && value.is_object();
  }

  void check_type(const Json& types, const Json& value, const std::string& at) {
    const Json list = types.is_array() ? types : Json::array({types});
    for (const Json& type : list) {
      if (has_type(value, type)) return;
    }
    report(at, "is " + std::string(value.type_name()) + ", not " + types.dump());
  }

  bool is_valid(const Json& schema, const Json& value) {
    SchemaCheck inner(root_);
    inner.check(schema, value, "");
    return inner.found_.empty();
  }

  void check_object(const Json& schema, const Json& value, const std::string& at) {
    for (const Json& key : schema.value("required", Json::array())) {
      if (!value.contains(key.get<std::string>())) report(at, "lacks " + key.get<std::string>());
    }
    const Json properties = schema.value("properties", Json::object());
    const Json rest = schema.value("additionalProperties", Json(true));
    for (const auto& [key, member] : value.items()) {
      if (properties.contains(key)) {
        check(properties[key], member, at + "/" + key);
      } else if (rest.is_object()) {
        check(rest, member, at + "/" + key);
      } else if (rest == false) {
        report(at, "has the unknown key " + key);
      }
    }
  }

  void check(const Json& schema, const Json& value, const std::string& at) {
    static const std::set<std::string> known = {
        "$schema", "$id",   "$defs",     "$ref",    "title",   "description", "type",  "required", "properties", "items",
        "anyOf",   "const", "minLength", "minimum", "maximum", "pattern",     "enum", "additionalProperties",
        "minItems", "maxItems", "prefixItems"};
    for (const auto& [keyword, unused] : schema.items()) {
      if (!known.contains(keyword)) report(at, "the schema uses " + keyword + ", which is not checked");
    }
    if (schema.contains("$ref")) {
      check(root_.at(Json::json_pointer(schema["$ref"].get<std::string>().substr(1))), value, at);
    }
    if (schema.contains("type")) check_type(schema["type"], value, at);
    if (schema.contains("const") && schema["const"] != value) report(at, "is not " + schema["const"].dump());
    if (schema.contains("enum")) {
      const Json& allowed = schema["enum"];
      if (std::find(allowed.begin(), allowed.end(), value) == allowed.end()) report(at, value.dump() + " is not allowed");
    }
    if (schema.contains("anyOf")) {
      bool any = false;
      for (const Json& option : schema["anyOf"]) any |= is_valid(option, value);
      // The first option's violations say most about what was meant.
      if (!any) check(schema["anyOf"][0], value, at);
    }
    if (value.is_number()) {
      if (value < schema.value("minimum", value)) report(at, value.dump() + " is too small");
      if (value > schema.value("maximum", value)) report(at, value.dump() + " is too large");
    }
    if (value.is_string()) {
      const auto& text = value.get_ref<const std::string&>();
      if (text.size() < schema.value("minLength", std::size_t{0})) report(at, "is too short");
      if (schema.contains("pattern") && !std::regex_search(text, std::regex(schema["pattern"].get<std::string>()))) {
        report(at, text + " is not like " + schema["pattern"].get<std::string>());
      }
    }
    if (value.is_object()) check_object(schema, value, at);
    if (value.is_array()) check_array(schema, value, at);
  }

  void check_array(const Json& schema, const Json& value, const std::string& at) {
    if (value.size() < schema.value("minItems", std::size_t{0})) report(at, "has too few items");
    if (value.size() > schema.value("maxItems", value.size())) report(at, "has too many items");
    const Json first = schema.value("prefixItems", Json::array()), others = schema.value("items", Json::object());
    for (std::size_t i = 0; i < value.size(); ++i) {
      check(i < first.size() ? first[i] : others, value[i], at + "/" + std::to_string(i));
    }
  }

  const Json& root_;
  std::vector<std::string> found_;
};

inline nlohmann::json load_json(const std::string& path) {
  std::ifstream file(path);
  return nlohmann::json::parse(file);
}

/// Violations of data/schema/NAME.schema.json.
inline std::vector<std::string> violations_of(const std::string& name, const nlohmann::json& value) {
  const auto schema = load_json(INCIDENTS_SOURCE_DIR "/data/schema/" + name + ".schema.json");
  return SchemaCheck(schema).violations(value);
}

/// Violations of the incidents/1 contract by one printed document.
inline std::vector<std::string> contract_violations(const nlohmann::json& document) {
  return violations_of("incidents-1", document);
}

}  // namespace incidents::test
