// The tree of a grammar file, in plain structs: what read_grammar makes, check_grammar judges and compile_grammar lowers.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/library.hpp"
#include "model/result.hpp"

namespace whosaid::grammar {

enum class ExprKind : std::uint8_t {
  any,           // .
  literal,       // "said"        text
  exact,         // 'US'          text
  lexicon,       // %role         text
  feature,       // capital       text; only inside [ ]
  chunk,         // <person>      text; parts[0] = what its first token must be, if written
  reference,     // other_rule    text
  sequence,      // parts
  choice,        // parts, in order of preference
  repeat,        // parts[0], min to max times
  look_ahead,    // &parts[0]
  not_ahead,     // !parts[0]
  capture,       // text:parts[0]
  token_class,   // [ parts[0] ]
  look_behind,   // ~[ parts[0] ]
  all_of,        // a & b         parts; only inside [ ]
  one_of,        // a | b         parts; only inside [ ]
  none_of,       // !parts[0]     only inside [ ]
};

inline constexpr std::uint32_t no_limit = 0xFFFFFFFFu;
inline constexpr std::uint32_t unresolved = 0xFFFFFFFFu;

struct Expr {
  ExprKind kind = ExprKind::any;
  std::uint32_t at = 0;              // byte in its file, for messages
  std::uint32_t min = 1, max = 1;    // repeat; max may be no_limit
  std::uint32_t index = unresolved;  // number of the rule, lexicon, kind or capture that `text` names; set by check_grammar
  std::string text;
  std::vector<Expr> parts;
};

// A file as it was read; places in messages are found here.
struct Source {
  std::string path;
  std::string content;
  std::vector<std::uint32_t> lines;  // byte at which each line begins

  // Line and column (in characters) of a byte, both from 1. Logarithmic in lines, linear in the line.
  [[nodiscard]] Problem problem(std::uint32_t at, std::string message) const;
  [[nodiscard]] std::uint32_t line_of(std::uint32_t at) const;
};
[[nodiscard]] std::shared_ptr<Source const> make_source(std::string path, std::string content);

// An example line as it stands in the file, without its mark.
struct ExampleLine {
  ExampleKind kind = ExampleKind::match;
  std::uint32_t at = 0;  // byte of the first character of `text`
  std::string text;
};

enum class Overlay : std::uint8_t { adds, replaces, removes };

struct Rule {
  std::string name;
  std::uint32_t at = 0;
  Overlay overlay = Overlay::adds;
  bool root = false;
  std::string emits;          // kind of a root
  double weight = 1;
  std::string comment;        // the # lines directly above, joined by line breaks
  Expr body;
  std::vector<ExampleLine> examples;
  std::shared_ptr<Source const> source;

  [[nodiscard]] Problem problem(std::uint32_t where, std::string message) const {
    return source->problem(where, std::move(message));
  }
};

struct GrammarTree {
  std::string language, name;
  std::vector<Rule> rules;  // in file order; removals stand where they were written
  std::shared_ptr<Source const> source;
};

}  // namespace whosaid::grammar
