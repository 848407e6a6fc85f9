#include "assemble.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "attribution/echo.hpp"

namespace whosaid {
namespace {

Span span_of(TokenTable const& table, Range range) { return table.span(range.first, range.last); }

std::optional<Span> optional_span(TokenTable const& table, Range range) {
  if (range.empty()) return std::nullopt;
  return span_of(table, range);
}

// A source without the comma or bracket that an apposition ended with.
Range trimmed(TokenTable const& table, Range range) {
  while (range.first + 1 < range.last && table.tokens[range.last - 1].is(feature::comma | feature::dash)) --range.last;
  return range;
}

bool holds(TokenTable const& table, Vocabulary const& vocabulary, std::uint32_t token, int lexicon) {
  return lexicon >= 0 && vocabulary.classes(table.tokens[token].word).has(static_cast<std::uint16_t>(lexicon));
}

// "Listen, Maria, we lost": whom the speaker calls by name, a given name between commas. In lists names follow each other.
std::optional<Span> vocative(TokenTable const& table, Vocabulary const& vocabulary, CallWords const& words, MarkedQuote const& quote) {
  auto const calls = [&](std::uint32_t at) {
    return table.tokens[at].is(feature::capital) && holds(table, vocabulary, at, words.first_name);
  };
  for (std::uint32_t at = quote.first + 2; at + 1 < quote.last; ++at) {
    if (!table.tokens[at - 1].is(feature::comma) || !calls(at)) continue;
    Token const& behind = table.tokens[at + 1];
    if (!behind.is(feature::comma | feature::stop | feature::mark) || (table.tokens[at - 2].is(feature::capital) && at > quote.first + 3)) continue;
    if (behind.is(feature::comma) && at + 2 < quote.last && table.tokens[at + 2].is(feature::capital)) continue;
    return span_of(table, {at, at + 1});
  }
  return std::nullopt;
}

// Editorial brackets, an ellipsis or [sic] inside the marks.
bool is_edited(std::string_view words) {
  return words.find('[') != std::string_view::npos || words.find("…") != std::string_view::npos ||
         words.find("...") != std::string_view::npos || words.find(". . .") != std::string_view::npos;
}

constexpr std::string_view echo_rule = "attribution/echo";
constexpr float share_of_echo = 0.9f;  // the same words stand in a quote below, but a headline may be the paper's own

// Whether one of the words of `role` is `noun`, whatever the case of its first letter.
bool holds_word(std::string_view role, std::string_view noun) {
  for (std::size_t at = 0; at + noun.size() <= role.size(); ++at) {
    bool const begins = at == 0 || role[at - 1] == ' ', ends = at + noun.size() == role.size() || role[at + noun.size()] == ' ';
    if (begins && ends && (role[at] | 0x20) == (noun[0] | 0x20) && role.substr(at + 1, noun.size() - 1) == noun.substr(1)) return true;
  }
  return false;
}

// Who says the words again further down, when all who do are one; no_index when nobody does. An index of `attributed`.
// The reporter took a headline from what somebody says below: "Storm Odile: 'We just ran'" is said by no storm. One to three words may be
// anybody's, so they help only where nobody is named; two also say who "Judge vows to be 'more careful'" is.
std::size_t echo_with_speaker(Findings const& findings, std::vector<Speaker> const& known, std::size_t i) {
  constexpr std::size_t telling = 4, of_somebody = 2;  // words that two people hardly choose alike; and where a headline names nobody
  Attributed const& one = findings.attributed[i];
  if (one.quote == no_index || one.continues != no_index) return no_index;
  MarkedQuote const& marked = findings.quotes[one.quote];
  if (marked.parent != no_parent) return no_index;
  Section const section = findings.zones.section_of(marked.first);
  bool const title = section == Section::headline || section == Section::standfirst;
  bool const open = findings.resolved[i].speakers.empty();
  std::size_t const enough = findings.resolved[i].form == MentionForm::nominal ? of_somebody : telling;
  // "Mayor vows 'no mercy'": of few words, whoever is called a mayor below.
  std::string_view const noun = one.has_link && !one.link.source.empty() ? findings.table.span(one.link.source.last - 1, one.link.source.last).in(findings.table.text) : std::string_view();
  bool const few = words_of_quote(findings.table, marked).size() < telling;
  auto const is_called_so = [&](SpeakerId id) {
    auto const& roles = known[id.value].roles;
    return roles.empty() || std::any_of(roles.begin(), roles.end(), [&](RoleFact const& role) { return holds_word(role.value, noun); });
  };
  if (open ? one.has_link && !title : !title || words_of_quote(findings.table, marked).size() < enough) return no_index;
  std::size_t found = no_index;
  for (std::size_t at = i + 1; (at = find_echo(findings.table, findings.quotes, findings.attributed, i, at)) != no_index; ++at) {
    auto const& speakers = findings.resolved[at].speakers;
    if (speakers.empty() || findings.quotes[findings.attributed[at].quote].parent != no_parent) continue;
    if (few && !noun.empty() && !std::all_of(speakers.begin(), speakers.end(), is_called_so)) return no_index;
    if (found != no_index && findings.resolved[found].speakers != speakers) return no_index;
    if (found == no_index) found = at;
  }
  return found;
}

// Letters and digits only, lower case: equal for copies of a quote. 0 = no part of it.
constexpr std::array<char, 256> make_plain() {
  std::array<char, 256> out{};
  for (int c = 0; c < 256; ++c) {
    bool const upper = c >= 'A' && c <= 'Z', kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
    out[static_cast<std::size_t>(c)] = static_cast<char>(upper ? c + 32 : kept ? c : 0);
  }
  return out;
}
constexpr std::array<char, 256> plain_bytes = make_plain();

// Of characters beyond ASCII, signs that a copy may have in another form are no part either: no-break spaces, soft hyphens,
// typographic marks and dashes, dots. `visit` says whether to go on.
template <class Visit>
void for_each_plain_byte(std::string_view words, Visit visit) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const byte = static_cast<unsigned char>(words[i]);
    if (byte == 0xC2 && i + 1 < words.size() && std::string_view("\xA0\xAD\xAB\xBB").find(words[i + 1]) != std::string_view::npos) {
      ++i;
    } else if (byte == 0xE2 && i + 2 < words.size() && (words[i + 1] == '\x80' || words[i + 1] == '\x81')) {  // U+2000 to U+207F
      i += 2;
    } else if (plain_bytes[byte] != 0) {
      if (!visit(plain_bytes[byte])) return;
    }
  }
}

