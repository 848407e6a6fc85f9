// Indexes that cannot be mixed up: Id<struct QuoteTag> into a list of quotes, and so on.
#pragma once
#include <compare>
#include <cstdint>

namespace whosaid {

template <class Tag>
struct Id {
  static constexpr std::uint32_t none_value = 0xFFFFFFFFu;
  std::uint32_t value = none_value;

  [[nodiscard]] constexpr bool valid() const { return value != none_value; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

using MentionId = Id<struct MentionTag>;
using QuoteId = Id<struct QuoteTag>;
using SpeakerId = Id<struct SpeakerTag>;

}  // namespace whosaid
