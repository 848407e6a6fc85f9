// Streams documents through the engine: read in order, worked on by any number of threads, written in order.
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <new>
#include <thread>

#include "cli/commands.hpp"
#include "cli/engine.hpp"
#include "cli/inputs.hpp"
#include "cli/ordered_ring.hpp"
#include "cli/output.hpp"
#include "cli/store_sink.hpp"
#include "cli/terminal.hpp"
#include "cli/worker.hpp"

namespace whosaid::cli {
namespace {

constexpr std::size_t keep_memory = std::size_t{4} << 20;  // a slot that grew beyond this for one document gives it back

std::atomic<bool> stop_asked{false};
static_assert(std::atomic<bool>::is_always_lock_free);
extern "C" void ask_to_stop(int) { stop_asked = true; }

// Without SA_RESTART, so that a read that waits for input ends. A second signal ends the program at once.
void catch_interrupts() {
  struct sigaction action{};
  action.sa_handler = ask_to_stop;
  action.sa_flags = SA_RESETHAND;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

// A store takes tables; workers write them as JSON Lines.
bool wants_store(ExtractOptions const& options) {
  return options.format == formats::store_format || (options.format.empty() && formats::names_store(options.output));
}

formats::OutputFormat const& choose_format(ExtractOptions const& options) {
  if (wants_store(options)) return *formats::find_output_format("jsonl");
  if (!options.format.empty()) return *formats::find_output_format(options.format);
  if (!options.output.empty()) {
    if (auto const* format = formats::guess_output_format(options.output)) return *format;
  } else if (is_terminal(STDOUT_FILENO)) {
    if (auto const* format = formats::find_output_format("table")) return *format;
  }
  return *formats::find_output_format("jsonl");
}

// Joins the pieces of all documents into one well-formed output.
class Emitter {
 public:
  Emitter(formats::OutputFormat const& format, Output& output) : format_(format), output_(output) {}

  bool add(Job const& job) {
    if (format_.open.empty() && format_.between.empty()) return job.bytes.empty() || output_.write(job.bytes);
    buffer_.clear();
    std::size_t begin = 0;
    for (auto const end : job.ends) {
      add_piece(std::string_view(job.bytes).substr(begin, end - begin));
      begin = end;
    }
    return buffer_.empty() || output_.write(buffer_);
  }
  bool finish() {
    if (held_) return output_.write(first_) && output_.write("\n");
    if (pieces_ == 0 && !output_.write(format_.open)) return false;
    return format_.close.empty() || output_.write(format_.close);
  }

 private:
  void add_piece(std::string_view piece) {
    if (++pieces_ == 1) {
      if (format_.single) {  // whether a list is needed shows only with the second document
        first_ = piece;
        held_ = true;
        return;
      }
      buffer_ += format_.open;
    } else {
      if (held_) {
        buffer_ += format_.open;
        buffer_ += first_;
        first_ = {};
        held_ = false;
      }
      buffer_ += format_.between;
    }
    buffer_ += piece;
  }

  formats::OutputFormat const& format_;
  Output& output_;
  std::uint64_t pieces_ = 0;
  bool held_ = false;
  std::string first_, buffer_;
};

void print_stats(Counts const& counts, double seconds) {
  std::fprintf(stderr,
               "whosaid: %llu documents (%llu failed), %llu quotes (%llu with a speaker), %.2f MB in %.2f s, %.1f MB/s\n",
               static_cast<unsigned long long>(counts.documents), static_cast<unsigned long long>(counts.failed),
               static_cast<unsigned long long>(counts.quotes), static_cast<unsigned long long>(counts.attributed),
               static_cast<double>(counts.bytes) / 1e6, seconds, static_cast<double>(counts.bytes) / 1e6 / std::max(seconds, 1e-9));
  for (std::size_t i = 0; i < counts.nanoseconds.size(); ++i) {
    std::string const name(i < stage_names.size() ? stage_names[i] : "tables");
    double const spent = static_cast<double>(counts.nanoseconds[i]), bytes = static_cast<double>(std::max<std::uint64_t>(counts.bytes, 1));
    std::fprintf(stderr, "whosaid:   %-14s %8.3f s  %7.2f ns/byte\n", name.c_str(), spent / 1e9, spent / bytes);
  }
}

}  // namespace

int run_extract(Options const& options) {
  auto const& extract = options.extract;
  auto const extractor = open_engine(options.common, extract.engine);
  if (!extractor) return complain(extractor.problems());
  auto const reading = open_reading(*extractor);
  if (!reading) return complain(reading.problems());
  auto const& format = choose_format(extract);
  Output output;
  StoreSink store;
  bool const storing = wants_store(extract);
  if (storing && !store.open(extract.output)) {
    complain(store.error());
    return wrong_use;
  }
  if (!storing && !output.open(extract.output)) {
    complain("cannot write " + extract.output + ": " + output.error());
    return wrong_use;
  }
  bool const watched = extract.output.empty() && is_terminal(STDOUT_FILENO);
  if (!format.raw) output.trust();
  formats::WriteOptions write;
  write.colour = extract.output.empty() ? use_colour(options.common.colour, STDOUT_FILENO)
                                        : options.common.colour == ColourChoice::always;
  write.width = terminal_width();
  formats::TableOptions table;
  table.offsets = extract.offsets;
  table.with_text = extract.with_text;
  table.min_confidence = extract.min_confidence;
  table.direct = extract.engine.direct;
  table.mixed = extract.engine.mixed;
  table.indirect = extract.engine.indirect;

  catch_interrupts();
  auto const start = std::chrono::steady_clock::now();
  auto paths = extract.inputs;
  if (paths.empty()) paths.emplace_back("-");
  Inputs inputs(std::move(paths), formats::find_input_format(extract.engine.input), stop_asked);
  Progress progress(!options.common.quiet && !watched);
  Emitter emitter(format, output);
  Counts counts;
  bool no_memory = false;  // to join the output
  unsigned const jobs = extract.jobs ? extract.jobs : std::max(1u, std::thread::hardware_concurrency());

  run_in_order<Job>(
      jobs, [&](Job& job) { return inputs.next(job.batch); },
      [&] { return Worker(*extractor, extract.engine, table, *reading, format, write, options.common.stats); },
      [&](Job& job) {
        if (!job.errors.empty() || !job.notes.empty()) progress.clear();
        for (auto const& error : job.errors) complain(error);
        if (!options.common.quiet) {
          for (auto const& note : job.notes) complain(note);
        }
        counts.add(job.counts);
        bool written = false;
        try {
          written = storing ? store.add_lines(job.bytes) : emitter.add(job);
        } catch (std::bad_alloc const&) {
          no_memory = true;
        }
        progress.update(counts.documents, counts.bytes);
        if (job.batch.block.capacity > keep_memory) job.batch.block = {};
        if (job.bytes.capacity() > keep_memory) job.bytes = {};
        return written;
      });
  progress.clear();

  if (no_memory) {
    complain("not enough memory");
    return wrong_use;
  }
  if (storing && !store.finish()) {
    complain("cannot write " + extract.output + ": " + store.error());
    return wrong_use;
  }
  if (!storing && !output.closed() && output.error().empty() && !stop_asked) emitter.finish();
  if (output.closed()) return all_well;  // whoever read has seen enough
  if (stop_asked) return interrupted;
  if (!output.error().empty() || !output.commit()) {
    complain("cannot write " + (extract.output.empty() ? std::string("standard output") : extract.output) + ": " + output.error());
    return wrong_use;
  }
  if (inputs.skipped() && !options.common.quiet) {
    complain(std::to_string(inputs.skipped()) + " files with other endings skipped; --input reads them all");
  }
  if (options.common.stats) print_stats(counts, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  return counts.unreadable ? wrong_use : counts.failed ? some_failed : all_well;
}

}  // namespace whosaid::cli
