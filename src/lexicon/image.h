#pragma once
/// The data image: one blob of named sections that is viewed where it lies, never parsed.
///
///   header (64 bytes) | section table (32 bytes a section) | sections, each 8-byte aligned
///
/// Everything is little-endian with 32-bit offsets. The header and the section table carry their own hash, which is
/// checked whenever an image is opened; the hash of the contents is checked by `verify` alone, since reading twenty
/// megabytes at every start would cost more than the article does.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace incidents {

/// A 64-bit hash that is the same on every machine; not for adversaries.
std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0);

/// Collects sections and writes them in the order they were added.
class ImageWriter {
 public:
  /// `name` has at most 23 bytes and is not used twice.
  void add_section(std::string_view name, std::span<const std::byte> bytes);
  void add_section(std::string_view name, std::string_view bytes);
  template <class Record>
  void add_section(std::string_view name, const std::vector<Record>& records) {
    static_assert(std::is_trivially_copyable_v<Record> && std::has_unique_object_representations_v<Record>,
                  "padding would make the image differ from build to build");
    add_section(name, std::as_bytes(std::span(records)));
  }

  /// The image. Throws Error(data) when it would pass 4 GiB.
  std::vector<std::byte> write() const;

 private:
  struct Section {
    std::string name;
    std::vector<std::byte> bytes;
  };
  std::vector<Section> sections_;
};

/// A checked view of an image.
class ImageView {
 public:
  ImageView() = default;
  /// Throws Error(data) where the magic, version, byte order, size or header hash is wrong, a section leaves the image,
  /// or the image is not 8-byte aligned.
  explicit ImageView(std::span<const std::byte> image);

  /// Empty when there is no section of that name.
  std::span<const std::byte> section(std::string_view name) const;

  /// A section as records; throws Error(data) where its size is no multiple of the record's.
  template <class Record>
  std::span<const Record> records(std::string_view name) const {
    static_assert(std::is_trivially_copyable_v<Record> && alignof(Record) <= 8);
    const auto bytes = section(name);
    if (bytes.size() % sizeof(Record) != 0) refuse_section(name);
    return {reinterpret_cast<const Record*>(bytes.data()), bytes.size() / sizeof(Record)};
  }
  std::string_view text(std::string_view name) const;

  /// Reads all contents and throws Error(data) where their hash is not the header's.
  void verify() const;
  /// Hash of the contents, 16 hex digits.
  std::string hash() const;

 private:
  [[noreturn]] static void refuse_section(std::string_view name);

  std::span<const std::byte> image_;
};

}  // namespace incidents
