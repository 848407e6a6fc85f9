// Who said what, when, over many documents: the nodes and edges that `whosaid graph` writes.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/strings.hpp"
#include "model/result.hpp"

namespace whosaid::graph {

inline constexpr std::uint32_t none = 0xFFFFFFFFu;

enum class NodeKind : std::uint8_t { document, quote, speaker, organisation, date };
enum class EdgeKind : std::uint8_t {
  said,          // speaker -> quote
  said_on,       // quote -> date
  appears_in,    // quote -> document
  published_on,  // document -> date
  member_of,     // speaker -> organisation; text = role
  addressed_to,  // quote -> speaker
  repeats,       // quote -> quote in another document; detail = index into Graph::repeats
  same_as,       // speaker that is an organisation -> that organisation
};
[[nodiscard]] std::string_view to_string(NodeKind kind);
[[nodiscard]] std::string_view to_string(EdgeKind kind);
[[nodiscard]] NodeKind from_kind(EdgeKind kind);
[[nodiscard]] NodeKind to_kind(EdgeKind kind);

// All views are into Graph::strings. "" stands for what the table did not say.
struct DocumentNode {
  std::string_view id;      // "document:" + the document's own id
  std::string_view own_id;  // as in the table
  std::string_view title, url, path, publisher, author, published, language;
  std::int64_t instant = 0;  // of `published`; unknown_time when it has none
};

struct QuoteNode {
  std::string_view id;      // "quote:" + the quote's own id
  std::string_view own_id;
  std::string_view text;
  std::string_view kind, status, section, basis, cue, addressee;
  std::string_view said, said_basis;  // ISO 8601, and explicit|event|published|none
  std::uint32_t document = none;      // index into Graph::documents
  std::uint32_t speaker = none;       // first speaker, index into Graph::speakers
  std::uint32_t date = none;          // of `said`, index into Graph::dates
  std::uint32_t first = none;         // first appearance of these words (may be this quote); none: they appear once
  std::uint32_t start = 0, end = 0;   // from the first to behind the last segment, as in the table
  float confidence = 0;
};

// Why records of several documents became one node.
struct Merge {
  std::string_view name;         // as the table writes it
  std::string_view why;
  std::uint32_t documents = 0;   // how many documents call the speaker so
  std::uint32_t example = none;  // the first of them
};

// A node that this one was not merged with although the names would allow it.
struct Apart {
  std::uint32_t speaker = none;
  std::string_view why;
  bool may_be = false;  // it could still be the same; otherwise something speaks against it
};

struct SpeakerNode {
  std::string_view id;    // "speaker:dmitry-peskov"
  std::string_view name;  // the fullest
  std::string_view type;  // person|organisation|group|anonymous|document|unknown
  std::vector<std::string_view> aliases, roles, affiliations;  // most documents first
  std::vector<Merge> merges;
  std::vector<Apart> apart;
  std::uint32_t documents = 0, quotes = 0;
  std::uint32_t organisation = none;  // of a speaker that is one
};

struct OrganisationNode {
  std::string_view id;  // "organisation:kremlin"
  std::string_view name;
  std::vector<std::string_view> aliases;
};

struct DateNode {
  std::string_view id;           // "date:2025-03-11"
  std::string_view iso;
  std::string_view first, last;  // days covered; "" when `iso` is not understood
};

enum class Likeness : std::uint8_t {
  identical,  // the same words; case and punctuation may differ
  trimmed,    // one is an unbroken cut of the other
  altered,    // nearly the same words
};
[[nodiscard]] std::string_view to_string(Likeness likeness);

// One place where two wordings part: `from` words of the earlier quote stand as `to` in the later one. Either may be "".
struct Change {
  std::string_view from, to;
};

struct Repeat {
  Likeness likeness = Likeness::identical;
  bool conflict = false;        // the two name different speakers for these words
  bool later_is_shorter = false, earlier_is_shorter = false;  // which one is the cut
  std::vector<Change> changes;  // of an altered one, in order of text
};

struct Edge {
  EdgeKind kind = EdgeKind::said;
  std::uint32_t from = none, to = none;  // into the lists of from_kind() and to_kind()
  std::uint32_t detail = none;           // see EdgeKind
  std::string_view text;
};

// The same words given to different speakers.
struct Conflict {
  std::vector<std::uint32_t> quotes;    // first appearance first
  std::vector<std::uint32_t> speakers;  // in order of the quotes
};

// Owns everything in it; movable, not copyable. Order of all lists is a function of the tables added, and of nothing else.
struct Graph {
  Strings strings;
  std::vector<DocumentNode> documents;
  std::vector<QuoteNode> quotes;
  std::vector<SpeakerNode> speakers;
  std::vector<OrganisationNode> organisations;
  std::vector<DateNode> dates;
  std::vector<Edge> edges;
  std::vector<Repeat> repeats;
  std::vector<Conflict> conflicts;
  Problems problems;  // tables that came twice and the like; never fatal

  [[nodiscard]] std::string_view id_of(NodeKind kind, std::uint32_t index) const;
};

}  // namespace whosaid::graph
