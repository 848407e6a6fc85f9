// The notation as Spirit X3 rules. X3 reads one rule at a time, so that a mistake costs one rule; the lines around the rules
// (headers, examples, comments above) are plain lines and read as such. Exceptions are X3's way to say "expected …" and
// do not leave this file.
#include "grammar/read_grammar.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>
#include <cmath>
#include <stdexcept>

namespace whosaid::grammar {
namespace {
template <class Subject>
struct Nested;
}
}  // namespace whosaid::grammar

// A parser with an action, or one that is counted, is called what the parser in it is called.
template <class Subject, class Action>
struct boost::spirit::x3::get_info<boost::spirit::x3::action<Subject, Action>> {
  using result_type = std::string;
  std::string operator()(action<Subject, Action> const& parser) const { return x3::what(parser.subject); }
};

template <class Subject>
struct boost::spirit::x3::get_info<whosaid::grammar::Nested<Subject>> {
  using result_type = std::string;
  std::string operator()(whosaid::grammar::Nested<Subject> const& parser) const { return x3::what(parser.subject); }
};

namespace whosaid::grammar {
namespace {

namespace x3 = boost::spirit::x3;
using Iterator = char const*;

// A mistake that is not a missing symbol.
struct Mistake : std::runtime_error {
  Mistake(Iterator place, std::string const& message) : std::runtime_error(message), where(place) {}
  Iterator where;
};

struct FileStart;  // context tags
struct Nesting;

// The same parser, counted: nesting ends at a limit and not at the end of the stack.
template <class Subject>
struct Nested : x3::unary_parser<Subject, Nested<Subject>> {
  static bool const is_pass_through_unary = true;
  explicit constexpr Nested(Subject const& subject_in) : x3::unary_parser<Subject, Nested<Subject>>(subject_in) {}

