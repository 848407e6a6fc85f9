#include "eval/errors.hpp"

#include <algorithm>
#include <map>

namespace whosaid::eval {
namespace {

std::string_view span_cause(Item const& item) {
  if (item.extra()) {
    switch (item.near) {
      case Near::boundary: return "extra, other limits than the gold";
      case Near::nested: return "extra, inside a quote that was found";
      case Near::other_kind: return "extra, indirect in the gold";
      default: return "extra, no speech in the gold";
    }
  }
  switch (item.near) {
    case Near::boundary: return "missed, found with other limits";
    case Near::nested: return "missed, inside a quote that was found";
    case Near::other_kind: return "missed, taken for indirect speech";
    case Near::skipped_section: return "missed, put in a section that is not counted";
    default: return "missed, nothing found there";
  }
}

std::string_view indirect_cause(Item const& item) {
  if (item.extra()) {
    switch (item.near) {
      case Near::boundary: return "indirect extra, touches another report";
      case Near::other_kind: return "indirect extra, has marks in the gold";
      default: return "indirect extra, nothing there in the gold";
    }
  }
  switch (item.near) {
    case Near::source_differs: return "indirect, wrong source";
    case Near::cue_differs: return "indirect, wrong cue";
    case Near::boundary: return "indirect, too little in common";
    case Near::other_kind: return "indirect missed, taken for marked speech";
    default: return "indirect missed, nothing found there";
  }
}

// "" when the metric holds no error here, or one that follows from another: who said a stretch that was not found.
std::string_view cause_of(Item const& item, Metric metric) {
  auto const& judged = item.of(metric);
  if (!judged.asked() || judged.right) return {};
  if (metric == Metric::span) return span_cause(item);
  if (metric == Metric::indirect) return indirect_cause(item);
  if (metric == Metric::span_overlap || item.extra() || !item.matched) return {};
  switch (metric) {
    case Metric::source:
      return !judged.claimed ? "source not found" : judged.wanted ? "source wrong" : "source where the gold has none";
    case Metric::cue: return !judged.claimed ? "cue not found" : judged.wanted ? "cue wrong" : "cue where the gold has none";
    case Metric::speaker:
      if (!judged.claimed) return "speaker left open";
      return item.of(Metric::source).right ? "speaker wrong though the source is right" : "speaker wrong with its source";
    case Metric::date: return !judged.claimed ? "date not found" : judged.wanted ? "date wrong" : "date where the gold has none";
    default: return {};
  }
}

table::Quote const* predicted_of(Case const& document, Item const& item) {
  return item.predicted == no_quote || !document.predicted ? nullptr : &document.predicted->quotes[item.predicted];
}

std::string joined(Text const& text, Ranges const& ranges) {
  std::string out;
  for (auto range : ranges) {
    if (!out.empty()) out += " … ";
    out += text.slice(range);
  }
  return out;
}

}  // namespace

std::vector<Cause> find_errors(std::vector<Case> const& documents) {
  std::map<std::string_view, Cause> causes;
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    auto const& items = documents[d].score.items;
    for (std::uint32_t i = 0; i < items.size(); ++i)
      for (std::size_t m = 0; m < metric_count; ++m) {
        auto const metric = static_cast<Metric>(m);
        auto const name = cause_of(items[i], metric);
        if (name.empty()) continue;
        auto const* predicted = predicted_of(documents[d], items[i]);
        auto& cause = causes[name];
        cause.name = name;
        cause.errors.push_back({d, i, metric, name, predicted ? std::string_view(predicted->rule) : std::string_view{}});
      }
  }
  std::vector<Cause> out;
  for (auto& [name, cause] : causes) {
    std::map<std::string_view, std::size_t> by_rule;
    for (auto const& error : cause.errors) ++by_rule[error.rule];
    std::stable_sort(cause.errors.begin(), cause.errors.end(), [&](Error const& a, Error const& b) {
      auto const na = by_rule[a.rule], nb = by_rule[b.rule];
      return na != nb ? na > nb : a.rule < b.rule;
    });
    out.push_back(std::move(cause));
  }
  std::stable_sort(out.begin(), out.end(), [](Cause const& a, Cause const& b) { return a.errors.size() > b.errors.size(); });
  return out;
}

ErrorView view(Case const& document, Error const& error, Text const& text, std::uint32_t context) {
  auto const& item = document.score.items[error.item];
  auto const* gold = item.extra() ? nullptr : &document.gold->quotes[item.gold];
  auto const* predicted = predicted_of(document, item);
  ErrorView out;
  out.document = document.gold->id;
  out.span = item.span;
  out.words = text.slice(item.span);
  out.before = text.slice({item.span.start > context ? item.span.start - context : 0, item.span.start});
  out.after = text.slice({item.span.end, item.span.end + context});
  auto const said_by = [&](table::Quote const& quote) { return quote.speaker_name.value_or(""); };
  switch (error.metric) {
    case Metric::source:
      if (gold) out.wanted = joined(text, gold->source);
      if (predicted && predicted->source) out.got = predicted->source->span.text;
      break;
    case Metric::cue:
      if (gold) out.wanted = joined(text, gold->cue);
      if (predicted && predicted->cue) out.got = predicted->cue->span.text;
      break;
    case Metric::speaker:
      if (gold) out.wanted = gold->speaker.value_or("");
      if (predicted) out.got = said_by(*predicted);
      break;
    case Metric::date:
      if (gold) out.wanted = gold->said_date.value.value_or("");
      if (predicted && predicted->said.date) {
        out.got = *predicted->said.date;
        if (error.cause == "date not found") out.got.append(" (").append(predicted->said.basis).append(": not what the text says)");
      }
      break;
    case Metric::indirect: {
      auto const line = [](std::string_view source, std::string_view cue, std::string_view words) {
        std::string parts(source.empty() ? "?" : source);
        parts.append(" | ").append(cue.empty() ? "?" : cue).append(" | ").append(words);
        return parts;
      };
      if (gold) out.wanted = line(joined(text, gold->source), joined(text, gold->cue), joined(text, gold->spans));
      if (predicted)
        out.got = line(predicted->source ? predicted->source->span.text : "", predicted->cue ? predicted->cue->span.text : "",
                       predicted->text);
      break;
    }
    default:
      if (gold) out.wanted = out.words;
      if (predicted) out.got = predicted->text;
      break;
  }
  return out;
}

}  // namespace whosaid::eval
