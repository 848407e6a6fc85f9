#include "formats/brat_people.hpp"

#include <algorithm>
#include <utility>

#include "formats/brat_notes.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace whosaid::formats::brat {
namespace {

void sort_out(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

// A sentence goes on before the place, so that a capital there means something.
bool is_inside_sentence(eval::Text const& text, gold::Range place) {
  auto const before = text.slice({place.start - std::min<std::uint32_t>(place.start, 3), place.start});
  char32_t last = 0;
  for (std::size_t at = 0; at < before.size();)
    if (auto const point = next_code_point(before, at); (char_class(point) & char_space) == 0) last = point;
  return last == U',' || (char_class(last) & (char_letter | char_digit)) != 0;
}

// Words with a capital that makes a name of them: every sentence's first word has one, "She" and "The minister" too.
int capitals(eval::Text const& text, People::Ranges const& place) {
  auto const mention = words_of(text, place);
  int behind_first = 0;
  bool first = false, inside = false, any = false;
  for (std::size_t at = 0; at < mention.size();) {
    auto const character = char_class(next_code_point(mention, at));
    bool const letter = (character & char_letter) != 0;
    if (letter && !inside && (character & char_upper) != 0) {
      if (any) ++behind_first;
      else first = true;
    }
    any |= letter;
    inside = letter || (inside && (character & char_space) == 0);
  }
  return behind_first + (first && (behind_first > 0 || is_inside_sentence(text, place.front())));
}

}  // namespace

void People::name(std::string_view mention, std::string const& name) {
  people_.try_emplace(name);
  names_[mention].push_back(name);
}

void People::add_alias(std::string const& name, std::string alias) { people_[name].aliases.push_back(std::move(alias)); }

void People::settle(eval::Text const& text, std::function<Ranges const*(std::string_view)> const& place) {
  for (auto const& group : tied_) {
    std::vector<std::string> names;
    for (auto mention : group)
      if (auto const named = names_.find(mention); named != names_.end()) names.insert(names.end(), named->second.begin(), named->second.end());
    sort_out(names);
    if (names.size() > 1) continue;
    if (names.empty()) {
      std::pair<int, std::size_t> best = {1, 0};  // no capital, no name
      for (auto mention : group)
        if (auto const* ranges = place(mention)) {
          auto words = words_of(text, *ranges);
          std::pair const weight = {capitals(text, *ranges), words.size()};
          if (weight <= best) continue;
          best = weight;
          names = {std::move(words)};
        }
    }
    if (names.empty()) continue;
    for (auto mention : group)
      if (!names_.contains(mention)) name(mention, names.front());
  }
  for (auto const& [mention, names] : names_)
    if (auto const* ranges = place(mention))
      for (auto const& name : names) {
        auto& mentions = people_[name].mentions;
        mentions.insert(mentions.end(), ranges->begin(), ranges->end());
      }
  for (auto& [name, person] : people_) {
    std::sort(person.mentions.begin(), person.mentions.end());
    person.mentions.erase(std::unique(person.mentions.begin(), person.mentions.end()), person.mentions.end());
  }
}

std::optional<std::string> People::only_name(std::vector<std::string_view> const& mentions) const {
  std::vector<std::string> names;
  for (auto mention : mentions)
    if (auto const found = names_.find(mention); found != names_.end()) names.insert(names.end(), found->second.begin(), found->second.end());
  sort_out(names);
  return names.size() == 1 ? std::optional(std::move(names.front())) : std::nullopt;
}

void People::fill(gold::Document& document) && {
  for (auto& character : document.characters) {
    auto const person = people_.find(character.name);
    if (person == people_.end()) continue;
    character.mentions = std::move(person->second.mentions);
    for (auto& alias : person->second.aliases)
      if (std::find(character.aliases.begin(), character.aliases.end(), alias) == character.aliases.end()) character.aliases.push_back(std::move(alias));
    people_.erase(person);
  }
  for (auto& [name, person] : people_) document.characters.push_back({name, std::move(person.aliases), std::move(person.mentions), {}});
}

}  // namespace whosaid::formats::brat
