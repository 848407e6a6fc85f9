// Values into a row of bytes and back, for what the build prepares: written and read by one program on one machine, so
// nothing is converted and nothing is checked but that no byte is missing.
//
// A type with padding or with owners inside says what it consists of:
//     template <class Archive, Packed<Point> T>
//     void fields(Archive& archive, T& point) { archive(point.x, point.y); }
#pragma once
#include <array>
#include <cassert>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace whosaid {

template <class T, class Of>
concept Packed = std::same_as<std::remove_const_t<T>, Of>;

// Has no byte whose value is chance.
template <class T>
concept PlainBytes = std::is_trivially_copyable_v<T> && (std::has_unique_object_representations_v<T> || std::floating_point<T>);

class PackWriter {
 public:
  template <class... T>
  void operator()(T const&... values) {
    (put(values), ...);
  }
  [[nodiscard]] std::string const& bytes() const { return bytes_; }

 private:
  void raw(void const* from, std::size_t size) { bytes_.append(static_cast<char const*>(from), size); }
  template <class T>
  void put(T const& value) {
    if constexpr (PlainBytes<T>) raw(&value, sizeof value);
    else fields(*this, value);
  }
  void put(std::string const& text) { put_all(text); }
  void put(std::vector<bool> const&) = delete;
  template <class T>
  void put(std::vector<T> const& list) {
    put_all(list);
  }
  template <class List>
  void put_all(List const& list) {
    put(static_cast<std::uint64_t>(list.size()));
    if constexpr (PlainBytes<typename List::value_type>) raw(list.data(), list.size() * sizeof list[0]);
    else
      for (auto const& value : list) put(value);
  }

  std::string bytes_;
};

// Reads what a PackWriter wrote, in the same order. The bytes must outlive it.
class PackReader {
 public:
  explicit PackReader(std::string_view bytes) : bytes_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  void raw(void* to, std::size_t size) {
    assert(size <= bytes_.size());
    if (size > 0) std::memcpy(to, bytes_.data(), size);
    bytes_.remove_prefix(size);
  }
  template <class T>
  void get(T& value) {
    if constexpr (PlainBytes<T>) raw(&value, sizeof value);
    else fields(*this, value);
  }
  void get(std::string& text) { get_all(text); }
  template <class T>
  void get(std::vector<T>& list) {
    get_all(list);
  }
  template <class List>
  void get_all(List& list) {
    std::uint64_t size = 0;
    get(size);
    list.resize(size);
    if constexpr (PlainBytes<typename List::value_type>) raw(list.data(), size * sizeof list[0]);
    else
      for (auto& value : list) get(value);
  }

  std::string_view bytes_;
};

}  // namespace whosaid
