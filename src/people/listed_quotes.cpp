// Who says the quotes of a list: "What Ana Weiss had to say after the match", then a heading ("1. The knee", "On the draw") or "On the draw:"
// before each of them.
//
// The idea: the text above tells whose session it is, in a sentence with a word for it and one person; whoever spoke under one such heading
// goes on under the next.
// It fails where a second one takes the floor unnamed.
// Tests: tests/unit/people_listed_quotes_test.cpp.
#include "people/run.hpp"

namespace whosaid {

// The one person of a sentence near the top that tells of a press conference or the like; none when there are several.
EntityId People::Run::holds_session() {
  if (session_of != unasked) return session_of;
  constexpr std::size_t first_paragraphs = 6;
  session_of = no_index;
  std::size_t const last = std::min(table.paragraphs.size(), first_paragraphs);
  std::uint32_t const end = last < table.paragraphs.size() ? table.paragraphs[last] : static_cast<std::uint32_t>(table.tokens.size());
  for (std::uint32_t at = 0; at < end && session_of == no_index; ++at) {
    if (is_quoted(at) || !(in(at, self.session_) || ends_phrase(at, self.session_))) continue;
    bool several = false;
    std::uint32_t const sentence = sentence_of(at);
    for (auto chunk = names_at(sentences[sentence - 1]); chunk != mentions.chunks.begin() + first_source && sentence_of(chunk->first) == sentence; ++chunk) {
      EntityId const id = of_chunk[static_cast<std::size_t>(chunk - mentions.chunks.begin())];
      if (id == no_index || entities[id].type != SpeakerType::person || entities[id].plural || is_quoted(chunk->first)) continue;
      several |= session_of != no_index && session_of != id;
      session_of = id;
    }
    if (several) session_of = no_index;
  }
  return session_of;
}

// A line of a few words that no full stop ends.
bool People::Run::is_heading(std::uint32_t paragraph) const {
  constexpr std::uint32_t longest = 18;  // tokens
  std::uint32_t const first = table.paragraphs[paragraph], end = table.paragraphs[paragraph + 1];
  if (end - first > longest || is_quoted(first)) return false;
  if (table.tokens[end - 1].is(feature::stop) && text(end - 1, end) != "?") return false;
  for (std::uint32_t at = first; at < end; ++at) {
    if (table.tokens[at].is(feature::mark) || table.tokens[at].width > 1) return false;
  }
  return true;
}

// Whether a paragraph opens with "On the draw", not with "On 3 May".
bool People::Run::opens_topic(std::uint32_t paragraph) const {
  std::uint32_t const at = table.paragraphs[paragraph];
  return in(at, self.topic_opener_) && at + 1 < table.tokens.size() && !table.tokens[at + 1].is(feature::number) && !in(at + 1, self.weekday_) && !in(at + 1, self.month_);
}

// The person whom a line names and tells nothing else of than what he is: "Ana Weiss", "Kolm City manager Jan Dole".
EntityId People::Run::named_alone(std::uint32_t paragraph) const {
  if (!is_heading(paragraph)) return no_index;
  std::uint32_t const first = table.paragraphs[paragraph], end = table.paragraphs[paragraph + 1];
  for (std::uint32_t at = first; at < end; ++at) {
    if (in(at, self.finite_) || table.tokens[at].is(feature::stop | feature::colon)) return no_index;
  }
  EntityId found = no_index;
  for (auto name = names_at(first); name != mentions.chunks.begin() + first_source && name->first < end; ++name) {
    EntityId const id = of_chunk[static_cast<std::size_t>(name - mentions.chunks.begin())];
    if (name->kind != self.person_ || id == no_index || entities[id].type != SpeakerType::person || !entities[id].full_name) continue;
    if (found != no_index && found != id) return no_index;
    bool const ends = name->last >= end || table.tokens[name->last].is(feature::comma | feature::bracket | feature::dash);
    if (!ends) return no_index;
    found = id;
  }
  return found;
}

// "Ana Weiss", "“We ran.”", "Jan Dole", "“We did not.”": lines of names, each with the quote of its bearer below it; a single one may be a caption.
EntityId People::Run::named_above(std::uint32_t paragraph, std::uint32_t last_paragraph) const {
  EntityId const id = named_alone(paragraph - 1);
  if (id == no_index) return no_index;
  auto const quotes_at = [&](std::uint32_t at) { return at < table.paragraphs.size() && table.tokens[table.paragraphs[at]].is(feature::quote); };
  auto const other = [&](std::uint32_t at) {
    EntityId const one = at + 1 < table.paragraphs.size() ? named_alone(at) : no_index;
    return one != no_index && one != id;
  };
  bool const before = paragraph >= 3 && quotes_at(paragraph - 2) && other(paragraph - 3);
  bool const behind = quotes_at(last_paragraph + 2) && other(last_paragraph + 1);
  return before || behind ? id : no_index;
}

EntityId People::Run::listed(std::uint32_t quote, std::uint32_t last) {
  std::uint32_t const paragraph = table.paragraph_of(quote), first = table.paragraphs[paragraph];
  std::uint32_t before = 0;  // paragraphs between this item and the words of the one before
  bool topic = false;
  if (quote == first) {
    if (paragraph == 0 || !is_bare(paragraph, table.paragraph_of(last - 1)) || !is_heading(paragraph - 1)) return no_index;
    before = 2, topic = opens_topic(paragraph - 1);
  } else {
    topic = opens_topic(paragraph) && table.tokens[quote - 1].is(feature::colon);
    for (std::uint32_t at = first; at < quote && topic; ++at) topic = !table.tokens[at].is(feature::stop | feature::mark) || at + 1 == quote;
    if (!topic) return no_index;
    before = 1;
  }
  if (topic && last_voice != no_index && voice_in_marks && last_voice_paragraph + before == paragraph) return last_voice;
  EntityId const id = holds_session();
  if (id == no_index && quote == first) return named_above(paragraph, table.paragraph_of(last - 1));
  return id != no_index && entities[id].count > 0 && (last_voice == no_index || last_voice == id) ? id : no_index;
}

}  // namespace whosaid
