// The grammars of a language, loaded, checked, compiled and frozen: the one door of this floor.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/result.hpp"
#include "model/span.hpp"
#include "tokens/lexicon.hpp"
#include "tokens/tokens.hpp"

namespace whosaid::grammar {

struct Program;  // grammar/program.hpp

// One captured stretch: cue:… in the rule that matched. `name` is a Language::capture() number.
struct Capture {
  std::uint16_t name = 0;
  std::uint32_t first = 0, last = 0;  // tokens, half-open; may be empty
};

struct Match {
  std::uint16_t rule = 0;             // root rule number in its grammar; Grammar::rule_name()
  ChunkKind kind = 0;                 // what it emits
  float weight = 0;                   // as written in the rule
  std::uint32_t first = 0, last = 0;  // tokens, half-open
  std::span<Capture const> captures;  // in order of text; valid until the next match
};

// Whoever is told of matches: anything that can be called with one. Lives as long as the call that it is handed to; nothing is
// copied or allocated for it.
class OnMatch {
 public:
  template <class Callable>
    requires(!std::is_same_v<Callable, OnMatch>)
  OnMatch(Callable const& callable)  // NOLINT(google-explicit-constructor)
      : callable_(&callable), call_([](void const* to, Match const& match) { (*static_cast<Callable const*>(to))(match); }) {}
  void operator()(Match const& match) const { call_(callable_, match); }

 private:
  void const* callable_;
  void (*call_)(void const*, Match const&);
};

// Where a match stopped for want of budget: reported once per document, never a hang.
struct Budget {
  std::uint32_t steps_per_start = 20'000;   // choices, calls and repeated items of one rule at one token
  std::uint64_t steps_per_document = 0;     // 0 = 2'000 per token of the region plus 100'000
  std::uint32_t depth = 512;                // nested rule calls
};

// Per-thread working memory of the machine. Reuse it between documents; never share it between threads.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;
  bool budget_hit = false;  // set by find/fold when a budget ended a rule; the caller reports and clears it
  Budget budget;            // for the calls that follow
  struct Impl;
  Impl* impl;
};

// Which roots of a grammar are wanted: those that emit a kind, or all that do not.
struct Wanted {
  ChunkKind kind = 0;
  bool others = false;
  [[nodiscard]] bool has(ChunkKind emitted) const { return (emitted == kind) != others; }
};

// One compiled grammar file ("attribution"), with the user's overrides laid over it. Frozen; shared by threads.
class Grammar {
 public:
  // Calls `on_match` for every root at every token of [first, last) where it matches, in order of token, then of rule.
  // Steps by Token::width, so a folded quote is one item. All matches, also overlapping ones.
  void find(TokenTable const& table, std::uint32_t first, std::uint32_t last, Scratch& scratch,
            OnMatch on_match) const;
  // The same with some roots only.
  void find(TokenTable const& table, std::uint32_t first, std::uint32_t last, Scratch& scratch, Wanted wanted,
            OnMatch on_match) const;
  // Matches of [first, last) that begin at `first`.
  void find_at(TokenTable const& table, std::uint32_t first, std::uint32_t last, Scratch& scratch, Wanted wanted,
               OnMatch on_match) const;
  // Leftmost first: at a token the roots are tried in file order and the first match is taken; goes on behind it.
  void fold(TokenTable const& table, std::uint32_t first, std::uint32_t last, Scratch& scratch,
            OnMatch on_match) const;
  [[nodiscard]] std::string_view name() const;
  // "en/attribution/after_quote"; lives as long as the Language.
  [[nodiscard]] std::string_view rule_name(std::uint16_t rule) const;
  // Its last part: "after_quote".
  [[nodiscard]] std::string_view rule_short_name(std::uint16_t rule) const;
  [[nodiscard]] std::size_t rule_count() const;

  explicit Grammar(std::shared_ptr<Program const> program);

 private:
  std::shared_ptr<Program const> program_;
};

// One file of a language folder, "attribution.peg" or "lexicons/speech_verb.txt".
struct GrammarFile {
  std::string path;     // as shown in messages
  std::string content;
};

// What an example line expects of its rule.
enum class ExampleKind : std::uint8_t {
  match,      // |   matches with these captures
  no_match,   // |!  does not match (with these captures, when it has brackets)
  known_gap,  // |?  should match one day; it is an error when it does
};

