// Everything found in one document. Byte spans and typed ids only: it copies, compares and outlives the text.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "model/id.hpp"
#include "model/result.hpp"
#include "model/span.hpp"

namespace whosaid {

enum class MentionForm : unsigned char { name, nominal, pronoun, organisation };
enum class SpeakerType : unsigned char { person, organisation, group, anonymous, document, unknown };
enum class QuoteKind : unsigned char { direct, mixed, indirect };
enum class Status : unsigned char { asserted, denied, hypothetical, scheduled, retracted, thought };
enum class Basis : unsigned char { none, explicit_, anaphoric, inferred };
enum class DateBasis : unsigned char { none, explicit_, event, published };

// A stretch that stands for somebody: "Kremlin spokesperson Dmitry Peskov", "he", "the ministry".
struct Mention {
  Span span;           // the whole mention with title and role
  Span head;           // the name or head noun inside it
  MentionForm form = MentionForm::name;
  SpeakerId speaker;   // none until resolved
};

struct RoleFact {
  std::string value;
  Span span;
};

struct Speaker {
  std::string name;  // fullest name
  SpeakerType type = SpeakerType::unknown;
  std::vector<std::string> aliases;
  std::vector<RoleFact> roles, affiliations;
  std::vector<Span> mentions;
};

struct Candidate {
  SpeakerId speaker;         // may be none: then `name` is the mention's words
  std::string name;
  float score = 0;
  std::string why;           // for explain: features and their sum, "" unless tracing
};

struct SaidWhen {
  std::string date;  // ISO 8601, "" = none
  DateBasis basis = DateBasis::none;
  std::optional<Span> expression;
  std::vector<std::string> ambiguous;  // the other readings of a date that could not be settled
};

struct Quote {
  QuoteKind kind = QuoteKind::direct;
  std::vector<Span> segments;  // inside the marks, in order; never empty
  Span span;                   // from the first opening mark to behind the last closing mark
  QuoteId inside;              // the quote that this one is nested in
  Section section = Section::body;
  bool unclosed = false;       // a mark was missing and its place was inferred
  bool edited = false;
  std::uint32_t duplicates = 0;

  std::optional<Span> source, cue, addressee, channel, venue, via, reported_by;
  MentionForm source_form = MentionForm::name;
  std::string_view lemma;      // of the cue; lives as long as the Extractor
  SpeakerId speaker;
  std::vector<SpeakerId> joint;  // all of them when several speak together
  Status status = Status::asserted;
  SaidWhen said;
  Basis basis = Basis::none;
  float confidence = 0;
  std::string_view rule;       // "en/attribution/after_quote"; lives as long as the Extractor
  std::vector<Candidate> candidates;
  std::vector<std::string> trace;  // filled when Options::trace is set
};

struct Extraction {
  std::vector<Quote> quotes;  // ordered by place
  std::vector<Speaker> speakers;
  std::vector<Mention> mentions;
  std::string published;      // ISO date that was used, from the input or the text's header, "" = none
  std::string_view language;  // code of the language it was read as; lives as long as the Extractor
  std::optional<std::string> title, author;  // found in the text when the input does not say
  Problems problems;          // repairs and limits met; never fatal
};

}  // namespace whosaid
