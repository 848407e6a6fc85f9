#include "cli/worker.hpp"

#include <exception>
#include <new>
#include <stdexcept>

namespace whosaid::cli {

void Counts::add(Counts const& other) {
  documents += other.documents;
  failed += other.failed;
  unreadable += other.unreadable;
  bytes += other.bytes;
  quotes += other.quotes;
  attributed += other.attributed;
  for (std::size_t i = 0; i < nanoseconds.size(); ++i) nanoseconds[i] += other.nanoseconds[i];
}

Worker::Worker(Extractor const& extractor, EngineOptions const& engine, formats::TableOptions const& table,
               formats::ReaderOptions const& reading, formats::OutputFormat const& format, formats::WriteOptions const& write, bool keep_times)
    : extractor_(extractor), engine_(engine), table_options_(table), reader_options_(reading), format_(format), write_options_(write) {
  workspace_.keep_times = keep_times;
}

void Worker::operator()(Job& job) {
  job_ = &job;
  job.bytes.clear();
  job.ends.clear();
  job.notes.clear();
  job.errors.clear();
  job.counts = {};
  read_batch();
}

void Worker::read_batch() {
  auto const& batch = job_->batch;
  if (!batch.unreadable.empty()) {
    fail({batch.name, batch.error_code, batch.name + ": " + batch.unreadable});
    ++job_->counts.unreadable;
    return;
  }
  job_->counts.bytes = batch.block.size;
  formats::Record record;
  record.name = batch.name;
  record.standard_input = batch.standard_input;
  record.line = batch.format->by_line || batch.format->by_record ? batch.block.first_line : 0;
  if (batch.block.no_memory) {
    fail({record.place(), "out_of_memory", record.place() + ": not enough memory"});
  } else if (batch.block.too_long) {
    auto const limit = batch.format->by_record ? formats::BlockReader::most_record : formats::BlockReader::default_limit;
    fail({record.place(), "too_large", record.place() + ": longer than the limit of " + std::to_string(limit >> 20) + " MiB"});
  } else if (batch.format->by_line) {
    formats::for_each_line(batch.block, [&](std::string_view line, std::uint32_t number) {
      record.bytes = line;
      record.line = number;
      read_record(record);
    });
  } else {
    record.bytes = batch.block.text();
    read_record(record);
  }
}

void Worker::read_record(formats::Record const& record) {
  auto& reader = readers_[job_->batch.format];
  if (!reader) reader = job_->batch.format->make(reader_options_);
  try {
    reader->read(record, *this);
  } catch (...) {
    reader.reset();
    fail_alone(record.place());
  }
}

// Called while an exception is handled: what one document broke must not take the others with it.
void Worker::fail_alone(std::string const& id) {
  std::string code = "out_of_memory", message = id + ": not enough memory";
  job_->bytes.resize(job_->ends.empty() ? 0 : job_->ends.back());
  bool const keep_times = workspace_.keep_times;
  workspace_ = Workspace();
  workspace_.keep_times = keep_times;
  try {
    throw;
  } catch (std::bad_alloc const&) {
  } catch (std::length_error const&) {
  } catch (std::exception const& error) {  // a mistake of ours
    code = "internal";
    message = id + ": " + error.what();
  }
  fail({id, std::move(code), std::move(message)});
}

void Worker::take(Document& document, Problems const& notes) {
  try {
    work_on(document, notes);
  } catch (...) {
    fail_alone(document.id);
  }
}

void Worker::work_on(Document& document, Problems const& notes) {
  if (!engine_.language.empty()) document.language = engine_.language;
  workspace_.times = {};
  auto const found = extractor_.extract(document, workspace_);
  std::uint64_t const extracted = workspace_.keep_times ? thread_nanoseconds() : 0;
  auto const table = formats::make_table(document, found, table_options_, notes);
  format_.write(table, write_options_, job_->bytes);
  if (workspace_.keep_times) {
    auto& spent = job_->counts.nanoseconds;
    for (std::size_t i = 0; i < workspace_.times.size(); ++i) spent[i] += workspace_.times[i];
    spent.back() += thread_nanoseconds() - extracted;
  }
  for (auto const& note : table.problems) job_->notes.push_back(document.id + ": " + note);
  job_->ends.push_back(job_->bytes.size());  // now it is part of the output
  ++job_->counts.documents;
  job_->counts.quotes += table.quotes.size();
  for (auto const& quote : table.quotes) job_->counts.attributed += quote.speaker.has_value();
}

void Worker::fail(formats::FailedDocument const& failed) {
  if (format_.write_error) {
    format_.write_error(failed, write_options_, job_->bytes);
    job_->ends.push_back(job_->bytes.size());
  }
  job_->errors.push_back(failed.message);
  ++job_->counts.documents;
  ++job_->counts.failed;
}

}  // namespace whosaid::cli
