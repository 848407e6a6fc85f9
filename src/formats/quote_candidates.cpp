// Quotes that may hold words that are asked for, so that few have to be compared word by word.
//
// Of n words at most k = n / 4 may differ (see graph/check_words.hpp). Two things follow, and each is a plan:
// - one of any k + 1 words stands in the quote: the rarest are looked up in the full-text index. Quick while they are rare.
// - each difference spoils two pairs of neighbouring words at most: all other pairs stand there. The pairs of all quotes are
//   kept as numbers of 16 bits, 40 bytes for a quote; to go through those of 100 000 takes a few milliseconds, and two quotes
//   that are made of the same frequent words have few pairs in common.
#include <algorithm>
#include <map>

#include "formats/store_queries.hpp"
#include "graph/words.hpp"

namespace whosaid::formats {
namespace {

constexpr std::int64_t counted = 1'000;   // quotes of a word; what is frequent is not counted to its end
constexpr std::int64_t enough = 20'000;   // quotes that are read for the ranking while they are cheap

// How much of what is asked for each quote has, by its key. Keys of a store are nearly without gaps; where they are not, a
// map takes the place of the list.
class SharedWords {
 public:
  explicit SharedWords(std::int64_t last) {
    if (last < longest) counts_.resize(static_cast<std::size_t>(last) + 1);
  }
  void add(std::int64_t key, std::uint32_t weight) {
    if (key >= 0 && static_cast<std::size_t>(key) < counts_.size()) counts_[static_cast<std::size_t>(key)] += weight;
    else others_[key] += weight;
  }
  // The keys that have most; of equals the smallest.
  [[nodiscard]] std::vector<std::int64_t> best(std::size_t limit) const {
    std::vector<std::pair<std::uint32_t, std::int64_t>> all;
    for (std::size_t key = 0; key < counts_.size(); ++key)
      if (counts_[key] > 0) all.emplace_back(counts_[key], static_cast<std::int64_t>(key));
    for (auto const& [key, count] : others_) all.emplace_back(count, key);
    auto const kept = std::min(limit, all.size());
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), all.end(),
                      [](auto const& a, auto const& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    std::vector<std::int64_t> out;
    for (std::size_t i = 0; i < kept; ++i) out.push_back(all[i].second);
    return out;
  }

 private:
  static constexpr std::int64_t longest = 50'000'000;
  std::vector<std::uint32_t> counts_;
  std::map<std::int64_t, std::uint32_t> others_;
};

struct Term {
  std::string text;
  std::int64_t quotes = 0;  // that hold it, counted up to a limit, beyond it estimated
};

// The index's own terms of the words: another tokenizer would see others.
std::vector<Term> terms_of(Database& database, std::string_view words) {
  std::vector<Term> out;
  Database scratch;
  if (!scratch.open(":memory:", Access::write) ||
      !scratch.run("CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');"
                   "CREATE VIRTUAL TABLE terms USING fts5vocab (words, row)")) {
    database.fail(scratch.error());
    return out;
  }
  Statement(scratch, "INSERT INTO words VALUES (?1)").bind(1, words).finish();
  Statement all(scratch, "SELECT term FROM terms");
  while (all.step()) out.push_back({std::string(all.text(0))});
  return out;
}

std::string match_text(std::string_view term) { return "text : " + as_full_text(term); }

// From the first quotes that hold a term to all of them.
void count_quotes(Database& database, std::int64_t last, std::vector<Term>& terms) {
  Statement count(database, "SELECT count(*), max(rowid) FROM (SELECT rowid FROM quote_words WHERE quote_words MATCH ?1 LIMIT ?2)");
  for (auto& term : terms) {
    count.bind(1, match_text(term.text)).bind(2, counted);
    if (count.step()) {
      term.quotes = count.number(0);
      auto const seen = std::max(count.number(1), std::int64_t{1});
      if (term.quotes == counted) term.quotes = static_cast<std::int64_t>(static_cast<double>(counted) * static_cast<double>(last) / static_cast<double>(seen));
    }
    count.reset();
  }
  std::stable_sort(terms.begin(), terms.end(), [](Term const& a, Term const& b) { return a.quotes < b.quotes; });
}

// The pairs of the words asked for; none across an ellipsis, since anything may stand in its place.
class AskedPairs {
 public:
  explicit AskedPairs(std::string_view words) : place_(std::size_t{1} << 16) {
    std::vector<std::uint16_t> numbers;
    while (!words.empty()) {
      auto const end = std::min({words.find("..."), words.find(". . ."), words.find("\u2026"), words.size()});
      graph::append_word_pairs(words.substr(0, end), numbers);
      words.remove_prefix(end);
      auto const next = words.find_first_not_of(". ");
      words.remove_prefix(words.starts_with("\u2026") ? 3 : std::min(next, words.size()));
    }
    seen_in_.push_back(0);
    for (auto const number : numbers) {
      if (place_[number] != 0) continue;
      place_[number] = static_cast<std::uint32_t>(seen_in_.size());
      seen_in_.push_back(0);
    }
  }
  [[nodiscard]] std::size_t different() const { return seen_in_.size() - 1; }
  // How many of them a quote has, by the bytes of its pairs.
  [[nodiscard]] std::uint32_t in(std::string_view numbers) {
    ++quote_;
    std::uint32_t out = 0;
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
      auto const place = place_[static_cast<unsigned char>(numbers[i]) | static_cast<unsigned char>(numbers[i + 1]) << 8];
      if (place == 0 || seen_in_[place] == quote_) continue;
      seen_in_[place] = quote_;
      ++out;
    }
    return out;
  }

