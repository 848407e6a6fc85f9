// The flags of the commands for those who write grammars.
#include "cli/flag_parts.hpp"

namespace whosaid::cli {

void add_grammar_commands(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("grammar", "Check grammar files, run their examples, list rules");
  app.require_subcommand(1);
  auto const action = [&](std::string const& name, std::string const& help, std::string const& names, std::string const& manual) {
    auto& sub = *app.add_subcommand(name, help);
    sub.callback([&options, name] { options.grammar.action = name; });
    sub.add_option(names, options.grammar.names, names == "PATH" ? "Files or directories that take the place of the built-in ones; none: the built-in ones"
                                                                 : "Grammars (attribution) or their files; none: all");
    sub.add_option("--language", options.grammar.language, "Language (default en)")->type_name("CODE");
    add_common(sub, options.common);
    sub.footer(manual);
  };
  action("check", "Report every mistake in grammar files, with its place", "PATH",
         "Examples\n"
         "  whosaid grammar check grammars/en\n"
         "  whosaid grammar check --grammars mine        # the built-in ones with a directory of your own laid over them\n\n"
         "Exit status: 0 no mistakes; 1 mistakes; 2 wrong use or files that cannot be read.");
  action("test", "Run the examples that stand in grammar files", "GRAMMAR",
         "Examples\n"
         "  whosaid grammar test                         # all\n"
         "  whosaid grammar test grammars/en/attribution.peg\n"
         "  whosaid grammar test --grammars mine attribution\n\n"
         "Exit status: 0 all examples do what they say; 1 some do not; 2 wrong use or a grammar that fails.");
  action("list", "List rules with what they emit", "GRAMMAR",
         "Example\n"
         "  whosaid grammar list attribution");
}

}  // namespace whosaid::cli
