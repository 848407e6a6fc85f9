// The names of all facts that a quote's choices are weighed by, as weights.txt writes them.
#include <string>

#include "attribution/score_quotes.hpp"

namespace whosaid {
namespace {

template <std::size_t N>
void name_all(Weights& weights, std::array<FeatureId, N>& ids, std::string const& stem, std::array<std::string_view, N> const& names) {
  std::string name = stem + ".";
  for (std::size_t i = 0; i < N; ++i) {
    name.resize(stem.size() + 1);
    ids[i] = weights.id(name += names[i]);
  }
}

template <std::size_t N>
void number_all(Weights& weights, std::array<FeatureId, N>& ids, std::string const& stem) {
  for (std::size_t i = 0; i < N; ++i) ids[i] = weights.id(stem + "." + std::to_string(i));
}

}  // namespace

QuoteScorer::QuoteScorer(grammar::Language const& language, AttributionNames const& names, Weights& weights)
    : vocabulary_(language.vocabulary()), names_(names) {
  that_ = vocabulary_.find("that");
  hearsay_ = vocabulary_.lexicon("hearsay");
  broadcaster_ = vocabulary_.lexicon("broadcaster");
  work_ = vocabulary_.lexicon("work_noun");
  article_ = vocabulary_.lexicon("determiner");
  possessive_ = vocabulary_.lexicon("pronoun_possessive");
  grammar::Grammar const* const sources = language.grammar("sources");
  if (sources) {
    forms_ = std::min(sources->rule_count(), max_forms - 1);
    for (std::size_t i = 0; i < forms_; ++i) {
      form_[i] = weights.id(fact_name({"quote.form", short_name(sources->rule_name(static_cast<std::uint16_t>(i)))}));
    }
  }
  form_[forms_] = weights.id("quote.form.phrase");
  if (names.grammar) {
    for (std::size_t i = 0; i < names.grammar->rule_count(); ++i) {
      std::string_view const name = short_name(names.grammar->rule_name(static_cast<std::uint16_t>(i)));
      rule_.push_back(weights.id(fact_name({"quote.rule", name})));
      tied_rule_.push_back(weights.id(fact_name({"quote.tied_by", name})));
    }
  }
  answers_ = weights.id("quote.opens_answer");
  for (std::size_t r = 0; r < relations; ++r) {
    std::string const stem = fact_name({"quote", relation_names[r]});
    for (std::size_t k = 0; k < cue_classes; ++k) relation_[r][k] = weights.id(stem + "." + std::string(cue_class_names[k]));
    name_all(weights, relation_ends_[r], stem + ".ends", ends_names);
    name_all(weights, relation_case_[r], stem + ".case", case_names);
    name_all(weights, relation_verb_[r], stem + ".verb", verb_form_names);
  }
  for (std::size_t r = 0; r < relations; ++r) {
    std::string const stem = fact_name({"quote", relation_names[r]});
    name_all(weights, rival_[r], stem + ".rival", relation_names);
    rival_tied_[r] = weights.id(stem + ".rival_is_tied");
    both_tied_[r] = weights.id(stem + ".both_tied");
    cue_before_[r] = weights.id(stem + ".cue_of_quote_before");
    source_before_[r] = weights.id(stem + ".source_of_quote_before");
    other_source_[r] = weights.id(stem + ".not_source_of_quote_before");
    better_reading_[r] = weights.id(stem + ".better_reading");
    nearer_same_[r] = weights.id(stem + ".source_has_nearer_cue");
    name_all(weights, on_rival_[r], fact_name({"on.rival", relation_names[r]}), cue_class_names);
    name_all(weights, nobody_rival_[r], fact_name({"nobody.rival", relation_names[r]}), cue_class_names);
    name_all(weights, none_rival_[r], fact_name({"no_speech.rival", relation_names[r]}), cue_class_names);
  }
  for (std::size_t k = 0; k < cue_classes; ++k) name_all(weights, rival_class_[k], "quote.class." + std::string(cue_class_names[k]) + ".rival", cue_class_names);
  for (std::size_t n = 0; n < nesting_names.size(); ++n) {
    std::string const outer = fact_name({"quote.outer_cue", nesting_names[n]}), inner = fact_name({"quote.inner_cue", nesting_names[n]});
    outer_any_[n] = weights.id(outer);
    inner_any_[n] = weights.id(inner);
    name_all(weights, outer_[n], outer, cue_class_names);
    name_all(weights, inner_[n], inner, cue_class_names);
    name_all(weights, outer_verb_[n], outer + ".verb", verb_form_names);
    name_all(weights, inner_verb_[n], inner + ".verb", verb_form_names);
  }
  bare_tied_ = {weights.id("on.rival_is_tied"), weights.id("nobody.rival_is_tied"), weights.id("no_speech.rival_is_tied")};
  for (std::size_t side = 0; side < 2; ++side) {
    std::string const name(side_names[side]);
    name_all(weights, distance_[side], "quote.distance." + name, distance_names);
    name_all(weights, length_[side], "quote.length." + name, length_names);
    lemma_[side] = lemma_features(vocabulary_, names_, weights, "quote." + name);
    for (std::size_t k = 0; k < cue_classes; ++k) {
      name_all(weights, nearest_[side][k], "quote.nearest." + name + "." + std::string(cue_class_names[k]), verb_form_names);
      name_all(weights, beyond_[side][k], "quote.beyond." + name + "." + std::string(cue_class_names[k]), verb_form_names);
    }
    std::string const where = side == 0 ? "on.same_block" : "on.next_block";
    name_all(weights, on_ends_[side], where + ".ends", ends_names);
    name_all(weights, on_case_[side], where + ".case", case_names);
    name_all(weights, on_length_[side], where + ".length", length_names);
    on_no_cue_[side] = weights.id(where + ".no_cue_in_sentence");
    name_all(weights, on_left_[side], where + ".left", left_names);
    name_all(weights, on_right_[side], where + ".right", neighbour_names);
    on_last_cue_[side] = {weights.id(where + ".last_cue.none"), weights.id(where + ".last_cue.before"), weights.id(where + ".last_cue.behind")};
    on_starts_block_[side] = weights.id(where + ".starts_block");
    on_whole_[side] = weights.id(where + ".whole_block");
  }
  for (std::size_t i = 0; i < verb_form_names.size(); ++i) {
    name_all(weights, left_[i], "quote.cue_left." + std::string(verb_form_names[i]), neighbour_names);
  }
  name_all(weights, right_, "quote.cue_right", neighbour_names);
  number_all(weights, cues_between_, "quote.cues_between");
  number_all(weights, quotes_between_, "quote.quotes_between");
  joined_ = weights.id("quote.joined");
  second_reading_ = weights.id("quote.second_reading");
  share_ = weights.id("quote.source_share");
  no_source_ = weights.id("quote.no_source");
  used_ = weights.id("quote.cue_has_quote");
  other_quote_ = weights.id("quote.rule_ties_another");
  negated_ = weights.id("quote.negated");
  on_bias_ = weights.id("on");
  on_nobody_ = weights.id("on.nobody");
  on_source_ = weights.id("on.source_between");
  on_cue_ = weights.id("on.cue_between");
  on_turns_ = weights.id("on.turns");
  on_answers_ = weights.id("on.next_block.answers");
  number_all(weights, on_gap_, "on.sentences_between");
  number_all(weights, on_blocks_, "on.blocks_between");
  for (std::size_t which = 0; which < 2; ++which) {
    Bare& bare = bare_[which];
    std::string const stem = which == 0 ? "nobody" : "no_speech";
    bare.bias = weights.id(stem);
    bare.title_case = weights.id(stem + ".title_case");
    bare.broadcast = weights.id(stem + ".behind_broadcaster");
    name_all(weights, bare.sibling, stem + ".beside", sibling_names);
    for (std::size_t i = 0; i < length_names.size(); ++i) name_all(weights, bare.inside[i], stem + ".length." + std::string(length_names[i]) + ".inside", inside_names);
    if (which == 1) {
      for (std::size_t i = 0; i < left_names.size(); ++i) name_all(weights, bare.second_left[i], stem + ".left." + std::string(left_names[i]) + ".behind", neighbour_names);
      ClassSet told;
      for (int const lexicon : {article_, possessive_, names_.preposition, names_.conjunction, names_.be, names_.speech, work_, hearsay_}) {
        if (lexicon >= 0) told.add(static_cast<std::uint16_t>(lexicon));
      }
      std::uint32_t const count = vocabulary_.word_count();
      bare.left_word.assign(count + 1, 0);
      bare.title_word.assign(count + 1, 0);
      bare.work_and_comma = weights.id(stem + ".title_case.behind_work_and_comma");
      name_all(weights, bare.title_second, stem + ".title_case.second", neighbour_names);
      for (std::uint32_t word = 1; word <= count; ++word) {
        if (!vocabulary_.classes(word).has_any_of(told)) continue;
        std::string const text(vocabulary_.word(word));
        bare.left_word[word] = weights.id(stem + ".behind_word." + text);
        bare.title_word[word] = weights.id(stem + ".title_case.behind_word." + text);
      }
    }
    bare.whole_block = weights.id(stem + ".whole_block");
    bare.no_cue = weights.id(stem + ".no_cue_in_sentence");
    bare.starts_block = weights.id(stem + ".starts_block");
    bare.first_quote = weights.id(stem + ".first_quote");
    bare.inner_stop = weights.id(stem + ".inner_stop");
    bare.block = weights.id(stem + ".unmarked");
    bare.named = weights.id(stem + ".named");
    for (std::size_t i = 0; i < left_names.size(); ++i) {
      name_all(weights, bare.left_right[i], stem + ".left." + std::string(left_names[i]) + ".right", neighbour_names);
    }
    for (std::size_t i = 0; i < ends_names.size(); ++i) {
      name_all(weights, bare.ends_right[i], stem + ".ends." + std::string(ends_names[i]) + ".right", neighbour_names);
    }
    name_all(weights, bare.length, stem + ".length", length_names);
    name_all(weights, bare.ends, stem + ".ends", ends_names);
    name_all(weights, bare.left, stem + ".left", left_names);
    name_all(weights, bare.title_left, stem + ".title_case.left", left_names);
    name_all(weights, bare.title_ends, stem + ".title_case.ends", ends_names);
    for (std::size_t i = 0; i < length_names.size(); ++i) {
      std::string const length = stem + ".length." + std::string(length_names[i]);
      name_all(weights, bare.length_case[i], length, case_names);
      name_all(weights, bare.length_ends[i], length + ".ends", ends_names);
      name_all(weights, bare.length_left[i], length + ".left", left_names);
      name_all(weights, bare.length_right[i], length + ".right", neighbour_names);
    }
  }
}

}  // namespace whosaid
