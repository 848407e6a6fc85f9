// Which part of a page each line is. Words alone tell what a line may be (lines.cpp); here its place decides.
//
// The idea: a scraped page is header, article, tail. The header ends behind the last line that only ever stands above an
// article (a reading time, a byline, a date) as long as hardly any running text lies before it. Lists of other articles
// are short lines without a full stop behind a head that announces them. All else is the article.
// It fails on a page whose body paragraphs have no full stops and follow a line "Most read": they are taken for links.
// Tests: tests/unit/zones_find_zones_test.cpp.
#include <algorithm>
#include <string>

#include "zones/page.hpp"

namespace whosaid {
namespace {

constexpr std::size_t shortest_tail = 5;  // lines of a list that nothing announces

void mark_by_words(Page& page) {
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    auto const& line = page.lines[i];
    bool const header = i < page.header_end;
    auto& section = page.sections[i];
    if (line.is(LineKind::correction) || section == Section::headline) continue;
    if (line.is(LineKind::teaser) || (line.is(LineKind::ticker) && header && page.has_headline)) section = Section::related;
    else if (line.is(LineKind::boilerplate) || line.is(LineKind::comments_head)) section = Section::boilerplate;
    else if (header && (line.is(LineKind::header) || line.is(LineKind::byline) || line.is(LineKind::published) ||
                        line.is(LineKind::updated)))
      section = Section::boilerplate;
    else if (line.is(LineKind::header) && line.size() <= 3) section = Section::boilerplate;
    else if (line.is(LineKind::caption) || (line.is(LineKind::credit) && line.size() <= 60 && !page.table.tokens[line.first].is(feature::mark | feature::quote))) section = Section::caption;
  }
}

bool could_be_listed(Line const& line) {
  if (told(line)) return !line.is(LineKind::correction) && !line.is(LineKind::dateline);
  return (!line.sentence || line.asks) && !line.open && line.upper && line.size() <= longest_headline;
}

// Heads announce lists: short lines follow until one is running text again.
void mark_lists(Page& page) {
  auto const& lines = page.lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].is(LineKind::list_head)) continue;
    page.sections[i] = Section::boilerplate;
    std::size_t end = i + 1;
    while (end < lines.size() && could_be_listed(lines[end]) && page.sections[end] != Section::headline) ++end;
    // In the middle of an article the line above running text may be its own heading: it stays.
    if (end < lines.size() && end > i + 2 && lines[end - 1].size() <= 5 && could_be_listed(lines[end - 1]) && lines[end - 1].paragraph) --end;
    for (std::size_t j = i + 1; j < end; ++j)
      if (page.sections[j] == Section::body) page.sections[j] = Section::related;
    i = end - 1;
  }
}

// A list at the very end that nothing announces.
void mark_tail(Page& page) {
  auto const& lines = page.lines;
  std::size_t first = lines.size();
  while (first > page.header_end && could_be_listed(lines[first - 1]) && !told(lines[first - 1]) &&
         lines[first - 1].size() >= 5 && page.sections[first - 1] == Section::body)
    --first;
  if (lines.size() - first < shortest_tail || first == 0 || lines[first - 1].open) return;
  std::size_t prose = 0;
  for (std::size_t i = page.header_end; i < first; ++i) prose += lines[i].prose();
  if (prose < 3) return;
  std::fill(page.sections.begin() + static_cast<std::ptrdiff_t>(first), page.sections.end(), Section::related);
}

// Readers' comments run to the end; only where most of the text lies before them.
void mark_comments(Page& page) {
  auto const& lines = page.lines;
  for (std::size_t i = page.header_end; i < lines.size(); ++i) {
    if (!lines[i].is(LineKind::comments_head) || lines[i].first * 10ull < page.table.tokens.size() * 6ull) continue;
    std::fill(page.sections.begin() + static_cast<std::ptrdiff_t>(i), page.sections.end(), Section::boilerplate);
    return;
  }
}

void add(std::vector<Zone>& list, std::uint32_t first, std::uint32_t last, Section section) {
  if (first >= last) return;
  if (!list.empty() && list.back().last == first && list.back().section == section) list.back().last = last;
  else list.push_back({first, last, section});
}

