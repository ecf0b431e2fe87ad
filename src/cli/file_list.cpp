#include "cli/file_list.h"

#include <algorithm>
#include <cstring>

namespace incidents::cli {
namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;

/// The block to put `size` more bytes into.
std::string& block_for(std::deque<std::string>& blocks, std::size_t size) {
  if (blocks.empty() || blocks.back().capacity() - blocks.back().size() < size) {
    blocks.emplace_back();
    blocks.back().reserve(std::max(size, kBlock));
  }
  return blocks.back();
}

}  // namespace

void FileList::put_number(std::size_t number) {
  for (; number >= 0x80; number >>= 7) blocks_.back() += static_cast<char>(0x80 | (number & 0x7f));
  blocks_.back() += static_cast<char>(number);
}

std::size_t FileList::take_number() {
  std::size_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(blocks_.front()[at_++]);
    number |= static_cast<std::size_t>(byte & 0x7f) << shift;
    if (byte < 0x80) return number;
  }
}

std::string_view FileList::take(std::size_t length) {
  const std::string_view bytes = std::string_view(blocks_.front()).substr(at_, length);
  at_ += length;
  return bytes;
}

void FileList::add(const ListedPath& file) {
  const auto differ = std::mismatch(file.path.begin(), file.path.end(), last_added_.begin(), last_added_.end());
  const auto shared = static_cast<std::size_t>(differ.first - file.path.begin());
  constexpr std::size_t kNumbers = 31;  // three numbers of ten bytes at most, and the kind
  block_for(blocks_, file.path.size() - shared + file.problem.size() + kNumbers);
  blocks_.back() += static_cast<char>(file.kind);
  put_number(shared);
  put_number(file.path.size() - shared);
  put_number(file.problem.size());
  blocks_.back().append(file.path, shared).append(file.problem);
  last_added_ = file.path;
  ++size_;
}

std::optional<ListedPath> FileList::next() {
  if (!blocks_.empty() && at_ == blocks_.front().size()) {
    blocks_.pop_front();
    at_ = 0;
  }
  if (blocks_.empty()) return std::nullopt;
  ListedPath file;
  file.kind = static_cast<InputKind>(take(1)[0]);
  const std::size_t shared = take_number(), rest = take_number(), problem = take_number();
  last_given_.resize(shared);
  last_given_ += take(rest);
  file.path = last_given_;
  file.problem = take(problem);
  return file;
}

void NameList::add(std::string_view name) {
  std::string& block = block_for(blocks_, name.size() + 1);
  names_.push_back(block.data() + block.size());
  block.append(name) += '\0';
}

void NameList::sort() {
  std::sort(names_.begin(), names_.end(), [](const char* a, const char* b) { return std::strcmp(a, b) < 0; });
}

}  // namespace incidents::cli
