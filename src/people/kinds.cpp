// Whether what a noun phrase says fits what the text says of somebody: offices, kinds of bodies, where people come from.
//
// Tests: tests/unit/people_resolve_test.cpp.
#include "people/run.hpp"

namespace whosaid {
namespace {

// "Russia" and "Russian", "Florida" and "Florida": the shorter begins the longer and has four letters at least.
bool words_kin(std::string_view a, std::string_view b) {
  std::string_view const shorter = a.size() <= b.size() ? a : b, longer = a.size() <= b.size() ? b : a;
  if (shorter.size() < 4) return shorter == longer;
  return longer.substr(0, shorter.size()) == shorter && longer.size() - shorter.size() <= 3;
}

// The word before `word`; empty where it is the first or stands nowhere.
std::string_view word_before(std::string_view text, std::string_view word) {
  std::string_view before;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const end = std::min(text.find(' ', at), text.size());
    std::string_view const here = text.substr(at, end - at);
    if (here == word) return before;
    before = here;
    at = end + 1;
  }
  return {};
}

}  // namespace

bool holds_kin(std::vector<Known> const& facts, std::string_view word) {
  for (Known const& fact : facts) {
    std::string_view const folded = fact.folded;
    std::size_t at = 0;
    while (at < folded.size()) {
      std::size_t const end = std::min(folded.find(' ', at), folded.size());
      if (words_kin(folded.substr(at, end - at), word)) return true;
      at = end + 1;
    }
  }
  return false;
}


// "The vice president" is not the president, nor the other way round; nor is the deputy first minister the first minister.
bool People::Run::stands_beside(Entity const& entity, WordId lemma, std::span<std::string_view const> modifiers) {
  auto const in_list = [&](std::string_view word) { return !word.empty() && words.in(words.add(word), self.deputy_); };
  auto const deputy = std::find_if(modifiers.begin(), modifiers.end(), in_list);
  std::string_view const noun = words.text(lemma), wanted = deputy == modifiers.end() ? std::string_view() : *deputy;
  bool other = false;
  for (Known const& role : entity.roles) {
    std::size_t const at = role.folded.find(noun);
    if (at == std::string_view::npos) continue;
    std::string_view found;
    std::string_view const before = std::string_view(role.folded).substr(0, at);
    for (std::size_t begin = 0; begin < before.size() && found.empty();) {
      std::size_t const end = std::min(before.find(' ', begin), before.size());
      if (in_list(before.substr(begin, end - begin))) found = before.substr(begin, end - begin);
      begin = end + 1;
    }
    if (found == wanted) return false;
    other = true;
  }
  return other;
}

// "The finance minister" is no prime minister: both say what they are minister of, with different words.
// "The council leader" is no "leader of the opposition".
bool People::Run::holds_other_post(Entity const& entity, WordId lemma, std::string_view modifier) {
  if (modifier.empty()) return false;
  WordId const post = words.add(modifier);
  if (words.in(post, self.deputy_)) return false;
  if (words.in(post, self.group_)) return leads_other(entity, words.text(lemma), modifier);
  if (!words.in(post, self.office_word_)) return false;
  std::string_view const noun = words.text(lemma);
  bool other = false;
  for (Known const& role : entity.roles) {
    std::string_view const before = word_before(role.folded, noun);
    if (before.empty() && role.folded.find(noun) == std::string_view::npos) continue;
    if (before.empty() || !words.in(words.add(before), self.office_word_) || words_kin(before, modifier)) return false;
    other = true;
  }
  return other;
}

// Whether a role names an office that is another's: "mayor's deputy", "aide to the mayor", "candidate for mayor".
bool People::Run::serves_holder(Entity const& entity, std::string_view noun) {
  return std::any_of(entity.roles.begin(), entity.roles.end(), [&](Known const& role) {
    std::size_t const at = role.folded.find(noun);
    if (at == std::string_view::npos || (at > 0 && role.folded[at - 1] != ' ')) return false;
    std::string_view const behind = role.folded.substr(at + noun.size());
    bool const owned = behind.starts_with("'s ") || behind.starts_with("’s ");
    return owned || (at > 0 && (behind.empty() || behind.front() == ' '));
  });
}

