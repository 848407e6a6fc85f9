// One thread's share of `extract`: batches of bytes become written tables.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "cli/inputs.hpp"
#include "cli/options.hpp"
#include "formats/formats.hpp"
#include "formats/make_table.hpp"
#include "whosaid.hpp"

namespace whosaid::cli {

struct Counts {
  std::uint64_t documents = 0, failed = 0, unreadable = 0, bytes = 0, quotes = 0, attributed = 0;
  std::array<std::uint64_t, stage_names.size() + 1> nanoseconds{};  // of each stage, then of tables and their bytes; with --stats
  void add(Counts const& other);
};

// A batch on its way: the worker fills the rest. Reused, so that memory settles.
struct Job {
  Batch batch;
  std::string bytes;               // pieces of output, one per document
  std::vector<std::size_t> ends;   // where each piece ends
  std::vector<std::string> notes;  // repairs, for standard error
  std::vector<std::string> errors;
  Counts counts;
};

class Worker final : public formats::DocumentSink {
 public:
  // All references must outlive the worker; they are shared by threads.
  Worker(Extractor const& extractor, EngineOptions const& engine, formats::TableOptions const& table,
         formats::ReaderOptions const& reading, formats::OutputFormat const& format, formats::WriteOptions const& write, bool keep_times);
  // Never throws: what cannot be done fails as a document of its own.
  void operator()(Job& job);

  void take(Document& document, Problems const& notes) override;
  void fail(formats::FailedDocument const& failed) override;

 private:
  void read_record(formats::Record const& record);
  void work_on(Document& document, Problems const& notes);
  void fail_alone(std::string const& id);
  void read_batch();

  Extractor const& extractor_;
  EngineOptions const& engine_;
  formats::TableOptions const& table_options_;
  formats::ReaderOptions const& reader_options_;
  formats::OutputFormat const& format_;
  formats::WriteOptions const& write_options_;
  Workspace workspace_;
  std::unordered_map<formats::InputFormat const*, std::unique_ptr<formats::RecordReader>> readers_;
  Job* job_ = nullptr;
};

}  // namespace whosaid::cli
