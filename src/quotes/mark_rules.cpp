// Tested by tests/unit/quotes_mark_rules_test.cpp.
#include "quotes/mark_rules.hpp"

#include <algorithm>
#include <string>

#include "text/utf8.hpp"

namespace whosaid {
namespace {

// The next word of a line; "" at its end. '#' is a mark of no language, so it may always begin a comment.
std::string_view next_word(std::string_view& line) {
  auto begin = line.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos || line[begin] == '#') return line = {}, std::string_view();
  line.remove_prefix(begin);
  auto end = std::min(line.find_first_of(" \t\r"), line.size());
  auto word = line.substr(0, end);
  line.remove_prefix(end);
  return word;
}

// The character of a one-character word, 0 when it is none.
char32_t single(std::string_view word) {
  if (word.empty()) return 0;
  std::size_t at = 0;
  char32_t c = next_code_point(word, at);
  return at == word.size() ? c : 0;
}

}  // namespace

unsigned char MarkRules::number(char32_t mark) const {
  for (std::size_t i = 0; i < count_; ++i)
    if (marks_[i] == mark) return static_cast<unsigned char>(i);
  return unknown;
}

bool MarkRules::is_dialogue_dash(char32_t c) const {
  return c != 0 && std::find(dashes_.begin(), dashes_.end(), c) != dashes_.end();
}

unsigned char MarkRules::add(char32_t mark) {
  if (auto found = number(mark); found != unknown) return found;
  if (count_ == most_marks) return unknown;
  marks_[count_] = mark;
  families_[count_] = static_cast<unsigned char>(count_);
  return static_cast<unsigned char>(count_++);
}

void MarkRules::join(unsigned char a, unsigned char b) {
  unsigned char from = families_[b];
  for (auto& family : families_)
    if (family == from) family = families_[a];
}

MarkRules MarkRules::read(std::string_view file, Problems* problems, std::string_view path) {
  MarkRules rules;
  for (auto& family : rules.families_) family = unknown;
  std::uint32_t line_number = 0;
  auto problem = [&](std::string message) {
    if (problems) problems->push_back({std::string(path), line_number, 1, std::move(message)});
  };
  std::size_t dashes = 0;
  while (!file.empty()) {
    ++line_number;
    auto end = std::min(file.find('\n'), file.size());
    auto line = file.substr(0, end);
    file.remove_prefix(std::min(end + 1, file.size()));
    auto keyword = next_word(line);
    if (keyword.empty()) continue;
    if (keyword == "pair" || keyword == "loose") {
      char32_t first = single(next_word(line));
      char32_t second = single(next_word(line));
      if (!first || !second) {
        problem("expected two marks of one character each");
        continue;
      }
      unsigned char open = rules.add(first);
      unsigned char close = rules.add(second);
      if (open == unknown || close == unknown) {
        problem("more than " + std::to_string(most_marks) + " marks");
        continue;
      }
      auto& fit = rules.fit_[open][close];
      bool pair = keyword == "pair";
      fit = std::max(fit, pair ? Fit::pair : Fit::loose);
      if (pair) {
        constexpr unsigned char decided = first_open | first_close;
        bool new_open = !(rules.roles_[open] & (can_open | can_close));
        bool new_close = !(rules.roles_[close] & (can_open | can_close));
        rules.roles_[open] |= can_open;
        rules.roles_[close] |= can_close;
        if (open != close) {
          if (new_open && !(rules.roles_[open] & decided)) rules.roles_[open] |= first_open;
          if (new_close && !(rules.roles_[close] & decided)) rules.roles_[close] |= first_close;
        }
      }
      rules.join(open, close);
    } else if (keyword == "label") {
      auto question = next_word(line);
      auto answer = next_word(line);
      if (question.size() == 1 && answer.size() == 1) rules.labels_ = {question[0], answer[0]};
      else problem("expected two letters");
    } else if (keyword == "apostrophe" || keyword == "measure" || keyword == "dash") {
      for (auto word = next_word(line); !word.empty(); word = next_word(line)) {
        char32_t mark = single(word);
        if (!mark) {
          problem("'" + std::string(word) + "' is not one character");
        } else if (keyword == "dash") {
          if (dashes < rules.dashes_.size()) rules.dashes_[dashes++] = mark;
          else problem("too many dashes");
        } else if (auto number = rules.add(mark); number != unknown) {
          rules.roles_[number] |= keyword == "apostrophe" ? apostrophe : measure;
        } else {
          problem("more than " + std::to_string(most_marks) + " marks");
        }
      }
    } else {
      problem("unknown word '" + std::string(keyword.substr(0, 40)) + "'");
    }
  }
  return rules;
}

}  // namespace whosaid
