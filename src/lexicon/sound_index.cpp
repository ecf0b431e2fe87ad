#include "lexicon/sound_index.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <unordered_map>

#include "lexicon/name_sound.h"

namespace incidents {
namespace {

struct Head {
  std::uint32_t key_count;
  std::uint32_t town_count;
  std::uint32_t string_bytes;
};
struct Key {
  std::uint32_t skeleton;  ///< hash
  std::uint32_t folded;    ///< offset of the folded spelling
  std::uint32_t town;
};
struct Town {
  std::uint32_t latin, cc, admin1, admin2;  ///< offsets of strings
  float lat, lon;
};

std::uint32_t hash(std::string_view text) {
  std::uint32_t value = 2166136261u;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 16777619u;
  return value;
}

class StringPool {
 public:
  StringPool() : bytes_(1, '\0') {}
  std::uint32_t add(std::string_view text) {
    if (text.empty()) return 0;
    const auto [found, is_new] = offsets_.try_emplace(std::string(text), static_cast<std::uint32_t>(bytes_.size()));
    if (is_new) {
      bytes_ += text;
      bytes_ += '\0';
    }
    return found->second;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_map<std::string, std::uint32_t> offsets_;
};

template <class T>
void append(std::vector<std::byte>& out, const T* values, std::size_t count) {
  const auto* bytes = reinterpret_cast<const std::byte*>(values);
  out.insert(out.end(), bytes, bytes + sizeof(T) * count);
}

std::optional<float> coordinate(std::string_view text) {
  float value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// A view of the section; empty where it is missing or cut off.
class View {
 public:
  explicit View(std::span<const std::byte> section) {
    Head head{};
    if (section.size() < sizeof head) return;
    std::memcpy(&head, section.data(), sizeof head);
    const std::size_t size = sizeof head + std::size_t{head.key_count} * sizeof(Key) +
                             std::size_t{head.town_count} * sizeof(Town) + head.string_bytes;
    if (size > section.size() || head.string_bytes == 0) return;
    const std::byte* at = section.data() + sizeof head;
    keys_ = {reinterpret_cast<const Key*>(at), head.key_count};
    at += keys_.size_bytes();
    towns_ = {reinterpret_cast<const Town*>(at), head.town_count};
    at += towns_.size_bytes();
    strings_ = {reinterpret_cast<const char*>(at), head.string_bytes};
  }

  std::span<const Key> keys(std::uint32_t skeleton) const {
    const auto less = [](const Key& key, std::uint32_t wanted) { return key.skeleton < wanted; };
    const auto first = std::lower_bound(keys_.begin(), keys_.end(), skeleton, less);
    auto last = first;
    while (last != keys_.end() && last->skeleton == skeleton) ++last;
    return {first, last};
  }
  const Town* town(std::uint32_t index) const { return index < towns_.size() ? &towns_[index] : nullptr; }
  std::string_view text(std::uint32_t offset) const {
    if (offset >= strings_.size()) return {};
    const std::string_view rest = strings_.substr(offset);
    return rest.substr(0, rest.find('\0'));
  }

 private:
  std::span<const Key> keys_;
  std::span<const Town> towns_;
  std::string_view strings_;
};

}  // namespace

std::vector<std::byte> compile_phonetic(const DataFile& file, Problems& problems) {
  const Sheet sheet(file, problems);
  constexpr std::array<std::string_view, 7> kRequired = {"latin", "alternates", "cc", "admin1", "admin2", "lat", "lon"};
  if (!sheet.require(kRequired, problems)) return {};
  StringPool strings;
  std::vector<Key> keys;
  std::vector<Town> towns;
  for (const Sheet::Row& row : sheet.rows()) {
    const auto cell = [&](std::string_view column) { return sheet.text(row, sheet.column(column)); };
    const auto lat = coordinate(cell("lat"));
    const auto lon = coordinate(cell("lon"));
    if (!lat || !lon) {
      problems.push_back(sheet.error(row, sheet.column("lat"), "a town needs its latitude and longitude"));
      continue;
    }
    const auto index = static_cast<std::uint32_t>(towns.size());
    towns.push_back({strings.add(cell("latin")), strings.add(cell("cc")), strings.add(cell("admin1")),
                     strings.add(cell("admin2")), *lat, *lon});
    std::string names(cell("latin"));
    if (const std::string_view more = cell("alternates"); !more.empty()) names.append("|").append(more);
    std::vector<std::string> folded;
    for (std::size_t begin = 0; begin <= names.size();) {
      const std::size_t end = std::min(names.find('|', begin), names.size());
      folded.push_back(fold_latin_name(std::string_view(names).substr(begin, end - begin)));
      begin = end + 1;
    }
    std::sort(folded.begin(), folded.end());
    folded.erase(std::unique(folded.begin(), folded.end()), folded.end());
    for (const std::string& name : folded) {
      const std::string skeleton = name_skeleton(name);
      if (skeleton.size() >= 3) keys.push_back({hash(skeleton), strings.add(name), index});
    }
  }
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
    return a.skeleton != b.skeleton ? a.skeleton < b.skeleton
           : a.town != b.town       ? a.town < b.town
                                    : a.folded < b.folded;
  });
  const Head head{static_cast<std::uint32_t>(keys.size()), static_cast<std::uint32_t>(towns.size()),
                  static_cast<std::uint32_t>(strings.bytes().size())};
  std::vector<std::byte> out;
  append(out, &head, 1);
  append(out, keys.data(), keys.size());
  append(out, towns.data(), towns.size());
  append(out, strings.bytes().data(), strings.bytes().size());
  return out;
}

std::optional<SoundMatch> find_by_sound(std::span<const std::byte> section, std::string_view normal,
                                        std::string_view cc, std::string_view admin1, std::string_view admin2) {
  constexpr float kFarDegrees = 0.3f;
  const View view(section);
  const std::string folded = fold_devanagari_name(normal);
  const std::string skeleton = name_skeleton(folded);
  const Town* best = nullptr;
  double best_distance = 0;
  bool two = false;
  for (const Key& key : view.keys(hash(skeleton))) {
    const Town* town = view.town(key.town);
    if (town == nullptr || view.text(town->cc) != cc) continue;
    if (!admin1.empty() && view.text(town->admin1) != admin1) continue;
    if (!admin2.empty() && town->admin2 != 0 && view.text(town->admin2) != admin2) continue;
    const double distance = sound_distance(folded, view.text(key.folded));
    if (!is_safe_match(skeleton, distance)) continue;
    if (best != nullptr && distance > best_distance) continue;
    const bool apart = best != nullptr &&
                       (std::abs(best->lat - town->lat) > kFarDegrees || std::abs(best->lon - town->lon) > kFarDegrees);
    two = distance == best_distance && best != nullptr ? two || apart : false;
    best = town;
    best_distance = distance;
  }
  if (best == nullptr || two) return std::nullopt;
  return SoundMatch{view.text(best->latin), view.text(best->admin1), view.text(best->admin2), best->lat, best->lon};
}

}  // namespace incidents
