#include <algorithm>
#include <map>

#include "grammar/language.hpp"

namespace whosaid::grammar {
namespace {

// One line that shows the tokens as the engine saw them: what is folded or a chunk, in angle brackets.
std::string shown(TokenTable const& table, Language const& language) {
  std::string out;
  for (std::uint32_t at = 0; at < table.tokens.size();) {
    auto const& token = table.tokens[at];
    if (!out.empty()) out += ' ';
    auto next = at + std::max(token.width, 1u);
    if (token.is(feature::quote)) {
      out += "<quote>";
    } else if (token.chunk != 0) {
      auto const* longest = &table.chunks[token.chunk - 1];
      for (auto i = longest->next; i != 0; i = table.chunks[i - 1].next)
        if (table.chunks[i - 1].last > longest->last) longest = &table.chunks[i - 1];
      next = std::max(next, longest->last);
      out += '<';
      out += language.chunk_name(longest->kind);
      out += ' ';
      out += table.span(at, next).in(table.text);
      out += '>';
    } else {
      out += token.span().in(table.text);
    }
    at = next;
  }
  return out;
}

// Bytes that a capture covers; an empty one stands where its first token begins.
Span span_of(TokenTable const& table, Capture const& capture) {
  if (capture.first < capture.last) return table.span(capture.first, capture.last);
  auto const at = capture.first < table.tokens.size() ? table.tokens[capture.first].begin
                                                      : static_cast<std::uint32_t>(table.text.size());
  return {at, at};
}

// All captures under a name that the example mentions are exactly those it shows.
bool has_captures(Example const& example, Match const& match, TokenTable const& table, Language const& language) {
  std::map<int, std::vector<Span>> shown;
  for (auto const& bracket : example.captures) shown[language.capture(bracket.name)].push_back(bracket.span);
  for (auto& [name, wanted] : shown) {
    std::vector<Span> found;
    for (auto const& capture : match.captures)
      if (capture.name == name) found.push_back(span_of(table, capture));
    auto const by_place = [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; };
    std::sort(wanted.begin(), wanted.end(), by_place);
    std::sort(found.begin(), found.end(), by_place);
    if (wanted != found) return false;
  }
  return true;
}

std::string with_captures(Match const& match, TokenTable const& table, Language const& language) {
  std::string out;
  for (auto const& capture : match.captures)
    out += " [" + std::string(language.capture_name(capture.name)) + " " + std::string(span_of(table, capture).in(table.text)) + "]";
  return out;
}

struct Outcome {
  bool matched = false;   // anywhere
  bool exactly = false;   // with the captures of the example
  std::string first;      // the captures of the first match
};

Outcome try_example(Example const& example, Grammar const& grammar, TokenTable const& table, Language const& language,
                    Scratch& scratch) {
  Outcome out;
  grammar.find(table, 0, static_cast<std::uint32_t>(table.tokens.size()), scratch, [&](Match const& match) {
    if (grammar.rule_short_name(match.rule) != example.rule) return;
    if (!out.matched) out.first = with_captures(match, table, language);
    out.matched = true;
    out.exactly |= has_captures(example, match, table, language);
  });
  return out;
}

void run(Language const& language, std::string_view name, Prepare const& prepare, ExampleReport& report) {
  auto const* grammar = language.grammar(name);
  if (!grammar) return;
  TokenTable table;
  Scratch scratch;
  for (auto const& example : language.examples(name)) {
    prepare(example.sentence, language, name, table);
    scratch.budget_hit = false;
    auto const outcome = try_example(example, *grammar, table, language, scratch);
    bool const found = example.captures.empty() ? outcome.matched : outcome.exactly;
    auto const fail = [&](std::string message) {
      message += "\n    " + example.written + "\n    tokens: " + shown(table, language);
      report.failures.push_back({example.file, example.line, example.column, std::move(message)});
      ++report.failed;
    };
    auto const rule = "rule '" + example.rule + "'";
    if (scratch.budget_hit) fail(rule + " ran out of its budget here");
    else if (example.kind == ExampleKind::match && !found && outcome.matched) fail(rule + " matched with other captures:" + outcome.first);
    else if (example.kind == ExampleKind::match && !found) fail(rule + " did not match");
    else if (example.kind == ExampleKind::no_match && found) fail(rule + " matched, but must not:" + outcome.first);
    else if (example.kind == ExampleKind::known_gap && found) fail(rule + " matches now: write this known gap as an example ('|')");
    else if (example.kind == ExampleKind::known_gap) ++report.known_gaps;
    else ++report.passed;
  }
}

// Folds what stands between two marks, taken in turns inside a paragraph. Enough for sentences in grammar files.
void fold_marks(TokenTable& table) {
  auto& tokens = table.tokens;
  constexpr auto none = 0xFFFFFFFFu;
  auto open = none;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is(feature::paragraph_start)) open = none;
    if (!tokens[i].is(feature::mark) || tokens[i].is(feature::possessive)) continue;
    if (open == none) {
      open = i;
      continue;
    }
    tokens[open].width = i + 1 - open;
    tokens[open].features |= feature::quote;
    if (i > open + 1) {
      auto const& last = tokens[i - 1];
      auto const text = last.span().in(table.text);
      if (last.is(feature::comma)) tokens[open].features |= feature::ends_comma;
      else if (text == "!" || text == "?") tokens[open].features |= feature::ends_exclaim;
      else if (last.is(feature::stop) || text == ".") tokens[open].features |= feature::ends_stop;
      if (tokens[open + 1].is(feature::capital)) tokens[open].features |= feature::begins_upper;
    }
    table.add_chunk({open, i + 1, quote_chunk, 0, 0, 0});
    table.folded.push_back(open);
    open = none;
  }
  table.keep_narration();
}

}  // namespace

void prepare_plainly(std::string_view sentence, Language const& language, std::string_view grammar, TokenTable& out) {
  tokenize(sentence, language.vocabulary(), out);
  fold_marks(out);
  // The grammars whose kinds this one tests, and what those need in turn, needed ones first.
  std::vector<std::string> order;
  std::vector<std::string> open{std::string(grammar)};
  while (!open.empty()) {
    auto const needed = language.needed_by(open.back());
    open.pop_back();
    for (auto const& name : needed) {
      if (name == grammar || std::find(order.begin(), order.end(), name) != order.end()) continue;
      order.insert(order.begin(), name);
      open.push_back(name);
    }
  }
  Scratch scratch;
  for (auto const& name : order) {
    auto const add = [&](Match const& match) { out.add_chunk({match.first, match.last, match.kind, match.rule, 0, 0}); };
    language.grammar(name)->fold(out, 0, static_cast<std::uint32_t>(out.tokens.size()), scratch, add);
  }
}

ExampleReport run_examples(Language const& language, std::string_view grammar, Prepare const& prepare) {
  ExampleReport report;
  if (!grammar.empty()) run(language, grammar, prepare, report);
  else
    for (auto const& name : language.grammar_names()) run(language, name, prepare, report);
  return report;
}

ExampleReport run_examples(Language const& language, std::string_view grammar) {
  return run_examples(language, grammar, prepare_plainly);
}

}  // namespace whosaid::grammar
