// Run by the build: prepare_grammars OUT.cpp writes the built-in languages, compiled, as a C++ source.
// Numbers of eight bytes, because a compiler reads an array of characters eight times as long.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>

#include "grammar/prepared.hpp"

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::ofstream out(arguments[1], std::ios::binary);
  out << "#include \"grammar/prepared.hpp\"\n\nnamespace whosaid::grammar {\nnamespace {\n";
  auto const languages = whosaid::grammar::prepare_languages();
  for (auto const& language : languages) {
    out << "constexpr unsigned long long language_" << &language - languages.data() << "[] = {" << std::hex;
    for (std::size_t at = 0; at < language.bytes.size(); at += sizeof(std::uint64_t)) {
      std::uint64_t number = 0;
      std::memcpy(&number, language.bytes.data() + at, std::min(sizeof number, language.bytes.size() - at));
      out << "0x" << number << (at % 128 == 120 ? ",\n" : ",");
    }
    out << "0};\n" << std::dec;
  }
  out << "}  // namespace\n\nstd::vector<PreparedView> prepared_languages() {\n  return {\n";
  for (auto const& language : languages)
    out << "    {\"" << language.code << "\", {reinterpret_cast<char const*>(language_" << &language - languages.data() << "), "
        << language.bytes.size() << "}},\n";
  out << "  };\n}\n\n}  // namespace whosaid::grammar\n";
  out.close();
  return out ? 0 : 1;
}