std::string plain_words(std::string_view text, std::vector<Span> const& segments) {
  std::string out;
  for (Span const& segment : segments) for_each_plain_byte(segment.in(text), [&](char plain) { return out += plain, true; });
  return out;
}

// The same for all copies of a quote, and rarely for others. Of its first `most` plain bytes.
std::uint64_t hash_of_words(std::string_view text, std::vector<Span> const& segments, std::size_t most) {
  std::uint64_t hash = 0, word = 0;
  std::size_t size = 0;
  for (Span const& segment : segments) {
    for_each_plain_byte(segment.in(text), [&](char plain) {
      if (size == most) return false;
      word = word << 8 | static_cast<unsigned char>(plain);
      if (++size % 8 == 0) hash = (hash ^ word) * 0x9E3779B97F4A7C15ull, hash ^= hash >> 29;
      return true;
    });
  }
  return (hash ^ word) * 0x9E3779B97F4A7C15ull ^ size;
}

// Most documents have no copies, and nearly all of these learn it from how their quotes begin.
bool may_hold_copies(std::string_view text, std::vector<Quote> const& quotes) {
  constexpr std::size_t beginning = 16;
  static thread_local std::vector<std::uint64_t> hashes;
  auto const some_are_equal = [&](std::size_t most) {
    hashes.clear();
    for (Quote const& quote : quotes) {
      if (quote.kind != QuoteKind::indirect && !quote.inside.valid()) hashes.push_back(hash_of_words(text, quote.segments, most));
    }
    std::sort(hashes.begin(), hashes.end());
    return std::adjacent_find(hashes.begin(), hashes.end()) != hashes.end();
  };
  return some_are_equal(beginning) && some_are_equal(text.size());
}

