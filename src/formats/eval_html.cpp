#include "formats/eval_html.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <optional>

#include "eval/errors.hpp"
#include "formats/pages.hpp"
#include "formats/painted_text.hpp"

namespace whosaid::formats {
namespace {

using eval::Metric;
using pages::append_escaped;

std::string joined(eval::Text const& text, eval::Ranges const& ranges) {
  std::string out;
  for (auto range : ranges) out.append(out.empty() ? "" : " … ").append(text.slice(range));
  return out;
}

std::string three_decimals(std::optional<double> value) {
  if (!value) return "–";
  std::array<char, 16> buffer{};
  auto const size = std::snprintf(buffer.data(), buffer.size(), "%.3f", *value);
  return std::string(buffer.data(), std::min(static_cast<std::size_t>(std::max(size, 0)), buffer.size() - 1));
}

void cell(std::string& out, std::string_view text) {
  out += "<td>";
  append_escaped(out, text);
  out += "</td>";
}

// One side of a row: speaker, source, cue, date.
struct Side {
  std::string speaker, source, cue, date;
};

void side_cell(std::string& out, Side const* side) {
  if (!side) {
    out += "<td class=\"nothing\">–</td>";
    return;
  }
  out += "<td><b>";
  append_escaped(out, side->speaker.empty() ? "nobody" : side->speaker);
  out += "</b>";
  auto const part = [&](std::string_view name, std::string const& value) {
    if (value.empty()) return;
    out.append("<br><i class=\"").append(name).append("\">");
    append_escaped(out, value);
    out += "</i>";
  };
  part("source", side->source);
  part("cue", side->cue);
  part("date", side->date);
  out += "</td>";
}

class EvaluationPage {
 public:
  EvaluationPage(eval::Report const& report, std::vector<eval::Case> const& documents, eval::WordLists const& lists, std::string& out)
      : report_(report), documents_(documents), lists_(lists), out_(out) {}

  void write() {
    for (auto const& cause : eval::find_errors(documents_)) {
      causes_.emplace_back(cause.name, cause.errors.size());
      for (auto const& error : cause.errors) errors_[{error.document, error.item}].push_back(cause.name);
    }
    head();
    figures();
    filters();
    for (std::uint32_t i = 0; i < documents_.size(); ++i) document(i);
    out_.append("</main>\n<script>").append(pages::file("eval.js")).append("</script>\n</body>\n</html>\n");
  }

 private:
  void head() {
    out_ += "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
            "<title>whosaid: gold and prediction</title>\n<style>";
    out_ += pages::file("eval.css");
    out_ += "</style>\n</head>\n<body>\n<header><h1>Gold and prediction</h1>\n";
  }

  void figures() {
    out_ += "<table class=\"figures\"><thead><tr><th>measure<th>precision<th>recall<th>F1<th>95 % interval<th>accuracy<th>right"
            "<th>claimed<th>wanted</tr></thead><tbody>\n";
    for (std::size_t m = 0; m < eval::metric_count; ++m) {
      auto const& counts = report_.pooled[m];
      if (counts.wanted == 0 && counts.claimed == 0) continue;
      out_.append("<tr><th>").append(eval::metric_names[m]);
      for (auto value : {eval::Value::precision, eval::Value::recall, eval::Value::f1})
        cell(out_, three_decimals(eval::value_of(report_.pooled, static_cast<Metric>(m), value)));
      auto const& interval = report_.intervals[m][static_cast<std::size_t>(eval::Value::f1)];
      cell(out_, interval ? three_decimals(interval->low) + " – " + three_decimals(interval->high) : "–");
      cell(out_, three_decimals(eval::value_of(report_.pooled, static_cast<Metric>(m), eval::Value::accuracy)));
      for (auto count : {counts.right, counts.claimed, counts.wanted}) cell(out_, std::to_string(count));
      out_ += "</tr>\n";
    }
    out_ += "</tbody></table>\n";
  }

  void choices(std::string_view id, std::string_view title, std::vector<std::pair<std::string, std::size_t>> const& values) {
    out_.append("<label>").append(title).append(" <select id=\"").append(id).append("\"><option value=\"\">all</option>");
    for (auto const& [value, count] : values) {
      out_ += "<option value=\"";
      append_escaped(out_, value);
      out_ += "\">";
      append_escaped(out_, value);
      out_.append(" (").append(std::to_string(count)).append(")</option>");
    }
    out_ += "</select></label>\n";
  }