  template <class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& context, RuleContext& rule, Attribute& attribute) const {
    int& depth = x3::get<Nesting>(context);
    if (++depth > max_nesting)
      throw Mistake(first, "brackets are nested more than " + std::to_string(max_nesting) + " deep");
    bool const found = this->subject.parse(first, last, context, rule, attribute);
    --depth;  // not reached when an exception ends the rule; each rule starts from zero
    return found;
  }
};
template <class Parser>
constexpr auto nested(Parser const& parser) {
  return Nested<typename x3::extension::as_parser<Parser>::value_type>(x3::as_parser(parser));
}

// --- actions: each works on the value of its own rule, so an abandoned alternative leaves nothing behind ---
// Notes where a node begins; behind an eps, which skips the space before it.
auto const note_place = [](auto& context) {
  x3::_val(context).at = static_cast<std::uint32_t>(x3::_where(context).begin() - x3::get<FileStart>(context));
};
auto const here = x3::eps[note_place];
constexpr auto kind(ExprKind value) {
  return [value](auto& context) { x3::_val(context).kind = value; };
}
constexpr auto repeat(std::uint32_t min, std::uint32_t max) {
  return [min, max](auto& context) {
    Expr& self = x3::_val(context);
    Expr inner = std::move(self);
    self = Expr{};
    self.at = inner.at;
    self.kind = ExprKind::repeat;
    self.min = min;
    self.max = max;
    self.parts.push_back(std::move(inner));
  };
}
auto const text = [](auto& context) { x3::_val(context).text = std::move(x3::_attr(context)); };
auto const become = [](auto& context) { x3::_val(context) = std::move(x3::_attr(context)); };
auto const add_part = [](auto& context) { x3::_val(context).parts.push_back(std::move(x3::_attr(context))); };
// A list of one is its element.
auto const collapse = [](auto& context) {
  Expr& self = x3::_val(context);
  if (self.parts.size() != 1) return;
  Expr only = std::move(self.parts.front());
  self = std::move(only);
};
// The parts so far are prefixes, outermost first; the attribute is what they stand before.
auto const under_prefixes = [](auto& context) {
  Expr& self = x3::_val(context);
  if (self.parts.size() > 8) throw Mistake(x3::_where(context).begin(), "more than 8 prefixes in a row");
  Expr inner = std::move(x3::_attr(context));
  while (!self.parts.empty()) {
    Expr prefix = std::move(self.parts.back());
    self.parts.pop_back();
    prefix.parts.push_back(std::move(inner));
    inner = std::move(prefix);
  }
  self = std::move(inner);
};
auto const low = [](auto& context) { x3::_val(context).min = x3::_val(context).max = x3::_attr(context); };
auto const high = [](auto& context) { x3::_val(context).max = x3::_attr(context); };
auto const open_end = [](auto& context) { x3::_val(context).max = no_limit; };
auto const bounded = [](auto& context) {
  Expr const bounds = x3::_attr(context);
  if (bounds.max < bounds.min || bounds.max == 0)
    throw Mistake(x3::_where(context).begin(), "a repetition needs {least,most} with least <= most and most > 0");
  if (bounds.min > max_repetitions || (bounds.max != no_limit && bounds.max > max_repetitions))
    throw Mistake(x3::_where(context).begin(), "a repetition counts to " + std::to_string(max_repetitions) + " at most");
  repeat(bounds.min, bounds.max)(context);
};
auto const not_reserved = [](auto& context) {
  auto const& name = x3::_attr(context);
  if (name == "replace" || name == "remove" || name == "language" || name == "grammar") x3::_pass(context) = false;
  else x3::_val(context).text = name;
};

// --- the notation; a rule's name is what a message says was expected ---
using E = Expr;
x3::rule<struct NameTag, std::string> const name{"a name (a-z, 0-9, _)"};
x3::rule<struct NumberTag, std::uint32_t> const number{"a number"};
x3::rule<struct WordTag, std::string> const quoted_word{"a word"};
x3::rule<struct ExactWordTag, std::string> const exact_word{"a word"};
x3::rule<struct ChoiceTag, E> const choice{"an expression"};
x3::rule<struct SequenceTag, E> const sequence{"an expression"};
x3::rule<struct PrefixedTag, E> const prefixed{"an expression"};
x3::rule<struct PrefixTag, E> const prefix{"&, ! or name:"};
x3::rule<struct SuffixedTag, E> const suffixed{"an expression"};
x3::rule<struct PrimaryTag, E> const primary{"an expression"};
x3::rule<struct ReferenceTag, E> const reference{"a rule"};
x3::rule<struct LiteralTag, E> const literal{"a word"};
x3::rule<struct ExactTag, E> const exact{"a word"};
x3::rule<struct LexiconTag, E> const lexicon{"a lexicon"};
x3::rule<struct ChunkTag, E> const chunk{"a chunk"};
x3::rule<struct ClassTag, E> const token_class{"a class"};
x3::rule<struct OneOfTag, E> const one_of{"a feature, %lexicon or word"};
x3::rule<struct AllOfTag, E> const all_of{"a feature, %lexicon or word"};
x3::rule<struct NotTag, E> const maybe_not{"a feature, %lexicon or word"};
x3::rule<struct AtomTag, E> const atom{"a feature, %lexicon or word"};
x3::rule<struct BoundsTag, E> const bounds{"a number"};

// Ranges and not character sets: a set is a table that would be filled at the program's start.
auto const name_start = x3::char_('a', 'z');
auto const name_def = x3::lexeme[name_start >> *(name_start | x3::char_('0', '9') | x3::char_('_'))];
auto const number_def = x3::uint_;
auto const quoted_word_def = x3::lexeme[+(('\\' > x3::char_) | (x3::char_ - (x3::lit('"') | '\n')))];
auto const exact_word_def = x3::lexeme[+(('\\' > x3::char_) | (x3::char_ - (x3::lit('\'') | '\n')))];

auto const choice_def = here >> x3::eps[kind(ExprKind::choice)] >> sequence[add_part] >> *('/' > sequence[add_part]) >> x3::eps[collapse];
auto const sequence_def = here >> x3::eps[kind(ExprKind::sequence)] >> +prefixed[add_part] >> x3::eps[collapse];
auto const prefixed_def = (+prefix[add_part] > suffixed[under_prefixes]) | suffixed[become];
auto const prefix_def = here >> ((x3::lit('&') >> x3::eps[kind(ExprKind::look_ahead)]) |
                        (x3::lit('!') >> x3::eps[kind(ExprKind::not_ahead)]) |
                        (x3::lexeme[name[text] >> ':'] >> x3::eps[kind(ExprKind::capture)]));
auto const suffixed_def = primary[become] >> -(x3::lit('?')[repeat(0, 1)] | x3::lit('*')[repeat(0, no_limit)] |
                                               x3::lit('+')[repeat(1, no_limit)] | ('{' > bounds[bounded] > '}'));
auto const bounds_def = number[low] >> -(',' >> (number[high] | x3::eps[open_end]));
auto const primary_def = literal[become] | reference[become] | lexicon[become] | chunk[become] | token_class[become] |
                         exact[become] | ('(' > nested(choice[become]) > ')') |
                         (here >> '.' >> x3::eps[kind(ExprKind::any)]) |
                         ((here >> '~') > token_class[become] > x3::eps[kind(ExprKind::look_behind)]);
auto const reference_def = here >> name[not_reserved] >> !(x3::lit("<-") | "->") >> x3::eps[kind(ExprKind::reference)];
auto const literal_def = here >> x3::lexeme['"' > quoted_word[text] > '"'] >> x3::eps[kind(ExprKind::literal)];
auto const exact_def = here >> x3::lexeme['\'' > exact_word[text] > '\''] >> x3::eps[kind(ExprKind::exact)];
auto const lexicon_def = here >> x3::lexeme['%' > name[text]] >> x3::eps[kind(ExprKind::lexicon)];
auto const chunk_def = (here >> '<') > name[text] > -('&' > one_of[add_part]) > '>' > x3::eps[kind(ExprKind::chunk)];
auto const token_class_def = (here >> '[') > nested(one_of[add_part]) > ']' > x3::eps[kind(ExprKind::token_class)];
auto const one_of_def = here >> x3::eps[kind(ExprKind::one_of)] >> all_of[add_part] >> *('|' > all_of[add_part]) >> x3::eps[collapse];
auto const all_of_def = here >> x3::eps[kind(ExprKind::all_of)] >> maybe_not[add_part] >> *('&' > maybe_not[add_part]) >> x3::eps[collapse];
auto const maybe_not_def = ((here >> '!') > atom[add_part] > x3::eps[kind(ExprKind::none_of)]) | atom[become];
auto const atom_def = ('(' > nested(one_of[become]) > ')') | lexicon[become] | literal[become] | exact[become] |
                      (here >> name[text] >> x3::eps[kind(ExprKind::feature)]);

BOOST_SPIRIT_DEFINE(name, number, quoted_word, exact_word, choice, sequence, prefixed, prefix, suffixed, primary, reference)
BOOST_SPIRIT_DEFINE(literal, exact, lexicon, chunk, token_class, one_of, all_of, maybe_not, atom, bounds)

// Not x3::standard::space, which asks the C library about bytes behind ASCII: that is undefined.
auto const skipper = x3::lit(' ') | x3::char_('\t', '\r') | ('#' >> *(x3::char_ - '\n'));

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_name_start(char c) { return c >= 'a' && c <= 'z'; }
bool is_name_char(char c) { return is_name_start(c) || (c >= '0' && c <= '9') || c == '_'; }

// Reads the statements of one file in order.
class Reader {
 public:
  Reader(std::shared_ptr<Source const> source, Problems& problems) : problems_(problems) {
    tree_.source = std::move(source);
    begin_ = at_ = tree_.source->content.data();
    end_ = begin_ + tree_.source->content.size();
  }