// "The minister" is no former minister, where every role with that noun says so.
bool People::Run::holds_no_more(Entity const& entity, std::string_view noun) {
  bool past = false;
  for (Known const& role : entity.roles) {
    std::size_t const at = role.folded.find(noun);
    if (at == std::string_view::npos) continue;
    std::string_view const first = std::string_view(role.folded).substr(0, std::min(role.folded.find(' '), role.folded.size()));
    if (at == 0 || !words.in(words.add(first), self.past_)) return false;
    past = true;
  }
  return past;
}

// Whether every role with that noun names another body behind its "of".
bool People::Run::leads_other(Entity const& entity, std::string_view noun, std::string_view body) {
  bool other = false;
  for (Known const& role : entity.roles) {
    std::size_t const at = role.folded.find(noun);
    if (at == std::string_view::npos) continue;
    std::string_view const behind = role.folded.substr(std::min(at + noun.size(), role.folded.size()));
    if (!behind.starts_with(" of ") || behind.ends_with(body)) return false;
    other = true;
  }
  return other;
}

// "The Kazakh president" is no Uzbek president: the same office of another country.
bool People::Run::serves_other_land(Entity const& entity, WordId lemma, WordId origin) {
  if (origin == 0) return false;
  std::string_view const noun = words.text(lemma);
  bool other = false;
  for (Known const& role : entity.roles) {
    if (role.folded.find(noun) == std::string_view::npos) continue;
    for (std::string_view rest = role.folded; !rest.empty();) {
      std::size_t const end = std::min(rest.find(' '), rest.size());
      WordId const word = words.add(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      std::string_view const land = words.lemma(word, self.nationality_);
      if (land == words.text(origin)) return false;
      other |= words.in(word, self.nationality_);
    }
  }
  return other;
}

// "The union" is not Kolm Foods, nor the council the ministry: a body that its name or the text calls otherwise.
bool People::Run::may_be_called(Entity const& entity, WordId noun) {
  if (holds_kin(entity.roles, words.text(noun))) return true;
  bool otherwise = false;
  for (WordId const word : entity.words.words) {
    if (word == noun) return true;
    otherwise |= words.in(word, self.company_) || words.in(word, self.org_word_) || words.in(word, self.body_noun_);
  }
  return !otherwise;
}

// "The striker" is no manager: one plays a part in a story that excludes the other.
bool People::Run::plays_other_part(Entity const& entity, WordId noun) {
  auto const part = [&](WordId role) {
    std::string_view const kind = words.lemma(role, self.role_kind_);
    return kind.empty() || words.in(role, self.role_apart_) ? role : words.add(kind);
  };
  WordId const asked = part(noun);
  std::string_view const story = words.lemma(asked, self.role_apart_);
  if (story.empty()) return false;
  bool other = false;
  for (WordId const role : entity.role_heads) {
    WordId const known = part(role);
    if (known == asked) return false;
    other |= words.lemma(known, self.role_apart_) == story;
  }
  return other;
}

// Whether a noun agrees with the kind of body that a name ends in or the text tells before it: "the airline" is no union.
BodyKind People::Run::kind_of_body(Entity const& entity, WordId noun) {
  std::string_view const asked = words.lemma(noun, self.body_class_);
  if (asked.empty()) return BodyKind::untold;
  if (holds_kin(entity.roles, words.text(noun))) return BodyKind::same;
  std::string_view known = entity.told_kind != 0 ? words.lemma(entity.told_kind, self.body_class_) : std::string_view();
  if (known.empty()) {
    std::size_t const at = entity.name.rfind(' ');
    known = words.lemma(words.add(words.folded(entity.name.substr(at == std::string_view::npos ? 0 : at + 1))), self.body_class_);
  }
  if (known.empty() && entity.is_company) known = "company";
  return known.empty() ? BodyKind::untold : known == asked ? BodyKind::same : BodyKind::other;
}

// "The Ivorian said": the person of whom the text says so, if it is one only.
EntityId People::Run::meant_by_origin(Range phrase, Resolution& resolution) {
  if (phrase.last - phrase.first < 2 || !in(phrase.first, self.article_) || !table.tokens[phrase.first + 1].is(feature::capital)) return no_index;
  std::string_view const word = words.folded(text(phrase.first + 1, phrase.last));
  WordId const origin = origin_in({phrase.first + 1, phrase.last});
  EntityId found = no_index;
  bool several = false;
  visit_recent(24, [&](EntityId id) {
    Entity const& entity = entities[id];
    bool const person = entity.type == SpeakerType::person && !entity.plural && !entity.words.words.empty();
    bool const agrees = origin != 0 ? entity.origin == origin : holds_kin(entity.roles, word) || holds_kin(entity.affiliations, word);
    if (!person || !agrees) return true;
    several |= found != no_index;
    found = found == no_index ? id : found;
    return !several;
  });
  if (found == no_index && origin != 0) {
    // Nobody is said to come from there: the one person of whom the paragraph spoke, or the sentences before; of several whoever goes on.
    constexpr std::uint32_t near = 6;  // sentences
    std::uint32_t const paragraph = table.paragraph_of(phrase.first), sentence = sentence_of(phrase.first);
    bool const asked = phrase.first > 0 && table.tokens[phrase.first - 1].is(feature::comma) && in_question(phrase.first - 1);
    auto const only = [&](auto&& counts) {
      found = no_index, several = false;
      visit_recent(16, [&](EntityId id) {
        Entity const& entity = entities[id];
        if (!counts(entity)) return false;
        if (entity.type != SpeakerType::person || entity.plural || entity.words.words.empty() || entity.last_quoted || (asked && entity.last_sentence == sentence)) return true;
        several |= found != no_index || entity.origin != 0;
        found = id;
        return !several;
      });
      return found != no_index && !several;
    };
    auto const goes_on = [&](std::uint32_t token) { return token < table.tokens.size() && in(token, self.go_on_); };
    if (!only([&](Entity const& entity) { return entity.last_paragraph == paragraph; }) &&
        !only([&](Entity const& entity) { return sentence - std::min(sentence, entity.last_sentence) <= near; })) {
      bool const voice = last_voice != no_index && (goes_on(phrase.last) || (phrase.first > 0 && goes_on(phrase.first - 1))) && entities[last_voice].type == SpeakerType::person &&
                         entities[last_voice].origin == 0 && sentence - std::min(sentence, entities[last_voice].last_sentence) <= near;
      found = voice ? last_voice : no_index;
      several = false;
      // "Coach Balbi is to rest Croome. The Italian said": whoever acts in the sentence before, where the text tells what he is.
      if (found == no_index && phrase.first > 0 && table.tokens[phrase.first].is(feature::sentence_start) && table.paragraph_of(phrase.first - 1) == paragraph) {
        EntityId const actor = actor_before(phrase.first, paragraph);
        if (actor != no_index && entities[actor].type == SpeakerType::person && !entities[actor].words.words.empty() && !entities[actor].role_heads.empty() && entities[actor].origin == 0) found = actor;
      }
    }
  }
  if (found == no_index || several) return no_index;
  resolution.basis = Basis::anaphoric;
  resolution.form = MentionForm::nominal;
  resolution.share = 0.8f;
  if (trace) resolution.chain.push_back("\"" + std::string(text(phrase.first, phrase.last)) + "\" is taken for " + std::string(entities[found].name));
  return found;
}

}  // namespace whosaid
