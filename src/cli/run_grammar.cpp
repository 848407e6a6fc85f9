// Grammar files: what is wrong with them, whether their examples hold, which rules there are.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <system_error>

#include "attribution/weights.hpp"
#include "cli/commands.hpp"
#include "cli/engine.hpp"
#include "cli/suggest.hpp"
#include "cli/terminal.hpp"
#include "dates/date_order.hpp"
#include "formats/page_words.hpp"
#include "grammar/embedded.hpp"
#include "grammar/library.hpp"
#include "graph/names.hpp"
#include "mentions/mentions.hpp"
#include "quotes/mark_rules.hpp"
#include "quotes/quotes.hpp"

namespace whosaid::cli {
namespace {

namespace fs = std::filesystem;

// Files that the user named, laid in the place of the built-in ones of the same language and name.
class NamedFiles {
 public:
  // False, with a message, when a path cannot be read.
  bool add(std::string const& path) {
    std::error_code error;
    if (!fs::is_directory(path, error)) return add_file(path);
    std::vector<std::string> found;
    for (auto it = fs::recursive_directory_iterator(path, error); !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
      auto const ending = it->path().extension();
      if (it->is_regular_file(error) && (ending == ".peg" || ending == ".txt")) found.push_back(it->path().string());
    }
    std::sort(found.begin(), found.end());
    if (found.empty()) complain(path + ": no grammar files (.peg, .txt) in it");
    return !found.empty() && std::all_of(found.begin(), found.end(), [&](auto const& file) { return add_file(file); });
  }

  // All built-in files, those that were named in their place.
  [[nodiscard]] std::vector<grammar::GrammarFile> laid_over_built_in() const {
    auto files = contents_;
    for (auto const& file : grammar::embedded_files()) files.emplace(file.path, file.content);
    std::vector<grammar::GrammarFile> out;
    out.reserve(files.size());
    for (auto& [path, content] : files) out.push_back({path, content});
    return out;
  }

  // "en/attribution.peg:3:1" as the user called the file.
  [[nodiscard]] Problems as_named(Problems problems) const {
    for (auto& problem : problems) {
      if (auto const found = names_.find(problem.file); found != names_.end()) problem.file = found->second;
    }
    return problems;
  }

  // Grammars among the files, "attribution".
  [[nodiscard]] std::vector<std::string> grammars() const {
    std::vector<std::string> out;
    for (auto const& [place, name] : names_) {
      if (fs::path(place).extension() == ".peg") out.push_back(fs::path(place).stem().string());
    }
    return out;
  }

 private:
  bool add_file(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream content;
    if (!file || !(content << file.rdbuf(), file.good() || file.eof())) {
      complain(path + ": cannot be read");
      return false;
    }
    auto const place = place_of(path);
    names_[place] = path;
    contents_[place] = content.str();
    return true;
  }

  // anything/en/lexicons/role.txt -> en/lexicons/role.txt: the language is the folder that holds the file or its lexicons.
  static std::string place_of(std::string const& path) {
    auto const whole = fs::absolute(path).lexically_normal();
    auto const folder = whole.parent_path();
    auto const inner = folder.filename() == "lexicons" ? fs::path("lexicons") / whole.filename() : whole.filename();
    auto const language = folder.filename() == "lexicons" ? folder.parent_path().filename() : folder.filename();
    return (language / inner).generic_string();
  }

  std::map<std::string, std::string> contents_, names_;  // by place in a grammar folder
};

bool is_path(std::string const& name) { return name.find('/') != std::string::npos || name.ends_with(".peg") || name.ends_with(".txt"); }

// "en/dates", as results call a grammar, unless something of that name lies on the disk.
bool names_no_file(std::string const& name) {
  std::error_code error;
  return !fs::path(name).has_extension() && !fs::exists(name, error);
}

struct Opened {
  NamedFiles named;
  std::vector<std::string> grammars;  // those that are asked for; empty = all
  int status = all_well;
  std::optional<grammar::Library> library;
};

// Loads what the command line asks for; problems are printed.
Opened open_library(Options const& options) {
  Opened out;
  bool paths = false;
  for (auto const& name : options.grammar.names) {
    if (options.grammar.action != "check") {
      auto const as_printed = options.grammar.language + '/';
      bool const printed = name.starts_with(as_printed) && names_no_file(name);
      if (printed || !is_path(name)) {
        out.grammars.push_back(printed ? name.substr(as_printed.size()) : name);
        continue;
      }
    }
    paths = true;
    if (!out.named.add(name)) out.status = wrong_use;
  }
  if (out.status != all_well) return out;
  auto library = paths ? grammar::Library::from_files(out.named.laid_over_built_in()) : grammar::Library::open(options.common.grammars);
  if (!library) {
    auto const problems = out.named.as_named(library.problems());
    complain(problems);
    complain(std::to_string(problems.size()) + (problems.size() == 1 ? " problem" : " problems"));
    out.status = some_failed;
    return out;
  }
  if (paths) {
    auto const named = out.named.grammars();
    out.grammars.insert(out.grammars.end(), named.begin(), named.end());
  }
  out.library = std::move(*library);
  return out;
}

// The language asked for, or nullptr and a message.
grammar::Language const* language_of(Opened& opened, Options const& options) {
  auto const* language = opened.library->language(options.grammar.language);
  if (!language) {
    complain("no grammars for the language '" + options.grammar.language + "'" +
             did_you_mean(options.grammar.language, opened.library->languages()));
    opened.status = wrong_use;
    return nullptr;
  }
  auto const known = language->grammar_names();
  for (auto const& name : opened.grammars) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      complain("no grammar '" + name + "' in " + std::string(language->code()) + did_you_mean(name, known));
      opened.status = wrong_use;
    }
  }
  return opened.status == all_well ? language : nullptr;
}