  GrammarTree read() {
    for (skip(); at_ != end_; skip()) {
      auto const start = at_;
      try {
        statement();
      } catch (x3::expectation_failure<Iterator> const& failure) {
        // A missing quotation mark belongs at the line's end; anything else where the next thing stands.
        bool const mark = failure.which() == "'\"'" || failure.which() == "'\\''";
        auto const place = mark ? failure.where() : after_space(failure.where());
        complain(place == end_ ? failure.where() : place, "expected " + failure.which());
        recover(std::max(start, failure.where()));
      } catch (Mistake const& mistake) {
        complain(mistake.where, mistake.what());
        recover(std::max(start, mistake.where));
      }
    }
    return std::move(tree_);
  }

 private:
  void statement() {
    if (header_line("language", tree_.language) || header_line("grammar", tree_.name)) return;
    Rule rule;
    rule.source = tree_.source;
    rule.comment = comment_above(at_);
    if (keyword("replace")) rule.overlay = Overlay::replaces;
    else if (keyword("remove")) rule.overlay = Overlay::removes;
    rule.at = offset(at_);
    auto const name_at = at_;
    if (!parse(name, rule.name)) throw Mistake(at_, unexpected());
    for (std::string_view reserved : {"replace", "remove", "language", "grammar"})
      if (rule.name == reserved) throw Mistake(name_at, "'" + rule.name + "' is a word of the notation and cannot name a rule");
    if (rule.overlay != Overlay::removes) {
      if (parse(x3::lit("->"))) read_root(rule);
      parse(x3::expect[x3::lit("<-")] >> x3::eps);
      parse(x3::eps > choice, rule.body);
      skip();
      while (at_ != end_ && *at_ == '|') example(rule);
    }
    tree_.rules.push_back(std::move(rule));
  }

