// One document on its way through people/: who is named in it, and who its pronouns and nouns stand for.
// Only for the .cpp files of this folder.
#pragma once
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "people/memory.hpp"

namespace whosaid {

struct People::Run {
  People const& self;
  TokenTable const& table;
  MentionList const& mentions;
  bool trace;
  Vocabulary const& vocabulary;
  PeopleMemory::Impl& memory;

  DocumentWords& words = memory.words;
  Entities& entities = memory.entities;
  EntityIndex& index = memory.index;
  std::vector<EntityId>& of_chunk = memory.of_chunk;
  std::vector<std::uint32_t> const& sentences = table.sentences;
  std::vector<Range>& quoted = memory.quoted;
  std::vector<EntityId>& recent = memory.recent;
  std::ptrdiff_t first_source = 0;       // where the <source> chunks begin in mentions.chunks; they are in order of place
  EntityId last_speaker = no_index;
  EntityId last_document = no_index;     // the one told of last
  std::uint32_t last_document_sentence = 0, last_document_first = 0;
  EntityId leading = no_index;           // the person named most so far
  EntityId as_one[2] = {no_index, no_index};  // who spoke as one last
  std::uint32_t as_one_token = 0;
  EntityId last_voice = no_index;        // the same, or whoever said something without marks since
  std::uint32_t last_voice_paragraph = no_index;
  std::uint32_t opened_paragraph = no_index;  // of the last quote that went on from narration
  EntityId voice_before = no_index;      // the last one before that who is somebody else
  std::uint32_t voice_before_paragraph = no_index;
  bool voice_in_marks = false;           // what was said there last stands in marks, as a whole utterance
  DecisionObserver* observer = nullptr;
  grammar::Scratch* scratch = nullptr;
  std::string_view byline = {};          // who wrote the article, as the page says
  Range asked_for = {};                  // the words in marks whose source is looked for; empty when there are none
  bool says_of_whom = false;             // "said of Weiss": he of whom these words speak stands beside them
  [[nodiscard]] bool in(std::uint32_t token, int lexicon) const {
    return lexicon >= 0 && vocabulary.classes(table.tokens[token].word).has(static_cast<std::uint16_t>(lexicon));
  }
  [[nodiscard]] std::string_view text(std::uint32_t first, std::uint32_t last) const { return table.span(first, last).in(table.text); }
  // A title that is an office: "Sen.", "Interior Minister", not "Mr." or "Lady".
  [[nodiscard]] bool is_office(std::uint32_t token) const {
    return in(token, self.role_title_) || (in(token, self.role_words_) && !in(token, self.honorific_) && table.tokens[token].is(feature::capital)) || begins_office(token);
  }
  [[nodiscard]] bool begins_office(std::uint32_t token) const;
  // Whether an entry of several words of the lexicon ends with the token.
  [[nodiscard]] bool ends_phrase(std::uint32_t token, int lexicon) const;
  // "Director Sir": without the last.
  [[nodiscard]] Range office_in(Range title) const;
  [[nodiscard]] bool is_given(std::uint32_t token) const {
    return in(token, self.first_) || in(token, self.first_male_) || in(token, self.first_female_);
  }
  [[nodiscard]] bool is_quoted(std::uint32_t token) const {
    auto const behind = std::partition_point(quoted.begin(), quoted.end(), [&](Range range) { return range.first <= token; });
    return behind != quoted.begin() && token < (behind - 1)->last;
  }
  // Whether a folded quote ends behind a token.
  [[nodiscard]] bool in_quote_end(std::uint32_t token) const {
    auto const behind = std::partition_point(quoted.begin(), quoted.end(), [&](Range range) { return range.first <= token; });
    return behind != quoted.begin() && token + 1 == (behind - 1)->last;
  }
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const {
    return static_cast<std::uint32_t>(std::upper_bound(sentences.begin(), sentences.end(), token) - sentences.begin());
  }
  [[nodiscard]] Range capture(MentionChunk const& chunk, int name) const {
    for (grammar::Capture const& c : mentions.of(chunk)) {
      if (c.name == name) return {c.first, c.last};
    }
    return {};
  }

