// A value, or every problem met on the way to it.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace whosaid {

// One thing that is wrong, with its place. `file` may be a document id; line and column count from 1, 0 = unknown.
struct Problem {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string message;

  // "file:line:col: message", the parts that are known.
  [[nodiscard]] std::string to_string() const {
    std::string out = file;
    if (line) (out += ':') += std::to_string(line);
    if (line && column) (out += ':') += std::to_string(column);
    if (!out.empty()) out += ": ";
    return out += message;
  }
};

using Problems = std::vector<Problem>;

// Holds T or a non-empty list of problems. No exceptions cross a floor: failures travel in this.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}
  Result(Problems problems) : held_(std::move(problems)) {}
  Result(Problem problem) : held_(Problems{std::move(problem)}) {}

  [[nodiscard]] explicit operator bool() const { return held_.index() == 0; }
  [[nodiscard]] T& operator*() { return std::get<0>(held_); }
  [[nodiscard]] T const& operator*() const { return std::get<0>(held_); }
  [[nodiscard]] T* operator->() { return &std::get<0>(held_); }
  [[nodiscard]] T const* operator->() const { return &std::get<0>(held_); }
  [[nodiscard]] Problems const& problems() const { return std::get<1>(held_); }

 private:
  std::variant<T, Problems> held_;
};

}  // namespace whosaid
