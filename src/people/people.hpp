// Mentions become speakers: everybody under the fullest name, pronouns and "the minister" resolved in the document.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "attribution/attribution.hpp"
#include "attribution/weights.hpp"
#include "mentions/mentions.hpp"
#include "model/extraction.hpp"

namespace whosaid {

struct SpeakerShare {
  SpeakerId speaker;
  float share = 0;
};

struct Entity;  // people/entity.hpp

// Whom a reference may mean, best first: the four likeliest.
class Candidates {
 public:
  void push_back(SpeakerShare one) {
    if (count_ < list_.size()) list_[count_++] = one;
  }
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] SpeakerShare const& operator[](std::size_t i) const { return list_[i]; }
  [[nodiscard]] SpeakerShare* begin() { return list_.data(); }
  [[nodiscard]] SpeakerShare* end() { return list_.data() + count_; }
  [[nodiscard]] SpeakerShare const* begin() const { return list_.data(); }
  [[nodiscard]] SpeakerShare const* end() const { return list_.data() + count_; }

 private:
  std::array<SpeakerShare, 4> list_{};
  std::size_t count_ = 0;
};

// Who the source of an attribution is.
struct Resolution {
  std::vector<SpeakerId> speakers;       // empty: open; several: they speak together
  Basis basis = Basis::none;             // explicit_ for a name or a noun phrase, anaphoric for pronoun and resolved noun
  MentionForm form = MentionForm::name;
  float share = 1;                       // how sure the reference is
  Candidates candidates;                 // when two or more fit
  std::string_view how;                  // static; "people/turns" where no rule of a grammar linked the quote; else empty
  std::vector<std::string> chain;        // the steps, for explain; filled when tracing
};

// What resolve() keeps between documents, so that little is allocated once it has grown. One per thread.
class PeopleMemory {
 public:
  PeopleMemory();
  ~PeopleMemory();
  PeopleMemory(PeopleMemory&&) noexcept;
  PeopleMemory& operator=(PeopleMemory&&) noexcept;

 private:
  friend class People;
  struct Impl;  // people/run.hpp
  std::unique_ptr<Impl> impl_;
};

// Numbers of names of the language, looked up once. Const members are thread-safe.
class People {
 public:
  // Registers its features ("people.…") with `weights`, which must outlive it.
  People(grammar::Language const& language, Weights& weights);

  // One Resolution for each of `attributed` (those without a link are open). `speakers` receives everybody who speaks or is
  // a candidate, in order of first appearance, with names, roles, affiliations and mentions. `byline`: who wrote the text, empty when
  // nobody says so; it may be a name among `speakers`. Linear in the document but for
  // pronouns, which look at a bounded number of people. `asides`: captions and links to other articles, in order; who is named there is nobody's "he".
  void resolve(TokenTable const& table, MentionList const& mentions, std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed, std::string_view byline, std::span<Range const> asides, grammar::Scratch& scratch, PeopleMemory& memory, bool trace,
               DecisionObserver* observer, std::vector<Speaker>& speakers, std::vector<Resolution>& out) const;

