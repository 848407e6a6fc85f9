// The names of all facts that the sources of a cue are weighed by, as weights.txt writes them.
#include <string>

#include "attribution/score_sources.hpp"

namespace whosaid {

SourceScorer::SourceScorer(grammar::Language const& language, AttributionNames const& names, Weights& weights)
    : vocabulary_(language.vocabulary()), names_(names) {
  that_ = static_cast<int>(vocabulary_.find("that"));
  to_ = static_cast<int>(vocabulary_.find("to"));
  if (grammar::Grammar const* sources = language.grammar("sources")) {
    forms_ = std::min(sources->rule_count(), max_forms - 1);
    for (std::size_t i = 0; i < forms_; ++i) {
      std::string_view const name = short_name(sources->rule_name(static_cast<std::uint16_t>(i)));
      form_[i] = weights.id(fact_name({"source.form", name}));
      form_free_[i] = weights.id(fact_name({"source.unruled_form", name}));
      form_next_[i] = weights.id(fact_name({"source.adjacent_form", name}));
    }
  }
  form_[forms_] = weights.id("source.form.phrase");
  form_free_[forms_] = weights.id("source.unruled_form.phrase");
  form_next_[forms_] = weights.id("source.adjacent_form.phrase");
  if (names.grammar) {
    for (std::size_t i = 0; i < names.grammar->rule_count(); ++i) {
      std::string const name = fact_name({"source.rule", short_name(names.grammar->rule_name(static_cast<std::uint16_t>(i)))});
      rule_.push_back(weights.id(name));
      rule_class_.emplace_back();
      for (std::size_t k = 0; k < cue_classes; ++k) rule_class_.back()[k] = weights.id(fact_name({name, cue_class_names[k]}));
      rule_near_.emplace_back();
      constexpr std::array<std::string_view, 4> near{"0", "1-2", "3-5", "6+"};
      for (std::size_t k = 0; k < near.size(); ++k) rule_near_.back()[k] = weights.id(fact_name({name, "distance", near[k]}));
    }
  }
  for (std::size_t side = 0; side < 2; ++side) {
    for (std::size_t i = 0; i < distance_names.size(); ++i) {
      distance_[side][i] = weights.id(fact_name({"source.distance", side_names[side], distance_names[i]}));
    }
    for (std::size_t i = 0; i < verb_form_names.size(); ++i) {
      verb_form_[side][i] = weights.id(fact_name({"source.verb", side_names[side], verb_form_names[i]}));
      verb_form_free_[side][i] = weights.id(fact_name({"source.unruled_verb", side_names[side], verb_form_names[i]}));
    }
  }
  for (std::size_t i = 0; i < sources_between_.size(); ++i) {
    sources_between_[i] = weights.id("source.sources_between." + std::to_string(i));
  }
  for (std::size_t k = 0; k < cue_classes; ++k) {
    for (std::size_t i = 0; i < verb_form_names.size(); ++i) {
      none_[k][i] = weights.id(fact_name({"source.none", cue_class_names[k], verb_form_names[i]}));
    }
  }
  for (std::size_t i = 0; i < verb_form_names.size(); ++i) {
    as_before_[0][i] = weights.id("source.of_cue_before." + std::string(verb_form_names[i]));
    as_before_[1][i] = weights.id("source.of_cue_before.joined." + std::string(verb_form_names[i]));
  }
  for (std::size_t i = 0; i < verb_form_names.size(); ++i) {
    std::string const verb(verb_form_names[i]);
    for (std::size_t n = 0; n < neighbour_names.size(); ++n) none_left_[i][n] = weights.id(fact_name({"source.none_left", verb, neighbour_names[n]}));
    for (std::size_t side = 0; side < 2; ++side) {
      for (std::size_t n = 0; n < neighbour_names.size(); ++n) {
        before_[side][i][n] = weights.id(fact_name({"source.preceded_by", neighbour_names[n], side_names[side], verb}));
        behind_[side][i][n] = weights.id(fact_name({"source.followed_by", neighbour_names[n], side_names[side], verb}));
      }
    }
    first_verb_[i] = weights.id("source.first_in_sentence." + verb);
    subject_verb_[i] = weights.id("source.before_a_verb." + verb);
  }
  for (std::size_t a = 0; a < neighbour_names.size(); ++a) {
    for (std::size_t b = 0; b < neighbour_names.size(); ++b) around_[a][b] = weights.id(fact_name({"source.between", neighbour_names[a], neighbour_names[b]}));
  }
  constexpr std::array<std::string_view, 3> commas{"none", "odd", "even"};
  for (std::size_t k = 0; k < commas.size(); ++k) {
    for (std::size_t i = 0; i < verb_form_names.size(); ++i) commas_[k][i] = weights.id(fact_name({"source.commas", commas[k], verb_form_names[i]}));
  }
  in_brackets_ = weights.id("source.in_brackets");
  none_to_ = weights.id("source.none_behind_to");
  comma_ = weights.id("source.comma_between");
  finite_between_ = weights.id("source.verb_between");
  quote_between_ = weights.id("source.quote_between");
  cue_between_ = weights.id("source.cue_between");
  preposition_ = weights.id("source.behind_preposition");
  first_ = weights.id("source.first_in_sentence");
  subject_ = weights.id("source.before_a_verb");
  earlier_sentence_ = weights.id("source.earlier_sentence");
  that_between_ = weights.id("source.that_between");
  for (std::size_t i = 0; i <= forms_; ++i) {
    std::string const name = i == forms_ ? "phrase" : std::string(short_name(language.grammar("sources")->rule_name(static_cast<std::uint16_t>(i))));
    constexpr std::array<std::string_view, 4> between{"neither", "comma", "verb", "comma_and_verb"};
    for (std::size_t k = 0; k < between.size(); ++k) form_between_[i][k] = weights.id(fact_name({"source.form", name, "behind_it", between[k]}));
  }
  for (std::size_t joined = 0; joined < 2; ++joined) {
    for (std::size_t i = 0; i < verb_form_names.size(); ++i) {
      std::string_view const how = joined ? "joined" : "plain";
      first_subject_[joined][i] = weights.id(fact_name({"source.first_subject", how, verb_form_names[i]}));
      nearest_subject_[joined][i] = weights.id(fact_name({"source.nearest_subject", how, verb_form_names[i]}));
    }
  }
  attached_ = weights.id("source.attached_to_another");
  owner_ = weights.id("source.has_another_attached");
  source_in_tail_ = weights.id("source.source_in_tail");
  apposition_ = weights.id("source.apposition_of_another");
}

}  // namespace whosaid