 private:
  std::vector<std::uint32_t> place_;    // of each number in seen_in_; 0 = not asked for
  std::vector<std::uint64_t> seen_in_;  // the quote that had the pair last
  std::uint64_t quote_ = 0;
};

}  // namespace

void append_pairs(std::int64_t key, std::string_view text, std::string& out) {
  constexpr std::size_t most = 0xFFFF;
  std::vector<std::uint16_t> numbers;
  graph::append_word_pairs(text, numbers);
  if (numbers.empty()) return;
  numbers.resize(std::min(numbers.size(), most));
  auto const put = [&](std::uint64_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
  };
  put(static_cast<std::uint64_t>(key), 8);
  put(numbers.size(), 2);
  for (auto const number : numbers) put(number, 2);
}

bool next_pairs(std::string_view& bytes, std::int64_t& key, std::string_view& numbers) {
  constexpr std::size_t head = 10;
  if (bytes.size() < head) return false;
  auto const get = [&](std::size_t from, std::size_t count) {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < count; ++i) out |= std::uint64_t{static_cast<unsigned char>(bytes[from + i])} << (8 * i);
    return out;
  };
  key = static_cast<std::int64_t>(get(0, 8));
  auto const size = std::min<std::size_t>(2 * get(8, 2), bytes.size() - head);
  numbers = bytes.substr(head, size);
  bytes.remove_prefix(head + size);
  return true;
}

bool find_candidates(Database& database, std::string_view words, std::size_t limit, std::vector<StoredQuote>& out) {
  auto terms = terms_of(database, words);
  database.run("BEGIN");  // one transaction: every statement would lock the file anew
  std::int64_t last = 0;
  if (Statement keys(database, "SELECT max(key) FROM quote"); keys.step()) last = keys.number(0);
  count_quotes(database, last, terms);

  SharedWords shared(last);
  Statement rows(database, "SELECT rowid FROM quote_words WHERE quote_words MATCH ?1");
  auto const read = [&](std::string_view term) {
    rows.bind(1, match_text(term));
    while (rows.step()) shared.add(rows.number(0), 1);
    rows.reset();
  };
  auto const spans = graph::word_spans(words);
  auto const may_differ = std::max<std::size_t>(1, spans.size() / 4);
  // The index cuts a word at its apostrophe.
  auto const needed = may_differ + 1 + (terms.size() > spans.size() ? terms.size() - spans.size() : 0);
  std::int64_t cost = 0;
  for (std::size_t i = 0; i < std::min(needed, terms.size()); ++i) cost += terms[i].quotes;
  AskedPairs pairs(words);
  bool const by_pairs = cost > enough && pairs.different() > 0;
  bool const all_may_differ = pairs.different() <= 2 * may_differ;  // of three words the one in the middle
  if (by_pairs) {
    auto const least = static_cast<std::uint32_t>(all_may_differ ? 1 : pairs.different() - 2 * may_differ);
    Statement all(database, "SELECT pairs FROM word_pairs");
    while (all.step()) {
      std::int64_t key = 0;
      for (std::string_view bytes = all.bytes(0), numbers; next_pairs(bytes, key, numbers);)
        if (auto const both = pairs.in(numbers); both >= least) shared.add(key, both);
    }
  }
  if (!by_pairs || all_may_differ) {
    // The rarest words, and as many more as are cheap: they rank what is found.
    std::int64_t done = 0;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (i >= needed && done + terms[i].quotes > enough) break;
      done += terms[i].quotes;
      if (terms[i].quotes > 0) read(terms[i].text);
    }
  }

  Statement one(database, "SELECT " + std::string(stored_columns) + " FROM quote JOIN document ON document.key = quote.document WHERE quote.key = ?1");
  for (auto const key : shared.best(limit)) {
    one.bind(1, key);
    if (one.step()) out.push_back(stored_quote(one));
    one.reset();
  }
  database.run("COMMIT");
  return database.error().empty();
}

}  // namespace whosaid::formats
