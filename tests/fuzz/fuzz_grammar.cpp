// A grammar file from a stranger: it is refused with places, or it runs within its budget.
#include "check.hpp"
#include "grammar/library.hpp"
#include "tokens/tokens.hpp"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  using namespace whosaid;
  std::vector<grammar::GrammarFile> const files{
      {"en/fuzz.peg", std::string(bytes)},
      {"en/lexicons/verb.txt", "say, says, said\npoint out, pointed out\n"},
      {"en/lexicons/role.txt", "mayor\nprime minister\n"},
  };
  auto const library = grammar::Library::from_files(files);
  if (!library) {
    fuzz::must(!library.problems().empty(), "a grammar fails without a problem");
    return 0;
  }
  for (auto const& code : library->languages()) {
    auto const& language = *library->language(code);
    TokenTable table;
    tokenize("The mayor said on Monday: \"We pointed out 3 US rules, and more.\" She said so.\n\nNo.", language.vocabulary(), table);
    grammar::Scratch scratch;
    for (auto const& name : language.grammar_names()) {
      auto const last = static_cast<std::uint32_t>(table.tokens.size());
      auto const check = [&](grammar::Match const& match) {
        fuzz::must(match.first <= match.last && match.last <= last, "a match leaves the tokens");
        for (auto const& capture : match.captures)
          fuzz::must(capture.first <= capture.last && capture.last <= last, "a capture leaves the tokens");
      };
      language.grammar(name)->find(table, 0, last, scratch, check);
      language.grammar(name)->fold(table, 0, last, scratch, check);
    }
    (void)grammar::run_examples(language, "");
  }
  return 0;
}
