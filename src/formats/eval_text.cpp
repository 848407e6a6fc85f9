#include "formats/eval_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string_view>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace whosaid::formats {
namespace {

constexpr std::size_t name_width = 14;
constexpr std::string_view nothing = "    -";

std::string number(char const* format, double value) {
  std::array<char, 32> buffer{};
  auto const size = std::snprintf(buffer.data(), buffer.size(), format, value);
  return std::string(buffer.data(), std::min(static_cast<std::size_t>(std::max(size, 0)), buffer.size() - 1));
}

std::string fixed(std::optional<double> value) { return value ? number("%.3f", *value) : std::string(nothing); }

std::string padded(std::string_view text, std::size_t width) {
  std::string out(text);
  auto const columns = static_cast<std::size_t>(std::max(display_width(text), 0));
  if (columns < width) out.append(width - columns, ' ');
  return out;
}

std::string right_aligned(std::string_view text, std::size_t width) {
  std::string out;
  if (text.size() < width) out.append(width - text.size(), ' ');
  return out.append(text);
}
std::string right_aligned(std::uint64_t value, std::size_t width) { return right_aligned(std::to_string(value), width); }

// One line, no control characters, white space folded; cut in the middle when it is longer than `limit` code points.
std::string on_one_line(std::string_view text, std::size_t limit = 160) {
  std::vector<std::string> characters;
  for (std::size_t at = 0; at < text.size();) {
    auto const begin = at;
    auto const c = next_code_point(text, at);
    bool const control = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (control || (char_class(c) & char_space) != 0) {
      if (characters.empty() || characters.back() != " ") characters.emplace_back(" ");
    } else {
      characters.emplace_back(text.substr(begin, at - begin));
    }
  }
  std::string out;
  auto const put = [&](std::size_t from, std::size_t to) {
    for (auto i = from; i < to; ++i) out += characters[i];
  };
  if (characters.size() <= limit) {
    put(0, characters.size());
    return out;
  }
  put(0, limit * 2 / 3);
  out += " […] ";
  put(characters.size() - limit / 3, characters.size());
  return out;
}

void line(std::string& out, std::string_view text) { out.append(text).append("\n"); }

std::string plural(std::uint64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count).append(" ").append(count == 1 ? one : many);
}

eval::Counts const& counts_of(eval::Tally const& tally, eval::Metric metric) { return tally[static_cast<std::size_t>(metric)]; }

void figure_table(eval::Report const& report, std::string& out) {
  out += padded("", name_width);
  line(out, "    P      R     F1   95 % interval   accuracy   right  claimed   wanted   mean F1");
  for (std::size_t m = 0; m < eval::metric_count; ++m) {
    auto const metric = static_cast<eval::Metric>(m);
    auto const& c = report.pooled[m];
    if (c.wanted == 0 && c.claimed == 0) continue;
    auto const value = [&](eval::Value v) { return fixed(eval::value_of(report.pooled, metric, v)); };
    out += padded(eval::metric_names[m], name_width);
    out.append(value(eval::Value::precision)).append("  ").append(value(eval::Value::recall)).append("  ").append(value(eval::Value::f1));
    auto const& interval = report.intervals[m][static_cast<std::size_t>(eval::Value::f1)];
    out.append("  ").append(interval ? fixed(interval->low) + " - " + fixed(interval->high) : std::string("      -      "));
    out.append("    ").append(value(eval::Value::accuracy)).append("  ");
    out.append(right_aligned(c.right, 7)).append(right_aligned(c.claimed, 9)).append(right_aligned(c.wanted, 9));
    out.append("     ").append(fixed(eval::mean_over_documents(report.documents, metric, eval::Value::f1)));
    out += '\n';
  }
}

constexpr std::array<eval::FigureName, 6> shown_in_breakdowns = {{
    {eval::Metric::span, eval::Value::f1},
    {eval::Metric::source, eval::Value::f1},
    {eval::Metric::cue, eval::Value::accuracy},
    {eval::Metric::speaker, eval::Value::accuracy},
    {eval::Metric::date, eval::Value::f1},
    {eval::Metric::indirect, eval::Value::f1},
}};

std::size_t widest(std::vector<eval::Row> const& rows, std::size_t least) {
  for (auto const& row : rows) least = std::max(least, static_cast<std::size_t>(std::max(display_width(row.name), 0)));
  return std::min<std::size_t>(least, 52);
}

void rows_table(std::string_view title, std::vector<eval::Row> const& rows, std::string& out) {
  auto const width = widest(rows, std::max<std::size_t>(name_width, title.size() + 2));
  out += padded(title, width);
  line(out, "   gold  claimed   span  source    cue  speaker   date  indirect");
  for (auto const& row : rows) {
    std::uint64_t wanted = 0, claimed = 0;
    for (auto metric : {eval::Metric::span, eval::Metric::indirect}) {
      wanted += counts_of(row.counts, metric).wanted;
      claimed += counts_of(row.counts, metric).claimed;
    }
    out += padded(row.name, width);
    out.append(right_aligned(wanted, 7)).append(right_aligned(claimed, 9));
    static constexpr std::array<std::size_t, 6> widths = {7, 8, 7, 9, 7, 10};
    for (std::size_t i = 0; i < shown_in_breakdowns.size(); ++i)
      out += right_aligned(fixed(eval::value_of(row.counts, shown_in_breakdowns[i].metric, shown_in_breakdowns[i].value)), widths[i]);
    out += '\n';
  }
}