  void find_quoted();
  [[nodiscard]] bool in_title_case(MentionChunk const& chunk) const;
  void name_everybody();
  [[nodiscard]] bool is_dateline(MentionChunk const& chunk) const;
  [[nodiscard]] bool is_unknown_dateline(MentionChunk const& chunk);
  int several_labels_ = -1;  // whether several paragraphs begin with a label in capitals; -1 = not looked
  [[nodiscard]] EntityId named_late(Link const& link) const;
  bool names_inserted(MentionChunk const& chunk, std::uint32_t end, std::vector<EntityId>& found);
  void doubt_late_names();
  void find_namesakes();
  [[nodiscard]] bool holds_no_more(Entity const& entity, std::string_view noun);
  [[nodiscard]] bool serves_holder(Entity const& entity, std::string_view noun);
  [[nodiscard]] bool leads_other(Entity const& entity, std::string_view noun, std::string_view body);
  [[nodiscard]] bool plays_other_part(Entity const& entity, WordId noun);
  [[nodiscard]] BodyKind kind_of_body(Entity const& entity, WordId noun);
  [[nodiscard]] bool told_dead(std::uint32_t first, std::uint32_t last) const;
  void find_the_dead();
  [[nodiscard]] EntityId named_in_headline(NameWords name) const;
  [[nodiscard]] bool is_compound(std::uint32_t token) const;
  [[nodiscard]] EntityId named_like_place(MentionChunk const& chunk, NameWords const& spoken) const;
  [[nodiscard]] bool is_legal(WordId word) const { return words.in(word, self.legal_); }
  [[nodiscard]] WordId nickname_in(Range name);
  // Of a whole name, the same for the same words.
  [[nodiscard]] WordId number_of(NameWords const& name);
  [[nodiscard]] NameWords name_of(Range range) { return name_words(table, range.first, range.last, {self.name_suffix_, self.name_particle_}, words); }
  ChunkName const& name_of_chunk(MentionChunk const& chunk);
  [[nodiscard]] EntityId body_named(NameWords const& name) const;
  EntityId entity_for_body(Range name, NameWords const& spoken);
  [[nodiscard]] bool begins_with_surname(NameWords const& name) const;
  [[nodiscard]] bool goes_on(std::uint32_t token) const;
  void index_inner_words(EntityId id);
  EntityId entity_for_name(MentionChunk const& chunk, bool create_short);
  void learn_from_source(MentionChunk const& chunk);
  void learn_gender(Entity& entity, MentionChunk const& chunk) const;
  [[nodiscard]] bool name_couple(std::size_t chunk);
  [[nodiscard]] bool in_question(std::uint32_t token) const;
  [[nodiscard]] bool owns_actor(std::uint32_t owned) const;
  void note_mention(EntityId id, std::uint32_t first, std::uint32_t last, bool subject);
  [[nodiscard]] std::uint32_t behind_adverbs(std::uint32_t at) const;
  [[nodiscard]] bool tells_mind(std::uint32_t verb) const;
  // Behind a caption or a link to another article everybody is as near as if it were not there.
  void pass_aside(Range aside);
  [[nodiscard]] std::uint32_t verb_of_subject(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool is_embedded(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] std::string_view kin_class(std::uint32_t token) const;
  [[nodiscard]] std::string_view kin_beside(Entity const& entity) const;
  [[nodiscard]] int age_beside(Entity const& entity) const;
  [[nodiscard]] EntityId elder_or_younger(std::uint32_t word, EntityId one, EntityId other) const;
  void learn_couple(EntityId one, EntityId other);
  [[nodiscard]] WordId surname_before(std::uint32_t token) const;
  void find_in_laws();
  [[nodiscard]] EntityId in_law(WordId surname, Gender gender);
  void learn_kin(EntityId id, EntityId owner, Range role);
  [[nodiscard]] EntityId kin_of(EntityId whose, std::uint32_t head) const;
  void learn_offices();
  void join_letters();
  [[nodiscard]] bool holds(Range range, int lexicon) const;
  void learn_employer_of_article();
  [[nodiscard]] std::uint32_t role_head(Range role) const;
  [[nodiscard]] bool is_plural(std::uint32_t head) const;
  [[nodiscard]] std::string_view lemma_of_role(std::uint32_t head) const;
  [[nodiscard]] std::string_view letters_of_office(std::uint32_t head) const;
  void learn_role(Entity& entity, Range role, std::span<Range const> apart);
  void learn_head(Entity& entity, std::string_view lemma);
  void drop_bare_titles(Entity& entity) const;
  void learn_gender_of_role(Entity& entity, Range role) const;
  [[nodiscard]] std::string_view known_name(Range range);
  void learn_affiliation(Entity& entity, Range affiliation);
  void add_fact(std::vector<Known>& facts, std::string_view value, Span span);
  static constexpr std::uint16_t no_capture = 0xFFFF;  // one that is passed over
  void keep_past_bodies(std::vector<grammar::Capture>& captures) const;
  void learn_office(EntityId id, std::span<grammar::Capture const> told);
  [[nodiscard]] std::string_view age_at(std::uint32_t token) const;
  void learn_body(std::uint32_t token);
  void learn_seat(Entity& entity, Range seat);
  // Calls visit(id, chunk) for the bodies named before a token, the last one first, a bounded number of them, until it returns false.
  template <class Visit>
  void visit_bodies_before(std::uint32_t token, Visit visit);
  [[nodiscard]] EntityId body_holding(std::uint32_t noun);
  [[nodiscard]] EntityId lone_body_before(std::uint32_t noun);
  [[nodiscard]] EntityId body_meant(std::uint32_t noun);
  [[nodiscard]] bool is_other_kind(Entity const& entity, std::uint32_t noun);
  [[nodiscard]] EntityId only_body_before(std::uint32_t token, std::uint32_t paragraphs);
  void learn_body_in_role(Entity& entity, Range role, std::vector<Range>& apart);
  void learn_body_meant(Entity& entity, std::uint32_t noun);
  [[nodiscard]] bool is_plain_word(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool is_business(std::span<grammar::Capture const> captures) const;
  [[nodiscard]] bool is_belonging(std::span<grammar::Capture const> captures, grammar::Capture const& affiliation) const;
  [[nodiscard]] bool is_between_names(grammar::Match const& match) const;
  [[nodiscard]] bool is_bare_body(Range range) const;
  void learn_deed(EntityId id, std::span<grammar::Capture const> captures);
  // Calls visit(place) with the phrase of each.
  template <class Visit>
  void visit_places(Range range, Visit visit);
  void learn_linked(Entity& entity, Range affiliation);
  void learn_places(Entity& entity, Range range);
  void learn_body_noun(grammar::Match const& match);
  void learn_titles(grammar::Match const& match);
  void learn_from_predicate(EntityId id, std::uint32_t pronoun);
  void learn_title(EntityId id, grammar::Match const& match);
  void learn_from_description(EntityId id, MentionChunk const& chunk);
  [[nodiscard]] EntityId named_at(std::uint32_t token) const;
  [[nodiscard]] EntityId named_behind(MentionChunk const& chunk, std::uint32_t end) const;
  [[nodiscard]] EntityId named_before(std::uint32_t token, bool body = false) const;
  // Calls `visit(id)` for those mentioned last, the latest first, at most `most` of them, until it returns false.
  template <class Visit>
  void visit_recent(std::size_t most, Visit visit);
  [[nodiscard]] bool is_anaphor(MentionChunk const& chunk) const;
  [[nodiscard]] bool crowd_acts(MentionChunk const& chunk) const;
  [[nodiscard]] bool is_apposition(MentionChunk const& chunk) const;
  [[nodiscard]] bool is_written_small(Entity& entity) const;
  void read_anaphor(MentionChunk const& chunk);
  // In mentions.chunks, the first name and the first <source> that begin at a token or behind it, or the end of these. Logarithmic.
  [[nodiscard]] auto names_at(std::uint32_t token) const {
    return std::partition_point(mentions.chunks.begin(), mentions.chunks.begin() + first_source, [&](MentionChunk const& chunk) { return chunk.first < token; });
  }
  [[nodiscard]] auto sources_at(std::uint32_t token) const {
    return std::partition_point(mentions.chunks.begin() + first_source, mentions.chunks.end(), [&](MentionChunk const& chunk) { return chunk.first < token; });
  }
  [[nodiscard]] MentionChunk const* source_at(std::uint32_t token) const;
  [[nodiscard]] MentionChunk const* source_ending(std::uint32_t token) const;
  [[nodiscard]] MentionChunk const* issuer_of(MentionChunk const& chunk) const;
  [[nodiscard]] MentionChunk const* document_before(std::uint32_t token) const;
  [[nodiscard]] EntityId member_before(std::uint32_t body) const;
  EntityId antecedent_of(std::uint32_t token);
  [[nodiscard]] bool is_of_kind(Entity const& entity, std::uint32_t head);
  [[nodiscard]] bool is_governed(std::uint32_t first, std::uint32_t last) const;
  // Whom the words asked for name; valid until the next call.
  std::vector<EntityId> const& named_in_words();
  [[nodiscard]] EntityId named_in_quote(MarkedQuote const& quote, std::uint32_t pronoun) const;
  EntityId text_before(std::uint32_t token);
  EntityId author_before(MentionChunk const& chunk, std::uint32_t head);
  [[nodiscard]] std::uint32_t head_of(MentionChunk const& chunk) const;
  EntityId author_of(MentionChunk const& chunk);
  [[nodiscard]] EntityId author_told(EntityId document);
  [[nodiscard]] EntityId actor_near(std::uint32_t token);
  [[nodiscard]] bool names_site(std::string_view name);
  [[nodiscard]] bool is_received(std::uint32_t document) const;
  EntityId pronoun(std::uint32_t token, Resolution& resolution);
  void tell_choice(std::string_view verb, std::string_view phrase, std::span<std::string const> names, std::span<Facts const> facts, std::vector<std::string>& chain) const;
  EntityId find_pronoun(std::uint32_t token, Resolution& resolution);
  [[nodiscard]] std::string_view member_words(MentionChunk const& chunk) const;
  [[nodiscard]] bool reads_as_text(std::uint32_t behind) const;
  [[nodiscard]] MentionChunk const* group_before(std::uint32_t token, bool& is_one) const;
  EntityId member_of_group(MentionChunk const& chunk, Resolution& resolution);
  [[nodiscard]] std::uint32_t owner_mark_in(MentionChunk const& chunk) const;
  [[nodiscard]] EntityId owner_of(std::uint32_t mark, Resolution& resolution);
  [[nodiscard]] EntityId owner_speaking(std::uint32_t mark, Resolution& resolution);
  [[nodiscard]] EntityId owned_noun(MentionChunk const& chunk, std::uint32_t mark, std::uint32_t head, bool is_role, bool plural);
  [[nodiscard]] bool introduces_kin(MentionChunk const& chunk) const;
  void read_kin(MentionChunk const& chunk);
  [[nodiscard]] bool is_given_name(WordId word) const;
  void take_surname(EntityId id, NameWords const& family, std::string_view written);
  [[nodiscard]] EntityId surnamed(std::uint32_t token) const;
  [[nodiscard]] float surely_described(MentionChunk const& chunk) const;
  [[nodiscard]] bool is_left_unnamed(MentionChunk const& chunk) const;
  [[nodiscard]] EntityId told_of_last(MentionChunk const& chunk, std::uint32_t head, Resolution& resolution);
  [[nodiscard]] EntityId end_of_name(MentionChunk const& chunk, std::uint32_t head, Resolution& resolution);
  [[nodiscard]] bool ends_in(Entity const& entity, std::string_view words_at_end);
  EntityId noun_phrase(MentionChunk const& chunk, Resolution& resolution);
  // Of whom the words in marks speak: first person, second, and third by sex.
  struct PersonsSaid {
    bool i = false, you = false, he = false, she = false;
  };
  [[nodiscard]] PersonsSaid persons_said() const;
  [[nodiscard]] PersonsSaid persons_asked(std::uint32_t token) const;
  EntityId meant_by_noun(MentionChunk const& chunk, std::uint32_t head, WordId lemma, bool known_only, Resolution& resolution);
  [[nodiscard]] bool stands_beside(Entity const& entity, WordId lemma, std::span<std::string_view const> modifiers);
  [[nodiscard]] WordId party_in(Range range) const;
  [[nodiscard]] WordId origin_in(Range range) const;
  [[nodiscard]] bool serves_other_land(Entity const& entity, WordId lemma, WordId origin);
  [[nodiscard]] bool holds_other_post(Entity const& entity, WordId lemma, std::string_view modifier);
  [[nodiscard]] bool may_be_called(Entity const& entity, WordId noun);
  EntityId meant_by_origin(Range phrase, Resolution& resolution);
  [[nodiscard]] EntityId bare_name_in(std::uint32_t paragraph, std::uint32_t head) const;
  [[nodiscard]] bool tells_next(std::uint32_t last) const;
  EntityId text_received(std::uint32_t token);
  [[nodiscard]] bool is_somebodys(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t quote_before(std::uint32_t token) const;
  [[nodiscard]] bool opens_paragraph(std::uint32_t token) const;
  [[nodiscard]] bool differs_in_sex(Entity const& entity, std::uint32_t head) const;
  [[nodiscard]] bool is_new_and_bare(Entity const& entity, MentionChunk const& name) const;
  [[nodiscard]] EntityId named_next(MentionChunk const& chunk, std::uint32_t head) const;
  [[nodiscard]] bool opens_text(std::uint32_t paragraph) const;
  [[nodiscard]] bool names_in_apposition(std::uint32_t at, std::uint32_t head) const;
  [[nodiscard]] EntityId named_later(MentionChunk const& chunk, std::uint32_t head, WordId lemma);
  [[nodiscard]] EntityId expert_named_next(MentionChunk const& chunk, std::uint32_t head) const;
  [[nodiscard]] EntityId gave_name(MentionChunk const& chunk) const;
  EntityId new_noun_entity(MentionChunk const& chunk, std::uint32_t head, bool is_role, bool definite, bool plural);
  [[nodiscard]] bool others_between(std::uint32_t from, std::uint32_t token) const;
  [[nodiscard]] EntityId one_of_pair(MentionChunk const& chunk) const;
  [[nodiscard]] std::pair<EntityId, EntityId> pair_before(std::uint32_t token) const;
  [[nodiscard]] std::pair<EntityId, EntityId> pair_behind(MentionChunk const& chunk) const;
  [[nodiscard]] bool is_for_two(MentionChunk const& chunk, std::uint32_t head) const;
  void learn_two(EntityId id, MentionChunk const& chunk, std::uint32_t head);
  void part_pair(std::uint32_t token, std::vector<EntityId>& found);
  [[nodiscard]] EntityId one_who_says_i();
  [[nodiscard]] EntityId only_person_before(std::uint32_t token);
  bool resolve_several(std::uint32_t token, EntityId body, Resolution& resolution, std::vector<EntityId>& found);
  [[nodiscard]] EntityId interviewed(std::uint32_t label);
  [[nodiscard]] EntityId by_initials(std::uint32_t token) const;
  bool resolve_paper_label(std::uint32_t token, Resolution& resolution, std::vector<EntityId>& found);
  bool resolve_label(Link const& link, Resolution& resolution, std::vector<EntityId>& found);
  bool resolve_apposition(Link const& link, std::uint32_t first, Resolution& resolution, std::vector<EntityId>& found);
  // `look_back`: "who" may stand for the noun phrase before it.
  void resolve_link(Attributed const& one, Resolution& resolution, std::vector<EntityId>& found, bool look_back = true);
  // "The mayor and the governor said": whoever is joined to the head of a source speaks, too.
  void add_partner(Link const& link, std::vector<EntityId>& found);
  // The one that stands for itself under these words, made when it is new.
  [[nodiscard]] EntityId standing_for_itself(std::string_view whole, bool& is_new);
  // Of a pronoun.
  [[nodiscard]] Gender gender_of(std::uint32_t token) const {
    return in(token, self.male_) ? Gender::male : in(token, self.female_) ? Gender::female : Gender::unknown;
  }
  // Where a phrase is kept as read: "his" of "his spokesman" is read for itself.
  [[nodiscard]] std::uint32_t place_of(MentionChunk const& chunk) const {
    return chunk.first + (in(chunk.first, self.possessive_) && chunk.last - chunk.first > 1 ? 1 : 0);
  }
  // What was read at a token before; nullptr when nothing was.
  [[nodiscard]] Reading const* read_before(std::uint32_t token) const {
    EntityIndex::List const* const list = index.find(EntityIndex::reading, token);
    return list ? &memory.readings[index.first(*list)] : nullptr;
  }
  [[nodiscard]] bool tells_first(std::uint32_t paragraph, std::uint32_t quote) const;
  // A quote that calls somebody by name is not that person's: "Listen, Maria, we lost."
  [[nodiscard]] bool calls_by_name(MarkedQuote const& quote, EntityId id) const;
  // Whether paragraphs hold nothing but quotes.
  [[nodiscard]] bool is_bare(std::uint32_t first_paragraph, std::uint32_t last_paragraph) const;
  void find_turns(std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed);
  [[nodiscard]] EntityId speaker_by(std::span<Turn const> run, std::size_t from, std::size_t turn) const;
  void take_turns(std::span<Turn const> run, std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed,
                  std::vector<Resolution>& out);
  // Gives speakers to direct quotes that hang on nobody, where people take turns (turns.cpp); reads and fills memory.found. Linear.
  void note_voice(EntityId id, std::uint32_t paragraph, bool in_marks);
  [[nodiscard]] bool may_speak(EntityId id) const;
  [[nodiscard]] bool is_answer(std::vector<MarkedQuote> const& quotes, std::size_t number) const;
  [[nodiscard]] EntityId actor_of(std::uint32_t paragraph);
  [[nodiscard]] EntityId lone_actor_of(std::uint32_t paragraph, std::uint32_t token, bool female);
  [[nodiscard]] EntityId actor_before(std::uint32_t quote, std::uint32_t paragraph);
  // Who says a quote of a list (listed_quotes.cpp); no_index when it stands in none or nobody is told of.
  [[nodiscard]] EntityId listed(std::uint32_t quote, std::uint32_t last);
  [[nodiscard]] EntityId holds_session();
  [[nodiscard]] bool is_heading(std::uint32_t paragraph) const;
  [[nodiscard]] EntityId named_alone(std::uint32_t paragraph) const;
  [[nodiscard]] EntityId named_above(std::uint32_t paragraph, std::uint32_t last_paragraph) const;
  [[nodiscard]] bool opens_topic(std::uint32_t paragraph) const;
  // Gives a speaker to a direct quote that hangs on nobody, where the narration before it tells of one (open_quotes.cpp).
  [[nodiscard]] bool is_named_in(MarkedQuote const& quote, EntityId id) const;
  void follow_only_voice(std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed, std::vector<Resolution>& out);
  void follow_open(std::vector<MarkedQuote> const& quotes, std::size_t number, Resolution& resolution, std::vector<EntityId>& found);
  void follow_turns(std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed, std::vector<Resolution>& out);
  [[nodiscard]] std::uint32_t quote_around(std::vector<MarkedQuote> const& quotes, std::uint32_t token) const;
  [[nodiscard]] EntityId writer();
  [[nodiscard]] std::uint32_t attribution_around(std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed, std::uint32_t token, bool& in_quote);
  void take_other(EntityId speaker, std::vector<EntityId>& found, Resolution& resolution);
  [[nodiscard]] bool is_about(Link const& link) const;
  // Whoever is spoken to is not the "he" or "she" who speaks.
  void leave_addressee(Attributed const& one, std::vector<EntityId>& found, Resolution& resolution);
  // Gives speakers to what "I" said, and what "he" and "she" said to others than whoever is quoted (quoted_pronouns.cpp); quotes that
  // go on from there follow. Reads and changes memory.found. Linear.
  void follow_quoted_pronouns(std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed, std::vector<Resolution>& out);
  void keep_reading(std::uint32_t token, EntityId entity, Resolution const& resolution);
  static constexpr EntityId unasked = no_index - 1;
  EntityId interviewed_ = unasked, session_of = unasked;
  std::uint32_t acted_in_ = no_index;  // the last sentence in which somebody acted
  std::uint32_t round_ = 0;
  std::uint32_t text_depth_ = 0;  // texts by texts that author_of is within
};

template <class Visit>
void People::Run::visit_places(Range range, Visit visit) {
  for (std::uint32_t at = range.first; at < range.last; ++at) {
    for (std::uint32_t c = table.tokens[at].chunk; c != 0; c = table.chunks[c - 1].next) {
      if (table.chunks[c - 1].kind == self.place_) visit(words.phrase_of(text(at, table.chunks[c - 1].last)));
    }
  }
}

template <class Visit>
void People::Run::visit_bodies_before(std::uint32_t token, Visit visit) {
  auto at = names_at(token);
  for (int steps = 0; steps < 48 && at != mentions.chunks.begin(); ++steps) {
    --at;
    EntityId const id = of_chunk[static_cast<std::size_t>(at - mentions.chunks.begin())];
    if (id == no_index || entities[id].type != SpeakerType::organisation || at->kind == self.place_) continue;
    if (!visit(id, *at)) return;
  }
}

template <class Visit>
void People::Run::visit_recent(std::size_t most, Visit visit) {
  auto& seen = memory.seen;
  seen.resize(entities.size(), 0);
  ++round_;
  std::size_t looked_at = 0, steps = 0;
  for (auto at = recent.rbegin(); at != recent.rend() && looked_at < most && steps < 256; ++at, ++steps) {
    if (seen[*at] == round_) continue;
    seen[*at] = round_;
    ++looked_at;
    if (!visit(*at)) return;
  }
}

}  // namespace whosaid
