// Scores the engine, or quote tables that were predicted elsewhere, against gold annotation.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "cli/commands.hpp"
#include "cli/engine.hpp"
#include "cli/output.hpp"
#include "cli/suggest.hpp"
#include "cli/terminal.hpp"
#include "eval/baseline.hpp"
#include "eval/report.hpp"
#include "formats/baseline_json.hpp"
#include "formats/documents.hpp"
#include "formats/eval_html.hpp"
#include "formats/eval_json.hpp"
#include "formats/eval_text.hpp"
#include "formats/formats.hpp"
#include "formats/gold_files.hpp"
#include "formats/make_table.hpp"
#include "formats/read_tables.hpp"
#include "grammar/embedded.hpp"

namespace whosaid::cli {
namespace {

constexpr std::string_view word_lists_file = "evaluation.txt";

eval::WordLists word_lists() {
  for (auto const& file : grammar::embedded_files())
    if (file.path == word_lists_file) return eval::read_word_lists(file.content);
  return {};
}

struct Threshold {
  eval::FigureName figure;
  double least = 0;
};

// "source.f1=0.93"
bool read_thresholds(std::vector<std::string> const& words, std::vector<Threshold>& out) {
  for (auto const& word : words) {
    auto const equals = word.find('=');
    auto const name = word.substr(0, equals);
    auto const figure = eval::figure_named(name);
    if (!figure) {
      auto names = eval::figure_names();
      names.insert(names.end(), eval::metric_names.begin(), eval::metric_names.end());
      complain("no figure '" + name + "'" + did_you_mean(name, names) + "; figures are named like source.f1");
      return false;
    }
    char const* const number = equals == std::string::npos ? "" : word.c_str() + equals + 1;
    char* end = nullptr;
    double const least = std::strtod(number, &end);
    if (end == number || *end != '\0' || !std::isfinite(least)) {
      complain("'" + word + "' is no threshold; write " + name + "=0.9");
      return false;
    }
    out.push_back({*figure, least});
  }
  return true;
}

// Reads gold documents as `extract` reads its input, so that both give the same tables.
class Predictor final : public formats::DocumentSink {
 public:
  Predictor(Extractor const& extractor, std::string const& language)
      : extractor_(extractor), language_(language), reader_(formats::find_input_format("jsonl")->make({})) {}

  // Nothing when the engine cannot read the document; the reason was printed.
  std::optional<table::Table> predict(gold::Document const& document, std::string const& file, std::uint32_t line) {
    bytes_.clear();
    formats::write_gold(document, bytes_);
    auto const size = bytes_.size();
    bytes_.append(formats::record_padding, '\0');
    table_.reset();
    reader_->read({std::string_view(bytes_).substr(0, size), file, line, false}, *this);
    return std::move(table_);
  }

  void take(Document& document, Problems const& notes) override {
    if (!language_.empty()) document.language = language_;
    table_ = formats::make_table(document, extractor_.extract(document, workspace_), {}, notes);
  }
  void fail(formats::FailedDocument const& failed) override { complain(failed.message); }