void reliability_table(eval::Reliability const& reliability, std::string& out) {
  if (reliability.quotes() == 0) return;
  line(out, "\nconfidence    quotes   right  share right  mean confidence");
  for (std::size_t b = 0; b < reliability.bins.size(); ++b) {
    auto const& bin = reliability.bins[b];
    if (bin.quotes == 0) continue;
    auto const quotes = static_cast<double>(bin.quotes);
    out.append(fixed(static_cast<double>(b) / 10), 0, 3).append(" - ").append(fixed(static_cast<double>(b + 1) / 10), 0, 3);
    out.append("   ").append(right_aligned(bin.quotes, 8)).append(right_aligned(bin.right, 8));
    out.append("        ").append(fixed(static_cast<double>(bin.right) / quotes));
    out.append("            ").append(fixed(bin.claimed / quotes)).append("\n");
  }
  auto const percent = [](double share) { return number("%.1f %%", share * 100); };
  out.append("0.9 and more: ").append(percent(reliability.share_of_top())).append(" of all quotes, ");
  out.append(percent(reliability.right_of_top())).append(" of them right\n");
}

}  // namespace

void write_eval_text(eval::Report const& report, std::vector<eval::Case> const& documents, EvalTextOptions const& options,
                     std::string& out) {
  std::uint64_t marked = 0, indirect = 0;
  for (auto const& document : documents)
    for (auto const& quote : document.gold->quotes) ++(quote.kind == "indirect" ? indirect : marked);
  out.append(plural(documents.size(), "document", "documents")).append(", ").append(plural(marked, "quote", "quotes"));
  out.append(" in marks, ").append(std::to_string(indirect)).append(" indirect");
  if (report.missing) out.append("; ").append(plural(report.missing, "document", "documents")).append(" not predicted, all of it counted as missed");
  out += "\n\n";
  figure_table(report, out);
  for (std::size_t d = 0; d < eval::dimension_names.size(); ++d) {
    auto const dimension = static_cast<eval::Dimension>(d);
    auto rows = eval::break_down(documents, dimension);
    // Placeholders such as "-" and "(extra)" are no class of their own.
    auto const classes = std::count_if(rows.begin(), rows.end(), [](eval::Row const& row) { return row.name != "-" && row.name.front() != '('; });
    if (classes < 2 && dimension != eval::Dimension::kind) continue;
    out += '\n';
    std::size_t left_out = 0;
    if (dimension == eval::Dimension::rule && options.rules != 0 && rows.size() > options.rules) {
      left_out = rows.size() - options.rules;
      rows.resize(options.rules);
    }
    rows_table("by " + std::string(eval::dimension_names[d]), rows, out);
    if (left_out) out.append("… and ").append(plural(left_out, "more rule", "more rules")).append("; --rules 0 shows all\n");
  }
  reliability_table(report.reliability, out);
  if (options.by_document) {
    std::vector<eval::Row> rows;
    for (std::size_t i = 0; i < documents.size(); ++i) rows.push_back({documents[i].gold->id, report.documents[i]});
    out += '\n';
    rows_table("by document", rows, out);
  }
}

void write_errors_text(std::vector<eval::Case> const& documents, std::size_t limit, eval::WordLists const& lists, std::string& out) {
  auto const causes = eval::find_errors(documents);
  std::uint64_t all = 0;
  for (auto const& cause : causes) all += cause.errors.size();
  out.append(plural(all, "error", "errors")).append(", ").append(plural(causes.size(), "cause", "causes")).append("\n");
  for (auto const& cause : causes) out.append(right_aligned(cause.errors.size(), 7)).append("  ").append(cause.name).append("\n");
  std::uint32_t decoded = eval::no_quote;
  std::optional<eval::Text> text;
  for (auto const& cause : causes) {
    out.append("\n== ").append(cause.name).append(": ").append(std::to_string(cause.errors.size())).append("\n");
    std::size_t shown = 0;
    for (auto const& error : cause.errors) {
      if (limit != 0 && shown == limit) {
        out.append("… and ").append(std::to_string(cause.errors.size() - limit)).append(" more\n");
        break;
      }
      ++shown;
      if (decoded != error.document) {
        text.emplace(documents[error.document].gold->text, lists);
        decoded = error.document;
      }
      auto const seen = eval::view(documents[error.document], error, *text);
      out.append("\n").append(on_one_line(seen.document)).append(" [").append(std::to_string(seen.span.start)).append(",");
      out.append(std::to_string(seen.span.end)).append("]");
      if (!error.rule.empty()) out.append("  rule ").append(error.rule);
      out.append("\n  …").append(on_one_line(seen.before)).append("⟦").append(on_one_line(seen.words)).append("⟧");
      out.append(on_one_line(seen.after)).append("…\n");
      auto const side = [&](std::string_view label, std::string const& value) {
        out.append("  ").append(label).append(value.empty() ? "-" : on_one_line(value)).append("\n");
      };
      side("gold: ", seen.wanted);
      side("got:  ", seen.got);
    }
  }
}