void merge_copies(std::string_view text, std::vector<Quote>& quotes) {
  if (!may_hold_copies(text, quotes)) return;
  std::unordered_map<std::string, std::size_t> first;
  std::vector<bool> dropped(quotes.size(), false);
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    if (quotes[i].kind == QuoteKind::indirect || quotes[i].inside.valid()) continue;
    std::string key = plain_words(text, quotes[i].segments);
    if (key.size() < 5) continue;
    auto const [known, added] = first.try_emplace(std::move(key), i);
    if (added) continue;
    Quote& kept = quotes[known->second];
    Quote& other = quotes[i];
    // Different speakers said the same words twice; that is no copy. Short echoes ("No.") of one speaker stay too.
    if (kept.speaker.valid() && other.speaker.valid() && kept.speaker != other.speaker) continue;
    bool const pull_quote = !kept.cue && (kept.basis == Basis::none || kept.rule == echo_rule);
    bool const repeated = known->first.size() >= 4 && (!other.cue || (kept.cue && kept.cue->in(text) == other.cue->in(text)));
    if (!pull_quote && !repeated) continue;
    if (pull_quote) {
      other.duplicates += kept.duplicates + 1;
      dropped[known->second] = true;
      known->second = i;
    } else {
      ++kept.duplicates;
      dropped[i] = true;
    }
  }
  // Nested quotes point at their parents by index.
  std::vector<std::uint32_t> moved(quotes.size());
  std::vector<Quote> kept;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    moved[i] = static_cast<std::uint32_t>(kept.size());
    if (!dropped[i]) kept.push_back(std::move(quotes[i]));
  }
  for (Quote& quote : kept) {
    if (quote.inside.valid()) quote.inside = QuoteId{moved[quote.inside.value]};
  }
  quotes = std::move(kept);
}

}  // namespace

CallWords::CallWords(Vocabulary const& vocabulary)
    : first_name(vocabulary.lexicon("first_name")), me(vocabulary.lexicon("me")) {}