 private:
  Extractor const& extractor_;
  std::string const& language_;
  std::unique_ptr<formats::RecordReader> reader_;
  Workspace workspace_;
  std::string bytes_;
  std::optional<table::Table> table_;
};

// Gold, predictions and scores of one run; the cases point into the other two.
struct Run {
  std::vector<formats::NamedGold> gold;
  std::vector<table::Table> tables;
  std::vector<eval::Case> cases;
  bool failed = false;  // some documents could not be predicted or read
};

int read_predictions(EvalOptions const& options, CommonOptions const& common, Run& run) {
  bool opened = false;
  auto const problems = formats::read_tables(options.predictions, [&](table::Table&& table) { run.tables.push_back(std::move(table)); }, &opened);
  for (auto const& problem : problems) complain(problem.to_string());
  if (!opened) return wrong_use;
  run.failed = !problems.empty();
  std::unordered_map<std::string_view, table::Table const*> by_id;
  for (auto const& table : run.tables) by_id[table.document.id] = &table;  // the last one of an id counts
  std::size_t used = 0;
  for (auto const& file : run.gold)
    for (auto const& document : file.gold.documents) {
      auto const found = by_id.find(document.id);
      used += found != by_id.end();
      run.cases.push_back({&document, found == by_id.end() ? nullptr : found->second, {}});
    }
  if (used < by_id.size() && !common.quiet)
    complain("note: " + std::to_string(by_id.size() - used) + " predicted documents are not in the gold and are not counted");
  return all_well;
}

int predict(EvalOptions const& options, CommonOptions const& common, Run& run) {
  auto const extractor = open_engine(common, options.engine);
  if (!extractor) return complain(extractor.problems());
  Predictor predictor(*extractor, options.engine.language);
  std::size_t count = 0;
  for (auto const& file : run.gold) count += file.gold.documents.size();
  run.tables.reserve(count);
  Progress progress(!common.quiet);
  std::uint64_t done = 0, bytes = 0;
  for (auto const& file : run.gold)
    for (std::size_t i = 0; i < file.gold.documents.size(); ++i) {
      auto const& document = file.gold.documents[i];
      auto table = predictor.predict(document, file.path, file.gold.lines[i]);
      run.failed |= !table;
      if (table) run.tables.push_back(std::move(*table));
      run.cases.push_back({&document, table ? &run.tables.back() : nullptr, {}});
      progress.update(++done, bytes += document.text.size());
    }
  progress.clear();
  return all_well;
}

int check(std::vector<formats::NamedGold> const& gold) {
  std::string out;
  std::size_t documents = 0, quotes = 0, problems = 0;
  for (auto const& file : gold) {
    for (auto const& problem : formats::check_gold(file.gold, file.path)) {
      out += problem.to_string() + '\n';
      ++problems;
    }
    documents += file.gold.documents.size();
    for (auto const& document : file.gold.documents) quotes += document.quotes.size();
  }
  out += std::to_string(documents) + (documents == 1 ? " document, " : " documents, ") + std::to_string(quotes) + " annotations, " +
         (problems == 0 ? "no problems" : std::to_string(problems) + (problems == 1 ? " problem" : " problems")) + '\n';
  if (!save("-", printable(out))) return wrong_use;
  return problems == 0 ? all_well : some_failed;
}

bool misses_a_threshold(std::vector<Threshold> const& thresholds, eval::Tally const& pooled) {
  bool missed = false;
  for (auto const& threshold : thresholds) {
    auto const value = eval::value_of(pooled, threshold.figure.metric, threshold.figure.value);
    if (value && *value >= threshold.least) continue;
    missed = true;
    auto const name = threshold.figure.to_string();
    char text[64];
    std::snprintf(text, sizeof text, " is %.4f, below %.4g", value.value_or(0), threshold.least);
    complain(value ? name + text : name + " cannot be measured: the gold says nothing about it");
  }
  return missed;
}

std::string report_of(EvalOptions const& options, Run const& run, eval::Report const& report, eval::WordLists const& lists,
                      eval::Baseline const* before, eval::Baseline const& after, eval::Comparison const* comparison) {
  std::string out;
  auto const limit = options.errors.value_or(0);
  if (options.errors_format == "jsonl") {
    formats::write_errors_json(run.cases, limit, lists, out);
  } else if (options.json) {
    formats::write_eval_json(report, run.cases, comparison, out);
  } else {
    formats::write_eval_text(report, run.cases, {options.rules, options.by_document}, out);
    if (comparison) {
      out += '\n';
      formats::write_comparison_text(*before, after, *comparison, out);
    }
    if (options.errors) {
      out += '\n';
      formats::write_errors_text(run.cases, limit, lists, out);
    }
  }
  return out;
}

}  // namespace

int run_eval(Options const& all) {
  auto const& options = all.eval;
  std::vector<Threshold> thresholds;
  if (!read_thresholds(options.fail_under, thresholds)) return wrong_use;

  Run run;
  auto gold = formats::read_gold_files(options.gold);
  if (!gold) return complain(gold.problems());
  run.gold = std::move(*gold);
  if (options.check) return check(run.gold);

  std::optional<eval::Baseline> before;
  if (!options.baseline.empty()) {
    auto const bytes = formats::read_bytes(options.baseline);
    if (!bytes) return complain(bytes.problems());
    auto baseline = formats::read_baseline(*bytes, options.baseline);
    if (!baseline) return complain(baseline.problems());
    before = std::move(*baseline);
  }

  auto const status = options.predictions.empty() ? predict(options, all.common, run) : read_predictions(options, all.common, run);
  if (status != all_well) return status;
  auto const lists = word_lists();
  for (auto& document : run.cases) document.score = eval::score_document(*document.gold, document.predicted, lists);
  auto const report = eval::summarise(run.cases);
  auto const after = eval::make_baseline(run.cases, report.pooled, lists);
  std::optional<eval::Comparison> comparison;
  if (before) comparison = eval::compare(*before, after);

  if (!save("-", report_of(options, run, report, lists, before ? &*before : nullptr, after, comparison ? &*comparison : nullptr)))
    return wrong_use;
  if (!options.html.empty()) {
    std::string page;
    formats::write_eval_html(report, run.cases, lists, page);
    if (!save(options.html, page)) return wrong_use;
  }
  if (!options.save_baseline.empty()) {
    std::string bytes;
    formats::write_baseline(after, bytes);
    if (!save(options.save_baseline, bytes)) return wrong_use;
  }
  bool failed = misses_a_threshold(thresholds, report.pooled) || run.failed;
  if (options.fail_on_regression && comparison)
    if (auto const lost = comparison->count(eval::Direction::lost); lost != 0) {
      complain(std::to_string(lost) + (lost == 1 ? " quote is" : " quotes are") + " worse than in the baseline");
      failed = true;
    }
  return failed ? some_failed : all_well;
}

}  // namespace whosaid::cli