namespace {

void rule_table(std::vector<eval::Comparison::PerRule> const& rules, std::string& out) {
  if (rules.empty()) return;
  std::size_t width = name_width;
  for (auto const& rule : rules) width = std::max(width, rule.rule.size() + 2);
  out.append("\n").append(padded("rule", width)).append(" gained    lost  changed\n");
  for (auto const& rule : rules) {
    out += padded(rule.rule, width);
    for (std::size_t d = 0; d < rule.count.size(); ++d) out += right_aligned(rule.count[d], d == 2 ? 9 : d == 1 ? 8 : 7);
    out += '\n';
  }
}

std::string_view or_nobody(std::string_view speaker) { return speaker.empty() ? "nobody" : speaker; }
std::string_view or_none(std::string_view rule) { return rule.empty() ? "no rule" : rule; }

std::string_view sign(eval::Direction direction) {
  return direction == eval::Direction::gained ? "+" : direction == eval::Direction::lost ? "-" : "~";
}

void only(std::string& out, std::string_view label, std::vector<std::string> const& ids) {
  for (auto const& id : ids) out.append(label).append(on_one_line(id)).append("\n");
}

}  // namespace

void write_comparison_text(eval::Baseline const& before, eval::Baseline const& after, eval::Comparison const& comparison,
                           std::string& out) {
  out.append("against the baseline: ").append(std::to_string(comparison.count(eval::Direction::gained))).append(" gained, ");
  out.append(std::to_string(comparison.count(eval::Direction::lost))).append(" lost, ");
  out.append(std::to_string(comparison.count(eval::Direction::changed))).append(" changed\n");
  for (auto const& figure : after.figures) {
    auto const& name = figure.first;
    auto const& value = figure.second;
    auto const old_figure = std::find_if(before.figures.begin(), before.figures.end(), [&](auto const& f) { return f.first == name; });
    // What rounds to the same three decimals has not moved for a reader.
    if (old_figure == before.figures.end() || std::abs(old_figure->second - value) < 0.0005) continue;
    out.append("  ").append(padded(name, 24)).append(fixed(old_figure->second)).append(" -> ").append(fixed(value));
    auto const moved = value - old_figure->second;
    out.append("  ").append(moved > 0 ? "+" : "").append(fixed(moved)).append("\n");
  }
  rule_table(comparison.rules, out);
  only(out, "only in the baseline: ", comparison.only_before);
  only(out, "not in the baseline:  ", comparison.only_after);
  if (comparison.gold_changed)
    out.append(plural(comparison.gold_changed, "place", "places")).append(" left out because the gold is not what it was\n");
  for (auto const& change : comparison.changes) {
    auto const& verdict = change.after ? *change.after : *change.before;
    out.append("\n").append(sign(change.direction)).append(" ").append(on_one_line(verdict.document)).append(" [");
    out.append(std::to_string(verdict.span.start)).append(",").append(std::to_string(verdict.span.end)).append("]  ");
    out.append(change.what).append("\n    “").append(on_one_line(verdict.words)).append("”\n    ");
    if (change.before) out.append(or_nobody(on_one_line(change.before->speaker))).append(" (").append(or_none(change.before->rule)).append(")");
    if (change.before && change.after) out += " -> ";
    if (change.after) out.append(or_nobody(on_one_line(change.after->speaker))).append(" (").append(or_none(change.after->rule)).append(")");
    out += '\n';
  }
}

void write_diff_text(eval::TableDiff const& diff, std::string& out) {
  out.append(std::to_string(diff.same)).append(" alike, ").append(std::to_string(diff.count(eval::Direction::gained))).append(" gained, ");
  out.append(std::to_string(diff.count(eval::Direction::lost))).append(" lost, ");
  out.append(std::to_string(diff.count(eval::Direction::changed))).append(" changed\n");
  rule_table(diff.rules, out);
  only(out, "only in the old tables: ", diff.only_before);
  only(out, "only in the new tables: ", diff.only_after);
  for (auto const& change : diff.changes) {
    auto const& quote = change.after ? *change.after : *change.before;
    out.append("\n").append(sign(change.direction)).append(" ").append(on_one_line(change.document));
    if (!quote.segments.empty())
      out.append(" [").append(std::to_string(quote.segments.front().start)).append(",").append(std::to_string(quote.segments.back().end)).append("]");
    out.append("  ").append(or_nobody(on_one_line(quote.speaker_name.value_or("")))).append(" (").append(or_none(quote.rule)).append(")\n    “");
    out.append(on_one_line(quote.text)).append("”\n");
    for (auto const& field : change.fields)
      out.append("    ").append(field.field).append(": ").append(field.before.empty() ? "-" : on_one_line(field.before)).append(" -> ")
          .append(field.after.empty() ? "-" : on_one_line(field.after)).append("\n");
  }
}

}  // namespace whosaid::formats
