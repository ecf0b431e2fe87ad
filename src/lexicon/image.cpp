#include "lexicon/image.h"

#include <fmt/format.h>

#include <array>
#include <bit>

#include "incidents/error.h"

namespace incidents {
namespace {

constexpr std::array<char, 8> kMagic = {'I', 'N', 'C', 'I', 'M', 'G', '\r', '\n'};
constexpr std::uint32_t kVersion = 2;
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::size_t kAlignment = 8;

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t byte_order;
  std::uint64_t size;          ///< of the whole image, in bytes
  std::uint64_t content_hash;  ///< of all bytes behind the section table
  std::uint64_t header_hash;   ///< of this header with header_hash 0, then the section table
  std::uint32_t section_count;
  std::uint32_t reserved;
  std::array<std::uint64_t, 2> padding;
};
static_assert(sizeof(Header) == 64);

struct SectionRecord {
  std::array<char, 24> name;  ///< padded with NULs
  std::uint32_t offset;
  std::uint32_t size;
};
static_assert(sizeof(SectionRecord) == 32);

[[noreturn]] void refuse(std::string message) { throw Error(ErrorCode::data, "data image: " + std::move(message)); }

constexpr std::size_t align_up(std::size_t n) { return (n + kAlignment - 1) / kAlignment * kAlignment; }

std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::uint64_t hash_header(Header header, std::span<const SectionRecord> sections) {
  header.header_hash = 0;
  const std::uint64_t seed = hash_bytes({reinterpret_cast<const char*>(&header), sizeof header});
  return hash_bytes(as_text(std::as_bytes(sections)), seed);
}

Header read_header(std::span<const std::byte> image) {
  Header header;
  if (image.size() < sizeof header) refuse("shorter than its header");
  std::memcpy(&header, image.data(), sizeof header);
  return header;
}

std::span<const SectionRecord> section_table(std::span<const std::byte> image, const Header& header) {
  return {reinterpret_cast<const SectionRecord*>(image.data() + sizeof(Header)), header.section_count};
}

std::string_view section_name(const SectionRecord& record) {
  return {record.name.data(), strnlen(record.name.data(), record.name.size())};
}

}  // namespace

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed) {
  const auto mix = [](std::uint64_t x) {
    x *= 0x9e3779b97f4a7c15ULL;
    return x ^ (x >> 32);
  };
  std::uint64_t h = mix(seed ^ 0x2545f4914f6cdd1dULL) ^ bytes.size();
  const char* p = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 8; left -= 8, p += 8) {
    std::uint64_t chunk;
    std::memcpy(&chunk, p, 8);
    h = mix(h ^ chunk);
  }
  if (left > 0) {
    std::uint64_t chunk = 0;
    std::memcpy(&chunk, p, left);
    h = mix(h ^ chunk);
  }
  return mix(h);
}

void ImageWriter::add_section(std::string_view name, std::span<const std::byte> bytes) {
  sections_.push_back({std::string(name), {bytes.begin(), bytes.end()}});
}

void ImageWriter::add_section(std::string_view name, std::string_view bytes) {
  add_section(name, std::as_bytes(std::span(bytes)));
}

std::vector<std::byte> ImageWriter::write() const {
  static_assert(std::endian::native == std::endian::little, "images are little-endian");
  std::vector<SectionRecord> table;
  const std::size_t contents_begin = sizeof(Header) + sections_.size() * sizeof(SectionRecord);
  std::size_t offset = contents_begin;
  for (const Section& section : sections_) {
    SectionRecord record{};
    section.name.copy(record.name.data(), record.name.size() - 1);
    record.offset = static_cast<std::uint32_t>(offset);
    record.size = static_cast<std::uint32_t>(section.bytes.size());
    table.push_back(record);
    offset = align_up(offset + section.bytes.size());
  }
  if (offset > 0xffffffffu) refuse("larger than 4 GiB");

  std::vector<std::byte> image(offset);
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    const auto& bytes = sections_[i].bytes;
    if (!bytes.empty()) std::memcpy(image.data() + table[i].offset, bytes.data(), bytes.size());
  }
  Header header{};
  header.magic = kMagic;
  header.version = kVersion;
  header.byte_order = kByteOrder;
  header.size = image.size();
  header.section_count = static_cast<std::uint32_t>(table.size());
  header.content_hash = hash_bytes(as_text(std::span(image).subspan(contents_begin)));
  header.header_hash = hash_header(header, table);
  std::memcpy(image.data(), &header, sizeof header);
  if (!table.empty()) std::memcpy(image.data() + sizeof header, table.data(), table.size() * sizeof(SectionRecord));
  return image;
}

ImageView::ImageView(std::span<const std::byte> image) : image_(image) {
  if (reinterpret_cast<std::uintptr_t>(image.data()) % kAlignment != 0) refuse("not 8-byte aligned");
  const Header header = read_header(image);
  if (header.magic != kMagic) refuse("not a data image (wrong magic)");
  if (header.byte_order != kByteOrder) refuse("written for a machine of the other byte order");
  if (header.version != kVersion) {
    refuse(fmt::format("version {}, this program reads version {}", header.version, kVersion));
  }
  if (header.size != image.size()) {
    refuse(fmt::format("{} bytes long, its header says {}", image.size(), header.size));
  }
  if (header.section_count > (image.size() - sizeof header) / sizeof(SectionRecord)) refuse("section table leaves it");
  const auto table = section_table(image, header);
  if (hash_header(header, table) != header.header_hash) refuse("header is damaged (wrong hash)");
  for (const SectionRecord& record : table) {
    if (record.offset % kAlignment != 0 || record.offset > image.size() ||
        record.size > image.size() - record.offset) {
      refuse(fmt::format("section {} leaves it", section_name(record)));
    }
  }
}

std::span<const std::byte> ImageView::section(std::string_view name) const {
  if (image_.empty()) return {};
  for (const SectionRecord& record : section_table(image_, read_header(image_))) {
    if (section_name(record) == name) return image_.subspan(record.offset, record.size);
  }
  return {};
}

std::string_view ImageView::text(std::string_view name) const { return as_text(section(name)); }

void ImageView::verify() const {
  const Header header = read_header(image_);
  const std::size_t begin = sizeof header + header.section_count * sizeof(SectionRecord);
  if (hash_bytes(as_text(image_.subspan(begin))) != header.content_hash) refuse("contents are damaged (wrong hash)");
}

std::string ImageView::hash() const { return fmt::format("{:016x}", read_header(image_).content_hash); }

void ImageView::refuse_section(std::string_view name) {
  refuse(fmt::format("section {} has a broken size", name));
}

}  // namespace incidents
