// The built-in languages as the build has compiled them, so that starting need not read grammar files.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::grammar {

// What the build wrote (src/grammar/prepare/). Views live as long as the program; empty in the program that writes them.
struct PreparedView {
  std::string_view code;   // "en"
  std::string_view bytes;  // for unpack_language()
};
[[nodiscard]] std::vector<PreparedView> prepared_languages();

// Loads the built-in files the long way; a language with a problem is left out.
struct PreparedLanguage {
  std::string code, bytes;
};
[[nodiscard]] std::vector<PreparedLanguage> prepare_languages();

}  // namespace whosaid::grammar
