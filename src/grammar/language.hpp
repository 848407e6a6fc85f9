// What a language holds once it is loaded, and how it is made from its files.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "grammar/library.hpp"

namespace whosaid::grammar {

struct Language::Impl {
  std::string code;
  Vocabulary vocabulary;
  std::map<std::string, Grammar, std::less<>> grammars;
  std::vector<std::string> kinds;     // by number; 0 is "quote"
  std::vector<std::string> captures;  // by number
  std::map<std::string, std::string, std::less<>> files;
  std::map<std::string, std::string, std::less<>> paths;  // of those; empty where the build prepared the language
  std::vector<std::shared_ptr<Program const>> programs;  // of `grammars`, in the order of their names

  // What people want to know of the rules, and the engine does not.
  struct About {
    std::map<std::string, std::vector<Example>, std::less<>> examples;   // by grammar
    std::map<std::string, std::vector<std::string>, std::less<>> needs;  // by grammar: kinds that it tests
    std::map<std::string, std::vector<std::string>, std::less<>> emits;  // by grammar: kinds that it emits
    std::vector<RuleInfo> rules;
  };
  // A language that the build prepared reads its files when it is asked for the first time. Thread-safe.
  [[nodiscard]] About const& about() const;

  bool prepared = false;  // `known` is to be filled
  mutable std::once_flag asked;
  mutable About known;
};

// Files of one language, in the order in which they are laid over each other.
struct LanguageFiles {
  struct Text {
    std::string name;  // "role" of a lexicon, "marks.txt" of any other file
    std::string path;
    std::string content;
  };
  std::vector<Text> grammars, lexicons, others;
};

// Reads, merges, checks and compiles. Null when there was a problem; all of them are added to `problems`.
[[nodiscard]] std::shared_ptr<Language::Impl const> load_language(std::string const& code, LanguageFiles const& files,
                                                                  Problems& problems);

// The built-in files of a language, for about().
[[nodiscard]] LanguageFiles embedded_language(std::string const& code);

// A language as bytes, all but what about() tells.
[[nodiscard]] std::string pack_language(Language::Impl const& language);
[[nodiscard]] std::shared_ptr<Language::Impl const> unpack_language(std::string_view bytes);

// The word behind `language` in a grammar file, "" when there is none.
[[nodiscard]] std::string language_of(std::string_view grammar_file);

}  // namespace whosaid::grammar
