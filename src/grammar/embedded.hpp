// The grammar files that the build put into the binary.
#pragma once
#include <string_view>
#include <vector>

namespace whosaid::grammar {

struct EmbeddedFile {
  std::string_view path;     // "en/attribution.peg"
  std::string_view content;
};

// Sorted by path; views live as long as the program.
[[nodiscard]] std::vector<EmbeddedFile> embedded_files();

}  // namespace whosaid::grammar