 private:
  struct Names;
  struct Run;
  // Facts of how somebody was mentioned, for pronouns and noun phrases alike.
  struct Manner {
    FeatureId times_spoke{}, times_subject{}, acts{}, governed{}, owner{}, modifier{}, quoted{}, quoted_here{}, object{}, replies{}, embedded{};
    std::array<FeatureId, 4> said{}, actor{};  // sentences ago
  };
  static void add_manner(Entity const& entity, std::uint32_t sentence, bool same_paragraph, Manner const& manner, Facts& facts);
  // Facts of a definite noun phrase and one whom it may mean.
  struct NounFacts {
    std::array<FeatureId, 8> recency{};
    std::array<FeatureId, 6> order{};
    std::array<FeatureId, 4> subject{}, last_speaker{};
    FeatureId same_paragraph{}, often{}, early{}, several_words{}, name_agrees{}, group_other{}, head_agrees{}, no_role{}, other_role{},
        surely_person{}, full_name{}, gender_agrees{}, modifier_agrees{}, modifier_open{}, itself{}, itself_group{}, itself_modified{},
        itself_with_tail{}, itself_capital{}, leading{}, is_unknown{}, unnamed{}, unnamed_bears{}, only_here{}, only_one{}, itself_age{},
        age_agrees{}, business{}, of_scene{}, known_office{}, title_differs{}, kind_agrees{}, says_i{}, stage_name{}, opened_unnamed{}, says_you{},
        says_he{}, several_here{};
    Manner manner;
  };
  // How sure the speaker of an open quote is: the one who acts before it, who goes on, who answers, who alone acts in the paragraph before.
  struct OpenShares {
    FeatureId actor{}, goes_on{}, answers{}, acts{}, listed{}, only{};
  };
  // How sure a turn is: the known turns before and behind agree; one known turn two, four … away; one beside it.
  struct TurnShares {
    FeatureId two_ends{}, even{}, next{};
  };
  friend struct Run;
  grammar::Language const& language_;
  grammar::Grammar const* roles_grammar_;  // nullptr when the language has none
  Weights const& weights_;
  std::array<std::array<FeatureId, 8>, 3> recency_{};  // he/she, it, they; sentences ago
  std::array<FeatureId, 6> order_{};                   // how many fitting ones were named later
  std::array<FeatureId, 4> subject_{}, last_speaker_{};
  NounFacts noun_;
  TurnShares turns_;
  OpenShares open_;
  FeatureId lone_actor_{}, tells_of_self_{}, named_in_words_{}, spoke_right_before_{};
  FeatureId named_in_quote_{};  // how sure it is that "he" in a quote is the one whom the quote has named
  FeatureId body_told_{};    // how sure it is that "the family" is the one told of last
  FeatureId author_told_{};  // how sure it is that a text is the word of whoever spoke or acted where it was told of
  FeatureId named_later_{};  // how sure it is that whoever opens the text is the one named with an age behind it
  FeatureId narrator_{};     // how sure it is that "I" in the narration is whoever the byline names
  FeatureId other_share_{};  // what one of those left must have of all, where "she" is not whoever is quoted
  std::array<FeatureId, 4> after_quote_spoke_{}, paragraphs_{};
  FeatureId after_quote_subject_{}, spoke_here_{}, leading_{};
  FeatureId surely_person_{}, as_place_{}, is_body_{}, is_document_{}, is_crowd_{}, is_unknown_{}, owns_actor_{}, asked_{}, in_question_{}, told_of_{}, leaning_agrees_{}, leaning_differs_{};
  Manner manner_;
  FeatureId unnamed_{}, called_they_{};
  FeatureId same_paragraph_{}, often_{}, gender_known_{}, is_person_{}, named_fully_{}, is_source_{}, has_role_{}, early_{};
  int definite_ = -1, be_ = -1, questioned_ = -1;
  int person_ = -1, organisation_ = -1, place_ = -1, proper_ = -1, source_ = -1;
  int name_ = -1, role_ = -1, affiliation_ = -1, title_ = -1, apart_ = -1, owner_ = -1, employer_ = -1, age_ = -1, its_ = -1, belonging_ = -1,
      one_ = -1;
  int origin_ = -1, they_ = -1;
  int description_ = -1, title_kind_ = -1, deed_ = -1, body_kind_ = -1, titles_ = -1, told_ = -1, serve_ = -1, title_plural_ = -1, speaks_for_ = -1,
      unnamed_body_ = -1;
  int male_ = -1, female_ = -1, plural_ = -1, neuter_ = -1, author_ = -1, first_singular_ = -1, first_ = -1, first_male_ = -1, first_female_ = -1,
      honorific_male_ = -1, honorific_female_ = -1, role_male_ = -1, role_female_ = -1, role_words_ = -1, group_ = -1, document_ = -1, article_ = -1,
      possessive_ = -1, household_ = -1, wire_ = -1, organisation_words_ = -1, collective_ = -1, role_title_ = -1, place_preposition_ = -1,
      place_word_ = -1, preposition_ = -1, finite_ = -1, nationality_ = -1, accused_noun_ = -1, death_verb_ = -1, death_participle_ = -1,
      death_noun_ = -1, late_ = -1, accused_ = -1, body_leader_ = -1, compound_tail_ = -1, kin_ = -1, elder_ = -1, deputy_ = -1, adverb_ = -1,
      clause_opener_ = -1, post_nominal_ = -1, degree_ = -1, party_ = -1, joining_ = -1, former_word_ = -1, name_particle_ = -1, name_suffix_ = -1,
      age_noun_ = -1, honorific_ = -1, determiner_ = -1, quantifier_ = -1, family_ = -1, generic_ = -1, org_word_ = -1, site_word_ = -1,
      company_ = -1, legal_ = -1, authorship_ = -1, subordinator_ = -1, rank_ = -1, relative_ = -1, thing_relative_ = -1, role_kind_ = -1,
      office_letters_ = -1, posted_text_ = -1, web_ending_ = -1, public_office_ = -1, issue_verb_ = -1, aux_ = -1, receive_verb_ = -1,
      text_verb_ = -1, body_office_ = -1, body_noun_ = -1, any_body_ = -1, office_word_ = -1, speech_verb_ = -1, tell_ = -1, exchange_ = -1,
      go_on_ = -1, pair_noun_ = -1, interview_label_ = -1, namesake_ = -1, member_ = -1, business_ = -1, own_word_ = -1, kind_noun_ = -1,
      body_class_ = -1, role_apart_ = -1, share_word_ = -1, public_kind_ = -1, document_any_ = -1, unnamed_source_ = -1, unnamed_word_ = -1,
      report_verb_ = -1, say_to_ = -1, thought_verb_ = -1, mind_verb_ = -1, of_mind_ = -1;
  int seat_ = -1, linked_tail_ = -1;
  int kept_ = -1, past_ = -1, scene_ = -1, addressed_ = -1, said_about_ = -1, stage_role_ = -1, gave_name_ = -1, of_oneself_ = -1, put_beside_ = -1,
      one_of_ = -1, leading_word_ = -1, session_ = -1, topic_opener_ = -1, weekday_ = -1, month_ = -1;
  std::string_view owner_mark_;  // "'s"; "" where the language has none
  std::string_view the_;         // the first definite article
};

}  // namespace whosaid