void assemble(Findings const& findings, grammar::Language const& language, CallWords const& words, Extraction& out) {
  TokenTable const& table = findings.table;
  Vocabulary const& vocabulary = language.vocabulary();
  grammar::Grammar const* const attribution = language.grammar("attribution");
  std::vector<std::uint32_t> quote_of(findings.attributed.size(), no_index);   // out.quotes index by attributed
  std::vector<std::uint32_t> of_marked(findings.quotes.size(), no_index);      // and by marked quote
  for (std::size_t i = 0; i < findings.attributed.size(); ++i) {
    Attributed const& one = findings.attributed[i];
    if (!one.speech) continue;
    MarkedQuote const* const marked = one.quote == no_index ? nullptr : &findings.quotes[one.quote];
    if (one.same_utterance && one.continues != no_index && quote_of[one.continues] != no_index) {
      Quote& whole = out.quotes[quote_of[one.continues]];
      whole.segments.insert(whole.segments.end(), marked->segments.begin(), marked->segments.end());
      whole.span.end = span_of(table, {marked->first, marked->last}).end;
      whole.unclosed |= marked->unclosed || marked->unopened;
      for (Span const& segment : marked->segments) whole.edited |= is_edited(segment.in(table.text));
      // As sure as its less sure half: another may have said one of the two.
      Resolution const& other = findings.resolved[i];
      whole.confidence = std::min(whole.confidence, other.how.empty() ? one.confidence * other.share : other.share);
      quote_of[i] = quote_of[one.continues];
      of_marked[one.quote] = quote_of[i];
      continue;
    }
    Quote quote;
    quote.kind = one.kind;
    if (marked) {
      quote.segments = marked->segments;
      quote.span = span_of(table, {marked->first, marked->last});
      quote.unclosed = marked->unclosed || marked->unopened;
    } else {
      for (Range const& range : one.content) quote.segments.push_back(span_of(table, range));
      quote.span = {quote.segments.front().begin, quote.segments.back().end};
    }
    quote.section = findings.zones.section_of(marked ? marked->first : one.content.front().first);
    if (one.has_link) {
      Link const& link = one.link;
      // A beat ("Rivera shrugged.") names the speaker and is no cue; where the narration tells who speaks, no verb does.
      if (link.kind != CueClass::beat && findings.resolved[i].how.empty()) {
        quote.cue = optional_span(table, link.cue);
        quote.lemma = link.lemma_phrase ? vocabulary.phrase_lemma(link.lemma_phrase - 1)
                                        : vocabulary.lemma(table.tokens[link.verb].word, link.lexicon);
      }
      quote.source = optional_span(table, trimmed(table, link.source));
      Around const& around = one.around;
      quote.addressee = optional_span(table, around.addressee);
      if (!quote.addressee && marked && one.kind == QuoteKind::direct) quote.addressee = vocative(table, vocabulary, words, *marked);
      quote.channel = optional_span(table, around.channel);
      // "in a post on X.": the stop of an initial that ends the sentence.
      if (quote.channel && quote.channel->in(table.text).ends_with('.')) --quote.channel->end;
      quote.venue = optional_span(table, around.venue);
      quote.via = optional_span(table, around.via.empty() ? link.via : around.via);
      quote.reported_by = optional_span(table, around.reported_by);
      if (link.rule != no_rule) quote.rule = attribution->rule_name(link.rule);
      quote.status = around.status;
    }
    Resolution const& who = findings.resolved[i];
    if (!who.how.empty()) quote.rule = who.how;
    quote.source_form = who.form;
    quote.confidence = who.how.empty() ? one.confidence * who.share : who.share;
    if (!who.speakers.empty()) {
      quote.speaker = who.speakers.front();
      if (who.speakers.size() > 1) quote.joint = who.speakers;
      quote.basis = one.tie == Tie::goes_on || one.link.kind == CueClass::beat ? Basis::inferred : who.basis;
    }
    for (SpeakerShare const& candidate : who.candidates) {
      quote.candidates.push_back({candidate.speaker, out.speakers[candidate.speaker.value].name, candidate.share, {}});
    }
    for (OtherChoice const& other : one.others) {
      quote.candidates.push_back({{}, std::string(span_of(table, other.source).in(table.text)), other.share, {}});
    }
    if (std::size_t const echo = echo_with_speaker(findings, out.speakers, i); echo != no_index && findings.resolved[echo].speakers != who.speakers) {
      Resolution const& said = findings.resolved[echo];
      quote.speaker = said.speakers.front();
      quote.joint = said.speakers.size() > 1 ? said.speakers : std::vector<SpeakerId>{};
      quote.basis = Basis::inferred;
      quote.confidence = findings.attributed[echo].confidence * said.share * share_of_echo;
      quote.candidates.clear();
      quote.rule = echo_rule;
      // "Storm Odile: '…'" names no source; "'…', coastguard says" does, and the article tells who that was.
      bool const by_mark = quote.cue && table.tokens[one.link.cue.first].is(feature::colon | feature::dash);
      if (by_mark && quote.source_form == MentionForm::name) quote.source.reset(), quote.cue.reset(), quote.lemma = {};
    }
    quote.said = findings.said[i];
    for (Span const& segment : quote.segments) quote.edited |= marked && is_edited(segment.in(table.text));
    quote.trace = one.trace;
    quote.trace.insert(quote.trace.end(), who.chain.begin(), who.chain.end());
    quote_of[i] = static_cast<std::uint32_t>(out.quotes.size());
    if (marked) of_marked[one.quote] = quote_of[i];
    out.quotes.push_back(std::move(quote));
  }
  // Parents, then order of place.
  for (std::size_t m = 0; m < findings.quotes.size(); ++m) {
    std::uint32_t const parent = findings.quotes[m].parent;
    if (of_marked[m] != no_index && parent != no_parent && of_marked[parent] != no_index) {
      Quote& inner = out.quotes[of_marked[m]];
      Quote const& outer = out.quotes[of_marked[parent]];
      inner.inside = QuoteId{of_marked[parent]};
      // "She told me, ‘Sell,’" Cole said: Cole is the one who was told.
      if (inner.addressee && outer.source && holds(table, vocabulary, table.at_or_after(inner.addressee->begin), words.me)) inner.addressee = outer.source;
    }
  }
  std::vector<std::uint32_t> order(out.quotes.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return out.quotes[a].segments.front().begin < out.quotes[b].segments.front().begin;
  });
  std::vector<std::uint32_t> place(order.size());
  std::vector<Quote> sorted;
  sorted.reserve(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    sorted.push_back(std::move(out.quotes[order[i]]));
  }
  for (Quote& quote : sorted) {
    if (quote.inside.valid()) quote.inside = QuoteId{place[quote.inside.value]};
  }
  out.quotes = std::move(sorted);
  merge_copies(table.text, out.quotes);
}

}  // namespace whosaid