// Lines become zones; credits at a long line's end and buttons inside a line are cut out of it.
std::vector<Zone> to_zones(Page const& page, std::vector<Range> const& widgets) {
  std::vector<Zone> out;
  std::size_t widget = 0;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    auto const& line = page.lines[i];
    std::uint32_t const credit = line.is(LineKind::credit) && page.sections[i] == Section::body ? line.credit : line.last;
    std::uint32_t at = line.first;
    for (; widget < widgets.size() && widgets[widget].first < line.last; ++widget) {
      if (widgets[widget].first < at || widgets[widget].last > credit) continue;
      add(out, at, widgets[widget].first, page.sections[i]);
      add(out, widgets[widget].first, widgets[widget].last, Section::boilerplate);
      at = widgets[widget].last;
    }
    add(out, at, credit, page.sections[i]);
    add(out, std::max(at, credit), line.last, Section::caption);
  }
  return out;
}

// Known zones replace what was found under them.
std::vector<Zone> lay_over(std::vector<Zone> const& found, TokenTable const& table, std::vector<KnownZone> const& known) {
  std::vector<Zone> out;
  std::size_t at = 0;
  std::uint32_t done = 0;
  auto const copy_until = [&](std::uint32_t end) {
    while (at < found.size() && done < end) {
      std::uint32_t const stop = std::min(found[at].last, end);
      add(out, std::max(found[at].first, done), stop, found[at].section);
      done = stop;
      if (found[at].last <= end) ++at;
    }
  };
  for (auto const& zone : known) {
    auto const first = table.at_or_after(zone.span.begin), last = table.at_or_after(zone.span.end);
    if (first >= last || first < done) continue;
    copy_until(first);
    add(out, first, last, zone.section);
    done = last;
    while (at < found.size() && found[at].last <= done) ++at;
  }
  copy_until(static_cast<std::uint32_t>(table.tokens.size()));
  return out;
}

// Author, date, dateline, corrections.
void read_facts(Page const& page, Zones& out) {
  auto const span = [&](Range range) { return page.table.span(range.first, range.last); };
  std::optional<Span> updated;
  bool body = false;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    auto const& line = page.lines[i];
    if (i < page.header_end) {
      if (!line.author.empty() && !out.author && line.is(LineKind::byline)) out.author = std::string{text_of(page.table, line.author.first, line.author.last)};
      if (!line.date.empty() && line.is(LineKind::published) && !out.published) out.published = span(line.date);
      if (!line.date.empty() && line.is(LineKind::updated) && !updated) updated = span(line.date);
    }
    if (!line.dateline.empty() && !out.dateline && !body) out.dateline = span(line.dateline);
    bool const dashed = !line.dateline.empty() && !page.table.tokens[line.dateline.last - 1].is(feature::colon);
    if (dashed && line.dateline.last < page.table.tokens.size()) out.openings.push_back(line.dateline.last);
    if (line.is(LineKind::correction)) out.corrections.push_back(page.table.span(line.first, line.last));
    body = body || (i >= page.header_end && line.prose() && page.sections[i] == Section::body);
  }
  if (!out.published) out.published = updated;
}

}  // namespace

Section Zones::section_of(std::uint32_t token) const {
  auto const at = std::upper_bound(list.begin(), list.end(), token, [](std::uint32_t t, Zone const& z) { return t < z.first; });
  if (at == list.begin() || token >= std::prev(at)->last) return Section::body;
  return std::prev(at)->section;
}

Zones find_zones(TokenTable const& table, Document const& document, grammar::Language const& language,
                 grammar::Scratch& scratch) {
  Zones out;
  if (table.tokens.empty()) return out;
  auto const read = read_lines(table, language, scratch);
  Page page{table, read.list, std::vector<Section>(read.list.size(), Section::body),
            find_header_end(table, read.list)};
  mark_header(page, document, out);
  mark_entries(page);
  mark_doubled(page);
  mark_by_words(page);
  mark_lists(page);
  mark_tail(page);
  mark_comments(page);
  read_facts(page, out);
  out.list = to_zones(page, read.widgets);
  if (!document.zones.empty()) out.list = lay_over(out.list, table, document.zones);
  return out;
}

}  // namespace whosaid
