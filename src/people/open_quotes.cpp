// Who says a quote beside which no verb of speech stands, where the narration before it tells of one person.
//
// The idea: "Weiss was unmoved. “Which way?”" is Weiss's: the one who acts in the sentence before it. A paragraph of nothing but a quote
// goes on where the paragraph before told what one person says, without marks; behind a question somebody answers: whoever spoke before the
// one who asks.
// It fails where a third one cuts in ("“Shame!”"). How sure such a speaker is stands in weights.txt.
// Tests: tests/unit/people_open_quotes_test.cpp.
#include "people/run.hpp"

namespace whosaid {

// Somebody spoke, with marks or without.
void People::Run::note_voice(EntityId id, std::uint32_t paragraph, bool in_marks) {
  if (last_voice != id) voice_before = last_voice, voice_before_paragraph = last_voice_paragraph;
  bool const same = last_voice_paragraph == paragraph;
  voice_in_marks = in_marks || (same && last_voice == id && voice_in_marks);
  last_voice = id;
  last_voice_paragraph = paragraph;
}

bool People::Run::may_speak(EntityId id) const {
  if (id == no_index) return false;
  Entity const& entity = entities[id];
  if (entity.plural || entity.as_place) return false;
  if (entity.type == SpeakerType::unknown && entity.times_source > 0) return true;  // "Weiss said": a lone name
  return entity.type == SpeakerType::person || entity.type == SpeakerType::anonymous || (entity.surely_person && entity.type != SpeakerType::organisation && entity.type != SpeakerType::document);
}

// Whether the quote before asks something.
bool People::Run::is_answer(std::vector<MarkedQuote> const& quotes, std::size_t number) const {
  while (number > 0) {
    MarkedQuote const& before = quotes[--number];
    if (before.parent != no_parent) continue;
    return before.inner_last > before.inner_first && text(before.inner_last - 1, before.inner_last).ends_with('?');
  }
  return false;
}

// The one person who acts in the sentence before a quote of the same paragraph.
EntityId People::Run::actor_before(std::uint32_t quote, std::uint32_t paragraph) {
  std::uint32_t const sentence = sentence_of(quote - 1);
  EntityId found = no_index;
  visit_recent(6, [&](EntityId id) {
    if (entities[id].actor_sentence != sentence || entities[id].last_paragraph != paragraph) return true;
    found = id;
    return false;
  });
  return found;
}

// "The striker was modest. “It was luck,” he said": who alone is told of in the paragraph, as the subject of the sentence before the quote.
EntityId People::Run::lone_actor_of(std::uint32_t paragraph, std::uint32_t token, bool female) {
  EntityId found = no_index;
  bool several = false;
  visit_recent(12, [&](EntityId id) {
    Entity const& entity = entities[id];
    if (entity.last_paragraph != paragraph) return entity.last_paragraph > paragraph;
    if (entity.last_token >= token) return true;
    bool const person = entity.type == SpeakerType::person || entity.type == SpeakerType::anonymous;
    if (!person || entity.plural || entity.gender == (female ? Gender::male : Gender::female)) return true;
    several |= found != no_index;
    found = id;
    return !several;
  });
  if (found == no_index || several) return no_index;
  Entity const& entity = entities[found];
  bool const unnamed = entity.words.words.empty();
  return unnamed && entity.last_subject && table.tokens[entity.last_token].is(feature::sentence_start) && !entity.last_owner && !entity.last_modifier && !entity.last_quoted && sentence_of(token) - entity.last_sentence <= 2 ? found : no_index;
}

// The one person who acts in a paragraph.
EntityId People::Run::actor_of(std::uint32_t paragraph) {
  std::uint32_t const first = sentence_of(table.paragraphs[paragraph]), last = sentence_of(table.paragraphs[paragraph + 1] - 1);
  EntityId found = no_index;
  bool several = false;
  visit_recent(12, [&](EntityId id) {
    if (entities[id].actor_sentence < first || entities[id].actor_sentence > last) return true;
    several |= found != no_index;
    found = id;
    return !several;
  });
  return several ? no_index : found;
}

// "“Dray humbled me,” …": not Dray, though the sentence before is about him.
bool People::Run::is_named_in(MarkedQuote const& quote, EntityId id) const {
  NameWords const& name = entities[id].words;
  for (std::uint32_t inside = quote.inner_first; inside < quote.inner_last && !name.words.empty(); ++inside)
    if (table.tokens[inside].is(feature::capital) && words.of_token(inside) == name.last()) return true;
  return false;
}

void People::Run::follow_open(std::vector<MarkedQuote> const& quotes, std::size_t number, Resolution& resolution, std::vector<EntityId>& found) {
  MarkedQuote const& quote = quotes[number];
  std::uint32_t const at = quote.first, paragraph = table.paragraph_of(at);
  if (at == 0) return;
  bool const opens = table.tokens[at].is(feature::paragraph_start);
  EntityId id = listed(at, quote.last);
  bool const in_list = id != no_index;
  FeatureId how = self.open_.actor;
  if (!in_list && !table.tokens[at].is(feature::sentence_start)) return;
  if (in_list) {
    how = self.open_.listed;
  } else if (!opens) {
    id = actor_before(at, paragraph);
  } else if (!is_bare(paragraph, table.paragraph_of(quote.last - 1))) {
    return;
  } else if (last_voice_paragraph + 1 != paragraph) {
    // "Dray took the blame.\n\n“I was late.”", where the text has heard him before.
    asked_for = {quote.inner_first, quote.inner_last};
    EntityId const actor = persons_said().i ? actor_of(paragraph - 1) : no_index;
    Reading const* const read = actor != no_index ? read_before(entities[actor].last_token) : nullptr;
    bool const sure = read == nullptr || read->resolution.share >= 0.8f;
    // Or where the paragraph behind the quote goes on with him: "…\n\n“I was late.”\n\nDray, who …".
    std::uint32_t const behind = table.paragraph_of(quote.last - 1) + 1;
    bool const goes_on = actor != no_index && entities[actor].type == SpeakerType::person && behind < table.paragraphs.size() && named_at(table.paragraphs[behind]) == actor;
    if (goes_on || (actor != no_index && sure && entities[actor].times_source > 0 && actor == last_voice)) id = actor, how = self.open_.acts;
  } else {
    constexpr std::uint32_t near = 3;  // paragraphs
    // "Weiss said it was late. “We waited.” “Nobody came.”": each paragraph with marks of its own.
    bool const again = opened_paragraph + 1 == paragraph && !is_answer(quotes, number);
    if (!voice_in_marks || again) id = last_voice, how = self.open_.goes_on;
    else if (is_answer(quotes, number) && voice_before_paragraph + near >= paragraph) id = voice_before, how = self.open_.answers;
  }
  // "The union said the plan was late.\n\n“We will go on.”"
  bool const body = opens && how == self.open_.goes_on && id != no_index && entities[id].type == SpeakerType::organisation && !entities[id].as_place &&
                    entities[id].said_verb != no_index && (in(entities[id].said_verb, self.say_to_) || in(entities[id].said_verb, self.tell_));
  if (!(body || may_speak(id)) || calls_by_name(quote, id)) return;
  if (is_named_in(quote, id)) return;
  found.assign(1, id);
  resolution.basis = Basis::inferred;
  resolution.share = self.weights_[how];
  if (Reading const* const read = opens ? nullptr : read_before(entities[id].last_token)) resolution.share *= read->resolution.share;  // "she was unmoved"
  resolution.how = "people/open";
  if (trace) resolution.chain.push_back("nobody stands beside the quote: " + std::string(entities[id].name) + (in_list ? ", whose quotes are listed" : opens ? ", who spoke in the paragraph before" : ", who acts in the sentence before"));
  note_voice(id, table.paragraph_of(quote.last - 1), true);
  if (in_list || how == self.open_.goes_on) opened_paragraph = table.paragraph_of(quote.last - 1);
  last_speaker = id;
}

// A release of a ministry: one person speaks, nobody else is named, and whole paragraphs of words stand between the figures.
void People::Run::follow_only_voice(std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed, std::vector<Resolution>& out) {
  constexpr std::uint32_t shortest = 8;  // tokens
  auto& found = memory.found;
  auto const is_whole = [&](Attributed const& one) {
    if (!one.speech || one.tie != Tie::nobody || one.kind != QuoteKind::direct || one.quote == no_index || !one.link.source.empty()) return false;
    MarkedQuote const& quote = quotes[one.quote];
    if (quote.parent != no_parent || quote.inner_last - quote.inner_first < shortest) return false;
    std::uint32_t const paragraph = table.paragraph_of(quote.first);
    return table.tokens[quote.first].is(feature::paragraph_start) && is_bare(paragraph, table.paragraph_of(quote.last - 1));
  };
  EntityId only = no_index;
  bool any = false;
  for (std::size_t i = 0; i < attributed.size(); ++i) {
    if (!attributed[i].speech || attributed[i].quote == no_index) continue;
    if (found[i].empty()) {
      any |= is_whole(attributed[i]);
      continue;
    }
    if (found[i].size() != 1 || (only != no_index && found[i].front() != only)) return;
    only = found[i].front();
  }
  if (!any || only == no_index || entities[only].type != SpeakerType::person || !entities[only].full_name) return;
  for (EntityId id = 0; id < entities.size(); ++id) {
    if (id != only && entities[id].type == SpeakerType::person && entities[id].full_name) return;
  }
  for (std::size_t i = 0; i < attributed.size(); ++i) {
    if (!found[i].empty() || !is_whole(attributed[i])) continue;
    MarkedQuote const& quote = quotes[attributed[i].quote];
    if (calls_by_name(quote, only) || is_named_in(quote, only)) continue;
    found[i].assign(1, only);
    out[i].basis = Basis::inferred;
    out[i].share = self.weights_[self.open_.only];
    out[i].how = "people/open";
    if (trace) out[i].chain.push_back("nobody stands beside the quote: " + std::string(entities[only].name) + ", the only one who is named and speaks");
  }
}

}  // namespace whosaid
