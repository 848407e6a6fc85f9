#include <algorithm>
#include <set>

#include "grammar/check_grammar.hpp"
#include "grammar/compile_grammar.hpp"
#include "grammar/language.hpp"
#include "grammar/read_grammar.hpp"
#include "grammar/test_lists.hpp"
#include "grammar/token_set.hpp"
#include "text/utf8.hpp"

namespace whosaid::grammar {
namespace {

constexpr std::size_t max_lexicon_bytes = 64u << 20;
constexpr std::size_t max_literals = 20'000;

// The rules of all files of one grammar, merged.
struct Merged {
  std::vector<Rule> rules;
  bool overlaid = false;  // something was replaced or removed: helpers may have lost their user
  bool complete = true;   // every rule could be read
};

std::string place_of(Rule const& rule) {
  auto problem = rule.problem(rule.at, {});
  return problem.file + ":" + std::to_string(problem.line);
}

void merge(Merged& into, GrammarTree tree, Problems& problems) {
  for (auto& rule : tree.rules) {
    if (into.rules.size() > max_rules) return;  // the checks say so; looking for names among more would be slow
    auto const same = [&](Rule const& have) { return have.name == rule.name; };
    auto const found = std::find_if(into.rules.begin(), into.rules.end(), same);
    bool const known = found != into.rules.end();
    if (rule.overlay == Overlay::adds && known) {
      problems.push_back(rule.problem(rule.at, "rule '" + rule.name + "' is already defined at " + place_of(*found) +
                                                   "; 'replace " + rule.name + "' puts this one in its place"));
    } else if (rule.overlay != Overlay::adds && !known) {
      problems.push_back(rule.problem(rule.at, "there is no rule '" + rule.name + "' to " +
                                                   (rule.overlay == Overlay::replaces ? "replace" : "remove")));
    } else if (rule.overlay == Overlay::removes) {
      into.rules.erase(found);
      into.overlaid = true;
    } else if (known) {
      *found = std::move(rule);
      into.overlaid = true;
    } else {
      into.rules.push_back(std::move(rule));
    }
  }
}

bool is_text(LanguageFiles::Text const& file, Problems& problems) {
  auto const bad = first_invalid_utf8(file.content);
  if (bad == file.content.size()) return true;
  auto const source = make_source(file.path, file.content);
  problems.push_back(source->problem(static_cast<std::uint32_t>(bad), "not UTF-8 from here on"));
  return false;
}

// Lexicons in the order of their names, so that numbers do not depend on how the files were found.
void add_lexicons(std::vector<LanguageFiles::Text> const& files, Vocabulary& vocabulary, Problems& problems) {
  std::map<std::string, std::vector<LanguageFiles::Text const*>> lists;
  for (auto const& file : files) {
    if (file.content.size() > max_lexicon_bytes) {
      problems.push_back({file.path, 0, 0, "a lexicon holds 64 MB at most"});
      continue;
    }
    if (!is_text(file, problems)) continue;
    auto& list = lists[file.name];
    auto const first_line = std::string_view(file.content).substr(0, file.content.find_first_of("\r\n"));
    if (first_line == "@replace") list.clear();
    list.push_back(&file);
  }
  for (auto const& [name, list] : lists)
    for (auto const* file : list) {
      auto found = vocabulary.add_lexicon(name, file->path, file->content);
      problems.insert(problems.end(), found.begin(), found.end());
    }
}

void gather_kinds(Expr const& expr, std::set<std::string>& out) {
  if (expr.kind == ExprKind::chunk && expr.text != "quote") out.insert(expr.text);
  for (auto const& part : expr.parts) gather_kinds(part, out);
}

std::map<std::string, std::uint32_t> number_kinds(std::map<std::string, Merged> const& grammars, std::vector<std::string>& names,
                                                  Problems& problems) {
  std::map<std::string, std::uint32_t> kinds;
  for (auto const& [name, merged] : grammars)
    for (auto const& rule : merged.rules) {
      if (!rule.root) continue;
      if (rule.emits == "quote") problems.push_back(rule.problem(rule.at, "<quote> is made by the engine; a rule cannot emit it"));
      else if (kinds.size() == max_kinds - 1 && !kinds.count(rule.emits))
        problems.push_back(rule.problem(rule.at, "a language has " + std::to_string(max_kinds) + " kinds of chunks at most"));
      else kinds.emplace(rule.emits, 0u);
    }
  names.assign(1, "quote");
  for (auto& [name, number] : kinds) {
    number = static_cast<std::uint32_t>(names.size());
    names.push_back(name);
  }
  kinds["quote"] = quote_chunk;
  return kinds;
}

void describe(std::string const& grammar, Merged const& merged, Language::Impl& language) {
  std::set<std::string> needs, emits;
  for (auto const& rule : merged.rules) {
    gather_kinds(rule.body, needs);
    if (rule.root) emits.insert(rule.emits);
    auto const place = rule.problem(rule.at, {});
    RuleInfo info;
    info.name = language.code + "/" + grammar + "/" + rule.name;
    info.emits = rule.emits;
    info.comment = rule.comment;
    info.file = place.file;
    info.line = place.line;
    info.weight = rule.root ? static_cast<float>(rule.weight) : 0.0f;
    info.examples = rule.examples.size();
    language.known.rules.push_back(std::move(info));
  }
  language.known.needs[grammar].assign(needs.begin(), needs.end());
  language.known.emits[grammar].assign(emits.begin(), emits.end());
}

}  // namespace

Language::Impl::About const& Language::Impl::about() const {
  if (prepared)
    std::call_once(asked, [this] {
      Problems none;
      known = load_language(code, embedded_language(code), none)->known;
    });
  return known;
}

std::string language_of(std::string_view grammar_file) {
  Problems ignored;
  while (!grammar_file.empty()) {
    auto const end = std::min(grammar_file.find('\n'), grammar_file.size());
    auto line = grammar_file.substr(0, end);
    grammar_file.remove_prefix(std::min(end + 1, grammar_file.size()));
    constexpr std::string_view word = "language", blank = " \t\v\f\r";  // what the reader of grammars skips in a line
    line.remove_prefix(std::min(line.find_first_not_of(blank), line.size()));
    if (!line.starts_with(word) || line.find_first_of(blank) != word.size()) continue;
    line.remove_prefix(std::min(line.find_first_not_of(blank, word.size()), line.size()));
    return std::string(line.substr(0, line.find_first_of(" \t\v\f\r#")));
  }
  return {};
}

std::shared_ptr<Language::Impl const> load_language(std::string const& code, LanguageFiles const& files, Problems& problems) {
  auto const before = problems.size();
  auto language = std::make_shared<Language::Impl>();
  language->code = code;
  for (auto const& file : files.others) {
    if (!is_text(file, problems)) continue;
    language->files[file.name] = file.content;
    language->paths[file.name] = file.path;
  }

  std::map<std::string, Merged> grammars;
  for (auto const& file : files.grammars) {
    if (!is_text(file, problems)) continue;
    auto const found = problems.size();
    auto tree = read_grammar(make_source(file.path, file.content), problems);
    if (tree.name.empty()) continue;
    auto& merged = grammars[tree.name];
    merge(merged, std::move(tree), problems);
    if (problems.size() != found) merged.complete = false;
  }

  add_lexicons(files.lexicons, language->vocabulary, problems);
  std::vector<std::string> literals;
  for (auto const& [name, merged] : grammars) gather_literals(merged.rules, literals);
  std::sort(literals.begin(), literals.end());
  literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
  if (literals.size() > max_literals) {
    problems.push_back({files.grammars.front().path, 0, 0,
                        "the grammars of a language name " + std::to_string(max_literals) + " words at most; lexicons may hold more"});
    return nullptr;
  }
  for (auto const& word : literals) (void)language->vocabulary.add_word(word);
  auto const frozen = language->vocabulary.freeze();
  problems.insert(problems.end(), frozen.begin(), frozen.end());

  auto const kinds = number_kinds(grammars, language->kinds, problems);
  Names const names{&language->vocabulary, &kinds, &language->captures};
  WordGroups const groups(language->vocabulary, literals);
  WordColumns columns;
  std::vector<std::shared_ptr<Program>> programs;
  for (auto& [name, merged] : grammars) {
    describe(name, merged, *language);
    if (!merged.complete) continue;  // what could be said about the rest would mostly follow from the mistakes already told
    auto const found = problems.size();
    resolve_names(merged.rules, names, problems);
    if (problems.size() != found) continue;
    check_grammar(merged.rules, groups, merged.overlaid ? HelperUse::may_be_unused : HelperUse::must_be_used,
                  language->known.examples[name], problems);
    if (problems.size() != before) continue;
    std::vector<std::uint32_t> kind_of_rule;
    for (auto const& rule : merged.rules) kind_of_rule.push_back(rule.root ? kinds.at(rule.emits) : 0u);
    programs.push_back(compile_grammar(merged.rules, code + "/" + name, kind_of_rule, groups, columns, problems));
    programs.back()->name = name;
  }
  if (code.empty() && !files.grammars.empty() && problems.size() == before)
    problems.push_back({files.grammars.front().path, 1, 1, "no line says 'language NAME'"});
  if (problems.size() != before) return nullptr;
  auto const words = columns.finish(groups);
  for (auto const& program : programs)
    for (auto const& test : program->tests) words->features |= test.mask | test.any;
  for (auto const& program : programs) {
    program->words = words;
    program->lists = list_tests(program->tests, std::size_t{words->stride} * 64);
    language->programs.push_back(program);
    language->grammars.emplace(program->name, Grammar(program));
  }
  return language;
}

}  // namespace whosaid::grammar