  void read_root(Rule& rule) {
    rule.root = true;
    parse(x3::eps > name, rule.emits);
    skip();
    auto const place = at_;
    if (parse(x3::double_, rule.weight) && !(rule.weight > 0 && rule.weight <= 1))
      throw Mistake(place, "a weight is greater than 0 and at most 1");
  }

  // One line `| sentence`, from its bar to the line's end.
  void example(Rule& rule) {
    for (auto i = at_; i != begin_ && i[-1] != '\n'; --i)
      if (!is_space(i[-1])) throw Mistake(at_, "'|' begins an example on a line of its own; '/' parts alternatives");
    auto const line_end = std::find(at_, end_, '\n');
    ExampleLine line;
    auto from = at_ + 1;
    if (from != line_end && *from == '!') line.kind = ExampleKind::no_match, ++from;
    else if (from != line_end && *from == '?') line.kind = ExampleKind::known_gap, ++from;
    while (from != line_end && is_space(*from)) ++from;
    auto to = line_end;
    while (to != from && is_space(to[-1])) --to;
    if (from == to) throw Mistake(at_, "an example needs a sentence");
    line.at = offset(from);
    line.text.assign(from, to);
    rule.examples.push_back(std::move(line));
    at_ = line_end;
    skip();
  }

  bool header_line(std::string_view word, std::string& value) {
    auto const place = at_;
    if (!keyword(word)) return false;
    std::string read;
    parse(x3::lexeme[x3::expect[name_start] >> *(name_start | x3::char_('0', '9') | x3::char_('_') | x3::char_('-'))], read);
    if (!value.empty() && value != read)
      throw Mistake(place, "this file already said '" + std::string(word) + " " + value + "'");
    value = read;
    return true;
  }

  // `word` followed by blanks and a name on the same line, so that a rule named by a keyword gets its own message.
  bool keyword(std::string_view word) {
    if (static_cast<std::size_t>(end_ - at_) <= word.size() || std::string_view(at_, word.size()) != word) return false;
    auto i = at_ + word.size();
    if (*i != ' ' && *i != '\t') return false;
    while (i != end_ && (*i == ' ' || *i == '\t')) ++i;
    if (i == end_ || !is_name_start(*i)) return false;
    at_ = i;
    return true;
  }

