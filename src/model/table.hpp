// The quote table: what the contract calls `whosaid.quotes/1`, as plain structs. One table per document.
// Offsets here are in the unit the writer was asked for (code points unless told otherwise), half-open.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace whosaid::table {

struct TextSpan {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::string text;
};

struct DocumentInfo {
  std::string id;
  std::optional<std::string> path, url, title, publisher, author, published;
  std::string language;
  std::string extra;                // JSON object text, "" = none
  std::optional<std::string> text;  // with --with-text
};

// A role or affiliation as it stands in the text.
struct Fact {
  std::string value;  // "spokesperson"
  TextSpan where;
};

struct Speaker {
  std::string id;    // "s1", in order of first appearance
  std::string name;  // fullest name
  std::string type;  // person|organisation|group|anonymous|document|unknown
  std::vector<std::string> aliases, roles, affiliations;
  std::vector<Fact> role_evidence, affiliation_evidence;
  std::vector<TextSpan> mentions;
};

struct Source {
  TextSpan span;
  std::string form;  // name|nominal|pronoun|organisation
};

struct Cue {
  TextSpan span;
  std::string lemma;
};

struct Said {
  std::optional<std::string> date;  // ISO 8601: 2025-03-12, 2025-03, 2019, 2024-W10, or an interval a/b
  std::string basis = "none";       // explicit|event|published|none
  std::optional<TextSpan> expression;
  std::vector<std::string> ambiguous;  // the other readings of a date that could not be settled
};

struct Candidate {
  std::string name;
  double score = 0;
};

struct Quote {
  std::string id;    // stable across runs: hash of document id, place and words
  std::string kind;  // direct|mixed|indirect
  std::string text;  // segments joined by one space
  std::vector<TextSpan> segments;
  std::optional<std::string> speaker, speaker_name;
  std::vector<std::string> speakers;  // all speaker ids of a joint quote; empty when there is at most one
  std::optional<Source> source;
  std::optional<Cue> cue;
  std::optional<TextSpan> addressee, channel, venue, via;
  std::optional<std::string> reported_by;  // hearsay: who reports that it was said
  Said said;
  std::string status = "asserted";  // asserted|denied|hypothetical|scheduled|retracted|thought
  std::string section = "body";
  std::optional<std::string> element;  // where in a page: "html/body/article/p[3]"
  std::string before, after;  // context
  std::string basis = "none";  // explicit|anaphoric|inferred|none
  double confidence = 0;
  std::vector<Candidate> candidates;
  std::string rule;
  std::optional<std::string> parent;  // id of the quote this one is nested in
  std::uint32_t duplicates = 0;       // further copies of it in the document (pull quotes, repeated paragraphs)
  bool edited = false;                // holds editorial brackets, ellipsis or [sic]
  bool unclosed = false;              // a quotation mark was missing and its place was inferred
};

struct Table {
  DocumentInfo document;
  std::vector<Speaker> speakers;
  std::vector<Quote> quotes;
  std::vector<std::string> problems;  // repairs and limits met while reading the document
};

}  // namespace whosaid::table
