#include "eval/diff_tables.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <unordered_map>
#include <utility>

#include "eval/match.hpp"

namespace whosaid::eval {
namespace {

constexpr double more_than_half = 0.501;

std::string words_of(std::optional<table::TextSpan> const& span) { return span ? span->text : std::string{}; }

struct Field {
  std::string_view name;
  std::string (*value)(table::Quote const&);
};

// What a reader would call another answer. Offsets are not among it: an edit elsewhere moves them.
constexpr std::array<Field, 12> fields = {{
    {"words", [](table::Quote const& q) { return q.text; }},
    {"kind", [](table::Quote const& q) { return q.kind; }},
    {"speaker", [](table::Quote const& q) { return q.speaker_name.value_or(""); }},
    {"source", [](table::Quote const& q) { return q.source ? q.source->span.text : std::string{}; }},
    {"cue", [](table::Quote const& q) { return q.cue ? q.cue->span.text : std::string{}; }},
    {"addressee", [](table::Quote const& q) { return words_of(q.addressee); }},
    {"said", [](table::Quote const& q) { return q.said.date.value_or(""); }},
    {"said.basis", [](table::Quote const& q) { return q.said.basis; }},
    {"status", [](table::Quote const& q) { return q.status; }},
    {"section", [](table::Quote const& q) { return q.section; }},
    {"basis", [](table::Quote const& q) { return q.basis; }},
    {"rule", [](table::Quote const& q) { return q.rule; }},
}};

Range hull(table::Quote const& quote) {
  if (quote.segments.empty()) return {};
  Range out{quote.segments.front().start, quote.segments.front().end};
  for (auto const& segment : quote.segments) out = {std::min(out.start, segment.start), std::max(out.end, segment.end)};
  return out;
}

std::vector<Stretch> places(table::Table const& table) {
  std::vector<Stretch> out;
  for (std::uint32_t i = 0; i < table.quotes.size(); ++i) out.push_back({hull(table.quotes[i]), i});
  return out;
}

// What has no partner at its place may have moved: an edit above a quote shifts all that follow.
void match_by_words(table::Table const& before, table::Table const& after, std::vector<std::optional<std::size_t>>& matches) {
  std::vector<bool> used(before.quotes.size());
  for (auto const& match : matches)
    if (match) used[*match] = true;
  std::unordered_map<std::string_view, std::deque<std::size_t>> waiting;
  for (std::size_t i = 0; i < before.quotes.size(); ++i)
    if (!used[i]) waiting[before.quotes[i].text].push_back(i);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (matches[i]) continue;
    auto const found = waiting.find(after.quotes[i].text);
    if (found == waiting.end() || found->second.empty()) continue;
    matches[i] = found->second.front();
    found->second.pop_front();
  }
}

void compare_documents(table::Table const& before, table::Table const& after, TableDiff& diff) {
  auto const old_places = places(before), new_places = places(after);
  auto matches = match_by_cover(new_places, old_places, more_than_half);
  std::vector<bool> used(old_places.size());
  match_by_words(before, after, matches);
  std::vector<std::pair<Range, QuoteChange>> changes;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    auto const& quote = after.quotes[i];
    if (!matches[i]) {
      changes.push_back({new_places[i].span, {Direction::gained, after.document.id, nullptr, &quote, {}}});
      continue;
    }
    used[*matches[i]] = true;
    auto const& old_quote = before.quotes[*matches[i]];
    std::vector<FieldChange> differ;
    for (auto const& field : fields)
      if (auto was = field.value(old_quote), is = field.value(quote); was != is)
        differ.push_back({field.name, std::move(was), std::move(is)});
    if (differ.empty()) ++diff.same;
    else changes.push_back({new_places[i].span, {Direction::changed, after.document.id, &old_quote, &quote, std::move(differ)}});
  }
  for (std::size_t i = 0; i < used.size(); ++i)
    if (!used[i]) changes.push_back({old_places[i].span, {Direction::lost, after.document.id, &before.quotes[i], nullptr, {}}});
  std::stable_sort(changes.begin(), changes.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
  for (auto& [place, change] : changes) diff.changes.push_back(std::move(change));
}

}  // namespace

std::uint64_t TableDiff::count(Direction direction) const {
  return static_cast<std::uint64_t>(
      std::count_if(changes.begin(), changes.end(), [&](auto const& change) { return change.direction == direction; }));
}

TableDiff diff_tables(std::vector<table::Table> const& before, std::vector<table::Table> const& after) {
  TableDiff diff;
  std::unordered_map<std::string_view, table::Table const*> old_tables;
  for (auto const& table : before) old_tables.try_emplace(table.document.id, &table);
  std::unordered_map<std::string_view, bool> seen;
  for (auto const& table : after) {
    auto const old_table = old_tables.find(table.document.id);
    if (old_table == old_tables.end()) {
      diff.only_after.push_back(table.document.id);
      continue;
    }
    if (seen.try_emplace(table.document.id, true).second) compare_documents(*old_table->second, table, diff);
  }
  for (auto const& table : before)
    if (!seen.contains(table.document.id)) diff.only_before.push_back(table.document.id);

  std::map<std::string_view, std::array<std::uint64_t, 3>> rules;
  for (auto const& change : diff.changes) {
    auto const& quote = change.after ? *change.after : *change.before;
    ++rules[quote.rule.empty() ? std::string_view("-") : std::string_view(quote.rule)][static_cast<std::size_t>(change.direction)];
  }
  for (auto const& [rule, count] : rules) diff.rules.push_back({std::string(rule), count});
  return diff;
}

}  // namespace whosaid::eval
