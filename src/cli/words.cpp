#include "cli/words.hpp"

#include <algorithm>
#include <cstddef>

namespace whosaid::cli {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    auto const comma = std::min(text.find(',', at), text.size());
    if (comma > at) out.emplace_back(text.substr(at, comma - at));
    at = comma + 1;
  }
  return out;
}

std::string joined(std::vector<std::string> const& words, std::string_view between) {
  std::string out;
  for (auto const& word : words) out += (out.empty() ? "" : std::string(between)) + word;
  return out;
}

void attach_values(std::vector<std::string>& words) {
  bool thresholds = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--fail-under") {
      thresholds = true;
      ++i;  // the first one is taken as it is
    } else if (thresholds && words[i][0] != '-' && words[i].find('=') != std::string::npos) {
      words[i].insert(0, "--fail-under=");
    } else {
      thresholds = false;
      bool const number = i + 1 < words.size() && !words[i + 1].empty() && words[i + 1].find_first_not_of("0123456789") == std::string::npos;
      if (words[i] != "--errors" || !number) continue;
      words[i] += '=' + words[i + 1];
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }
}

}  // namespace whosaid::cli
