// The speakers of one table, by id, and by name or place when somebody is addressed.
#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/table.hpp"

namespace whosaid::graph {

// Views the table, which must outlive it. Look-ups are constant or logarithmic; names and places are indexed when first asked for.
class SpeakersOf {
 public:
  explicit SpeakersOf(table::Table const& table);
  // Index of the speaker; graph::none when there is none.
  [[nodiscard]] std::uint32_t by_id(std::string_view id) const;
  // By a name or alias, else by a mention at that place.
  [[nodiscard]] std::uint32_t addressed(table::TextSpan const& addressee);

 private:
  struct Mention {
    std::uint32_t start, end, speaker;
  };
  using Index = std::unordered_map<std::string_view, std::uint32_t>;
  static std::uint32_t find(Index const& index, std::string_view key);
  void index();

  table::Table const& table_;
  Index by_id_, by_name_;
  std::vector<Mention> mentions_;  // by start
  bool indexed_ = false;
};

}  // namespace whosaid::graph
