// One document on its way through people/: who is named in it, and who its pronouns and nouns stand for.
// Only for the .cpp files of this folder.
#pragma once
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "people/names.hpp"
#include "people/people.hpp"

namespace whosaid {

enum class Gender : unsigned char { unknown, male, female };

// Somebody or something that the document names.
struct Entity {
  std::string name;
  NameWords words;
  SpeakerType type = SpeakerType::unknown;
  Gender gender = Gender::unknown;
  bool plural = false;
  bool full_name = false;          // two words or more
  std::vector<std::string> aliases;
  std::vector<RoleFact> roles, affiliations;
  std::vector<std::string> role_heads;  // folded head nouns, for "the minister"
  std::vector<Span> mentions;
  std::uint32_t last_token = 0, last_sentence = 0, last_paragraph = 0, count = 0;
  std::uint32_t full_mentions = 0; // in the whole document, by two words or more
  std::uint32_t introduced = no_index;  // token of its first full mention
  std::uint32_t first_sentence = no_index;
  bool last_subject = false, last_source = false;
  SpeakerId speaker;
};

using EntityId = std::uint32_t;

template <class T>
void add_once(std::vector<T>& list, T value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

struct People::Run {
  People const& self;
  TokenTable const& table;
  MentionList const& mentions;
  bool trace;
  Vocabulary const& vocabulary;

  std::vector<Entity> entities;
  std::unordered_map<std::string, std::vector<EntityId>> by_word;  // last and first words of names; whole text of others
  std::vector<EntityId> of_chunk;        // entity of mentions.chunks[i], no_index = none
  std::vector<std::uint32_t> sentences;  // first tokens of all sentences of the narration
  std::ptrdiff_t first_source = 0;       // where the <source> chunks begin in mentions.chunks; they are in order of place
  EntityId last_speaker = no_index;
  DecisionObserver* observer = nullptr;

  [[nodiscard]] bool in(std::uint32_t token, int lexicon) const {
    return lexicon >= 0 && vocabulary.classes(table.tokens[token].word).has(static_cast<std::uint16_t>(lexicon));
  }
  [[nodiscard]] std::string text(std::uint32_t first, std::uint32_t last) const {
    return std::string(table.span(first, last).in(table.text));
  }
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const {
    return static_cast<std::uint32_t>(std::upper_bound(sentences.begin(), sentences.end(), token) - sentences.begin());
  }
  [[nodiscard]] Range capture(MentionChunk const& chunk, int name) const {
    for (grammar::Capture const& c : mentions.of(chunk)) {
      if (c.name == name) return {c.first, c.last};
    }
    return {};
  }

  void find_sentences();
  [[nodiscard]] bool in_title_case(MentionChunk const& chunk) const;
  void name_everybody();
  EntityId entity_for_name(MentionChunk const& chunk, bool create_short);
  void learn_from_source(MentionChunk const& chunk);
  void learn_gender(Entity& entity, MentionChunk const& chunk) const;
  void note_mention(EntityId id, std::uint32_t first, std::uint32_t last, bool subject);
  EntityId pronoun(std::uint32_t token, Resolution& resolution);
  EntityId noun_phrase(MentionChunk const& chunk, Resolution& resolution);
  void resolve_link(Attributed const& one, Resolution& resolution, std::vector<EntityId>& found);
};

}  // namespace whosaid