// An example line taken apart.
struct Example {
  struct Bracket {
    std::string name;  // of the capture
    Span span;         // bytes of `sentence`
  };
  std::string rule;                    // "after_quote"
  std::string file;
  std::uint32_t line = 0, column = 0;  // of the sentence
  ExampleKind kind = ExampleKind::match;
  std::string written;                 // the line as it stands, without its mark
  std::string sentence;                // without brackets, attributes and expectation
  std::vector<Bracket> captures;       // in the order in which they open
  std::vector<std::pair<std::string, std::string>> attributes;  // {published 2024-03-15, tense future}
  std::string expected;                // behind " => ", "" = none; other floors test it
  // Value of an attribute, "" when it is not there.
  [[nodiscard]] std::string_view attribute(std::string_view key) const;
};

// For `grammar list`: every rule with its place, what it emits, its weight, the number of examples and its comment.
struct RuleInfo {
  std::string name, emits, comment, file;
  std::uint32_t line = 0;
  float weight = 0;
  std::size_t examples = 0;
};

// All of one language. Frozen after open(); shared by threads.
class Language {
 public:
  [[nodiscard]] std::string_view code() const;               // "en"
  [[nodiscard]] Vocabulary const& vocabulary() const;
  [[nodiscard]] Grammar const* grammar(std::string_view name) const;  // nullptr when the language has none
  // Names of its grammars, sorted.
  [[nodiscard]] std::vector<std::string> grammar_names() const;
  // Names of the grammars that emit a kind which `grammar` tests; not itself. Sorted.
  [[nodiscard]] std::vector<std::string> needed_by(std::string_view grammar) const;
  // The examples of one grammar in file order; empty when there is none of that name.
  [[nodiscard]] std::span<Example const> examples(std::string_view grammar) const;
  // Number of a chunk kind, -1 when no grammar of the language emits it. "quote" is 0.
  [[nodiscard]] int chunk_kind(std::string_view name) const;
  [[nodiscard]] std::string_view chunk_name(ChunkKind kind) const;
  // Number of a capture name, -1 when no rule captures under it.
  [[nodiscard]] int capture(std::string_view name) const;
  [[nodiscard]] std::string_view capture_name(std::uint16_t number) const;
  // Any other text file of the folder ("marks.txt", "weights.txt"), overrides applied; "" when there is none.
  [[nodiscard]] std::string_view file(std::string_view name) const;
  // Where it was read, for messages: "rules/en/marks.txt", or "en/marks.txt" of a built-in one.
  [[nodiscard]] std::string path_of(std::string_view name) const;

  // Every rule, by grammar and in file order.
  [[nodiscard]] std::vector<RuleInfo> const& rules() const;

  struct Impl;
  explicit Language(std::shared_ptr<Impl const> impl);

 private:
  std::shared_ptr<Impl const> impl_;
};

// Built-in languages, with a user's directory laid over them.
class Library {
 public:
  // `overlay` = directory of the same shape as grammars/ ("" = none): DIR/en/attribution.peg adds rules to the grammar
  // of that name, `replace NAME` replaces one, `remove NAME` drops one; lexicons add entries (a first line `@replace`
  // replaces the list); other files replace. A new folder is a new language.
  // All problems of all files come back together, each with file, line and column.
  static Result<Library> open(std::string_view overlay = {});
  // The same from files in memory ("en/attribution.peg"); for tests and `grammar check FILE`.
  static Result<Library> from_files(std::vector<GrammarFile> const& files);

  // By BCP 47 code; "en-GB" falls back to "en"; nullptr when unknown.
  [[nodiscard]] Language const* language(std::string_view code) const;
  [[nodiscard]] std::vector<std::string> languages() const;

  struct Impl;
  explicit Library(std::shared_ptr<Impl const> impl);

 private:
  std::shared_ptr<Impl const> impl_;
};

// ---- examples that stand in grammar files (grammar/examples.cpp) ----

// Brings a sentence to the state in which `grammar` sees it: tokens, quotes folded, chunks of earlier grammars.
using Prepare = std::function<void(std::string_view sentence, Language const&, std::string_view grammar, TokenTable& out)>;

struct ExampleReport {
  std::size_t passed = 0, failed = 0, known_gaps = 0;
  Problems failures;  // file:line:col, what was wrong, and the tokens the engine saw
};
// Runs `|`, `|!` and `|?` lines of one grammar, or of all when `grammar` is "". A `|?` that passes fails.
[[nodiscard]] ExampleReport run_examples(Language const&, std::string_view grammar, Prepare const&);
// The same with what this floor can do by itself: tokens, a straightforward pairing of quotation marks, and the chunks of
// the grammars whose kinds this one tests. For trying grammar files alone; the product's own Prepare knows more.
[[nodiscard]] ExampleReport run_examples(Language const&, std::string_view grammar);
void prepare_plainly(std::string_view sentence, Language const&, std::string_view grammar, TokenTable& out);

// The same as Language::rules().
[[nodiscard]] std::vector<RuleInfo> list_rules(Language const&);

}  // namespace whosaid::grammar
