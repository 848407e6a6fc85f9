#include "people/people.hpp"

#include <algorithm>
#include <cmath>

#include "people/run.hpp"

namespace whosaid {
namespace {

// As one would write it on a card: a name that a line break cuts in two has one space there.
std::string on_one_line(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  for (char const c : words) {
    bool const space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

}  // namespace

People::People(grammar::Language const& language, Weights& weights) : language_(language), weights_(weights) {
  constexpr std::array<std::string_view, 3> forms{"person", "thing", "several"};
  for (std::size_t form = 0; form < forms.size(); ++form) {
    for (std::size_t i = 0; i < recency_[form].size(); ++i) {
      recency_[form][i] = weights.id("people." + std::string(forms[form]) + ".sentences_ago." + std::to_string(i));
    }
  }
  for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = weights.id("people.fitting_since." + std::to_string(i));
  for (std::size_t i = 0; i < subject_.size(); ++i) {
    subject_[i] = weights.id("people.was_subject." + std::to_string(i));
    last_speaker_[i] = weights.id("people.spoke_last." + std::to_string(i));
    after_quote_spoke_[i] = weights.id("people.behind_quote.spoke_last." + std::to_string(i));
    paragraphs_[i] = weights.id("people.paragraphs_ago." + std::to_string(i));
  }
  after_quote_subject_ = weights.id("people.behind_quote.was_subject");
  leading_ = weights.id("people.leading");
  spoke_here_ = weights.id("people.spoke_in_paragraph");
  same_paragraph_ = weights.id("people.same_paragraph");
  often_ = weights.id("people.log_mentions");
  gender_known_ = weights.id("people.gender_agrees");
  is_person_ = weights.id("people.is_person");
  named_fully_ = weights.id("people.full_name");
  is_source_ = weights.id("people.was_source");
  has_role_ = weights.id("people.has_role");
  early_ = weights.id("people.named_early");
  surely_person_ = weights.id("people.surely_person");
  as_place_ = weights.id("people.as_place");
  is_body_ = weights.id("people.is_body");
  is_document_ = weights.id("people.is_document");
  is_unknown_ = weights.id("people.is_unknown");
  leaning_agrees_ = weights.id("people.leaning_agrees");
  leaning_differs_ = weights.id("people.leaning_differs");
  auto const manner = [&](std::string const& stem) {
    Manner made{weights.id(stem + "times_spoke"), weights.id(stem + "times_subject"), weights.id(stem + "acts"),   weights.id(stem + "governed"), weights.id(stem + "owner"),
                weights.id(stem + "modifier"),    weights.id(stem + "quoted"),        weights.id(stem + "quoted_here"), weights.id(stem + "object"), weights.id(stem + "replies"), {}, {}};
    for (std::size_t i = 0; i < made.said.size(); ++i) {
      made.said[i] = weights.id(stem + "said." + std::to_string(i));
      made.actor[i] = weights.id(stem + "first_acts." + std::to_string(i));
    }
    return made;
  };
  manner_ = manner("people.");
  noun_.manner = manner("people.noun.");
  unnamed_ = weights.id("people.unnamed");
  auto const noun = [&](std::string const& name) { return weights.id("people.noun." + name); };
  for (std::size_t i = 0; i < noun_.recency.size(); ++i) noun_.recency[i] = noun("sentences_ago." + std::to_string(i));
  for (std::size_t i = 0; i < noun_.order.size(); ++i) noun_.order[i] = noun("fitting_since." + std::to_string(i));
  for (std::size_t i = 0; i < noun_.subject.size(); ++i) {
    noun_.subject[i] = noun("was_subject." + std::to_string(i));
    noun_.last_speaker[i] = noun("spoke_last." + std::to_string(i));
  }
  noun_.same_paragraph = noun("same_paragraph");
  noun_.often = noun("log_mentions");
  noun_.early = noun("named_early");
  noun_.several_words = noun("several_words");
  noun_.name_agrees = noun("name_agrees");
  noun_.group_other = noun("name_differs");
  noun_.head_agrees = noun("role_agrees");
  noun_.no_role = noun("role_unknown");
  noun_.other_role = noun("role_differs");
  noun_.surely_person = noun("surely_person");
  noun_.full_name = noun("full_name");
  noun_.gender_agrees = noun("gender_agrees");
  noun_.modifier_agrees = noun("modifier_agrees");
  noun_.modifier_open = noun("modifier_open");
  noun_.is_unknown = noun("is_unknown");
  noun_.unnamed = noun("unnamed");
  noun_.age_agrees = noun("age_agrees");
  noun_.itself = noun("itself");
  noun_.itself_group = noun("itself_group");
  noun_.itself_modified = noun("itself_modified");
  noun_.itself_with_tail = noun("itself_with_tail");
  noun_.itself_capital = noun("itself_capital");
  noun_.leading = noun("leading");
  person_ = language.chunk_kind("person");
  organisation_ = language.chunk_kind("organisation");
  place_ = language.chunk_kind("place");
  proper_ = language.chunk_kind("proper");
  source_ = language.chunk_kind("source");
  description_ = language.chunk_kind("description");
  title_kind_ = language.chunk_kind("title");
  deed_ = language.chunk_kind("deed");
  body_kind_ = language.chunk_kind("body");
  titles_ = language.chunk_kind("titles");
  told_ = language.chunk_kind("told");
  name_ = language.capture("name");
  role_ = language.capture("role");
  affiliation_ = language.capture("affiliation");
  title_ = language.capture("title");
  apart_ = language.capture("apart");
  owner_ = language.capture("owner");
  employer_ = language.capture("employer");
  age_ = language.capture("age");
  its_ = language.capture("its");
  belonging_ = language.capture("belonging");
  one_ = language.capture("one");
  Vocabulary const& words = language.vocabulary();
  male_ = words.lexicon("pronoun_male");
  female_ = words.lexicon("pronoun_female");
  plural_ = words.lexicon("pronoun_plural");
  neuter_ = words.lexicon("pronoun_neuter");
  author_ = words.lexicon("pronoun_author");
  first_ = words.lexicon("first_name");
  first_male_ = words.lexicon("first_name_male");
  first_female_ = words.lexicon("first_name_female");
  honorific_male_ = words.lexicon("honorific_male");
  honorific_female_ = words.lexicon("honorific_female");
  role_male_ = words.lexicon("role_male");
  role_female_ = words.lexicon("role_female");
  role_words_ = words.lexicon("role");
  group_ = words.lexicon("group_noun");
  document_ = words.lexicon("document_noun");
  article_ = words.lexicon("article");
  possessive_ = words.lexicon("pronoun_possessive");
  organisation_words_ = words.lexicon("organisation");
  collective_ = words.lexicon("collective");
  role_title_ = words.lexicon("role_title");
  place_preposition_ = words.lexicon("place_preposition");
  preposition_ = words.lexicon("preposition");
  finite_ = words.lexicon("finite_verb");
  post_nominal_ = words.lexicon("post_nominal");
  party_ = words.lexicon("party");
  joining_ = words.lexicon("joining_word");
  name_particle_ = words.lexicon("name_particle");
  name_suffix_ = words.lexicon("name_suffix");
  age_noun_ = words.lexicon("age_noun");
  family_ = words.lexicon("family_noun");
  generic_ = words.lexicon("generic_person");
  org_word_ = words.lexicon("org_word");
  determiner_ = words.lexicon("determiner");
  quantifier_ = words.lexicon("quantifier");
  honorific_ = words.lexicon("honorific");
  company_ = words.lexicon("company_word");
  authorship_ = words.lexicon("authorship");
  subordinator_ = words.lexicon("subordinator");
  unnamed_body_ = words.lexicon("unnamed_body");
  speaks_for_ = words.lexicon("speaks_for");
  speech_verb_ = words.lexicon("speech_verb");
  tell_ = words.lexicon("tell_verb");
  exchange_ = words.lexicon("exchange_verb");
  pair_noun_ = words.lexicon("pair_noun");
  question_label_ = words.lexicon("question_label");
  answer_label_ = words.lexicon("answer_label");
  body_noun_ = words.lexicon("body_noun");
  office_word_ = words.lexicon("office_word");
  body_office_ = words.lexicon("body_office");
  relative_ = words.lexicon("pronoun_relative");
  rank_ = words.lexicon("rank_word");
  serve_ = words.lexicon("serve_verb");
  title_plural_ = words.lexicon("title_plural");
  legal_ = words.lexicon("legal_form");
}

void People::add_manner(Entity const& entity, std::uint32_t sentence, bool same_paragraph, Manner const& manner, Facts& facts) {
  auto const ago = [&](std::uint32_t then) { return sentence - std::min(sentence, then); };
  if (entity.said_sentence != no_index && ago(entity.said_sentence) < manner.said.size()) facts.add(manner.said[ago(entity.said_sentence)]);
  if (entity.actor_sentence != no_index && ago(entity.actor_sentence) < manner.actor.size()) facts.add(manner.actor[ago(entity.actor_sentence)]);
  if (entity.last_object) facts.add(manner.object);
  if (entity.times_source > 0) facts.add(manner.times_spoke, std::log(1.0f + static_cast<float>(entity.times_source)));
  if (entity.times_subject > 0) facts.add(manner.times_subject, std::log(1.0f + static_cast<float>(entity.times_subject)));
  if (entity.last_acts) facts.add(manner.acts);
  if (entity.last_governed) facts.add(manner.governed);
  if (entity.last_owner) facts.add(manner.owner);
  if (entity.last_modifier) facts.add(manner.modifier);
  if (entity.last_quoted) facts.add(same_paragraph ? manner.quoted_here : manner.quoted);
}

PeopleMemory::PeopleMemory() : impl_(std::make_unique<Impl>()) {}
PeopleMemory::~PeopleMemory() = default;
PeopleMemory::PeopleMemory(PeopleMemory&&) noexcept = default;
PeopleMemory& PeopleMemory::operator=(PeopleMemory&&) noexcept = default;

void People::resolve(TokenTable const& table, MentionList const& mentions, std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed, grammar::Scratch& scratch,
                     PeopleMemory& memory, bool trace, DecisionObserver* observer, std::vector<Speaker>& speakers, std::vector<Resolution>& out) const {
  PeopleMemory::Impl& work = *memory.impl_;
  work.begin(table, language_.vocabulary());
  speakers.clear();
  out.assign(attributed.size(), {});
  auto const asks = [](Attributed const& one) { return one.speech && one.has_link && one.tie == Tie::cue; };
  if (!observer && std::none_of(attributed.begin(), attributed.end(), asks)) return;
  Run run{*this, table, mentions, trace, language_.vocabulary(), work};
  run.observer = observer;
  run.scratch = &scratch;
  run.find_sentences();
  run.name_everybody();
  run.learn_offices();
  run.learn_employer_of_article();

  // Walk the document: mentions in order of place make people present for the pronouns behind them.
  auto const place_and_number = [](std::uint32_t place, std::size_t number) { return std::uint64_t{place} << 32 | number; };
  auto const number_in = [](std::uint64_t entry) { return static_cast<std::uint32_t>(entry); };
  auto& order = work.order;
  order.clear();
  for (std::size_t i = 0; i < mentions.chunks.size(); ++i) {
    MentionChunk const& chunk = mentions.chunks[i];
    if (chunk.kind == source_ ? run.is_anaphor(chunk) : run.of_chunk[i] != no_index) order.push_back(place_and_number(chunk.first, i));
  }
  // Attributions in order of their source's place stand behind the mentions.
  std::size_t const mentioned = order.size();
  for (std::size_t i = 0; i < attributed.size(); ++i) {
    if (asks(attributed[i])) order.push_back(place_and_number(attributed[i].link.source.first, i));
  }
  std::sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(mentioned));
  std::sort(order.begin() + static_cast<std::ptrdiff_t>(mentioned), order.end());
  auto& found = work.found;
  if (found.size() < attributed.size()) found.resize(attributed.size());
  for (std::size_t i = 0; i < attributed.size(); ++i) found[i].clear();
  std::size_t next = 0;
  auto const mention_up_to = [&](std::uint32_t token) {
    for (; next < mentioned; ++next) {
      MentionChunk const& chunk = mentions.chunks[number_in(order[next])];
      if (chunk.first >= token) return;
      if (chunk.kind == source_) {
        run.read_anaphor(chunk);
        continue;
      }
      bool const subject = table.tokens[chunk.first].is(feature::sentence_start) ||
                           (chunk.first > 0 && table.tokens[chunk.first - 1].is(feature::sentence_start));
      run.note_mention(run.of_chunk[number_in(order[next])], chunk.first, chunk.last, subject);
    }
  };
  for (std::size_t l = mentioned; l < order.size(); ++l) {
    std::uint32_t const i = number_in(order[l]);
    Link const& link = attributed[i].link;
    mention_up_to(link.source.empty() ? link.cue.first : link.source.first);
    run.resolve_link(attributed[i], out[i], found[i]);
    for (EntityId const id : found[i]) {
      run.note_mention(id, link.source.first, link.source.last, true);
      run.entities[id].last_source = true;
      ++run.entities[id].times_source;
      run.last_speaker = id;
      run.last_speech_paragraph = table.paragraph_of(link.source.first);
    }
  }
  mention_up_to(static_cast<std::uint32_t>(table.tokens.size()));

  // Quotes that go on take over; then everybody who speaks gets a number, in order of first appearance.
  for (std::size_t i = 0; i < attributed.size(); ++i) {
    if (attributed[i].tie == Tie::goes_on && attributed[i].continues != no_index) {
      std::uint32_t const from = attributed[i].continues;
      found[i] = found[from];
      out[i].form = out[from].form;
      out[i].share = out[from].share;
      out[i].candidates = out[from].candidates;
      out[i].basis = found[i].empty() ? Basis::none : Basis::inferred;
    }
  }
  run.follow_turns(quotes, attributed, out);
  std::vector<EntityId> spoken;
  for (std::size_t i = 0; i < attributed.size(); ++i) {
    for (EntityId const id : found[i]) spoken.push_back(id);
    for (SpeakerShare const& candidate : out[i].candidates) spoken.push_back(candidate.speaker.value);
  }
  std::sort(spoken.begin(), spoken.end());
  spoken.erase(std::unique(spoken.begin(), spoken.end()), spoken.end());
  std::sort(spoken.begin(), spoken.end(), [&](EntityId a, EntityId b) {
    auto const place = [&](EntityId id) {
      return run.entities[id].mentions.empty() ? 0xFFFFFFFFu : run.entities[id].mentions.front().begin;
    };
    return place(a) != place(b) ? place(a) < place(b) : a < b;
  });
  auto const facts_of = [](std::vector<Known> const& known) {
    std::vector<RoleFact> facts;
    facts.reserve(known.size());
    for (Known const& one : known) facts.push_back({on_one_line(one.value), one.span});
    return facts;
  };
  speakers.reserve(spoken.size());
  for (EntityId const id : spoken) {
    Entity& entity = run.entities[id];
    entity.speaker = SpeakerId{static_cast<std::uint32_t>(speakers.size())};
    Speaker& speaker = speakers.emplace_back();
    speaker.name = on_one_line(entity.name);
    speaker.type = entity.type == SpeakerType::unknown && !entity.words.words.empty() ? SpeakerType::person : entity.type;
    for (std::string_view const alias : entity.aliases) {
      if (std::string one = on_one_line(alias); one != speaker.name) add_once(speaker.aliases, std::move(one));
    }
    speaker.roles = facts_of(entity.roles);
    speaker.affiliations = facts_of(entity.affiliations);
    std::sort(entity.mentions.begin(), entity.mentions.end(),
              [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
    auto const last = std::unique(entity.mentions.begin(), entity.mentions.end());
    speaker.mentions.assign(entity.mentions.begin(), last);
  }
  for (std::size_t i = 0; i < attributed.size(); ++i) {
    for (EntityId const id : found[i]) out[i].speakers.push_back(run.entities[id].speaker);
    for (SpeakerShare& candidate : out[i].candidates) candidate.speaker = run.entities[candidate.speaker.value].speaker;
  }
}

}  // namespace whosaid
