// Whose the mentions of a brat file are: a note names a mention, and Coref ties others to it.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "eval/words.hpp"
#include "model/gold.hpp"

namespace whosaid::formats::brat {

// Filled line by line, in any order; mentions go by their ids, views of the file, which must live as long.
class People {
 public:
  using Ranges = std::vector<gold::Range>;

  void name(std::string_view mention, std::string const& name);
  void add_alias(std::string const& name, std::string alias);
  void tie(std::vector<std::string_view> mentions) { tied_.push_back(std::move(mentions)); }

  // Once, after the last line. A set of tied mentions without a name gets that of the mention which looks most like a name,
  // if any does; sets with two names stay as they are. `place` knows where a mention stands, nullptr = no such mention.
  void settle(eval::Text const& text, std::function<Ranges const*(std::string_view)> const& place);

  // Of all these mentions together; nothing when there is none, or more than one.
  [[nodiscard]] std::optional<std::string> only_name(std::vector<std::string_view> const& mentions) const;
  // Adds mentions and aliases to the document's characters, and characters that it does not have yet.
  void fill(gold::Document& document) &&;

 private:
  struct Person {
    std::vector<std::string> aliases;
    Ranges mentions;
  };
  std::map<std::string, Person> people_;  // by name
  std::unordered_map<std::string_view, std::vector<std::string>> names_;  // of a mention
  std::vector<std::vector<std::string_view>> tied_;
};

}  // namespace whosaid::formats::brat
