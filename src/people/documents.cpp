// Who speaks through a text: "a study by Ana Weiss", "Weiss's letter".
//
// The idea: a report, a letter, an email is the word of whoever the narration says it is by, from or of, or who is told to have sent or
// published it, and "the statement" that of whoever spoke or acted where the text told of a statement last. It stays a speaker of its own
// where none of these is said.
// It fails where somebody else acts in that sentence ("Dole read a letter from a friend. The letter said").
// Tests: tests/unit/people_resolve_test.cpp.
#include "people/run.hpp"

namespace whosaid {

// The <source> chunk that begins at a token; null when there is none.
MentionChunk const* People::Run::source_at(std::uint32_t token) const {
  if (token >= table.tokens.size()) return nullptr;
  for (std::uint32_t n = table.tokens[token].chunk; n != 0; n = table.chunks[n - 1].next) {
    Chunk const& chunk = table.chunks[n - 1];
    if (chunk.kind == self.source_) return &mentions.chunks[chunk.data];
  }
  return nullptr;
}

// The <source> chunk that ends before a token; null when there is none.
MentionChunk const* People::Run::source_ending(std::uint32_t token) const {
  constexpr int most = 6;  // chunks within one another
  auto const first = mentions.chunks.begin() + first_source;
  auto at = sources_at(token);
  MentionChunk const* found = nullptr;
  for (int tries = 0; tries < most && at != first; ++tries) {
    --at;
    if (at->last == token) found = &*at;
  }
  return found;
}

// "The ministry issued a letter", "Weiss sent voters an email": who does what makes a text known; none where no such verb stands before it.
MentionChunk const* People::Run::issuer_of(MentionChunk const& chunk) const {
  constexpr std::uint32_t reach = 3, adverbs = 3, inserted = 14;  // tokens
  std::uint32_t verb = chunk.first;
  while (verb > 0 && chunk.first - verb < reach && !in(verb, self.issue_verb_) && table.tokens[verb - 1].is(feature::word)) --verb;
  if (!in(verb, self.issue_verb_)) return nullptr;
  std::uint32_t behind = verb;
  auto const passed = [&](std::uint32_t at) { return in(at, self.adverb_) || (in(at, self.aux_) && !in(at, self.be_)) || table.tokens[at].is(feature::ends_ly); };
  for (std::uint32_t steps = 0; steps < adverbs && behind > 0 && passed(behind - 1); ++steps) --behind;
  // "Weiss, the mayor, issued": what stands between commas is passed over.
  if (behind > 1 && table.tokens[behind - 1].is(feature::comma)) {
    std::uint32_t comma = behind - 1;
    do --comma;
    while (comma > 0 && behind - comma < inserted && !table.tokens[comma].is(feature::comma | feature::stop));
    behind = table.tokens[comma].is(feature::comma) ? comma : 0;
  }
  MentionChunk const* const issuer = behind > 0 ? source_ending(behind) : nullptr;
  bool const headless = issuer && in(issuer->first, self.role_words_);  // "the “Avatar” star": only the end of a phrase
  return headless ? nullptr : issuer;
}

// The text that was told of last, or whoever it speaks for: "She sent an email. At the bottom it reads".
EntityId People::Run::text_before(std::uint32_t token) {
  constexpr std::uint32_t farthest = 2;  // sentences
  constexpr int most = 12;               // phrases
  std::uint32_t const sentence = sentence_of(token);
  auto const ago = [&](std::uint32_t then) { return sentence - std::min(sentence, then); };
  EntityId known = no_index;
  visit_recent(8, [&](EntityId id) {
    if (entities[id].type == SpeakerType::document && ago(entities[id].last_sentence) <= farthest) known = id;
    return known == no_index;
  });
  if (known != no_index) return known;
  auto const first = mentions.chunks.begin() + first_source;
  auto at = sources_at(token);
  for (int tries = 0; tries < most && at != first; ++tries) {
    --at;
    if (ago(sentence_of(at->first)) > farthest) break;
    if (at->last > token || !in(at->last - 1, self.document_)) continue;
    Resolution ignored;
    return noun_phrase(*at, ignored);
  }
  return no_index;
}

// A text that the sentence before tells of behind its verb, where no body is the subject or acts there.
EntityId People::Run::text_received(std::uint32_t token) {
  constexpr int most = 8;  // phrases
  std::uint32_t const sentence = sentence_of(token);
  bool body = false;
  visit_recent(8, [&](EntityId id) {
    Entity const& entity = entities[id];
    if (entity.last_sentence + 1 < sentence) return false;
    body |= entity.type == SpeakerType::organisation && entity.last_sentence + 1 == sentence && (entity.last_acts || table.tokens[entity.last_token].is(feature::sentence_start));
    return !body;
  });
  if (body) return no_index;
  auto const first = mentions.chunks.begin() + first_source;
  auto at = sources_at(token);
  for (int tries = 0; tries < most && at != first; ++tries) {
    --at;
    if (sentence_of(at->first) + 1 != sentence) break;
    Range const role = capture(*at, self.role_);
    if (role.empty() || is_quoted(at->first) || table.tokens[at->first].is(feature::sentence_start)) continue;
    // A body of any kind is as near.
    if (in(role_head(role), self.group_)) return no_index;
    if (!in(role_head(role), self.own_word_) && !in(role_head(role), self.posted_text_)) continue;
    if (!in(at->first, self.article_)) continue;
    Resolution ignored;
    return noun_phrase(*at, ignored);
  }
  return no_index;
}

// Whose word "the letter" is, by the phrase that told of it: "Weiss sent a letter to voters. … The letter said".
EntityId People::Run::author_before(MentionChunk const& chunk, std::uint32_t head) {
  constexpr std::uint32_t farthest = 12;  // sentences
  constexpr int most = 60;                // phrases
  auto const first = mentions.chunks.begin() + first_source;
  auto at = sources_at(chunk.first);
  std::uint32_t const sentence = sentence_of(chunk.first);
  for (int tries = 0; tries < most && at != first; ++tries) {
    --at;
    if (sentence - std::min(sentence, sentence_of(at->first)) > farthest) break;
    Range const role = capture(*at, self.role_);
    if (!role.empty() && table.tokens[role.last - 1].word == table.tokens[head].word && at->last <= chunk.first) return author_of(*at);
  }
  return no_index;
}

// The person or body that wrote the text of `chunk`; none when the narration does not say so beside it.
EntityId People::Run::author_of(MentionChunk const& chunk) {
  constexpr std::uint32_t deepest = 4;  // "a report by a study by a memo by …"
  if (text_depth_ >= deepest) return no_index;
  Range const owner = capture(chunk, self.affiliation_);
  if (!owner.empty() && owner.last < chunk.last && table.tokens[owner.last].is(feature::possessive)) {
    if (EntityId const id = named_at(owner.first); id != no_index && entities[id].type == SpeakerType::person) return id;
  }
  constexpr std::uint32_t between = 3;  // tokens: "a letter on Monday from the bank"
  std::uint32_t by = chunk.last;
  auto const passed = [&](std::uint32_t at) {
    // "A report commissioned by the council", "seen by the BBC": not theirs; "signed by" is.
    bool const others = (table.tokens[at].is(feature::ends_ed) || in(at, self.receive_verb_)) && !in(at, self.issue_verb_);
    return table.tokens[at].is(feature::word) && !others && !in(at, self.authorship_) && (table.tokens[at].is(feature::capital) || !in(at, self.finite_) || in(at, self.issue_verb_));
  };
  while (by + 1 < table.tokens.size() && by - chunk.last < between && passed(by)) ++by;
  bool const signed_by = by < table.tokens.size() && in(by, self.authorship_);
  MentionChunk const* const author = signed_by ? source_at(by + 1) : issuer_of(chunk);
  if (!author) return no_index;
  Range const name = capture(*author, self.name_);
  Attributed through;
  through.link.source = {author->first, author->last};
  through.link.head = head_of(*author);
  std::vector<EntityId> found;
  Resolution ignored;
  ++text_depth_;
  resolve_link(through, ignored, found, false);
  --text_depth_;
  if (found.size() != 1) return no_index;
  // "a report by experts" stays a report.
  Entity const& entity = entities[found.front()];
  bool const known = !name.empty() || ignored.basis == Basis::anaphoric || in(author->first, self.definite_) || (!signed_by && entity.type == SpeakerType::group);
  bool const group = !signed_by && entity.type == SpeakerType::group;
  return known && (group || entity.type == SpeakerType::person || entity.type == SpeakerType::organisation) ? found.front() : no_index;
}

// "Got a letter", "was sent an email": of somebody else's hand.
bool People::Run::is_received(std::uint32_t document) const {
  constexpr std::uint32_t reach = 4;  // tokens
  for (std::uint32_t at = document; at > 0 && document - at < reach && table.tokens[at - 1].is(feature::word); --at) {
    if (in(at - 1, self.receive_verb_)) return !in(at - 1, self.issue_verb_) || (at > 1 && in(at - 2, self.be_));
    if (in(at - 1, self.finite_)) return false;
  }
  return false;
}

// Whose word the document told of last is, where one speaks or acts in the sentence that tells of it: "Weiss said in a statement …", "Weiss
// released a statement … the statement said". Where the sentence opens with it ("In a statement, Kolm said Weiss was sorry") whoever speaks or acts first.
EntityId People::Run::author_told(EntityId document) {
  EntityId author = no_index;
  if (document != last_document || is_received(last_document_first)) return author;
  bool const opens = last_document_sentence != 0 && last_document_first <= sentences[last_document_sentence - 1] + 2;
  // "A statement said that Weiss was sorry": the statement says it, whoever acts in it.
  if (opens && !in(sentences[last_document_sentence - 1], self.preposition_) && entities[document].spoke_sentence == last_document_sentence) return author;
  visit_recent(8, [&](EntityId id) {
    Entity const& entity = entities[id];
    bool const able = entity.type == SpeakerType::person || entity.type == SpeakerType::organisation;
    bool const does = entity.actor_sentence == last_document_sentence ||
                      (entity.type == SpeakerType::organisation && entity.last_subject && entity.last_sentence == last_document_sentence);
    bool const spoke = entity.spoke_sentence == last_document_sentence;
    if (!able || (!spoke && !does)) return true;
    if (spoke || opens || author == no_index) author = id;
    return opens && !spoke;
  });
  return author;
}

// "Weiss, who tweeted about it, left. The tweet read": of a text that nothing told of, whoever acts in the sentence before.
EntityId People::Run::actor_near(std::uint32_t token) {
  std::uint32_t const sentence = sentence_of(token);
  EntityId found = no_index;
  visit_recent(6, [&](EntityId id) {
    Entity const& entity = entities[id];
    bool const acts = entity.actor_sentence != no_index && entity.actor_sentence <= sentence && sentence - entity.actor_sentence <= 1;
    if (!acts || entity.type != SpeakerType::person || entity.last_quoted || entity.plural) return true;
    found = id;
    return false;
  });
  return found;
}

// The number in table.chunks of a <source> chunk.
std::uint32_t People::Run::head_of(MentionChunk const& chunk) const {
  for (std::uint32_t n = table.tokens[chunk.first].chunk; n != 0; n = table.chunks[n - 1].next) {
    if (table.chunks[n - 1].kind == self.source_) return n - 1;
  }
  return no_index;
}

}  // namespace whosaid
