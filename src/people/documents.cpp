// Who speaks through a text: "a study by Ana Weiss", "Weiss's letter".
//
// The idea: a report, a letter, an email is the word of whoever the narration says it is by, from or of, and "the statement" that of whoever
// spoke or acted where the text told of a statement last. It stays a speaker of its own where neither is said.
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

// The person or body that wrote the text of `chunk`; none when the narration does not say so beside it.
EntityId People::Run::author_of(MentionChunk const& chunk) {
  constexpr std::uint32_t deepest = 4;  // "a report by a study by a memo by …"
  if (text_depth_ >= deepest) return no_index;
  Range const owner = capture(chunk, self.affiliation_);
  if (!owner.empty() && owner.last < chunk.last && table.tokens[owner.last].is(feature::possessive)) {
    if (EntityId const id = named_at(owner.first); id != no_index && entities[id].type == SpeakerType::person) return id;
  }
  std::uint32_t const by = chunk.last;
  if (by >= table.tokens.size() || !in(by, self.authorship_)) return no_index;
  MentionChunk const* const author = source_at(by + 1);
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
  bool const known = !name.empty() || ignored.basis == Basis::anaphoric;
  return known && (entity.type == SpeakerType::person || entity.type == SpeakerType::organisation) ? found.front() : no_index;
}

// Whose word the document told of last is, where one speaks or acts in the sentence that tells of it: "Weiss said in a statement …", "Weiss
// released a statement … the statement said".
EntityId People::Run::author_told(EntityId document) {
  EntityId author = no_index;
  if (document != last_document) return author;
  visit_recent(8, [&](EntityId id) {
    Entity const& entity = entities[id];
    bool const able = entity.type == SpeakerType::person || entity.type == SpeakerType::organisation;
    bool const does = entity.actor_sentence == last_document_sentence ||
                      (entity.type == SpeakerType::organisation && entity.last_subject && entity.last_sentence == last_document_sentence);
    if (!able || (entity.spoke_sentence != last_document_sentence && !does)) return true;
    author = id;
    return false;
  });
  return author;
}

// The number in table.chunks of a <source> chunk.
std::uint32_t People::Run::head_of(MentionChunk const& chunk) const {
  for (std::uint32_t n = table.tokens[chunk.first].chunk; n != 0; n = table.chunks[n - 1].next) {
    if (table.chunks[n - 1].kind == self.source_) return n - 1;
  }
  return no_index;
}

}  // namespace whosaid
