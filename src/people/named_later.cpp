// Who opens a report unnamed and is named in the paragraph behind it.
//
// The idea: reports of courts and police begin "A man who stole a van said he was “late”, a court heard." and the next paragraph with
// "Emil Dray, 29, of Mill Lane": a whole name and an age. So do reports of business and politics: "The chief executive of Kolm Foods is to
// leave …", "Nora Quill, who joined in 2021, …". Whoever opens the text is that person.
// It fails where the text opens with the victim and goes on with the accused of the same sex.
// Tests: tests/unit/people_named_later_test.cpp.
#include <algorithm>

#include "people/run.hpp"

namespace whosaid {

// Whether no more than a title, bylines, dates and other lines of a page stand above.
bool People::Run::opens_text(std::uint32_t paragraph) const {
  constexpr std::uint32_t first_paragraphs = 5, most = 16, short_line = 12, blocks = 3;
  if (paragraph < first_paragraphs) return true;
  if (paragraph >= most) return false;
  std::uint32_t running = 0;
  for (std::uint32_t above = 0; above < paragraph; ++above) running += table.paragraphs[above + 1] - table.paragraphs[above] > short_line ? 1u : 0u;
  return running < blocks;
}

// Whether a paragraph begins at a token, or behind a dateline: "ROME, Oct 19 (AFN) - The mayor".
bool People::Run::opens_paragraph(std::uint32_t token) const {
  constexpr std::uint32_t longest = 14;  // tokens of a dateline
  std::uint32_t const begin = table.paragraphs[table.paragraph_of(token)];
  if (begin == token) return true;
  bool const joins = table.tokens[token - 1].is(feature::dash | feature::colon) || text(token - 1, token) == "-";
  if (!joins || token - begin > longest || !table.tokens[begin].is(feature::capital)) return false;
  for (std::uint32_t at = begin; at + 1 < token; ++at)
    if (in(at, self.finite_) && table.tokens[at].is(feature::lower)) return false;
  return true;
}

// "The chairwoman" is no man.
bool People::Run::differs_in_sex(Entity const& entity, std::uint32_t head) const {
  return (in(head, self.role_male_) && entity.gender == Gender::female) || (in(head, self.role_female_) && entity.gender == Gender::male);
}

// A name that the text has for the first time, and of whose bearer it tells nothing.
bool People::Run::is_new_and_bare(Entity const& entity, MentionChunk const& name) const {
  return entity.introduced == name.first && entity.roles.empty() && entity.affiliations.empty() && capture(name, self.title_).empty();
}

// "The health secretary insisted it was fair. Emil Dray said": a new name that nothing introduces, right behind an office that tells.
EntityId People::Run::named_next(MentionChunk const& chunk, std::uint32_t head) const {
  std::uint32_t const sentence = sentence_of(chunk.first);
  bool const opens = in(chunk.first, self.definite_) && table.tokens[chunk.first].is(feature::sentence_start) && sentence < sentences.size();
  bool const office = in(head, self.role_title_) || ends_phrase(head, self.public_office_);
  if (!opens || !office || head + 1 != chunk.last || !tells_next(chunk.last)) return no_index;
  if (!in(behind_adverbs(chunk.last), self.speech_verb_)) return no_index;  // "accused Labour of waste": Labour answers
  std::uint32_t const at = sentences[sentence];
  if (table.paragraph_of(at) != table.paragraph_of(chunk.first)) return no_index;
  EntityId const id = named_at(at);
  if (id == no_index) return id;
  Entity const& entity = entities[id];
  MentionChunk const& name = *(names_at(at + 1) - 1);
  bool const named = entity.type == SpeakerType::person && entity.full_name;
  return named && is_new_and_bare(entity, name) && !differs_in_sex(entity, head) && tells_next(name.last) ? id : no_index;
}

EntityId People::Run::named_later(MentionChunk const& chunk, std::uint32_t head, WordId lemma) {
  if (EntityId const id = named_next(chunk, head); id != no_index) return id;
  std::uint32_t const paragraph = table.paragraph_of(chunk.first);
  if (!opens_text(paragraph) || paragraph + 1 >= table.paragraphs.size() || !opens_paragraph(chunk.first)) return no_index;
  if (!in(chunk.first, self.article_)) {
    // A headline's "Premier denies it" above "The premier has said …".
    std::uint32_t const below = table.paragraphs[paragraph + 1];
    MentionChunk const* const again = head == chunk.first && chunk.last == head + 1 && in(below, self.definite_) ? source_at(below) : nullptr;
    bool const same = again && again->last == below + 2 && table.tokens[below + 1].word != 0 && table.tokens[below + 1].word == table.tokens[head].word;
    return same ? named_later(*again, below + 1, lemma) : no_index;
  }
  bool const definite = in(chunk.first, self.definite_);
  std::uint32_t at = table.paragraphs[paragraph + 1];
  bool const behind_words = table.tokens[at].is(feature::quote);  // "“No,” Nora Quill told reporters"
  if (behind_words) at = std::min(at + table.tokens[at].width, static_cast<std::uint32_t>(table.tokens.size() - 1));
  EntityId const id = named_at(at);
  if (id == no_index) return definite && !behind_words ? bare_name_in(paragraph + 1, head) : no_index;
  Entity const& entity = entities[id];
  if (entity.type != SpeakerType::person || !entity.full_name) return no_index;
  if (differs_in_sex(entity, head)) return no_index;
  MentionChunk const& name = *(names_at(at + 1) - 1);
  bool const bare = is_new_and_bare(entity, name);
  bool const office = in(head, self.role_title_) || in(head, self.body_leader_);
  if (definite && office && bare && tells_next(chunk.last) && tells_next(name.last)) return id;
  // "A vicar has told …", "Emil Dray, vicar of Halden, …".
  bool const called = entity.introduced == at && name.last < table.tokens.size() && table.tokens[name.last].is(feature::comma);
  if (called && std::find(entity.role_heads.begin(), entity.role_heads.end(), lemma) != entity.role_heads.end() && names_in_apposition(name.last + 1, head)) return id;
  constexpr std::uint32_t longest = 8;  // tokens of a name
  std::uint32_t comma = at;
  while (comma < at + longest && comma + 2 < table.tokens.size() && !table.tokens[comma].is(feature::comma)) ++comma;
  if (comma == at + longest || comma + 2 >= table.tokens.size()) return no_index;
  Token const& age = table.tokens[comma + 1];
  bool const old = age.is(feature::number) && age.end - age.begin == 2 && table.tokens[comma + 2].is(feature::comma);
  // Without an age only whom the text has not named in full before.
  bool const described = in(comma + 1, self.relative_) && entity.introduced >= at;
  // "A neighbour said …", behind it "Emil Dray, 29, died in the fire": the report is about neither her nor a judge.
  bool const told_of = head + 1 < table.tokens.size() && in(head + 1, self.relative_);  // "a nurse who left said"
  bool const about = (!in(head, self.scene_) || told_of) && !entity.dead;
  return (old && !definite && about) || (definite && described) ? id : no_index;
}

// ", vicar of Halden", ", the warden of Kolm College": behind a name and its comma the noun, before the next comma or verb.
bool People::Run::names_in_apposition(std::uint32_t at, std::uint32_t head) const {
  constexpr std::uint32_t reach = 5;  // tokens
  auto const end = std::min(static_cast<std::uint32_t>(table.tokens.size()), at + reach);
  for (; at < end && !table.tokens[at].is(feature::comma) && !in(at, self.preposition_) && !in(at, self.finite_); ++at) {
    if (table.tokens[at].word != 0 && table.tokens[at].word == table.tokens[head].word) return true;
  }
  return false;
}

// "One of the country's most senior doctors has warned", "a leading surgeon", next paragraph "Dame Nora Quill, who runs the college, said".
EntityId People::Run::expert_named_next(MentionChunk const& chunk, std::uint32_t head) const {
  constexpr std::uint32_t first_paragraphs = 5;
  std::uint32_t const paragraph = table.paragraph_of(chunk.first);
  if (paragraph >= first_paragraphs || paragraph + 1 >= table.paragraphs.size()) return no_index;
  bool leads = false;
  for (std::uint32_t at = chunk.first; at < head; ++at) leads |= in(at, self.leading_word_);
  if (!leads || in(chunk.first, self.definite_) || in(chunk.first, self.possessive_)) return no_index;
  std::uint32_t const begin = table.paragraphs[paragraph + 1];
  EntityId id = no_index;
  MentionChunk const* name = nullptr;
  for (std::uint32_t at = begin; at < begin + 2 && at < table.tokens.size() && id == no_index; ++at) id = named_at(at), name = id == no_index ? nullptr : &*(names_at(at + 1) - 1);
  if (id == no_index) return no_index;
  Entity const& entity = entities[id];
  if (entity.type != SpeakerType::person || !entity.full_name || entity.introduced < begin || entity.introduced > begin + 1) return no_index;
  if (differs_in_sex(entity, head)) return no_index;
  bool const told = name->last < table.tokens.size() && (table.tokens[name->last].is(feature::comma) || tells_next(name->last));
  return told ? id : no_index;
}

// "A woman who gave her name only as Nora", "a man who asked to be called Emil".
EntityId People::Run::gave_name(MentionChunk const& chunk) const {
  constexpr std::uint32_t reach = 16;  // tokens
  auto const end = std::min(static_cast<std::uint32_t>(table.tokens.size()), chunk.last + reach);
  for (std::uint32_t at = chunk.last; at + 1 < end; ++at) {
    if (table.tokens[at].is(feature::stop | feature::mark) || table.tokens[at].width > 1 || (at > chunk.last && table.tokens[at].is(feature::sentence_start))) return no_index;
    if (!ends_phrase(at, self.gave_name_)) continue;
    EntityId const id = named_at(at + 1);
    return id != no_index && !entities[id].full_name && entities[id].type != SpeakerType::organisation ? id : no_index;
  }
  return no_index;
}

// "The premier has said", "Nora Quill told": behind a subject a verb of speech. Not "the premier has been accused".
bool People::Run::tells_next(std::uint32_t last) const {
  auto const end = static_cast<std::uint32_t>(table.tokens.size());
  std::uint32_t at = behind_adverbs(last);
  while (at < end && in(at, self.aux_) && !in(at, self.be_)) at = behind_adverbs(at + 1);
  return at < end && (in(at, self.speech_verb_) || in(at, self.report_verb_)) && table.tokens[at].is(feature::lower);
}

// "Appearing before the committee, Nora Quill said": whom a paragraph introduces by a whole name and nothing else is known already.
EntityId People::Run::bare_name_in(std::uint32_t paragraph, std::uint32_t head) const {
  constexpr std::uint32_t reach = 16;  // tokens
  std::uint32_t const begin = table.paragraphs[paragraph];
  std::uint32_t const next = paragraph + 1 < table.paragraphs.size() ? table.paragraphs[paragraph + 1] : static_cast<std::uint32_t>(table.tokens.size());
  for (std::uint32_t at = begin; at < std::min(next, begin + reach); at += table.tokens[at].width) {
    EntityId const id = named_at(at);
    if (id == no_index || entities[id].type != SpeakerType::person) continue;  // "Speaking in Halden, Nora Quill said"
    Entity const& entity = entities[id];
    bool const bare = entity.full_name && is_new_and_bare(entity, *(names_at(at + 1) - 1));
    bool const fits = !differs_in_sex(entity, head);
    return bare && fits && table.tokens[at - 1].is(feature::comma) ? id : no_index;
  }
  return no_index;
}

}  // namespace whosaid
