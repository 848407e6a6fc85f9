#include <algorithm>

#include "grammar/syntax.hpp"

namespace whosaid::grammar {

std::shared_ptr<Source const> make_source(std::string path, std::string content) {
  auto source = std::make_shared<Source>();
  source->path = std::move(path);
  source->content = std::move(content);
  source->lines.push_back(0);
  for (std::size_t i = 0; i < source->content.size(); ++i)
    if (source->content[i] == '\n') source->lines.push_back(static_cast<std::uint32_t>(i + 1));
  return source;
}

std::uint32_t Source::line_of(std::uint32_t at) const {
  return static_cast<std::uint32_t>(std::upper_bound(lines.begin(), lines.end(), at) - lines.begin());
}

Problem Source::problem(std::uint32_t at, std::string message) const {
  auto const line = line_of(at);
  std::uint32_t column = 1;
  for (auto i = lines[line - 1]; i < at && i < content.size(); ++i)
    if ((static_cast<unsigned char>(content[i]) & 0xC0u) != 0x80u) ++column;  // count first bytes of characters
  return {path, line, column, std::move(message)};
}

}  // namespace whosaid::grammar
