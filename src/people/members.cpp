// "Two witnesses … one said … the other said": one of several who were told of together.
//
// The idea: such a word has no name of its own; it is called after the group that was told of last, rather one that begins a sentence or
// is counted. Where one unnamed person spoke last, "another" is another like him.
// It fails where the group is named by a verb alone ("they shouted … one said").
// Tests: tests/unit/people_members_test.cpp.
#include "people/run.hpp"

namespace whosaid {

// What stands before the group for a member that is no more than such a word: "one of"; "" for other noun phrases.
std::string_view People::Run::member_words(MentionChunk const& chunk) const {
  if (self.member_ < 0) return {};
  if (chunk.last - chunk.first == 1) {
    return in(chunk.first, self.member_) ? vocabulary.lemma(table.tokens[chunk.first].word, static_cast<std::uint16_t>(self.member_)) : std::string_view();
  }
  for (auto hit = table.tokens[chunk.first].phrase; hit != 0; hit = table.phrases[hit - 1].next) {
    Phrase const& phrase = table.phrases[hit - 1];
    if (phrase.lexicon == self.member_ && chunk.first + phrase.count == chunk.last) return vocabulary.phrase_lemma(phrase.lemma);
  }
  return {};
}

// The noun phrase for several that a member is one of; `is_one` where it stands for one whom another follows. Null when none is near.
MentionChunk const* People::Run::group_before(std::uint32_t token, bool& is_one) const {
  constexpr std::uint32_t farthest = 4;  // sentences
  constexpr int most = 24;
  std::uint32_t const sentence = sentence_of(token), paragraph = table.paragraph_of(token);
  MentionChunk const *best = nullptr, *single = nullptr;
  int best_score = 0;
  bool chained = false;  // "a minister … another … a third"
  auto at = sources_at(token);
  for (int steps = 0; steps < most && at != mentions.chunks.begin() + first_source; ++steps) {
    --at;
    MentionChunk const& chunk = *at;
    std::uint32_t const ago = sentence - std::min(sentence, sentence_of(chunk.first));
    if (ago > farthest || table.paragraph_of(chunk.first) + 2 < paragraph) break;
    Range const role = capture(chunk, self.role_);
    if (role.empty() || !capture(chunk, self.name_).empty() || is_quoted(chunk.first)) continue;
    bool const member = !member_words(chunk).empty();
    chained |= member;
    if (member) continue;
    std::uint32_t const head = role_head(role);
    if (!in(head, self.role_words_)) continue;
    bool const counted = in(chunk.first, self.quantifier_) && !in(chunk.first, self.member_);
    if (is_plural(head)) {
      int const score = 10 + (table.tokens[chunk.first].is(feature::sentence_start) ? 3 : 0) + (counted ? 3 : 0) - 2 * static_cast<int>(ago);
      if (!best || score > best_score) best = &chunk, best_score = score;
    } else if (!single && ago <= 2 && (in(chunk.first, self.article_) || in(chunk.first, self.member_)) && !in(chunk.first, self.definite_)) {
      Reading const* const known = read_before(place_of(chunk));
      if (known && known->entity != no_index && (known->entity == last_voice || chained)) single = &chunk;
    }
  }
  is_one = single != nullptr && (best == nullptr || best->first < single->first);
  return is_one ? single : best;
}

// "One, sent in March, read:" tells of a text; a person reads something out.
bool People::Run::reads_as_text(std::uint32_t behind) const {
  constexpr std::uint32_t longest = 10;  // tokens set off by commas
  std::uint32_t const end = std::min(static_cast<std::uint32_t>(table.tokens.size()), behind + longest);
  std::uint32_t verb = behind;
  if (behind < end && table.tokens[behind].is(feature::comma)) {
    while (++verb < end && !table.tokens[verb].is(feature::comma) && !table.tokens[verb].is(feature::sentence_start)) {}
    ++verb;
  }
  return verb + 1 < end && in(verb, self.text_verb_) && table.tokens[verb + 1].is(feature::colon);
}

EntityId People::Run::member_of_group(MentionChunk const& chunk, Resolution& resolution) {
  std::string_view const before = member_words(chunk);
  if (before.empty()) return no_index;
  // "Another, a schoolteacher, said": the noun behind it tells more.
  if (chunk.last + 1 < table.tokens.size() && table.tokens[chunk.last].is(feature::comma) && in(chunk.last + 1, self.determiner_)) {
    MentionChunk const* const told = source_at(chunk.last + 1);
    Range const what = told ? capture(*told, self.role_) : Range{};
    if (!what.empty() && in(role_head(what), self.role_words_) && !is_plural(role_head(what))) return noun_phrase(*told, resolution);
  }
  if (reads_as_text(chunk.last)) return no_index;
  bool is_one = false;
  MentionChunk const* const group = group_before(chunk.first, is_one);
  if (!group) return no_index;
  Range const role = capture(*group, self.role_);
  std::string& name = memory.text;
  std::uint32_t from = group->first;
  if (is_one) {
    // "another minister close to Marchetti"
    name = words.folded(text(chunk.first, chunk.last));
    ++from;
  } else {
    name = before;
    bool const told = in(from, self.determiner_) || in(from, self.quantifier_) || in(from, self.possessive_) || table.tokens[from].is(feature::number);
    if (!told && !self.the_.empty()) (name += ' ') += self.the_;
  }
  name += ' ';
  // "Two" only begins the sentence.
  bool const opens = table.tokens[from].is(feature::sentence_start) && !table.tokens[from].is(feature::upper);
  std::string_view const rest = text(from, group->last);
  if (opens) (name += words.folded(rest.substr(0, 1))) += rest.substr(1);
  else name += rest;
  WordId const whole = words.phrase_of(std::string(name));
  if (auto const* const known = index.find(EntityIndex::phrase, whole)) return index.first(*known);
  std::string_view const kept = words.keep(name);
  EntityId const id = entities.add();
  Entity& entity = entities[id];
  entity.name = kept;
  entity.type = SpeakerType::anonymous;
  entity.surely_person = true;
  learn_head(entity, lemma_of_role(role_head(role)));
  learn_gender_of_role(entity, role);
  index.add(EntityIndex::phrase, whole, id);
  return id;
}

}  // namespace whosaid
