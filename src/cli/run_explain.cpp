// Says why each quote went to its speaker: the engine's own trace, laid out for reading.
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <new>

#include "cli/commands.hpp"
#include "cli/engine.hpp"
#include "cli/inputs.hpp"
#include "cli/terminal.hpp"
#include "formats/make_table.hpp"

namespace whosaid::cli {
namespace {

struct Target {
  std::string file, quote;  // quote: number from 1, or id; "" = all
};

// FILE or FILE:QUOTE; a file whose own name holds the colon wins.
Target split_target(std::string const& target) {
  std::error_code ignored;
  auto const colon = target.rfind(':');
  if (target == "-" || colon == std::string::npos || std::filesystem::exists(target, ignored)) return {target, ""};
  return {target.substr(0, colon), target.substr(colon + 1)};
}

std::string field(std::string_view name, std::string const& value) {
  std::string out = "  ";
  out += name;
  out.resize(14, ' ');
  return out + value + '\n';
}

std::string place(table::TextSpan const& span) {
  return '"' + span.text + "\"  [" + std::to_string(span.start) + ", " + std::to_string(span.end) + ')';
}

std::string two_decimals(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

// Quotes as the engine left them (`found`) beside the table made of them (`table`), which has offsets and ids.
class Explanation final : public formats::DocumentSink {
 public:
  Explanation(Extractor const& extractor, std::string language, std::string wanted)
      : extractor_(extractor), language_(std::move(language)), wanted_(std::move(wanted)) {}

  void take(Document& document, Problems const& notes) override {
    if (!language_.empty()) document.language = language_;
    auto const found = extractor_.extract(document, workspace_);
    auto const table = formats::make_table(document, found, {}, notes);
    std::string out = table.document.id;
    if (table.document.published) out += "  published " + *table.document.published;
    out += '\n';
    std::size_t index = 0;
    auto const before = shown_;
    for (std::size_t i = 0; i < found.quotes.size() && index < table.quotes.size(); ++i) {
      if (found.quotes[i].segments.empty()) continue;
      auto const& quote = table.quotes[index++];
      if (!wanted_.empty() && wanted_ != quote.id && wanted_ != std::to_string(index)) continue;
      ++shown_;
      explain(index, quote, found.quotes[i], found, document.text, out);
    }
    if (!wanted_.empty() && shown_ == before) return;
    for (auto const& problem : table.problems) out += "note: " + problem + '\n';
    auto const safe = printable(out);
    std::fwrite(safe.data(), 1, safe.size(), stdout);
  }
  void fail(formats::FailedDocument const& failed) override {
    complain(failed.message);
    failed_ = true;
  }
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] std::size_t shown() const { return shown_; }

 private:
  static void explain(std::size_t number, table::Quote const& quote, Quote const& made, Extraction const& found,
                      std::string_view text, std::string& out) {
    out += "\n" + std::to_string(number) + ". \"" + quote.text + "\"\n";
    out += field("id", quote.id + "  " + quote.kind + ", " + quote.section + ", " + quote.status);
    out += field("speaker", quote.speaker_name ? *quote.speaker_name + "  (" + quote.basis + ", confidence " +
                                                     two_decimals(quote.confidence) + ")"
                                               : "nobody: " + quote.basis);
    if (!quote.rule.empty()) out += field("rule", quote.rule);
    if (quote.source) out += field("source", place(quote.source->span) + "  " + quote.source->form);
    if (quote.cue) out += field("cue", place(quote.cue->span) + "  " + quote.cue->lemma);
    if (quote.addressee) out += field("addressee", place(*quote.addressee));
    if (quote.said.date) {
      out += field("said", *quote.said.date + "  (" + quote.said.basis + ")" +
                               (quote.said.expression ? "  " + place(*quote.said.expression) : ""));
    }
    for (auto const& other : quote.said.ambiguous) out += field("", "could also be " + other);
    if (quote.source && made.speaker.valid()) explain_chain(found.speakers[made.speaker.value], *made.source, text, out);
    for (std::size_t i = 0; i < made.candidates.size(); ++i) {
      auto const& candidate = made.candidates[i];
      out += field(i == 0 ? "candidates" : "", quote.candidates[i].name + "  " + two_decimals(quote.candidates[i].score) +
                                                   (candidate.why.empty() ? "" : "  " + candidate.why));
    }
    for (std::size_t i = 0; i < made.trace.size(); ++i) out += field(i == 0 ? "trace" : "", made.trace[i]);
  }

  // How "he" came to be somebody: the mentions that were taken for the same person, as far as the source.
  static void explain_chain(Speaker const& speaker, Span source, std::string_view text, std::string& out) {
    constexpr std::size_t most = 8;
    std::string chain;
    std::size_t count = 0;
    for (auto const mention : speaker.mentions) {
      if (mention.begin > source.begin) break;
      if (++count > most) continue;
      chain += (chain.empty() ? "" : " < ") + std::string(mention.in(text));
    }
    if (count > most) chain += " … " + std::to_string(count - most) + " more";
    if (count > 1) out += field("mentions", chain);
  }

  Extractor const& extractor_;
  Workspace workspace_;
  std::string language_, wanted_;
  bool failed_ = false;
  std::size_t shown_ = 0;
};

}  // namespace

int run_explain(Options const& options) {
  auto const& explain = options.explain;
  auto const target = split_target(explain.target);
  auto engine = explain.engine;
  auto const extractor = open_engine(options.common, engine, Tracing::on);
  if (!extractor) return complain(extractor.problems());
  auto const reading = open_reading(*extractor);
  if (!reading) return complain(reading.problems());

  std::atomic<bool> const never{false};
  Inputs inputs({target.file}, formats::find_input_format(engine.input), never);
  Explanation explanation(*extractor, engine.language, target.quote);
  Batch batch;
  while (inputs.next(batch)) {
    if (!batch.unreadable.empty()) {
      complain(batch.name + ": " + batch.unreadable);
      return wrong_use;
    }
    if (batch.block.too_long) {
      auto const place = batch.format->by_line ? batch.name + ':' + std::to_string(batch.block.first_line) : batch.name;
      explanation.fail({place, {}, place + (batch.block.no_memory ? ": not enough memory" : ": too large")});
      continue;
    }
    auto const reader = batch.format->make(*reading);
    formats::Record record{batch.block.text(), batch.name, 0, batch.standard_input};
    auto const read = [&] {
      try {
        reader->read(record, explanation);
      } catch (std::bad_alloc const&) {
        explanation.fail({record.place(), {}, record.place() + ": not enough memory"});
      }
    };
    if (!batch.format->by_line) {
      read();
      continue;
    }
    formats::for_each_line(batch.block, [&](std::string_view line, std::uint32_t number) {
      record.bytes = line;
      record.line = number;
      read();
    });
  }
  if (!target.quote.empty() && explanation.shown() == 0) {
    complain("no quote '" + target.quote + "' in " + target.file);
    return some_failed;
  }
  return explanation.failed() ? some_failed : all_well;
}

}  // namespace whosaid::cli
