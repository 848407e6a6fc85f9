// What stands above the article: headline, standfirst, names, and where all that ends.
#include <algorithm>

#include "zones/page.hpp"

namespace whosaid {
namespace {

constexpr std::size_t header_lines = 40;   // no header is longer
constexpr std::uint32_t header_prose = 2;  // a standfirst, perhaps in two paragraphs

// Letters and digits alone, ASCII in lower case: what a title and its line share.
std::string plain(std::string_view text) {
  std::string out;
  for (char const c : text) {
    auto const u = static_cast<unsigned char>(c);
    if ((u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') || u >= 0xC3) out += c;
    else if (u >= 'A' && u <= 'Z') out += static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Words of the header that may be a headline: not told by the grammar, no sentence, not too long.
bool could_be_headline(Line const& line) {
  return !told(line) && !line.bullet && (!line.sentence || line.asks) && !line.open &&
         line.upper && line.size() >= 3 && line.size() <= longest_headline;
}

bool dates_it(Line const& line) { return line.is(LineKind::published) || line.is(LineKind::updated) || line.is(LineKind::header); }

// Lines with nothing but a time or a number: more than two are the clock of a live blog.
bool is_counter(TokenTable const& table, Line const& line) {
  return line.is(LineKind::header) && line.size() == 1 && table.tokens[line.first].is(feature::number);
}

// The line that is the headline: the title's own words, else the first of the header that can be one, long before short
// (the name of the paper stands above it); in a text without a header the very first line alone. npos = none.
std::size_t find_headline(Page const& page, std::string const& title) {
  auto const& lines = page.lines;
  std::size_t const none = lines.size();
  if (lines.size() < 2) return none;
  std::size_t const limit = std::min(lines.size(), std::max<std::size_t>(page.header_end + 1, title.empty() ? 1 : 4));
  std::size_t shorter = none;
  for (std::size_t i = 0; i < limit; ++i) {
    auto const& line = lines[i];
    if (line.size() > 2 * longest_headline) continue;
    if (!title.empty() && plain(text_of(page.table, line.first, line.last)) == title) return i;
    if (!title.empty() || i + 1 == lines.size() || !could_be_headline(line)) continue;
    if (line.asks && page.header_end == 0) continue;
    if (line.size() >= 5 && line.kinds == 0) return i;
    if (shorter == none) shorter = i;
  }
  return shorter;
}

}  // namespace

std::size_t find_header_end(TokenTable const& table, std::vector<Line> const& lines) {
  std::size_t const counters =
      static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](Line const& line) { return is_counter(table, line); }));
  std::size_t end = 0;
  std::uint32_t prose = 0;
  bool dated = false;
  for (std::size_t i = 0; i < lines.size() && i < header_lines; ++i) {
    auto const& line = lines[i];
    if (line.is(LineKind::dateline) || (counters > 2 && is_counter(table, line))) break;
    // Behind a date and two paragraphs, another date heads an entry of the article.
    if (line.is(LineKind::published) && dated && prose == header_prose) break;
    dated |= line.is(LineKind::published);
    bool const names = line.is(LineKind::name_line) && end > 0 && i + 1 < lines.size() && dates_it(lines[i + 1]);
    bool const strong = names || line.is(LineKind::byline) || dates_it(line);
    bool const weak = told(line) && !line.is(LineKind::correction);
    if (strong || (weak && prose == 0)) end = i + 1;
    else if (line.prose() && ++prose > header_prose) break;
  }
  return end;
}

void mark_header(Page& page, Document const& document, Zones& out) {
  auto const& lines = page.lines;
  auto const at = find_headline(page, document.title ? plain(*document.title) : std::string{});
  if (at == lines.size()) return;
  auto const headline = plain(text_of(page.table, lines[at].first, lines[at].last));
  out.title = std::string{text_of(page.table, lines[at].first, lines[at].last)};
  page.sections[at] = Section::headline;
  page.has_headline = true;
  for (std::size_t i = at + 1; i < lines.size() && i <= page.header_end + 1 && i < header_lines; ++i)
    if (lines[i].size() <= 2 * longest_headline && plain(text_of(page.table, lines[i].first, lines[i].last)) == headline) {
      page.sections[i] = Section::headline;
      page.header_end = std::max(page.header_end, i + 1);
    }
  // The paper's own name stands above.
  for (std::size_t i = 0; i < at; ++i)
    if (!told(lines[i]) && lines[i].size() <= 4 && !lines[i].sentence && i < page.header_end) page.sections[i] = Section::boilerplate;
  // Points in a list right below the headline belong to the header, whatever follows.
  auto points = at + 1;
  while (points < lines.size() && (lines[points].bullet || (lines[points].kinds == 0 && lines[points].size() <= 3)) &&
         points < header_lines)
    ++points;
  if (points > at + 1 && lines[points - 1].bullet) page.header_end = std::max(page.header_end, points);
  // What stands under the headline and above the last line of the header introduces the article. Where a line says by whom it is, a name
  // above the date is rather the paper's.
  bool const signed_line = std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(page.header_end),
                                       [](auto const& line) { return line.is(LineKind::byline) && !line.author.empty(); });
  for (std::size_t i = at + 1; i < page.header_end; ++i) {
    bool const names = lines[i].is(LineKind::name_line);
    if (names && i + 1 < page.header_end && dates_it(lines[i + 1])) {
      page.sections[i] = Section::boilerplate;
      if (!out.author && !signed_line) out.author = std::string{text_of(page.table, lines[i].author.first, lines[i].author.last)};
    } else if ((lines[i].kinds == 0 || names) && page.sections[i] == Section::body) {
      page.sections[i] = Section::standfirst;
    }
  }
}

void mark_entries(Page& page) {
  auto const& lines = page.lines;
  std::size_t counters = 0;
  for (auto const& line : lines) counters += is_counter(page.table, line);
  if (counters <= 2) return;
  for (std::size_t i = page.header_end; i + 2 < lines.size(); ++i)
    if (is_counter(page.table, lines[i]) && could_be_headline(lines[i + 1])) page.sections[i + 1] = Section::headline;
}

// "Ana WeissAna Weiss", and below it "Ana Weiss": the words of a picture, for eye and ear, that scraping ran together.
void mark_doubled(Page& page) {
  constexpr std::uint32_t longest = 60;  // tokens
  constexpr std::size_t shortest = 12;   // characters of both
  auto const& lines = page.lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].size() > longest || lines[i].sentence || page.sections[i] != Section::body) continue;
    std::string_view const words = text_of(page.table, lines[i].first, lines[i].last);
    std::size_t const half = words.size() / 2;
    if (words.size() < shortest || words.size() % 2 != 0 || words.substr(0, half) != words.substr(half)) continue;
    page.sections[i] = Section::boilerplate;
    if (i + 1 < lines.size() && text_of(page.table, lines[i + 1].first, lines[i + 1].last) == words.substr(half)) page.sections[i + 1] = Section::caption;
  }
}

}  // namespace whosaid
