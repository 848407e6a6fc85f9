// Says whether words were said, by whom, and what differs.
#include <unistd.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/engine.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "formats/quote_store.hpp"
#include "formats/read_tables.hpp"
#include "formats/write_found.hpp"
#include "graph/names.hpp"

namespace whosaid::cli {
namespace {

using formats::Finding;
using formats::Verdict;

constexpr std::size_t candidates = 400;  // looked at word by word
constexpr std::size_t shown = 20;

// Tables that are no store become one in memory.
Result<formats::QuoteStore> open_store(std::string const& path) {
  if (formats::names_store(path)) return formats::QuoteStore::open_to_read(path);
  auto store = formats::QuoteStore::open_to_write(":memory:");
  if (!store) return store;
  bool opened = false;
  auto const problems = formats::read_tables(path, [&](table::Table&& table) { store->add(table); }, &opened);
  if (!opened) return problems;
  if (!problems.empty()) complain(problems);
  store->commit();
  if (!store->error().empty()) return Problem{path, 0, 0, store->error()};
  return store;
}

// All words of the name asked for stand in one of the speaker's names.
bool is_speaker(std::vector<std::string> const& asked, std::string_view names) {
  while (!names.empty()) {
    auto const name = names.substr(0, names.find('\n'));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    auto const words = graph::name_words(name);
    if (std::all_of(asked.begin(), asked.end(), [&](auto const& word) { return std::find(words.begin(), words.end(), word) != words.end(); }))
      return true;
  }
  return false;
}

}  // namespace

int run_verify(Options const& options) {
  auto const& verify = options.verify;
  auto store = open_store(verify.store);
  if (!store) {
    complain(store.problems());
    return wrong_use;
  }
  if (graph::word_spans(verify.words).empty()) {
    complain("there are no words to verify");
    return wrong_use;
  }
  std::vector<formats::StoredQuote> near;
  if (!store->candidates(verify.words, candidates, near)) {
    complain(verify.store + ": " + store->error());
    return wrong_use;
  }
  auto const name = graph::name_words(verify.speaker);
  graph::WordNumbers numbers;
  struct Judged {
    Verdict verdict;
    formats::StoredQuote const* quote;
    graph::WordCheck words;
  };
  std::vector<Judged> findings;
  for (auto const& quote : near) {
    auto words = graph::check_words(verify.words, quote.text, numbers);
    if (words.match == graph::WordMatch::different) continue;
    bool const other = !name.empty() && !is_speaker(name, quote.speaker_names);
    findings.push_back({other ? Verdict::other_speaker : static_cast<Verdict>(words.match), &quote, std::move(words)});
  }
  // The best first; of equals the one with fewest changes, then the earliest. Those without a day are last.
  std::sort(findings.begin(), findings.end(), [](Judged const& a, Judged const& b) {
    if (a.verdict != b.verdict) return a.verdict < b.verdict;
    if (a.words.match != b.words.match) return a.words.match < b.words.match;
    if (a.words.edits != b.words.edits) return a.words.edits < b.words.edits;
    if (a.quote->day.empty() != b.quote->day.empty()) return b.quote->day.empty();
    if (a.quote->day != b.quote->day) return a.quote->day < b.quote->day;
    return a.quote->key < b.quote->key;
  });
  std::vector<Finding> best;
  best.reserve(std::min(findings.size(), shown));  // its words view a finding's quote, which must stay where it is
  for (std::size_t i = 0; i < findings.size() && i < shown; ++i) {
    best.push_back({findings[i].verdict, *findings[i].quote, {}});
    best.back().words = graph::check_words(verify.words, best.back().quote.text, numbers);
  }

  std::string out;
  if (verify.format == "json") formats::write_findings_json(verify.words, verify.speaker, best, out);
  else formats::write_findings_text(best, out);
  Output output;
  if (!output.open("")) return wrong_use;
  if (!output.write(out) && !output.closed()) {
    complain("cannot write standard output: " + output.error());
    return wrong_use;
  }
  return !best.empty() && best.front().verdict <= Verdict::trimmed ? all_well : some_failed;
}

}  // namespace whosaid::cli
