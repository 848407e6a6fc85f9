// Pronouns inside quotes, and who says "I".
//
// Inside a quote "I" is whoever is quoted: in “I said, ‘No,’” Coyle recalled, the no is Coyle's, too; "he" and "she" are not. In the
// narration "I" is the writer, where the page names one. It fails where a quote repeats the words of a third one without marks,
// and in pieces that somebody else wrote down ("as told to").
// Tests: tests/unit/people_quoted_pronouns_test.cpp.
#include "people/run.hpp"

namespace whosaid {
namespace {

constexpr std::size_t longest_name = 4;  // words of a byline that is one person's name

}  // namespace

// The innermost quote around a token, as an index of `quotes`; none in the narration.
std::uint32_t People::Run::quote_around(std::vector<MarkedQuote> const& quotes, std::uint32_t token) const {
  auto const behind = std::partition_point(quotes.begin(), quotes.end(), [&](MarkedQuote const& quote) { return quote.inner_first <= token; });
  if (behind == quotes.begin()) return no_parent;
  auto at = static_cast<std::uint32_t>(behind - quotes.begin() - 1);
  while (at != no_parent && quotes[at].inner_last <= token) at = quotes[at].parent;
  return at;
}

// Whoever a byline names; none where it names several, an agency or an office.
EntityId People::Run::writer() {
  std::array<WordId, longest_name> name{};
  std::size_t count = 0;
  for (std::size_t at = 0; at < byline.size();) {
    std::size_t const end = std::min(byline.find(' ', at), byline.size());
    std::string_view const word = byline.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (count == name.size() || word.find_first_of(",;/&@|0123456789") != word.npos) return no_index;
    WordId const number = words.add(words.folded(word));
    for (int const list : {self.joining_, self.role_words_, self.org_word_, self.organisation_words_, self.company_, self.article_, self.preposition_}) {
      if (words.in(number, list)) return no_index;
    }
    name[count++] = number;
  }
  if (count < 2) return no_index;
  if (auto const* const known = index.find(EntityIndex::word, name[count - 1])) {
    Entity const& entity = entities[index.first(*known)];
    bool const same = entity.words.words.size() > 1 && entity.words.first() == name[0] && entity.words.last() == name[count - 1];
    if (same) return index.first(*known);
  }
  bool is_new = false;
  EntityId const id = standing_for_itself(words.keep(byline), is_new);
  if (is_new) entities[id].type = SpeakerType::person;
  return id;
}

// The attribution of the quote around a token, none in the narration; no_index when nobody says that quote.
std::uint32_t People::Run::attribution_around(std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed, std::uint32_t token, bool& in_quote) {
  std::uint32_t const around = quote_around(quotes, token);
  in_quote = around != no_parent;
  if (!in_quote) return no_index;
  auto& of_quote = memory.of_quote;  // attributions by marked quote
  if (of_quote.empty()) {
    of_quote.assign(quotes.size(), no_index);
    for (std::size_t i = 0; i < attributed.size(); ++i) {
      if (attributed[i].quote != no_index) of_quote[attributed[i].quote] = static_cast<std::uint32_t>(i);
    }
  }
  return of_quote[around];
}

// “She said, ‘Go home,’” Weiss recalls: whoever speaks of "she" is somebody else.
void People::Run::take_other(EntityId speaker, std::vector<EntityId>& found, Resolution& resolution) {
  EntityId other = no_index;
  float share = 0, rest = 0;
  Candidates without;
  for (SpeakerShare const& candidate : resolution.candidates) {
    if (candidate.speaker.value == speaker) continue;
    rest += candidate.share;
    if (candidate.share > share) share = candidate.share, other = candidate.speaker.value;
    without.push_back(candidate);
  }
  resolution.candidates = without;
  found.clear();
  if (other == no_index || share < rest * self.weights_[self.other_share_]) {
    resolution.basis = Basis::none;
    if (trace) resolution.chain.push_back("not " + std::string(entities[speaker].name) + ", whose words or ears these are");
    return;
  }
  found.push_back(other);
  resolution.share = share / rest;
  if (trace) resolution.chain.push_back("not " + std::string(entities[speaker].name) + ", whose words or ears these are, but " + std::string(entities[other].name));
}

// "Said of Mr. Weiss".
bool People::Run::is_about(Link const& link) const {
  std::uint32_t const behind = link.cue.last;
  return !link.cue.empty() && behind + 1 < table.tokens.size() && in(behind, self.said_about_) && table.tokens[behind + 1].is(feature::capital);
}

// "Asked by the prosecutor, she said": not the prosecutor.
void People::Run::leave_addressee(Attributed const& one, std::vector<EntityId>& found, Resolution& resolution) {
  Range hearer = one.around.addressee;
  std::uint32_t const said = one.link.source.first;
  bool const pronoun = one.link.source.last == said + 1 && (in(said, self.male_) || in(said, self.female_));
  // "The developer said of Mr. Weiss": nor whom he speaks of.
  if (found.size() == 1 && is_about(one.link) && (pronoun || resolution.basis == Basis::anaphoric)) {
    if (named_at(one.link.cue.last + 1) == found.front()) return take_other(found.front(), found, resolution);
  }
  if (hearer.empty() || found.size() != 1 || !pronoun) return;
  EntityId meant = no_index;
  for (std::uint32_t at = hearer.first; at < hearer.last && meant == no_index; ++at) {
    meant = named_at(at);
    if (Reading const* const reading = meant == no_index ? read_before(at) : nullptr) meant = reading->entity;
  }
  if (meant == found.front()) take_other(meant, found, resolution);
}

// “Derek leaves in May,” he said: rather somebody else than Derek.
std::vector<EntityId> const& People::Run::named_in_words() {
  constexpr std::uint32_t reach = 60;  // tokens
  std::uint32_t const end = std::min(asked_for.last, asked_for.first + reach);
  memory.in_words.clear();
  for (std::uint32_t at = asked_for.first; at < end; ++at) {
    EntityId const id = table.tokens[at].is(feature::capital) ? named_at(at) : no_index;
    if (id != no_index) add_once(memory.in_words, id);
  }
  return memory.in_words;
}

// “Lou talked me out of it. He said, ‘No,’”: the one person whom the quote has named so far. None where it names several.
EntityId People::Run::named_in_quote(MarkedQuote const& quote, std::uint32_t pronoun) const {
  constexpr std::uint32_t reach = 100;  // tokens before the pronoun
  EntityId named = no_index;
  for (std::uint32_t at = std::max(quote.inner_first, pronoun - std::min(pronoun, reach)); at < pronoun; ++at) {
    EntityId const id = named_at(at);
    bool const person = id != no_index && (entities[id].type == SpeakerType::person || (entities[id].type == SpeakerType::unknown && is_given(at)));
    if (!person || id == named) continue;
    bool const fits = !(in(pronoun, self.male_) && entities[id].gender == Gender::female) && !(in(pronoun, self.female_) && entities[id].gender == Gender::male);
    if (!fits) continue;
    if (named != no_index) return no_index;
    named = id;
  }
  return named;
}

void People::Run::follow_quoted_pronouns(std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed, std::vector<Resolution>& out) {
  memory.of_quote.clear();
  EntityId narrator = unasked;
  for (std::size_t i = 0; i < attributed.size(); ++i) {
    Attributed const& one = attributed[i];
    auto& found = memory.found[i];
    if (!one.has_link || one.link.source.empty()) continue;
    if (one.tie == Tie::goes_on && one.continues != no_index) {
      found = memory.found[one.continues];
      out[i].basis = found.empty() ? Basis::none : Basis::inferred;
      out[i].share = out[one.continues].share;
      out[i].candidates = out[one.continues].candidates;
      continue;
    }
    std::uint32_t const said = one.link.source.first;
    if (one.link.source.last != said + 1) continue;
    bool const i_said = found.empty() && in(said, self.first_singular_);
    bool const other_said = found.size() == 1 && (in(said, self.male_) || in(said, self.female_));
    if (!i_said && !other_said) continue;
    bool in_quote = false;
    std::uint32_t const outer = attribution_around(quotes, attributed, said, in_quote);
    if (in_quote) {
      if (outer == no_index || outer == i || memory.found[outer].size() != 1) continue;
      EntityId const speaker = memory.found[outer].front();
      if (EntityId const named = other_said ? named_in_quote(quotes[quote_around(quotes, said)], said) : no_index; named != no_index && named != speaker) {
        found.assign(1, named);
        out[i].share = std::max(out[i].share, self.weights_[self.named_in_quote_]);
        if (trace) out[i].chain.push_back("it is " + std::string(entities[named].name) + ", the only one whom the quote names before");
        continue;
      }
      if (other_said) {
        if (found.front() == speaker) take_other(speaker, found, out[i]);
        continue;
      }
      found.assign(1, speaker);
      out[i].share = out[outer].share * attributed[outer].confidence;  // right where the outer one is
    } else {
      if (!i_said) continue;
      if (narrator == unasked) narrator = writer();
      if (narrator == no_index) continue;
      found.assign(1, narrator);
      out[i].share = self.weights_[self.narrator_];
    }
    out[i].basis = Basis::anaphoric;
    out[i].form = MentionForm::pronoun;
    if (trace) {
      out[i].chain.push_back("\"" + std::string(text(said, said + 1)) + (in_quote ? "\" is whoever is quoted, " : "\" is the writer, ") +
                             std::string(entities[found.front()].name));
    }
  }
}

}  // namespace whosaid
