// Reads quote tables one after the other and writes the graph that joins them.
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <memory>

#include "cli/commands.hpp"
#include "cli/engine.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "formats/graph_formats.hpp"
#include "formats/read_tables.hpp"
#include "grammar/embedded.hpp"
#include "grammar/library.hpp"
#include "graph/build_graph.hpp"

namespace whosaid::cli {
namespace {

constexpr std::string_view word_file = "same_person.txt";

// The words of all languages together: a table may be in any, and titles and name particles rarely mean two things.
Result<graph::NameWords> name_words(std::string const& overlay) {
  graph::NameWords words;
  for (auto const& file : grammar::embedded_files())
    if (file.path.ends_with(std::string("/") += word_file)) words.add(file.content);
  if (overlay.empty()) return words;
  auto const library = grammar::Library::open(overlay);
  if (!library) return library.problems();
  Problems problems;
  for (auto const& code : library->languages()) {
    auto const& language = *library->language(code);
    words.add(language.file(word_file), language.path_of(word_file), &problems);
  }
  if (!problems.empty()) return problems;
  return words;
}

// One file, or a directory of files that each appear whole or not at all.
class OutputSink final : public formats::GraphSink {
 public:
  OutputSink(std::string path, bool directory) : path_(std::move(path)), directory_(directory) {
    if (!directory_) open(path_);
  }
  void file(std::string_view name) override {
    finish();
    std::error_code ignored;
    std::filesystem::create_directories(path_, ignored);
    open(path_ + '/' + std::string(name));
  }
  void write(std::string_view bytes) override {
    if (output_ && error_.empty() && !bytes.empty() && !output_->write(bytes) && !output_->closed()) error_ = output_->error();
  }
  void finish() {
    if (output_ && error_.empty() && !output_->commit() && !output_->closed()) error_ = output_->error();
    output_.reset();
  }
  [[nodiscard]] std::string const& error() const { return error_; }

 private:
  void open(std::string const& path) {
    if (!error_.empty()) return;
    output_ = std::make_unique<Output>();
    if (!output_->open(path)) error_ = output_->error();
  }

  std::string path_;
  bool directory_;
  std::unique_ptr<Output> output_;
  std::string error_;
};

formats::GraphFormat const* format_for(GraphOptions const& options) {
  if (!options.format.empty()) return formats::find_graph_format(options.format);
  auto const* guessed = options.output.empty() ? nullptr : formats::guess_graph_format(options.output);
  return guessed ? guessed : formats::find_graph_format("json");
}

}  // namespace

int run_graph(Options const& options) {
  auto const& graph_options = options.graph;
  auto const* format = format_for(graph_options);
  if (format->directory && (graph_options.output.empty() || graph_options.output == "-")) {
    complain("the format " + std::string(format->name) + " is a directory of files: name it with -o");
    return wrong_use;
  }
  auto const words = name_words(options.common.grammars);
  if (!words) return complain(words.problems());
  graph::GraphBuilder builder(*words, {.repeats = graph_options.repeats});
  Progress progress(!options.common.quiet);
  std::uint64_t tables = 0;
  bool unreadable = false;
  Problems problems;
  auto inputs = graph_options.inputs;
  if (inputs.empty()) inputs.emplace_back("-");
  for (auto const& input : inputs) {
    bool opened = true;
    auto const found = formats::read_tables(
        input,
        [&](table::Table&& table) {
          builder.add(table);
          if ((++tables & 1023) == 0) progress.update(tables, 0);
        },
        &opened);
    unreadable |= !opened;
    problems.insert(problems.end(), found.begin(), found.end());
  }
  progress.clear();
  if (!problems.empty()) complain(problems);
  if (unreadable) return wrong_use;

  auto const graph = std::move(builder).finish();
  if (!options.common.quiet)
    for (auto const& note : graph.problems) complain("note: " + note.to_string());
  OutputSink sink(graph_options.output, format->directory);
  if (sink.error().empty()) format->write(graph, sink);
  sink.finish();
  if (!sink.error().empty()) {
    complain("cannot write " + (graph_options.output.empty() ? "standard output" : graph_options.output) + ": " + sink.error());
    return wrong_use;
  }
  if (options.common.stats) {
    complain(std::to_string(graph.documents.size()) + " documents, " + std::to_string(graph.quotes.size()) + " quotes, " +
             std::to_string(graph.speakers.size()) + " speakers, " + std::to_string(graph.organisations.size()) +
             " organisations, " + std::to_string(graph.dates.size()) + " dates, " + std::to_string(graph.edges.size()) +
             " edges, " + std::to_string(graph.repeats.size()) + " of them repeats, " + std::to_string(graph.conflicts.size()) +
             " conflicting attributions");
  }
  return problems.empty() ? all_well : some_failed;
}

}  // namespace whosaid::cli