// Brings an example to the state in which the engine shows it to a grammar: quotes folded, and mentions found where the
// grammar builds on others.
void prepare(std::string_view sentence, grammar::Language const& language, std::string_view grammar, TokenTable& table) {
  tokenize(sentence, language.vocabulary(), table);
  (void)find_quotes(table, language);
  if (language.needed_by(grammar).empty()) return;
  grammar::Scratch scratch;
  MentionList mentions;
  Range const all{0, static_cast<std::uint32_t>(table.tokens.size())};
  find_mentions(table, {&all, 1}, language, scratch, mentions);
}

// What is wrong with the files beside the grammars.
Problems check_texts(grammar::Language const& language) {
  Problems problems;
  auto const text = [&](std::string_view name) { return language.file(name); };
  (void)MarkRules::read(text("marks.txt"), &problems, language.path_of("marks.txt"));
  check_date_orders(language, problems);
  auto const found = Weights().read(language.path_of("weights.txt"), text("weights.txt"));
  problems.insert(problems.end(), found.begin(), found.end());
  formats::PagePhrases().read(text("page_lines.txt"), &problems, language.path_of("page_lines.txt"));
  formats::Bylines().read(text("bylines.txt"), &problems, language.path_of("bylines.txt"));
  graph::NameWords().add(text("same_person.txt"), language.path_of("same_person.txt"), &problems);
  return problems;
}

int check(Opened& opened) {
  Problems problems;
  for (auto const& code : opened.library->languages()) {
    auto const found = opened.named.as_named(check_texts(*opened.library->language(code)));
    problems.insert(problems.end(), found.begin(), found.end());
  }
  if (!problems.empty()) {
    complain(problems);
    complain(std::to_string(problems.size()) + (problems.size() == 1 ? " problem" : " problems"));
    return some_failed;
  }
  for (auto const& code : opened.library->languages()) {
    auto const* language = opened.library->language(code);
    auto const& rules = language->rules();
    std::size_t examples = 0;
    for (auto const& rule : rules) examples += rule.examples;
    std::printf("%s: %zu grammars, %zu rules, %zu examples; no problems\n", code.c_str(), language->grammar_names().size(),
                rules.size(), examples);
  }
  return all_well;
}

int test(Opened& opened, Options const& options) {
  auto const* language = language_of(opened, options);
  if (!language) return opened.status;
  auto names = opened.grammars.empty() ? language->grammar_names() : opened.grammars;
  std::size_t failed = 0, passed = 0, gaps = 0;
  for (auto const& name : names) {
    auto const report = grammar::run_examples(*language, name, prepare);
    auto const failures = opened.named.as_named(report.failures);
    if (!failures.empty()) complain(failures);
    std::printf("%s/%s: %zu passed, %zu failed, %zu known gaps\n", std::string(language->code()).c_str(), name.c_str(),
                report.passed, report.failed, report.known_gaps);
    failed += report.failed;
    passed += report.passed;
    gaps += report.known_gaps;
  }
  if (names.size() > 1) std::printf("%zu passed, %zu failed, %zu known gaps\n", passed, failed, gaps);
  return failed ? some_failed : all_well;
}

int list(Opened& opened, Options const& options) {
  auto const* language = language_of(opened, options);
  if (!language) return opened.status;
  for (auto const& rule : language->rules()) {
    auto const slash = rule.name.find('/');
    auto const grammar = std::string_view(rule.name).substr(slash + 1, rule.name.rfind('/') - slash - 1);
    if (!opened.grammars.empty() && std::find(opened.grammars.begin(), opened.grammars.end(), grammar) == opened.grammars.end()) continue;
    auto const comment = printable(rule.comment.substr(0, rule.comment.find('\n')));
    auto const file = printable(rule.file);
    if (rule.emits.empty()) {
      std::printf("%-40s helper                           %s:%u\n", rule.name.c_str(), file.c_str(), rule.line);
    } else {
      std::printf("%-40s %-14s %4.2f %3zu examples  %s:%u\n", rule.name.c_str(), rule.emits.c_str(),
                  static_cast<double>(rule.weight), rule.examples, file.c_str(), rule.line);
    }
    if (!comment.empty()) std::printf("    %s\n", comment.c_str());
  }
  return all_well;
}

}  // namespace

int run_grammar(Options const& options) {
  auto opened = open_library(options);
  if (!opened.library) return opened.status;
  if (options.grammar.action == "check") return check(opened);
  return options.grammar.action == "test" ? test(opened, options) : list(opened, options);
}

}  // namespace whosaid::cli
