// One document on its way through people/: who is named in it, and who its pronouns and nouns stand for.
// Only for the .cpp files of this folder.
#pragma once
#include <algorithm>
#include <span>
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
  std::vector<std::string> places;      // folded, of offices: "ohio"
  std::vector<std::string> role_heads;  // folded head nouns, for "the minister"
  std::vector<Span> mentions;
  std::uint32_t last_token = 0, last_sentence = 0, last_paragraph = 0, count = 0;
  std::uint32_t full_mentions = 0; // in the whole document, by two words or more
  std::uint32_t introduced = no_index;  // token of its first full mention
  std::uint32_t first_sentence = no_index;
  bool last_subject = false, last_source = false;
  bool last_acts = false;           // a finite verb followed the last mention
  bool last_governed = false;       // a preposition stood before it
  bool last_owner = false;          // "Weiss's"
  bool last_modifier = false;       // "Weiss spokesman"
  bool last_quoted = false;         // it stood inside quotation marks
  std::uint32_t times_source = 0, times_subject = 0;
  std::uint32_t bare_mentions = 0;  // by the surname alone
  bool relative = false;            // introduced as somebody's wife, son, niece
  std::string age;                  // digits, as the text gives them; "" = unknown
  bool surely_person = false;       // a title, a known given name or a role stands with it
  bool as_place = false;            // unknown words behind "in" or "the": perhaps no person
  Gender leaning = Gender::unknown; // what its pronouns said so far
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

  std::vector<Entity> entities{};
  std::unordered_map<std::string, std::vector<EntityId>> by_word{};  // last and first words of names; whole text of others
  std::vector<EntityId> of_chunk{};        // entity of mentions.chunks[i], no_index = none
  std::vector<std::uint32_t> sentences{};  // first tokens of all sentences of the narration
  std::vector<Range> quoted{};             // what stands inside marks, in order
  std::ptrdiff_t first_source = 0;       // where the <source> chunks begin in mentions.chunks; they are in order of place
  EntityId last_speaker = no_index;
  EntityId leading = no_index;           // the person named most so far
  std::uint32_t last_speech_paragraph = no_index;
  DecisionObserver* observer = nullptr;
  grammar::Scratch* scratch = nullptr;
  std::vector<EntityId> recent{};          // in order of mention, the last one at the back; old entries may stand twice
  struct Reading {
    EntityId entity = no_index;
    Resolution resolution;
  };
  std::unordered_map<std::uint32_t, Reading> read{};                      // pronouns and noun phrases, by their first token
  std::unordered_map<std::uint32_t, std::vector<EntityId>> ambiguous{};   // by name chunk: several bear this surname

  [[nodiscard]] bool in(std::uint32_t token, int lexicon) const {
    return lexicon >= 0 && vocabulary.classes(table.tokens[token].word).has(static_cast<std::uint16_t>(lexicon));
  }
  [[nodiscard]] std::string text(std::uint32_t first, std::uint32_t last) const {
    return std::string(table.span(first, last).in(table.text));
  }
  // A title that is an office: "Sen.", "Interior Minister", not "Mr." or "Lady".
  [[nodiscard]] bool is_office(std::uint32_t token) const {
    return in(token, self.role_title_) || (in(token, self.role_words_) && !in(token, self.honorific_) && table.tokens[token].is(feature::capital));
  }
  [[nodiscard]] bool is_given(std::uint32_t token) const {
    return in(token, self.first_) || in(token, self.first_male_) || in(token, self.first_female_);
  }
  [[nodiscard]] bool is_quoted(std::uint32_t token) const {
    auto const behind = std::partition_point(quoted.begin(), quoted.end(), [&](Range range) { return range.first <= token; });
    return behind != quoted.begin() && token < (behind - 1)->last;
  }
  // Whether a folded quote ends behind a token.
  [[nodiscard]] bool in_quote_end(std::uint32_t token) const {
    auto const behind = std::partition_point(quoted.begin(), quoted.end(), [&](Range range) { return range.first <= token; });
    return behind != quoted.begin() && token + 1 == (behind - 1)->last;
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
  [[nodiscard]] EntityId named_in_headline(NameWords words) const;
  [[nodiscard]] bool is_compound(std::uint32_t token) const;
  [[nodiscard]] EntityId named_like_place(MentionChunk const& chunk, NameWords const& words) const;
  [[nodiscard]] bool is_legal(std::string const& word) const;
  [[nodiscard]] EntityId body_named(NameWords const& words) const;
  EntityId entity_for_name(MentionChunk const& chunk, bool create_short);
  void learn_from_source(MentionChunk const& chunk);
  void learn_gender(Entity& entity, MentionChunk const& chunk) const;
  [[nodiscard]] bool name_couple(std::size_t chunk);
  void note_mention(EntityId id, std::uint32_t first, std::uint32_t last, bool subject);
  void learn_offices();
  [[nodiscard]] std::uint32_t role_head(Range role) const;
  [[nodiscard]] bool is_plural(std::uint32_t head) const;
  [[nodiscard]] std::string lemma_of_role(std::uint32_t head) const;
  void learn_role(Entity& entity, Range role, std::span<Range const> apart);
  void learn_gender_of_role(Entity& entity, Range role) const;
  [[nodiscard]] std::string known_name(Range words) const;
  void learn_affiliation(Entity& entity, Range affiliation) const;
  void learn_office(EntityId id, std::span<grammar::Capture const> captures);
  [[nodiscard]] std::string age_at(std::uint32_t token) const;
  void learn_body(std::uint32_t token);
  [[nodiscard]] EntityId body_meant(std::uint32_t noun) const;
  [[nodiscard]] bool is_belonging(std::span<grammar::Capture const> captures, grammar::Capture const& affiliation) const;
  [[nodiscard]] bool is_between_names(grammar::Match const& match) const;
  [[nodiscard]] bool is_bare_body(Range words) const;
  void learn_deed(EntityId id, std::span<grammar::Capture const> captures);
  [[nodiscard]] std::vector<std::string> places_in(Range words) const;
  void learn_places(Entity& entity, Range words) const;
  void learn_body_noun(grammar::Match const& match);
  void learn_titles(grammar::Match const& match);
  void learn_from_predicate(EntityId id, std::uint32_t pronoun);
  void learn_title(EntityId id, grammar::Match const& match);
  void learn_from_description(EntityId id, MentionChunk const& chunk);
  [[nodiscard]] EntityId named_at(std::uint32_t token) const;
  [[nodiscard]] EntityId named_before(std::uint32_t token) const;
  // Calls `visit(id)` for those mentioned last, the latest first, at most `most` of them, until it returns false.
  template <class Visit>
  void visit_recent(std::size_t most, Visit visit);
  [[nodiscard]] bool is_anaphor(MentionChunk const& chunk) const;
  void read_anaphor(MentionChunk const& chunk);
  [[nodiscard]] MentionChunk const* source_at(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t head_of(MentionChunk const& chunk) const;
  EntityId author_of(MentionChunk const& chunk);
  EntityId pronoun(std::uint32_t token, Resolution& resolution);
  EntityId find_pronoun(std::uint32_t token, Resolution& resolution);
  EntityId noun_phrase(MentionChunk const& chunk, Resolution& resolution);
  EntityId meant_by_noun(MentionChunk const& chunk, std::uint32_t head, std::string const& lemma, bool known_only, Resolution& resolution);
  EntityId new_noun_entity(MentionChunk const& chunk, std::uint32_t head, std::string const& lemma, bool definite, bool plural);
  bool resolve_apposition(Link const& link, std::uint32_t first, Resolution& resolution, std::vector<EntityId>& found);
  // `look_back`: "who" may stand for the noun phrase before it.
  void resolve_link(Attributed const& one, Resolution& resolution, std::vector<EntityId>& found, bool look_back = true);
  std::vector<std::uint32_t> seen_{};  // by entity, the round in which visit_recent met it
  std::uint32_t round_ = 0;
};

template <class Visit>
void People::Run::visit_recent(std::size_t most, Visit visit) {
  seen_.resize(entities.size(), 0);
  ++round_;
  std::size_t looked_at = 0, steps = 0;
  for (auto at = recent.rbegin(); at != recent.rend() && looked_at < most && steps < 256; ++at, ++steps) {
    if (seen_[*at] == round_) continue;
    seen_[*at] = round_;
    ++looked_at;
    if (!visit(*at)) return;
  }
}

}  // namespace whosaid
