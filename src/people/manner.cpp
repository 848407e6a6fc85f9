// How somebody stands in the sentence that names him: who acts, who says something, of whom others speak.
//
// The idea: a pronoun rather means the one who acts or speaks than the one spoken of: "Mr. Quill, who left in May, said Mr. Dole
// had lied. … he said" is Mr. Quill. A verb may stand behind adverbs, brackets, or a description between commas.
// Tests: tests/unit/people_resolve_test.cpp.
#include "people/run.hpp"

namespace whosaid {

std::uint32_t People::Run::behind_adverbs(std::uint32_t at) const {
  constexpr int most = 3;
  auto const end = static_cast<std::uint32_t>(table.tokens.size());
  for (int steps = 0; steps < most && at < end && (in(at, self.adverb_) || (table.tokens[at].is(feature::ends_ly) && table.tokens[at].is(feature::lower))); ++steps) ++at;
  return at;
}

// The finite verb of a subject that ends at `last`; no_index when none is found.
std::uint32_t People::Run::verb_of_subject(std::uint32_t first, std::uint32_t last) const {
  constexpr std::uint32_t farthest = 32;  // tokens that a description between commas may have
  auto const end = static_cast<std::uint32_t>(std::min<std::size_t>(table.tokens.size(), std::size_t{last} + farthest));
  std::uint32_t at = behind_adverbs(last);
  // "Weiss wanted", "she classifies": behind a name or a pronoun such a form is no adjective and no noun.
  bool const pronoun = last - first == 1 && (in(first, self.male_) || in(first, self.female_)) && !in(first, self.possessive_);
  auto const is_verb = [&](std::uint32_t token) { return token < end && (in(token, self.finite_) || (token == last && table.tokens[token].is(feature::lower) && (table.tokens[token].is(feature::ends_ed) || (table.tokens[token].is(feature::ends_s) && (pronoun || in(token, self.mind_verb_)))))); };
  if (at >= end || is_verb(at)) return at < end ? at : no_index;
  if (table.tokens[at].is(feature::bracket)) {
    while (++at < end && !table.tokens[at].is(feature::bracket | feature::sentence_start)) {}
    at = behind_adverbs(at + 1);
    if (at >= end || is_verb(at)) return at < end ? at : no_index;
  }
  // "A captain with the Kolm Fire Department said", "a neighbor who lives there said": what belongs to the subject comes before the verb.
  // Not "told a neighbor that it had ended".
  bool const hears = first > 0 && in(first - 1, self.speech_verb_) && !in(first - 1, self.say_to_);
  bool const belongs = at < end && in(at, self.preposition_), tells = !belongs && !hears && at < end && in(at, self.relative_);
  if (belongs || tells) {
    constexpr std::uint32_t reach = 12;  // tokens
    for (std::uint32_t verb = at + 1; verb < end && verb < at + reach; verb += table.tokens[verb].width) {
      if (table.tokens[verb].is(feature::sentence_start) || !table.tokens[verb].is(feature::word | feature::number | feature::possessive)) break;
      if (in(verb, self.finite_) && in(verb, self.speech_verb_) && table.tokens[verb].is(feature::lower)) return verb;
      if (belongs && in(verb, self.finite_)) break;
    }
  }
  if (at + 1 >= end || !table.tokens[at].is(feature::comma)) return no_index;
  // ", who left in May," and ", 34," describe the subject; ", said Weiss" and ", and" do not.
  Token const& opens = table.tokens[++at];
  // "The ward's manager, Ana Weiss, said", "her lawyer, former judge Ana Weiss, said": the name itself stands between commas.
  constexpr std::uint32_t office = 4;  // words
  std::uint32_t begin = first;
  while (begin > 1 && first - begin < office && table.tokens[begin - 1].is(feature::lower) && !in(begin - 1, self.finite_) && !in(begin - 1, self.preposition_) && !in(begin - 1, self.joining_)) --begin;
  if (begin > 1 && table.tokens[begin - 1].is(feature::comma) && table.tokens[begin - 2].is(feature::word | feature::lower) && in(at, self.finite_)) return at;
  // ", Labour leader at the council, said": a capital opens what he is only where a calling follows and he speaks.
  bool const capital = opens.is(feature::capital);
  if (!opens.is(feature::lower | feature::number | feature::capital) || in(at, self.finite_) || in(at, self.joining_)) return no_index;
  bool calling = !capital;
  for (; at < end && !table.tokens[at].is(feature::sentence_start); at += table.tokens[at].width) {
    calling |= in(at, self.role_words_);
    if (!table.tokens[at].is(feature::comma)) continue;
    std::uint32_t const verb = behind_adverbs(at + 1);
    if (is_verb(verb) && (!capital || (calling && in(verb, self.speech_verb_)))) return verb;
  }
  return no_index;
}

// "said that Dole had lied", "said Dole had lied", "why Dole lied": another's words or thoughts about him.
bool People::Run::is_embedded(std::uint32_t first, std::uint32_t last) const {
  if (first == 0 || table.tokens[first].is(feature::sentence_start)) return false;
  std::uint32_t const before = first - 1;
  if (in(before, self.clause_opener_)) return !table.tokens[before].is(feature::sentence_start);
  if (!in(before, self.speech_verb_)) return false;
  std::uint32_t const behind = behind_adverbs(last);
  return behind < table.tokens.size() && (in(behind, self.finite_) || (table.tokens[behind].is(feature::ends_ed) && table.tokens[behind].is(feature::lower)));
}

// "For Weiss", "led by Halden professor Ana Weiss", "by the nurse Jan Dole and former mayors Bo Lund and Ana Weiss": a preposition stands before
// the name and its office, or before the names that it is joined to.
bool People::Run::is_governed(std::uint32_t first, std::uint32_t last) const {
  constexpr std::uint32_t office = 7, joined = 16;  // words
  if (first == 0) return false;
  // "Weiss met with Dole and Lund said": Lund begins a clause.
  std::uint32_t const behind = behind_adverbs(last);
  bool const may_join = table.tokens[first].is(feature::capital) && !(behind < table.tokens.size() && (in(behind, self.finite_) || in(behind, self.aux_)));
  std::uint32_t begin = first, reach = office;
  while (begin > 1 && first - begin < reach) {
    std::uint32_t const before = begin - 1;
    bool const joins = may_join && in(before, self.joining_);
    bool const list = joins || in(before, self.former_word_) || (reach == joined && table.tokens[before].is(feature::comma));
    bool const named = begin < first && table.tokens[before].is(feature::capital | feature::hyphenated);
    if (!list && !named && !in(before, self.role_words_)) break;
    if (table.tokens[before].is(feature::sentence_start)) break;
    if (joins) reach = joined;
    begin = before;
  }
  if (begin > 2 && in(begin - 1, self.definite_) && in(begin - 2, self.preposition_) && !table.tokens[begin - 2].is(feature::sentence_start)) return true;  // "with the Kolm Fire Department"
  return in(begin - 1, self.preposition_) && (begin == first || !table.tokens[begin - 1].is(feature::sentence_start));
}

// "Weiss's elderly father declined", "Weiss's mother, Ana, wept", "Weiss's mum Ana wept": a person of hers acts, behind at most three words.
bool People::Run::owns_actor(std::uint32_t owned) const {
  for (std::uint32_t at = owned; at < owned + 4 && at + 1 < table.tokens.size(); ++at) {
    if (in(at, self.role_words_) && (in(at + 1, self.finite_) || table.tokens[at + 1].is(feature::comma | feature::capital))) return true;
    if (!table.tokens[at].is(feature::word)) return false;
  }
  return false;
}

// "Asked whether he would go, Weiss …": up to the comma the sentence tells what somebody was asked who is named behind it.
bool People::Run::in_question(std::uint32_t token) const {
  constexpr std::uint32_t longest = 40;  // tokens
  std::uint32_t const number = sentence_of(token);
  if (number == 0) return false;
  std::uint32_t const begin = sentences[number - 1];
  if (token - begin > longest || !in(begin, self.questioned_)) return false;
  for (std::uint32_t at = begin; at < token; at += table.tokens[at].width)
    if (table.tokens[at].is(feature::comma)) return false;
  return true;
}

void People::Run::pass_aside(Range aside) {
  constexpr std::size_t most = 64;  // that pronouns and nouns look for, and more
  if (aside.first >= aside.last) return;
  std::uint32_t const first = sentence_of(aside.first), paragraph = table.paragraph_of(aside.first);
  std::uint32_t const many = sentence_of(aside.last - 1) - first + 1, paragraphs = table.paragraph_of(aside.last - 1) - paragraph + 1;
  bool const opens = table.tokens[aside.first].is(feature::paragraph_start);
  if (!opens || first == 0) return;
  auto const move = [](std::uint32_t& place, std::uint32_t border, std::uint32_t by) {
    if (place < border) place += by;
  };
  visit_recent(most, [&](EntityId id) {  // the others are out of reach either way, and a page may have a link behind each paragraph
    Entity& entity = entities[id];
    for (std::uint32_t* const place : {&entity.last_sentence, &entity.said_sentence, &entity.asked_sentence, &entity.actor_sentence, &entity.spoke_sentence}) move(*place, first, many);
    move(entity.last_paragraph, paragraph, paragraphs);
    return true;
  });
  move(acted_in_, first, many);
  move(last_voice_paragraph, paragraph, paragraphs);
  move(voice_before_paragraph, paragraph, paragraphs);
  move(opened_paragraph, paragraph, paragraphs);
}

// Whether the verb of a subject tells what somebody thinks of a matter.
bool People::Run::tells_mind(std::uint32_t verb) const {
  auto const end = static_cast<std::uint32_t>(table.tokens.size());
  std::uint32_t at = verb;
  if (in(at, self.be_)) {
    at = behind_adverbs(at + 1);
    return at < end && in(at, self.of_mind_);
  }
  while (at < end && in(at, self.aux_) && !in(at, self.be_)) at = behind_adverbs(at + 1);
  return at < end && (in(at, self.mind_verb_) || (at > verb && in(at, self.speech_verb_)));
}

void People::Run::note_mention(EntityId id, std::uint32_t first, std::uint32_t last, bool subject) {
  Entity& entity = entities[id];
  Span const span = table.span(first, last);
  if (!entity.mentions.empty() && entity.mentions.back() == span) return;
  entity.mentions.push_back(span);
  if (recent.empty() || recent.back() != id) recent.push_back(id);
  entity.last_token = first;
  entity.last_sentence = sentence_of(first);
  entity.last_paragraph = table.paragraph_of(first);
  entity.last_quoted = is_quoted(first);
  entity.last_governed = is_governed(first, last);
  entity.last_owner = last < table.tokens.size() && table.tokens[last].is(feature::possessive);
  entity.last_owns_actor = entity.last_owner && owns_actor(last + 1);
  entity.last_modifier = last < table.tokens.size() && table.tokens[last].is(feature::lower) &&
                         (in(last, self.role_words_) || in(last, self.group_)) && !in(last, self.finite_) && !in(last, self.speech_verb_);  // "she states"
  entity.last_subject = subject && !entity.last_modifier && !entity.last_owner;
  entity.times_subject += entity.last_subject ? 1u : 0u;
  bool const pronoun = last - first == 1 && (in(first, self.male_) || in(first, self.female_) || in(first, self.plural_) || in(first, self.neuter_));
  entity.last_embedded = !pronoun && is_embedded(first, last);  // "Weiss said that she": she is Weiss, rather
  std::uint32_t const verb = entity.last_governed || entity.last_owner ? no_index : verb_of_subject(first, last);
  entity.last_acts = verb != no_index;
  // "A nurse, who left because she was tired, said": the verb of "a nurse" is still to come.
  bool const to_come = pronoun && entity.last_verb != no_index && entity.last_verb > first;
  if (!to_come) entity.last_verb = verb;
  auto const says = [&](std::uint32_t token) { return in(token, self.speech_verb_) && in(token, self.finite_); };
  // "Said Weiss", but not "thanked Weiss".
  bool const inverted = first > 0 && says(first - 1) && in(first - 1, self.say_to_) && !entity.last_embedded;
  bool const said = (verb != no_index && says(verb)) || inverted;
  if (!to_come) entity.said_verb = verb != no_index && says(verb) ? verb : no_index;
  std::uint32_t const participle = verb != no_index && in(verb, self.be_) ? behind_adverbs(verb + 1) : no_index;
  // "Weiss was speaking at a rally"
  bool const speaking = participle < table.tokens.size() && table.tokens[participle].is(feature::ends_ing) && in(participle, self.say_to_);
  if (said || speaking) entity.said_sentence = entity.last_sentence;
  if (speaking && entity.type == SpeakerType::unknown && !entity.as_place) entity.surely_person = true;
  if (participle < table.tokens.size() && in(participle, self.questioned_)) entity.asked_sentence = entity.last_sentence;
  if (first > 1 && table.tokens[first - 1].is(feature::comma) && in_question(first - 1)) entity.asked_sentence = entity.last_sentence;
  if (first > 0 && in(first - 1, self.questioned_) && !table.tokens[first - 1].is(feature::sentence_start)) entity.asked_sentence = entity.last_sentence;
  // Whoever speaks without marks has spoken as well.
  bool const aside = first > 0 && in(first - 1, self.subordinator_);  // "When Weiss said so, Lund stopped him": Lund goes on
  if ((said || speaking) && !aside && !entity.last_quoted && !entity.last_embedded) {
    note_voice(id, entity.last_paragraph, false);
  }
  entity.last_object = first > 0 && !said && in(first - 1, self.finite_);
  bool const person = entity.type == SpeakerType::person || entity.type == SpeakerType::unknown;
  bool const acts = entity.last_acts && person && !entity.last_quoted && !entity.last_embedded && acted_in_ != entity.last_sentence;
  if (acts) acted_in_ = entity.actor_sentence = entity.last_sentence;
  // "Weiss has criticised the plan", "Weiss is not so sure": his mind is told, if not in his words. Not where somebody speaks in the same sentence.
  if (acts && !said && !entity.last_embedded && tells_mind(verb) && !(last_voice != no_index && entities[last_voice].spoke_sentence == entity.last_sentence)) {
    note_voice(id, entity.last_paragraph, false);
  }
  entity.first_sentence = std::min(entity.first_sentence, entity.last_sentence);
  ++entity.count;
  if (entity.type != SpeakerType::organisation && (leading == no_index || entity.count > entities[leading].count)) leading = id;
}

}  // namespace whosaid
