// What the command line said, as plain structs: one per command. flag_*.cpp fill them, run_*.cpp read them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "text/utf8.hpp"

namespace whosaid::cli {

enum class ColourChoice : unsigned char { automatic, always, never };

struct CommonOptions {
  bool quiet = false;                // no notes, warnings or progress; errors stay
  bool stats = false;                // counts and speed at the end
  ColourChoice colour = ColourChoice::automatic;
  std::string grammars;              // directory laid over the built-in grammars, "" = none
};

// How documents are read and what is looked for; shared by the commands that run the engine.
struct EngineOptions {
  std::string input = "auto";
  std::string language, date;
  bool direct = true, mixed = true, indirect = false;
};

struct ExtractOptions {
  std::vector<std::string> inputs;  // files, directories, "-"; empty = standard input
  EngineOptions engine;
  std::string format;               // "" = by -o, else table on a terminal, jsonl otherwise
  std::string output;               // "" = standard output
  OffsetUnit offsets = OffsetUnit::code_point;
  bool with_text = false;
  double min_confidence = 0;
  unsigned jobs = 1;                // 0 = one per core
};

struct GrammarOptions {
  std::string action;               // check, test, list
  std::vector<std::string> names;   // files or directories to check; grammars to test or list
  std::string language = "en";
};

struct ExplainOptions {
  std::string target;               // FILE or FILE:QUOTE
  EngineOptions engine;
};

struct EvalOptions {
  std::vector<std::string> gold;          // files, folders, "-"
  EngineOptions engine;                   // kinds are always all: what the gold asks is counted
  std::string predictions;                // quote tables; "" = run the engine
  std::string baseline, save_baseline;
  std::vector<std::string> fail_under;    // "source.f1=0.93"
  bool fail_on_regression = false;
  bool json = false;
  bool check = false;                     // lint the gold, score nothing
  bool by_document = false;
  std::size_t rules = 15;                 // rows of the table of rules, 0 = all
  std::optional<std::size_t> errors;      // at most this many of each cause, 0 = all
  std::string errors_format = "text";     // text, jsonl
  std::string html;                       // a page to read in a browser; "" = none
};

struct DiffOptions {
  std::string before, after;              // quote tables
  bool json = false;
};

struct GraphOptions {
  std::vector<std::string> inputs;  // quote tables; empty = standard input
  std::string format;               // "" = by -o, else json
  std::string output;               // "" = standard output; a directory for neo4j
  bool repeats = true;
};

struct ConvertOptions {
  std::vector<std::string> inputs;        // quote tables, gold files, brat files, folders of gold
  std::string to;                         // brat, doccano, gold, labelstudio, or an export format
  std::string output;                     // a file, "" = standard output; a folder for brat
  bool configuration = false;             // the tool's configuration instead of documents
  std::string reviewer, review_url;       // for ClaimReview drafts
};

struct FitOptions {
  std::vector<std::string> gold;
  std::vector<std::string> keep;
};

struct ReportOptions {
  std::vector<std::string> inputs;        // quote tables; empty = standard input
  std::string output;                     // "" = standard output
};

struct SearchOptions {
  std::string words, speaker, since, until;
  std::string store;                      // a store of quotes
  std::string format;                     // table, jsonl, csv; "" = table on a terminal, jsonl otherwise
  std::uint64_t limit = 0;                // 0 = all
};

struct VerifyOptions {
  std::string words, speaker;
  std::string store;                      // a store, or quote tables
  std::string format = "text";            // text, json
};

struct Options {
  std::string command;
  CommonOptions common;
  ExtractOptions extract;
  GrammarOptions grammar;
  ExplainOptions explain;
  EvalOptions eval;
  DiffOptions diff;
  GraphOptions graph;
  ConvertOptions convert;
  FitOptions fit;
  ReportOptions report;
  SearchOptions search;
  VerifyOptions verify;
};

}  // namespace whosaid::cli
