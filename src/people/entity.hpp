// Somebody whom a document names, and what it says of them. Only for the .cpp files of this folder.
#pragma once
#include <string_view>
#include <utility>
#include <vector>

#include "people/document_words.hpp"
#include "people/entity_index.hpp"
#include "people/names.hpp"
#include "people/people.hpp"

namespace whosaid {

enum class BodyKind : unsigned char { untold, same, other };
enum class Gender : unsigned char { unknown, male, female, neither };  // neither: called they

// Role or affiliation as the document words it.
struct Known {
  std::string_view value, folded;
  Span span;
};

// Somebody or something that the document names. Views live as long as the document's words.
struct Entity {
  std::string_view name;
  NameWords words;
  WordId nickname = 0;             // "Bill" of William “Bill” Dray
  SpeakerType type = SpeakerType::unknown;
  Gender gender = Gender::unknown;
  bool plural = false;
  bool full_name = false;          // two words or more
  std::vector<std::string_view> aliases;
  std::vector<Known> roles, affiliations;
  std::vector<WordId> places;           // as phrases, of offices: "ohio"
  Span seat;                            // the place among the affiliations that gives way to a party; empty = none
  WordId origin = 0;                    // the country, as a word
  WordId party = 0;                     // the noun for its members
  std::vector<WordId> role_heads;       // head nouns, for "the minister"
  std::vector<Span> mentions;
  std::uint32_t last_token = 0, last_sentence = 0, last_paragraph = 0, count = 0;
  std::uint32_t full_mentions = 0; // in the whole document, by two words or more
  std::uint32_t kept_full = 0, then_short = 0;  // of a shared surname: how often its next mention was the whole name again, and the surname
  std::uint32_t introduced = no_index;  // token of its first full mention
  std::uint32_t first_sentence = no_index;
  bool last_subject = false, last_source = false;
  bool last_acts = false;           // a finite verb followed the last mention
  bool last_object = false;         // a verb stood before it: "praised Weiss"
  std::uint32_t said_sentence = no_index;   // where a verb of speech stood beside its name last, "Weiss says"
  std::uint32_t last_verb = no_index;       // the finite verb of its last mention, where it was a subject
  std::uint32_t said_verb = no_index;       // the same, where it is one of speech
  bool in_running_text = false;     // its longest name is followed by small letters: no headline runs on into it
  std::uint32_t asked_sentence = no_index;  // "Weiss was asked", "reporters asked Weiss"
  std::uint32_t actor_sentence = no_index;  // where it was the first person who acts
  bool last_embedded = false;       // in another's words or thoughts: "said that Weiss had lied"
  bool last_governed = false;       // a preposition stood before it
  bool last_owner = false;          // "Weiss's"
  bool last_owns_actor = false;     // "Weiss's father declined": somebody of hers acts
  bool last_modifier = false;       // "Weiss spokesman"
  bool last_quoted = false;         // it stood inside quotation marks
  std::uint32_t times_source = 0, times_subject = 0;
  std::uint32_t bare_mentions = 0;  // by the surname alone
  bool composed = false;            // "Anna" of "Anna and Jan Weiss": the text never writes the whole name
  bool doubtful = false;            // perhaps no name at all: nobody is called by one word of it
  bool dead = false;                // the text tells of his death
  bool accused = false;             // charged, arrested, on trial: "the defendant"
  WordId told_kind = 0;             // the noun right before a body's name: "the union Velo"
  bool is_company = false;          // its name or the text says so
  bool by_given = false;            // told of by the given name alone: "his wife, Anna"
  bool relative = false;            // introduced as somebody's wife, son, niece
  std::string_view age;             // digits, as the text gives them; "" = unknown
  bool titled = false;              // "Mr. Weiss", "Sen. Weiss"
  WordId title = 0;                 // the first title before its whole name
  bool surely_person = false;       // a title, a known given name or a role stands with it
  std::int8_t written_small = -1;   // the text has the lone word in small letters too: 0 no, 1 yes, -1 not looked
  bool as_place = false;            // unknown words behind "in" or "the": perhaps no person
  bool placed = false;              // a body told of first behind "in": rather a place
  Gender leaning = Gender::unknown; // what its pronouns said so far
  std::uint32_t spoke_sentence = no_index;  // the last one in which it was a source
  Gender spoke_as = Gender::unknown; // what the pronouns said that had its quotes
  EntityId one = no_index, other = no_index;  // of a noun for two, whom it means
  bool for_two = false;
  SpeakerId speaker;

  // Back to nobody; the lists keep their memory.
  void reset() {
    Entity fresh;
    auto const keep = [](auto& from, auto& to) { from.clear(), to.swap(from); };
    keep(aliases, fresh.aliases);
    keep(roles, fresh.roles);
    keep(affiliations, fresh.affiliations);
    keep(places, fresh.places);
    keep(role_heads, fresh.role_heads);
    keep(mentions, fresh.mentions);
    *this = std::move(fresh);
  }
};

// Those of one document, by number; used again for the next.
class Entities {
 public:
  void clear() { count_ = 0; }
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] Entity& operator[](EntityId id) { return list_[id]; }
  [[nodiscard]] Entity const& operator[](EntityId id) const { return list_[id]; }
  [[nodiscard]] EntityId number_of(Entity const& entity) const { return static_cast<EntityId>(&entity - list_.data()); }
  // A new one. Moves the others.
  [[nodiscard]] EntityId add() {
    if (count_ == list_.size()) list_.emplace_back();
    else list_[count_].reset();
    return static_cast<EntityId>(count_++);
  }
  // Gives back the memory of a document with very many people.
  void shrink() {
    constexpr std::size_t many = 4096;
    if (list_.size() > many) list_.clear(), list_.shrink_to_fit();
  }

 private:
  std::vector<Entity> list_;
  std::size_t count_ = 0;
};

}  // namespace whosaid
