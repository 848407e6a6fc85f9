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

void People::add_manner(Entity const& entity, std::uint32_t sentence, bool same_paragraph, Manner const& manner, Facts& facts) {
  auto const ago = [&](std::uint32_t then) { return sentence - std::min(sentence, then); };
  if (entity.said_sentence != no_index && ago(entity.said_sentence) < manner.said.size()) facts.add(manner.said[ago(entity.said_sentence)]);
  if (entity.actor_sentence != no_index && ago(entity.actor_sentence) < manner.actor.size()) facts.add(manner.actor[ago(entity.actor_sentence)]);
  if (entity.last_object) facts.add(manner.object);
  if (entity.times_source > 0) facts.add(manner.times_spoke, std::log(1.0f + static_cast<float>(entity.times_source)));
  if (entity.times_subject > 0) facts.add(manner.times_subject, std::log(1.0f + static_cast<float>(entity.times_subject)));
  if (entity.last_acts) facts.add(manner.acts);
  if (entity.last_embedded) facts.add(manner.embedded);
  if (entity.last_governed) facts.add(manner.governed);
  if (entity.last_owner) facts.add(manner.owner);
  if (entity.last_modifier) facts.add(manner.modifier);
  if (entity.last_quoted) facts.add(same_paragraph ? manner.quoted_here : manner.quoted);
}

PeopleMemory::PeopleMemory() : impl_(std::make_unique<Impl>()) {}
PeopleMemory::~PeopleMemory() = default;
PeopleMemory::PeopleMemory(PeopleMemory&&) noexcept = default;
PeopleMemory& PeopleMemory::operator=(PeopleMemory&&) noexcept = default;

