#include "dates/dates.hpp"

namespace whosaid {

std::string resolve_date_text(std::string_view text, grammar::Language const& language, grammar::Scratch& scratch,
                              std::string_view locale) {
  if (auto const day = parse_iso_day(text)) return std::string{text.substr(0, 10)};
  TokenTable table;
  tokenize(text, language.vocabulary(), table);
  auto const chunks = find_dates(table, 0, static_cast<std::uint32_t>(table.tokens.size()), language, scratch);
  std::string coarse;
  for (auto const& chunk : chunks) {
    auto found = resolve_date(table, chunk, {.anchor = {}, .reference = {}, .tense = Tense::unknown, .locale = locale}, language);
    if (parse_iso_day(found.iso) && found.iso.size() == 10) return std::move(found.iso);
    // A month or a year stands until a day is found behind it; an interval dates nothing.
    if (coarse.empty() && found.iso.find('/') == std::string::npos) coarse = std::move(found.iso);
  }
  return coarse;
}

}  // namespace whosaid