  void filters() {
    std::map<std::string, std::size_t> rules, kinds;
    for (auto const& document : documents_)
      for (auto const& item : document.score.items) {
        ++rules[std::string(eval::class_of(document, item, eval::Dimension::rule))];
        ++kinds[std::string(eval::class_of(document, item, eval::Dimension::kind))];
      }
    out_ += "<p class=\"legend\"><span class=\"right\">right</span> <span class=\"partly\">words right, something else wrong</span> "
            "<span class=\"wrong\">missed or extra</span> <span class=\"other\">in a section that is not counted</span> "
            "<span class=\"source\">source</span> <span class=\"cue\">cue</span> <span class=\"discard\">not counted</span></p>\n"
            "</header>\n<form id=\"filters\">\n<label><input type=\"checkbox\" id=\"errors\" checked> errors only</label>\n";
    choices("cause", "cause", {causes_.begin(), causes_.end()});
    choices("rule", "rule", {rules.begin(), rules.end()});
    choices("kind", "kind", {kinds.begin(), kinds.end()});
    out_ += "<label>words <input type=\"search\" id=\"words\"></label>\n<output id=\"shown\"></output>\n</form>\n<main>\n";
  }

  void document(std::uint32_t number) {
    auto const& document = documents_[number];
    auto const id = "d" + std::to_string(number);
    eval::Text const text(document.gold->text, lists_);
    out_.append("<article id=\"").append(id).append("\">\n<h2>");
    append_escaped(out_, document.gold->title.empty() ? document.gold->id : document.gold->title);
    out_ += "</h2>\n<p class=\"about\">";
    append_escaped(out_, document.gold->id);
    if (!document.gold->published.empty()) {
      out_ += " · ";
      append_escaped(out_, document.gold->published);
    }
    if (document.score.missing) out_ += " · <strong>not predicted</strong>";
    out_ += "</p>\n<div class=\"sides\"><section><h3>gold</h3><div class=\"text\" dir=\"auto\">";
    paint(text, gold_side(document), id, out_);
    out_ += "</div></section><section><h3>predicted</h3><div class=\"text\" dir=\"auto\">";
    paint(text, predicted_side(document), id, out_);
    out_ += "</div></section></div>\n<table class=\"rows\"><thead><tr><th>words<th>gold<th>predicted<th>rule<th>wrong</tr></thead><tbody>\n";
    for (std::uint32_t row = 0; row < document.score.items.size(); ++row) this->row(number, row, text);
    out_ += "</tbody></table>\n</article>\n";
  }

  void row(std::uint32_t number, std::uint32_t index, eval::Text const& text) {
    auto const& document = documents_[number];
    auto const& item = document.score.items[index];
    auto const found = errors_.find({number, index});
    auto const rule = eval::class_of(document, item, eval::Dimension::rule);
    out_.append("<tr id=\"d").append(std::to_string(number)).append("-").append(std::to_string(index)).append("\" class=\"");
    out_.append(layer_names[static_cast<std::size_t>(layer_of(item))]).append("\" data-kind=\"");
    append_escaped(out_, eval::class_of(document, item, eval::Dimension::kind));
    out_ += "\" data-rule=\"";
    append_escaped(out_, rule);
    out_ += "\" data-cause=\"";
    if (found != errors_.end())
      for (std::size_t i = 0; i < found->second.size(); ++i) {
        if (i != 0) out_ += '|';
        append_escaped(out_, found->second[i]);
      }
    out_ += "\">";
    cell(out_, text.slice(item.span));
    std::optional<Side> gold, predicted;
    if (!item.extra()) {
      auto const& quote = document.gold->quotes[item.gold];
      gold = Side{quote.speaker.value_or(""), joined(text, quote.source), joined(text, quote.cue), quote.said_date.value.value_or("")};
    }
    if (item.predicted != eval::no_quote && document.predicted) {
      auto const& quote = document.predicted->quotes[item.predicted];
      predicted = Side{quote.speaker_name.value_or(""), quote.source ? quote.source->span.text : "", quote.cue ? quote.cue->span.text : "",
                       quote.said.date.value_or("")};
    }
    side_cell(out_, gold ? &*gold : nullptr);
    side_cell(out_, predicted ? &*predicted : nullptr);
    cell(out_, rule);
    out_ += "<td>";
    if (found != errors_.end())
      for (auto cause : found->second) {
        out_ += "<span class=\"cause\">";
        append_escaped(out_, cause);
        out_ += "</span> ";
      }
    out_ += "</td></tr>\n";
  }

  eval::Report const& report_;
  std::vector<eval::Case> const& documents_;
  eval::WordLists const& lists_;
  std::string& out_;
  std::vector<std::pair<std::string, std::size_t>> causes_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::string_view>> errors_;  // of document and item
};

}  // namespace

void write_eval_html(eval::Report const& report, std::vector<eval::Case> const& documents, eval::WordLists const& lists,
                     std::string& out) {
  EvaluationPage(report, documents, lists, out).write();
}

}  // namespace whosaid::formats