  template <class Parser, class Attribute = x3::unused_type const>
  bool parse(Parser const& parser, Attribute& attribute = x3::unused) {
    int depth = 0;
    Iterator start = begin_;
    auto const with_context = x3::with<FileStart>(start)[x3::with<Nesting>(depth)[parser]];
    return x3::phrase_parse(at_, end_, with_context, skipper, attribute, x3::skip_flag::dont_post_skip);
  }

  void skip() { at_ = after_space(at_); }
  [[nodiscard]] Iterator after_space(Iterator i) const {
    for (; i != end_; ++i) {
      if (*i == '#') i = std::find(i, end_, '\n');
      if (i == end_ || !is_space(*i)) break;
    }
    return i;
  }

  // The # lines that stand directly above the line of `place`.
  [[nodiscard]] std::string comment_above(Iterator place) const {
    auto const& lines = tree_.source->lines;
    std::size_t const line = tree_.source->line_of(offset(place)) - 1;
    std::size_t first = line;
    auto const stripped = [&](std::size_t index) {
      std::string_view content = tree_.source->content;
      auto const stop = index + 1 < lines.size() ? lines[index + 1] : static_cast<std::uint32_t>(content.size());
      content = content.substr(lines[index], stop - lines[index]);
      while (!content.empty() && is_space(content.front())) content.remove_prefix(1);
      while (!content.empty() && is_space(content.back())) content.remove_suffix(1);
      return content;
    };
    while (first > 0 && stripped(first - 1).starts_with('#')) --first;
    std::string out;
    for (auto i = first; i < line; ++i) {
      auto content = stripped(i);
      while (content.starts_with('#') || content.starts_with(' ')) content.remove_prefix(1);
      if (!out.empty()) out += '\n';
      out += content;
    }
    return out;
  }

  // Goes on at the next line that looks like a statement's first.
  void recover(Iterator from) {
    for (at_ = from; at_ != end_;) {
      at_ = std::find(at_, end_, '\n');
      if (at_ == end_) return;
      ++at_;
      auto i = at_;
      if (keyword("replace") || keyword("remove")) {
        at_ = i;
        return;
      }
      while (i != end_ && is_name_char(*i)) ++i;
      if (i == at_) continue;
      auto const arrow = after_space(i);
      if (end_ - arrow >= 2 && (std::string_view(arrow, 2) == "<-" || std::string_view(arrow, 2) == "->")) return;
    }
  }

  [[nodiscard]] std::string unexpected() const {
    if (*at_ >= 'A' && *at_ <= 'Z') return "a name is written with a-z, 0-9 and _";
    std::size_t length = 1;
    while (at_ + length < end_ && (static_cast<unsigned char>(at_[length]) & 0xC0u) == 0x80u) ++length;
    return "unexpected '" + std::string(at_, length) + "': expected an expression, an example line or the next rule";
  }
  void complain(Iterator where, std::string message) {
    problems_.push_back(tree_.source->problem(offset(where), std::move(message)));
  }
  [[nodiscard]] std::uint32_t offset(Iterator i) const { return static_cast<std::uint32_t>(i - begin_); }

  GrammarTree tree_;
  Problems& problems_;
  Iterator begin_, at_, end_;
};

}  // namespace

GrammarTree read_grammar(std::shared_ptr<Source const> source, Problems& problems) {
  if (source->content.size() > max_grammar_bytes) {
    problems.push_back({source->path, 0, 0, "a grammar file holds 1 MB at most"});
    GrammarTree tree;
    tree.source = std::move(source);
    return tree;
  }
  auto const found = problems.size();
  auto tree = Reader(source, problems).read();
  if (problems.size() == found && (tree.language.empty() || tree.name.empty()))
    problems.push_back({source->path, 1, 1, "a grammar file begins with 'language xx' and 'grammar name'"});
  return tree;
}

}  // namespace whosaid::grammar
