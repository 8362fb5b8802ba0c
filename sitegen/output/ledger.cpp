#include "sitegen/output/ledger.h"

#include <xxhash.h>

#include <cstring>
#include <type_traits>

namespace sitegen::output {
namespace {

constexpr std::string_view kMagic = "tizim-ledger-1\n";

class Out {
 public:
  template <class T>
    requires std::is_trivially_copyable_v<T>
  void put(const T& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put(const std::string& text) {
    put<std::uint64_t>(text.size());
    bytes += text;
  }
  void put(const std::vector<Target>& targets) {
    put<std::uint64_t>(targets.size());
    bytes.append(reinterpret_cast<const char*>(targets.data()), targets.size() * sizeof(Target));
  }
  void put(const PartMark& part) {
    put(part.name);
    put(part.key);
    put<std::uint64_t>(part.files.size());
    for (const auto& file : part.files) {
      put(file.path);
      put(file.content);
      put(file.size);
      put(file.inode);
      put(file.modified);
    }
    put(part.provides);
    put(part.needs);
  }

  std::string bytes;
};

/// Reads what Out wrote; after the first thing that does not fit, `is_whole` is false and everything read is empty.
class In {
 public:
  explicit In(std::string_view bytes) : rest_(bytes) {}

  bool is_whole() const { return whole_; }
  bool is_at_end() const { return whole_ && rest_.empty(); }

  template <class T>
  T take() {
    T value{};
    if (const auto bytes = take_bytes(sizeof value); whole_) std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }
  std::string text() { return std::string(take_bytes(take<std::uint64_t>())); }
  std::vector<Target> targets() {
    const auto count = count_of(sizeof(Target));
    const auto bytes = take_bytes(count * sizeof(Target));
    std::vector<Target> targets(whole_ ? count : 0);
    if (!targets.empty()) std::memcpy(targets.data(), bytes.data(), bytes.size());
    return targets;
  }
  /// A number of things of at least `least` bytes each: never more than the rest can hold.
  std::size_t count_of(std::size_t least) {
    const auto count = take<std::uint64_t>();
    if (count > rest_.size() / least) whole_ = false;
    return whole_ ? count : 0;
  }
  PartMark part() {
    PartMark part;
    part.name = text();
    part.key = take<view::Key>();
    part.files.resize(count_of(48));
    for (auto& file : part.files) {
      file.path = text();
      file.content = take<view::Key>();
      file.size = take<std::uint64_t>();
      file.inode = take<std::uint64_t>();
      file.modified = take<std::int64_t>();
    }
    part.provides = targets();
    part.needs = targets();
    return part;
  }

 private:
  std::string_view take_bytes(std::uint64_t size) {
    if (size > rest_.size()) whole_ = false;
    if (!whole_) return {};
    const auto bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return bytes;
  }

  std::string_view rest_;
  bool whole_ = true;
};

}  // namespace

std::string encode(const PartMark& part) {
  Out out;
  out.put(part);
  return std::move(out.bytes);
}

std::string encode(const Ledger& ledger) {
  Out out;
  out.bytes = kMagic;
  out.put(ledger.stamp);
  out.put<std::uint64_t>(ledger.parts.size());
  for (const auto& part : ledger.parts) out.put(part);
  out.put(XXH3_64bits(out.bytes.data(), out.bytes.size()));
  return std::move(out.bytes);
}

std::optional<Ledger> decode_ledger(std::string_view bytes) {
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + sizeof(XXH64_hash_t)) return std::nullopt;
  const auto body = bytes.substr(0, bytes.size() - sizeof(XXH64_hash_t));
  XXH64_hash_t sum{};
  std::memcpy(&sum, bytes.data() + body.size(), sizeof sum);
  if (XXH3_64bits(body.data(), body.size()) != sum) return std::nullopt;
  In in(body.substr(kMagic.size()));
  Ledger ledger;
  ledger.stamp = in.take<view::Key>();
  ledger.parts.resize(in.count_of(56));
  for (auto& part : ledger.parts) part = in.part();
  if (!in.is_at_end()) return std::nullopt;
  return ledger;
}

std::optional<PartMark> decode_part(std::string_view bytes) {
  In in(bytes);
  PartMark part = in.part();
  if (!in.is_at_end()) return std::nullopt;
  return part;
}

}  // namespace sitegen::output
