#include "eval/speakers.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

namespace whosaid::eval {
namespace {

void count_words(std::string const& wanted, std::vector<std::string> const* claimed, WordLists const& lists, Counts& counts) {
  std::string joined;
  if (claimed)
    for (auto const& value : *claimed) joined += value + "; ";
  auto const want = content_words(wanted, lists), claim = content_words(joined, lists);
  std::vector<std::string> both;
  std::set_intersection(want.begin(), want.end(), claim.begin(), claim.end(), std::back_inserter(both));
  counts += {both.size(), claim.size(), want.size(), claimed ? want.size() : 0};
}

}  // namespace

Speakers::Speakers(gold::Document const& gold, table::Table const& table, WordLists const& lists) : table_(table), lists_(lists) {
  for (auto const& speaker : table.speakers) speakers_.try_emplace(speaker.id, &speaker);
  for (auto const& character : gold.characters) characters_.try_emplace(lower(character.name), &character);
}

std::string Speakers::said_by(table::Quote const* said) const {
  if (!said) return {};
  if (said->speaker)
    if (auto const* speaker = with_id(*said->speaker); speaker && !speaker->name.empty()) return speaker->name;
  return said->speaker_name.value_or("");
}

bool Speakers::is_same(std::string const& gold, std::string const& predicted) const {
  static std::vector<std::string> const none;
  auto const character = characters_.find(lower(gold));
  return same_name(gold, predicted, character == characters_.end() ? none : character->second->aliases, lists_);
}

table::Speaker const* Speakers::named(std::string const& gold_name) const {
  auto const found = std::find_if(table_.speakers.begin(), table_.speakers.end(), [&](auto const& speaker) { return is_same(gold_name, speaker.name); });
  return found == table_.speakers.end() ? nullptr : &*found;
}

table::Speaker const* Speakers::with_id(std::string const& id) const {
  auto const found = speakers_.find(id);
  return found == speakers_.end() ? nullptr : found->second;
}

void score_facts(gold::Document const& gold, table::Table const& table, WordLists const& lists, Speakers const& speakers,
                 std::unordered_map<std::uint32_t, std::uint32_t> const& first_hit, DocumentScore& out) {
  struct Facts {
    std::string role, affiliation;
    bool role_judged = false, affiliation_judged = false;
    std::string name;
    std::uint32_t gold_quote = no_quote;
  };
  // By name, and by quote id for the unnamed.
  std::map<std::pair<bool, std::string>, Facts> people;
  for (std::uint32_t i = 0; i < gold.quotes.size(); ++i) {
    auto const& quote = gold.quotes[i];
    if (!quote.role.judged && !quote.affiliation.judged) continue;
    auto& facts = people[{quote.speaker.has_value(), quote.speaker ? lower(*quote.speaker) : quote.id}];
    facts.name = quote.speaker.value_or("");
    if (facts.gold_quote == no_quote) facts.gold_quote = i;
    facts.role_judged |= quote.role.judged;
    facts.affiliation_judged |= quote.affiliation.judged;
    if (quote.role.value) facts.role += *quote.role.value + "; ";
    if (quote.affiliation.value) facts.affiliation += *quote.affiliation.value + "; ";
  }
  auto const of_gold_quote = [&](std::uint32_t quote) -> table::Speaker const* {
    auto const hit = first_hit.find(quote);
    return hit == first_hit.end() || !table.quotes[hit->second].speaker ? nullptr : speakers.with_id(*table.quotes[hit->second].speaker);
  };
  for (auto const& [key, facts] : people) {
    auto const* speaker = facts.name.empty() ? of_gold_quote(facts.gold_quote) : speakers.named(facts.name);
    if (facts.role_judged) count_words(facts.role, speaker ? &speaker->roles : nullptr, lists, out.role);
    if (facts.affiliation_judged) count_words(facts.affiliation, speaker ? &speaker->affiliations : nullptr, lists, out.affiliation);
  }
}

}  // namespace whosaid::eval
