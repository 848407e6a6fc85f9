#include "formats/eval_json.hpp"

#include <optional>

#include "formats/json_fields.hpp"

namespace whosaid::formats {
namespace {

using json::comma;
using json::field;
using json::name;
using json::score_field;
using json::strings;

// Figures of every metric that was asked anything; `more` adds fields to each.
template <class More>
void figures(std::string& out, eval::Tally const& counts, More more) {
  out += '{';
  for (std::size_t m = 0; m < eval::metric_count; ++m) {
    auto const metric = static_cast<eval::Metric>(m);
    auto const& c = counts[m];
    if (c.wanted == 0 && c.claimed == 0) continue;
    name(out, eval::metric_names[m]);
    out += '{';
    for (std::size_t v = 0; v < eval::value_count; ++v)
      if (auto const value = eval::value_of(counts, metric, static_cast<eval::Value>(v))) score_field(out, eval::value_names[v], value);
    field(out, "right", c.right);
    field(out, "claimed", c.claimed);
    field(out, "wanted", c.wanted);
    more(metric);
    out += '}';
  }
  out += '}';
}
void figures(std::string& out, eval::Tally const& counts) {
  figures(out, counts, [](eval::Metric) {});
}

void interval_fields(std::string& out, eval::Report const& report, eval::Metric metric) {
  auto const m = static_cast<std::size_t>(metric);
  name(out, "interval95");
  out += '{';
  for (std::size_t v = 0; v < eval::value_count; ++v)
    if (auto const& interval = report.intervals[m][v]) {
      name(out, eval::value_names[v]);
      out += '[';
      append_json_score(out, interval->low);
      out += ',';
      append_json_score(out, interval->high);
      out += ']';
    }
  out += '}';
  name(out, "document_mean");
  out += '{';
  for (std::size_t v = 0; v < eval::value_count; ++v)
    if (auto const mean = eval::mean_over_documents(report.documents, metric, static_cast<eval::Value>(v)))
      score_field(out, eval::value_names[v], mean);
  out += '}';
}

void per_rule(std::string& out, std::vector<eval::Comparison::PerRule> const& rules) {
  name(out, "rules");
  out += '[';
  for (auto const& rule : rules) {
    comma(out);
    out += '{';
    field(out, "rule", rule.rule);
    for (std::size_t d = 0; d < rule.count.size(); ++d) field(out, eval::direction_names[d], rule.count[d]);
    out += '}';
  }
  out += ']';
}

void comparison_field(std::string& out, eval::Comparison const& comparison) {
  name(out, "comparison");
  out += '{';
  for (std::size_t d = 0; d < eval::direction_names.size(); ++d)
    field(out, eval::direction_names[d], comparison.count(static_cast<eval::Direction>(d)));
  field(out, "gold_changed", comparison.gold_changed);
  strings(out, "documents_only_in_baseline", comparison.only_before);
  strings(out, "documents_only_now", comparison.only_after);
  per_rule(out, comparison.rules);
  name(out, "quotes");
  out += '[';
  for (auto const& change : comparison.changes) {
    auto const& verdict = change.after ? *change.after : *change.before;
    comma(out);
    out += '{';
    field(out, "direction", eval::direction_names[static_cast<std::size_t>(change.direction)]);
    field(out, "what", change.what);
    field(out, "document", verdict.document);
    field(out, "start", verdict.span.start);
    field(out, "end", verdict.span.end);
    field(out, "text", verdict.words);
    for (auto const* side : {change.before, change.after}) {
      name(out, side == change.after ? "after" : "before");
      if (!side) {
        out += "null";
        continue;
      }
      out += '{';
      field(out, "rule", side->rule);
      field(out, "speaker", side->speaker);
      out += '}';
    }
    out += '}';
  }
  out += "]}";
}

}  // namespace

void write_eval_json(eval::Report const& report, std::vector<eval::Case> const& documents, eval::Comparison const* comparison,
                     std::string& out) {
  out += '{';
  field(out, "schema", "whosaid.eval/1");
  field(out, "documents", documents.size());
  field(out, "missing", report.missing);
  name(out, "figures");
  figures(out, report.pooled, [&](eval::Metric metric) { interval_fields(out, report, metric); });
  name(out, "by");
  out += '{';
  for (std::size_t d = 0; d < eval::dimension_names.size(); ++d) {
    name(out, eval::dimension_names[d]);
    out += '[';
    for (auto const& row : eval::break_down(documents, static_cast<eval::Dimension>(d))) {
      comma(out);
      out += '{';
      field(out, "name", row.name);
      name(out, "figures");
      figures(out, row.counts);
      out += '}';
    }
    out += ']';
  }
  out += '}';
  name(out, "reliability");
  out += '[';
  for (std::size_t b = 0; b < report.reliability.bins.size(); ++b) {
    auto const& bin = report.reliability.bins[b];
    comma(out);
    out += '{';
    score_field(out, "from", static_cast<double>(b) / 10);
    score_field(out, "to", static_cast<double>(b + 1) / 10);
    field(out, "quotes", bin.quotes);
    field(out, "right", bin.right);
    auto const quotes = static_cast<double>(bin.quotes);
    score_field(out, "claimed", bin.quotes ? std::optional(bin.claimed / quotes) : std::nullopt);
    score_field(out, "share_right", bin.quotes ? std::optional(static_cast<double>(bin.right) / quotes) : std::nullopt);
    out += '}';
  }
  out += ']';
  name(out, "by_document");
  out += '[';
  for (std::size_t i = 0; i < documents.size(); ++i) {
    comma(out);
    out += '{';
    field(out, "id", documents[i].gold->id);
    name(out, "missing");
    out += documents[i].score.missing ? "true" : "false";
    name(out, "figures");
    figures(out, report.documents[i]);
    out += '}';
  }
  out += ']';
  if (comparison) comparison_field(out, *comparison);
  out += "}\n";
}

void write_errors_json(std::vector<eval::Case> const& documents, std::size_t limit, eval::WordLists const& lists, std::string& out) {
  std::uint32_t decoded = eval::no_quote;
  std::optional<eval::Text> text;
  for (auto const& cause : eval::find_errors(documents)) {
    std::size_t shown = 0;
    for (auto const& error : cause.errors) {
      if (limit != 0 && shown++ == limit) break;
      auto const& document = documents[error.document];
      if (decoded != error.document) {
        text.emplace(document.gold->text, lists);
        decoded = error.document;
      }
      auto const seen = eval::view(document, error, *text);
      out += '{';
      field(out, "cause", error.cause);
      field(out, "metric", eval::metric_names[static_cast<std::size_t>(error.metric)]);
      field(out, "document", seen.document);
      field(out, "start", seen.span.start);
      field(out, "end", seen.span.end);
      field(out, "text", seen.words);
      field(out, "wanted", seen.wanted);
      field(out, "got", seen.got);
      field(out, "rule", error.rule);
      field(out, "before", seen.before);
      field(out, "after", seen.after);
      out += "}\n";
    }
  }
}

void write_diff_json(eval::TableDiff const& diff, std::string& out) {
  out += '{';
  field(out, "schema", "whosaid.diff/1");
  field(out, "same", diff.same);
  for (std::size_t d = 0; d < eval::direction_names.size(); ++d)
    field(out, eval::direction_names[d], diff.count(static_cast<eval::Direction>(d)));
  strings(out, "documents_only_old", diff.only_before);
  strings(out, "documents_only_new", diff.only_after);
  per_rule(out, diff.rules);
  name(out, "quotes");
  out += '[';
  for (auto const& change : diff.changes) {
    auto const& quote = change.after ? *change.after : *change.before;
    comma(out);
    out += '{';
    field(out, "direction", eval::direction_names[static_cast<std::size_t>(change.direction)]);
    field(out, "document", change.document);
    field(out, "id", quote.id);
    field(out, "text", quote.text);
    name(out, "speaker");
    append_json_string(out, quote.speaker_name);
    field(out, "rule", quote.rule);
    name(out, "fields");
    out += '[';
    for (auto const& differs : change.fields) {
      comma(out);
      out += '{';
      field(out, "field", differs.field);
      field(out, "old", differs.before);
      field(out, "new", differs.after);
      out += '}';
    }
    out += "]}";
  }
  out += "]}\n";
}

}  // namespace whosaid::formats
