// Whom the letters of an office mean: "the SHO said" of Station House Officer Jan Holm, "the DCP" of DCP Ana Holm.
//
// The idea: letters behind "the" that nothing in the text spells out are the initials of an office that one person in it holds.
// It fails where a body of the same letters is told of as well, without its name.
// Tests: tests/unit/people_letters_test.cpp.
#include "people/run.hpp"

namespace whosaid {
namespace {

constexpr std::size_t fewest = 2, most = 5;  // letters of an office

bool is_upper_run(std::string_view word) {
  return word.size() >= fewest && word.size() <= most && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Whether the words of a role begin with these letters, or the last of them do where there are three letters or more; or one of them is
// written so. Small words between them do not count: Inspector General of Police.
template <class IsSmall>
bool spells(std::string_view role, std::string_view letters, IsSmall is_small) {
  std::string initials;
  for (std::size_t at = 0; at < role.size();) {
    std::size_t const end = std::min(role.find(' ', at), role.size());
    std::string_view const word = role.substr(at, end - at);
    if (word == letters && end == role.size()) return true;  // "GOP chairman" is no GOP
    if (!word.empty() && !is_small(word)) initials += word[0] >= 'a' && word[0] <= 'z' ? static_cast<char>(word[0] & ~0x20) : word[0];
    at = end + 1;
  }
  if (initials == letters) return true;
  return letters.size() > fewest && initials.size() > letters.size() && std::string_view(initials).ends_with(letters);
}

}  // namespace

// Joins bodies of a few letters, always told of with "the", to the one person whose office the letters are. Behind learn_offices().
void People::Run::join_letters() {
  constexpr std::size_t followed = 8;  // such bodies in one document
  std::size_t count = 0;
  auto const is_small = [&](std::string_view word) {
    if (word.front() < 'a' || word.front() > 'z') return false;
    WordId const id = words.add(word);
    return words.in(id, self.preposition_) || words.in(id, self.article_) || words.in(id, self.joining_);
  };
  for (EntityId id = 0; id < entities.size() && count < followed; ++id) {
    Entity const& body = entities[id];
    if (body.type != SpeakerType::organisation || body.words.words.size() != 1 || !body.aliases.empty() || !is_upper_run(body.name)) continue;
    ++count;
    bool always = true, any = false;
    for (std::size_t i = 0; i < static_cast<std::size_t>(first_source) && always; ++i) {
      if (of_chunk[i] != id) continue;
      MentionChunk const& chunk = mentions.chunks[i];
      bool const article = chunk.first > 0 && in(chunk.first - 1, self.definite_);
      bool const acts = table.tokens[chunk.first].is(feature::sentence_start) && chunk.last < table.tokens.size() && in(chunk.last, self.finite_);
      any |= article;
      always = article || acts;  // "CM said", as Indian papers write
    }
    if (!any || !always) continue;
    EntityId bearer = no_index;
    bool several = false;
    for (EntityId other = 0; other < entities.size() && !several; ++other) {
      Entity const& entity = entities[other];
      if (entity.type != SpeakerType::person || entity.words.words.empty()) continue;
      bool const holds = std::any_of(entity.roles.begin(), entity.roles.end(), [&](Known const& role) { return spells(role.value, body.name, is_small); }) ||
                         (entity.title != 0 && words.text(entity.title) == words.folded(body.name));
      if (!holds) continue;
      several = bearer != no_index;
      bearer = other;
    }
    if (bearer == no_index || several) continue;
    for (std::size_t i = 0; i < static_cast<std::size_t>(first_source); ++i) {
      if (of_chunk[i] == id) of_chunk[i] = bearer;
    }
  }
}

}  // namespace whosaid
