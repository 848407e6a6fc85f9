// What a person says stands in an article: the gold annotation of the contract, as plain structs.
// Offsets are code points of `Document::text`, half-open.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace whosaid::gold {

struct Range {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  friend constexpr auto operator<=>(Range, Range) = default;
};

// A field that an annotator may have left alone, may have judged absent, or may have filled in.
struct Judged {
  bool judged = false;
  std::optional<std::string> value;
  friend bool operator==(Judged const&, Judged const&) = default;
};

struct Quote {
  std::string id;
  std::string kind;            // direct|mixed|indirect
  std::string type;            // free: the corpus's own class
  std::vector<Range> spans;    // the whole reported content, in order
  std::vector<Range> quoted;   // the stretches strictly inside quotation marks; empty for indirect speech
  std::vector<Range> cue, source, addressee;
  std::vector<Range> date_expression;
  std::optional<std::string> speaker;  // canonical name; the first of several
  std::vector<std::string> speakers;   // all of them when several speak together, else empty
  std::string form;            // name|nominal|pronoun|organisation|implicit, "" = not annotated
  std::string basis;           // explicit|anaphoric|inferred|none, "" = not annotated
  std::string section;         // as in the quote table, "" = not annotated
  std::string status;          // as in the quote table, "" = not annotated
  Judged said_date;            // ISO 8601; judged without a value: the text does not say
  Judged role, affiliation;    // several are parted by "; "
  std::string extra;           // keys that are not ours, as one JSON object's text; "" = none
  friend bool operator==(Quote const&, Quote const&) = default;
};

// A person of the article and the names that are as good as the canonical one.
struct Character {
  std::string name;
  std::vector<std::string> aliases;
  std::vector<Range> mentions;
  std::string extra;
  friend bool operator==(Character const&, Character const&) = default;
};

struct Document {
  std::string id, language, published, title, text;  // "" = not stated
  std::vector<Quote> quotes;
  std::vector<Range> discard;  // here a prediction is neither right nor wrong
  std::vector<Character> characters;
  std::string extra;
  friend bool operator==(Document const&, Document const&) = default;
};

}  // namespace whosaid::gold