void People::resolve(TokenTable const& table, MentionList const& mentions, std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed, std::string_view byline, std::span<Range const> asides, grammar::Scratch& scratch,
                     PeopleMemory& memory, bool trace, DecisionObserver* observer, std::vector<Speaker>& speakers, std::vector<Resolution>& out) const {
  PeopleMemory::Impl& work = *memory.impl_;
  work.begin(table, language_.vocabulary());
  speakers.clear();
  out.assign(attributed.size(), {});
  auto const asks = [](Attributed const& one) { return one.speech && one.has_link && one.tie == Tie::cue; };
  auto const is_open = [&](Attributed const& one) {
    return one.speech && one.link.source.empty() && one.tie == Tie::nobody && one.kind == QuoteKind::direct && one.quote != no_index && quotes[one.quote].parent == no_parent;
  };
  if (!observer && std::none_of(attributed.begin(), attributed.end(), [&](Attributed const& one) { return asks(one) || is_open(one); })) return;
  Run run{*this, table, mentions, trace, language_.vocabulary(), work};
  run.observer = observer;
  run.scratch = &scratch;
  run.byline = byline;
  run.find_quoted();
  run.name_everybody();
  run.learn_offices();
  run.join_letters();
  run.learn_employer_of_article();

  // Walk the document: mentions in order of place make people present for the pronouns behind them.
  auto const place_and_number = [](std::uint32_t place, std::size_t number) { return std::uint64_t{place} << 32 | number; };
  auto const number_in = [](std::uint64_t entry) { return static_cast<std::uint32_t>(entry); };
  auto& order = work.order;
  order.clear();
  for (std::size_t i = 0; i < mentions.chunks.size(); ++i) {
    MentionChunk const& chunk = mentions.chunks[i];
    if (chunk.kind == source_ ? run.is_anaphor(chunk) || run.introduces_kin(chunk) : run.of_chunk[i] != no_index) order.push_back(place_and_number(chunk.first, i));
  }
  // Attributions in order of their source's place, or of their cue's where nobody says it, stand behind the mentions.
  std::size_t const mentioned = order.size();
  auto const place_of = [](Link const& link) { return link.source.empty() ? link.cue.first : link.source.first; };
  for (std::size_t i = 0; i < attributed.size(); ++i) {
    if (asks(attributed[i])) order.push_back(place_and_number(place_of(attributed[i].link), i));
    else if (is_open(attributed[i])) order.push_back(place_and_number(quotes[attributed[i].quote].first, i));
  }
  std::sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(mentioned));
  std::sort(order.begin() + static_cast<std::ptrdiff_t>(mentioned), order.end());
  auto& found = work.found;
  if (found.size() < attributed.size()) found.resize(attributed.size());
  for (std::size_t i = 0; i < attributed.size(); ++i) found[i].clear();
  std::size_t next = 0;
  // Whoever is named or heard beside the article is not present for the pronouns behind it.
  auto const aside = [&](std::uint32_t token) {
    auto const at = std::upper_bound(asides.begin(), asides.end(), token, [](std::uint32_t t, Range const& range) { return t < range.first; });
    return at != asides.begin() && token < std::prev(at)->last;
  };
  std::size_t passed = 0;
  auto const pass_asides = [&](std::uint32_t token) {
    for (; passed < asides.size() && asides[passed].last <= token; ++passed) run.pass_aside(asides[passed]);
  };
  auto const mention_up_to = [&](std::uint32_t token) {
    for (; next < mentioned; ++next) {
      MentionChunk const& chunk = mentions.chunks[number_in(order[next])];
      if (chunk.first >= token) break;
      if (aside(chunk.first)) continue;
      pass_asides(chunk.first);
      if (chunk.kind == source_) {
        run.introduces_kin(chunk) ? run.read_kin(chunk) : run.read_anaphor(chunk);
        continue;
      }
      bool const subject = table.tokens[chunk.first].is(feature::sentence_start) ||
                           (chunk.first > 0 && table.tokens[chunk.first - 1].is(feature::sentence_start));
      run.note_mention(run.of_chunk[number_in(order[next])], chunk.first, chunk.last, subject);
    }
    pass_asides(token);
  };
  for (std::size_t l = mentioned; l < order.size(); ++l) {
    std::uint32_t const i = number_in(order[l]);
    if (!asks(attributed[i])) {
      mention_up_to(quotes[attributed[i].quote].first);
      run.follow_open(quotes, attributed[i].quote, out[i], found[i]);
      continue;
    }
    Link const& link = attributed[i].link;
    run.asked_for = {};
    mention_up_to(place_of(link));
    bool const marked = attributed[i].quote != no_index && attributed[i].kind != QuoteKind::indirect;
    run.asked_for = marked ? Range{quotes[attributed[i].quote].inner_first, quotes[attributed[i].quote].inner_last} : Range{};
    run.says_of_whom = run.is_about(link);
    run.resolve_link(attributed[i], out[i], found[i]);
    run.add_partner(link, found[i]);
    if (!link.source.empty()) run.part_pair(link.source.first, found[i]);
    run.leave_addressee(attributed[i], found[i], out[i]);
    bool const together = found[i].size() > 1 && out[i].form == MentionForm::pronoun;
    if (aside(place_of(link))) continue;
    for (EntityId const id : found[i]) {
      if (together) {
        // "They said": none of them is rather the "he" behind it than whoever spoke alone.
        run.entities[id].mentions.push_back(table.span(link.source.first, link.source.last));
        continue;
      }
      run.note_mention(id, link.source.first, link.source.last, true);
      run.entities[id].last_source = true;
      run.entities[id].spoke_sentence = run.sentence_of(link.source.first);
      if (out[i].form == MentionForm::pronoun && found[i].size() == 1 && out[i].share > 0.7f) run.entities[id].spoke_as = run.gender_of(link.source.first);
      ++run.entities[id].times_source;
      run.last_speaker = id;
      bool const in_marks = attributed[i].quote != no_index && attributed[i].kind == QuoteKind::direct;
      run.note_voice(id, table.paragraph_of(link.source.first), in_marks);
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
  run.follow_quoted_pronouns(quotes, attributed, out);
  run.follow_only_voice(quotes, attributed, out);
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
    run.drop_bare_titles(entity);
    speaker.roles = facts_of(entity.roles);
    // "Experts from Kolm Watch" speak for it; "Weiss of Ohio, a Republican" is a Republican.
    auto const says_nothing = [&](Known const& one) {
      bool const seat = entity.party != 0 && entity.seat.begin < entity.seat.end && one.span.begin == entity.seat.begin && one.span.end == entity.seat.end;
      return one.value == entity.name || seat;
    };
    std::erase_if(entity.affiliations, says_nothing);
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
