// One article as it came in.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/span.hpp"

namespace whosaid {

// Where a stretch of text stands in the article; CONTRACT field `section`.
enum class Section : unsigned char { headline, standfirst, body, caption, blockquote, related, boilerplate };

// A zone that a reader of a structured format (HTML, JSON) already knows. Byte spans into `text`, ordered,
// not overlapping. `path` is the element path in the page, empty for other inputs.
struct KnownZone {
  Span span;
  Section section = Section::body;
  std::string path;
};

// Owns its text. The engine never changes `text`: all spans are bytes of it.
struct Document {
  std::string id;
  std::string text;
  std::optional<std::string> path, url, title, publisher, author;
  std::optional<std::string> published;  // ISO 8601, at least YYYY-MM-DD
  std::string language;                  // BCP 47, lower case; "" = not stated (the engine looks at its words)
  std::string extra;                     // unknown input keys as one JSON object's text, "" = none
  std::vector<KnownZone> zones;          // empty: zones are found in the text
};

}  // namespace whosaid
