#include <nlohmann/json.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <unordered_set>

#include "eval/words.hpp"
#include "formats/documents.hpp"
#include "formats/read_gold.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace whosaid::formats {
namespace {

using Json = nlohmann::ordered_json;
using gold::Range;

constexpr std::string_view kinds[] = {"direct", "mixed", "indirect"};
constexpr std::string_view sections[] = {"headline", "standfirst", "body", "caption", "blockquote", "related", "boilerplate"};
constexpr std::string_view statuses[] = {"asserted", "denied", "hypothetical", "scheduled", "retracted", "thought"};
constexpr std::string_view forms[] = {"name", "nominal", "pronoun", "organisation", "implicit"};

bool is_one_of(std::span<std::string_view const> known, std::string_view value) {
  return std::find(known.begin(), known.end(), value) != known.end();
}

// 2024, 2024-03, 2024-03-12, 2024-W10, and two of these with a slash between them.
bool is_iso_date(std::string_view date) {
  if (auto const slash = date.find('/'); slash != std::string_view::npos)
    return is_iso_date(date.substr(0, slash)) && is_iso_date(date.substr(slash + 1)) && date.find('/', slash + 1) == std::string_view::npos;
  auto const shape = [&](std::string_view pattern) {
    return date.size() == pattern.size() && std::equal(date.begin(), date.end(), pattern.begin(), [](char c, char p) {
             return p == '0' ? c >= '0' && c <= '9' : c == p;
           });
  };
  auto const number = [&](std::size_t at) { return (date[at] - '0') * 10 + (date[at + 1] - '0'); };
  if (shape("0000")) return true;
  if (shape("0000-W00")) return number(6) >= 1 && number(6) <= 53;
  if (shape("0000-00")) return number(5) >= 1 && number(5) <= 12;
  return shape("0000-00-00") && begins_with_iso_day(date);
}

class Checker {
 public:
  Checker(gold::Document const& document, std::string_view file, std::uint32_t line, Problems& problems)
      : document_(document), text_(document.text, {}), file_(file), line_(line), problems_(problems) {}

  void run() {
    if (document_.id.empty()) report("the document has no id");
    ranges("discard", document_.discard, Space::allowed);
    std::unordered_set<std::string_view> ids;
    Range last{};
    for (auto const& quote : document_.quotes) {
      where_ = "quote " + quote.id + ": ";
      if (quote.id.empty()) report("no id");
      else if (!ids.insert(quote.id).second) report("the id stands twice");
      check(quote);
      auto const& content = quote.quoted.empty() ? quote.spans : quote.quoted;
      if (content.empty()) continue;
      if (content.front() < last) report("stands behind a quote that begins later");
      last = content.front();
    }
    where_ = "";
    for (auto const& character : document_.characters) {
      if (character.name.empty()) report("a character has no name");
      where_ = "character " + character.name + ": ";
      ranges("mentions", character.mentions, Space::refused, Order::free);  // one mention may hold another
      where_ = "";
    }
  }

 private:
  enum class Space : unsigned char { allowed, refused };
  enum class Order : unsigned char { strict, free };

  void report(std::string message) { problems_.push_back({std::string(file_), line_, 0, "document " + document_.id + ": " + where_ + std::move(message)}); }

  void check(gold::Quote const& quote) {
    if (!is_one_of(kinds, quote.kind)) report("unknown kind '" + quote.kind + "'");
    if (quote.kind == "indirect" ? quote.spans.empty() : quote.quoted.empty() && quote.spans.empty()) report("no words");
    if (quote.kind == "indirect" && !quote.quoted.empty()) report("indirect, and has quoted words");
    if (!quote.section.empty() && !is_one_of(sections, quote.section)) report("unknown section '" + quote.section + "'");
    if (!quote.status.empty() && !is_one_of(statuses, quote.status)) report("unknown status '" + quote.status + "'");
    if (!quote.form.empty() && !is_one_of(forms, quote.form)) report("unknown form '" + quote.form + "'");
    if (quote.said_date.value && !is_iso_date(*quote.said_date.value)) report("said_date '" + *quote.said_date.value + "' is no date");
    if (quote.speaker && quote.speaker->empty()) report("the speaker's name is empty");
    if (!quote.speakers.empty() && (!quote.speaker || quote.speakers.front() != *quote.speaker))
      report("speakers does not begin with the speaker");
    ranges("spans", quote.spans, Space::allowed);
    ranges("quoted", quote.quoted, Space::refused);
    ranges("cue", quote.cue, Space::refused);
    ranges("source", quote.source, Space::refused);
    ranges("addressee", quote.addressee, Space::refused);
    ranges("date", quote.date_expression, Space::refused);
    for (auto range : quote.quoted)
      if (std::none_of(quote.spans.begin(), quote.spans.end(), [&](Range s) { return s.start <= range.start && range.end <= s.end; }))
        report("quoted words stand outside the content: " + shown(range));
    if (quote.extra.empty()) return;
    auto const extra = Json::parse(quote.extra, nullptr, false);
    surface(extra, "quoted_text", quote.quoted);
    surface(extra, "cue_text", quote.cue);
    surface(extra, "source_text", quote.source);
  }

  std::string shown(Range range) const {
    return "[" + std::to_string(range.start) + "," + std::to_string(range.end) + "]";
  }

  bool is_space(std::uint32_t at) const {
    auto const character = text_.slice({at, at + 1});
    std::size_t byte = 0;
    return !character.empty() && (char_class(next_code_point(character, byte)) & char_space) != 0;
  }

  void ranges(std::string_view field, std::vector<Range> const& list, Space space, Order order = Order::strict) {
    auto const say = [&](Range range, std::string_view what) {
      report(std::string(field).append(" ").append(shown(range)).append(" ").append(what));
    };
    std::uint32_t last = 0;
    for (auto range : list) {
      if (range.start >= range.end) say(range, "is empty");
      else if (range.end > text_.size()) say(range, "ends behind the text");
      else if (order == Order::strict && range.start < last) say(range, "overlaps the one before it or is out of order");
      else if (space == Space::refused && (is_space(range.start) || is_space(range.end - 1))) say(range, "has outer white space");
      last = std::max(last, range.end);
    }
  }

  void surface(Json const& extra, char const* field, std::vector<Range> const& list) {
    if (!extra.is_object() || !extra.contains(field)) return;
    auto const& strings = extra[field];
    if (!strings.is_array() || strings.size() != list.size()) return report(std::string(field) + " has another number of parts");
    for (std::size_t i = 0; i < list.size(); ++i) {
      auto const slice = text_.slice(list[i]);
      if (!strings[i].is_string() || strings[i].get<std::string>() != slice)
        report(std::string(field).append(" is not what stands at ").append(shown(list[i])).append(": '").append(slice).append("'"));
    }
  }

  gold::Document const& document_;
  eval::Text text_;
  std::string_view file_;
  std::uint32_t line_;
  Problems& problems_;
  std::string where_;
};

}  // namespace

Problems check_gold(GoldFile const& gold, std::string_view file) {
  Problems problems;
  std::unordered_set<std::string_view> ids;
  for (std::size_t i = 0; i < gold.documents.size(); ++i) {
    auto const line = i < gold.lines.size() ? gold.lines[i] : 0;
    if (!ids.insert(gold.documents[i].id).second)
      problems.push_back({std::string(file), line, 0, "document " + gold.documents[i].id + ": the id stands twice"});
    Checker(gold.documents[i], file, line, problems).run();
  }
  return problems;
}

}  // namespace whosaid::formats
