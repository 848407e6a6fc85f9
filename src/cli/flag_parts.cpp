// Flags that several commands share, and the checks of their values.
#include "cli/flag_parts.hpp"

#include <algorithm>

#include "cli/suggest.hpp"
#include "cli/words.hpp"
#include "formats/documents.hpp"
#include "formats/formats.hpp"

namespace whosaid::cli {

CLI::Validator one_of(std::vector<std::string> words) {
  auto check = [words = std::move(words)](std::string& value) -> std::string {
    if (std::find(words.begin(), words.end(), value) != words.end()) return {};
    return "'" + value + "' is none of " + joined(words, ", ") + did_you_mean(value, words);
  };
  return CLI::Validator(check, "");
}

CLI::Validator iso_day() {
  auto check = [](std::string& value) -> std::string {
    return value.size() == 10 && formats::begins_with_iso_day(value) ? "" : "'" + value + "' is not a day (YYYY-MM-DD)";
  };
  return CLI::Validator(check, "");
}

namespace {

std::string set_kinds(std::string const& value, EngineOptions& engine) {
  engine.direct = engine.mixed = engine.indirect = false;
  for (auto const& kind : split(value)) {
    if (kind == "direct") engine.direct = true;
    else if (kind == "mixed") engine.mixed = true;
    else if (kind == "indirect") engine.indirect = true;
    else if (kind == "all") engine.direct = engine.mixed = engine.indirect = true;
    else return "'" + kind + "' is none of direct, mixed, indirect, all" + did_you_mean(kind, {"direct", "mixed", "indirect", "all"});
  }
  return engine.direct || engine.mixed || engine.indirect ? "" : "no kind of quote given";
}

}  // namespace

void add_common(CLI::App& app, CommonOptions& common) {
  app.add_option("--grammars", common.grammars, "Directory whose grammars and word lists are laid over the built-in ones")
      ->type_name("DIR");
  app.add_flag("-q,--quiet", common.quiet, "No notes and no progress; errors are still reported")->group(more);
  app.add_flag("--stats", common.stats, "Counts and speed on standard error at the end")->group(more);
  app.add_option_function<std::string>(
         "--color",
         [&common](std::string const& value) {
           common.colour = value == "always"  ? ColourChoice::always
                           : value == "never" ? ColourChoice::never
                                              : ColourChoice::automatic;
         },
         "Colour: auto, always or never (auto also heeds NO_COLOR)")
      ->type_name("WHEN")
      ->check(one_of({"auto", "always", "never"}))
      ->group(more);
  // settings_of_file() looks for these two before anything is parsed.
  app.add_option_function<std::string>("--config", [](std::string const&) {}, "Settings file, in place of ~/.config/whosaid/config.toml")->type_name("FILE")->group(more);
  app.add_flag_callback("--no-config", [] {}, "No settings file")->group(more);
}

void add_format(CLI::App& app, std::string& format, std::string const& help, std::vector<std::string> const& formats) {
  app.add_option("-f,--format", format, help)->type_name("FORMAT")->check(one_of(formats));
}

void add_output(CLI::App& app, std::string& output, std::string const& help) {
  app.add_option("-o,--output", output, help)->type_name("FILE");
}

void add_engine(CLI::App& app, EngineOptions& engine) {
  auto inputs = names_of(formats::input_formats());
  inputs.insert(inputs.begin(), "auto");
  app.add_option("--input", engine.input, "Input format: " + joined(inputs, ", "))->type_name("FORMAT")->check(one_of(inputs));
  app.add_option_function<std::string>(
         "--kinds",
         [&engine](std::string const& value) {
           if (auto const error = set_kinds(value, engine); !error.empty()) throw CLI::ValidationError("--kinds", error);
         },
         "Kinds of quotes: direct, mixed, indirect or all (default direct,mixed)")
      ->type_name("LIST");
  app.add_option("--language", engine.language, "Language of all documents, whatever they say")->type_name("CODE");
  app.add_option("--date", engine.date, "Publication day of documents that do not state one")->type_name("YYYY-MM-DD")->check(iso_day());
}

}  // namespace whosaid::cli
