// The facts, word lists and captures of people/, looked up once when a language is opened.
#include <string>

#include "people/people.hpp"

namespace whosaid {
namespace {

// The first word of a list; "" where there is none.
std::string_view only_word_of(Vocabulary const& words, int lexicon) {
  for (std::uint32_t word = 1; lexicon >= 0 && word <= words.word_count(); ++word) {
    if (words.classes(word).has(static_cast<std::uint16_t>(lexicon))) return words.word(word);
  }
  return {};
}

}  // namespace

People::People(grammar::Language const& language, Weights& weights) : language_(language), roles_grammar_(language.grammar("roles")), weights_(weights) {
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
  is_crowd_ = weights.id("people.is_crowd");
  owns_actor_ = weights.id("people.owner_of_actor");
  asked_ = weights.id("people.was_asked");
  in_question_ = weights.id("people.in_question");
  told_of_ = weights.id("people.told_of");
  leaning_agrees_ = weights.id("people.leaning_agrees");
  leaning_differs_ = weights.id("people.leaning_differs");
  auto const manner = [&](std::string const& stem) {
    Manner made{weights.id(stem + "times_spoke"), weights.id(stem + "times_subject"), weights.id(stem + "acts"),   weights.id(stem + "governed"), weights.id(stem + "owner"),
                weights.id(stem + "modifier"),    weights.id(stem + "quoted"),        weights.id(stem + "quoted_here"), weights.id(stem + "object"), weights.id(stem + "replies"), weights.id(stem + "embedded"), {}, {}};
    for (std::size_t i = 0; i < made.said.size(); ++i) {
      made.said[i] = weights.id(stem + "said." + std::to_string(i));
      made.actor[i] = weights.id(stem + "first_acts." + std::to_string(i));
    }
    return made;
  };
  manner_ = manner("people.");
  noun_.manner = manner("people.noun.");
  unnamed_ = weights.id("people.unnamed");
  called_they_ = weights.id("people.called_they");
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
  noun_.unnamed_bears = noun("unnamed_bears");
  noun_.only_here = noun("only_in_paragraph");
  noun_.only_one = noun("only_one");
  noun_.itself_age = noun("itself_age");
  noun_.age_agrees = noun("age_agrees");
  noun_.business = noun("business_agrees");
  noun_.of_scene = noun("of_scene");
  noun_.known_office = noun("known_office");
  noun_.title_differs = noun("title_differs");
  noun_.kind_agrees = noun("kind_agrees");
  noun_.stage_name = noun("stage_name");
  noun_.opened_unnamed = noun("opened_unnamed");
  noun_.says_i = noun("says_i");
  noun_.says_you = noun("says_you");
  noun_.says_he = noun("says_he");
  noun_.several_here = noun("several_in_paragraph");
  noun_.itself = noun("itself");
  noun_.itself_group = noun("itself_group");
  noun_.itself_modified = noun("itself_modified");
  noun_.itself_with_tail = noun("itself_with_tail");
  noun_.itself_capital = noun("itself_capital");
  noun_.leading = noun("leading");
  narrator_ = weights.id("people.narrator");
  other_share_ = weights.id("people.other_share");
  author_told_ = weights.id("people.author_told");
  body_told_ = weights.id("people.body_told");
  named_in_quote_ = weights.id("people.named_in_quote");
  lone_actor_ = weights.id("people.lone_actor");
  tells_of_self_ = weights.id("people.tells_of_self");
  named_in_words_ = weights.id("people.named_in_words");
  spoke_right_before_ = weights.id("people.spoke_right_before");
  named_later_ = weights.id("people.named_later");
  turns_ = {weights.id("people.turns.two_ends"), weights.id("people.turns.even"), weights.id("people.turns.next")};
  open_ = {weights.id("people.open.actor"), weights.id("people.open.goes_on"), weights.id("people.open.answers"), weights.id("people.open.acts"), weights.id("people.open.listed"), weights.id("people.open.only")};
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
  seat_ = language.capture("seat");
  belonging_ = language.capture("belonging");
  one_ = language.capture("one");
  origin_ = language.capture("origin");
  they_ = language.capture("they");
  Vocabulary const& words = language.vocabulary();
  male_ = words.lexicon("pronoun_male");
  female_ = words.lexicon("pronoun_female");
  plural_ = words.lexicon("pronoun_plural");
  neuter_ = words.lexicon("pronoun_neuter");
  be_ = words.lexicon("be");
  aux_ = words.lexicon("aux");
  definite_ = words.lexicon("definite_article");
  questioned_ = words.lexicon("questioned");
  author_ = words.lexicon("pronoun_author");
  first_singular_ = words.lexicon("pronoun_first_singular");
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
  place_word_ = words.lexicon("place");
  preposition_ = words.lexicon("preposition");
  finite_ = words.lexicon("finite_verb");
  compound_tail_ = words.lexicon("compound_tail");
  body_leader_ = words.lexicon("body_leader");
  accused_noun_ = words.lexicon("accused_noun");
  death_verb_ = words.lexicon("death_verb");
  death_participle_ = words.lexicon("death_participle");
  death_noun_ = words.lexicon("death_noun");
  late_ = words.lexicon("late_word");
  accused_ = language.capture("accused");
  nationality_ = words.lexicon("nationality");
  kin_ = words.lexicon("kin_class");
  elder_ = words.lexicon("elder_word");
  deputy_ = words.lexicon("deputy_word");
  past_ = words.lexicon("past_word");
  kept_ = words.lexicon("kept_title");
  linked_tail_ = words.lexicon("linked_tail");
  scene_ = words.lexicon("scene_role");
  stage_role_ = words.lexicon("stage_role");
  gave_name_ = words.lexicon("gave_name");
  of_oneself_ = words.lexicon("of_oneself");
  put_beside_ = words.lexicon("put_beside");
  one_of_ = words.lexicon("one_of");
  leading_word_ = words.lexicon("leading_word");
  session_ = words.lexicon("session");
  topic_opener_ = words.lexicon("topic_opener");
  weekday_ = words.lexicon("weekday");
  month_ = words.lexicon("month");
  role_kind_ = words.lexicon("role_kind");
  public_office_ = words.lexicon("public_office");
  office_letters_ = words.lexicon("office_letters");
  posted_text_ = words.lexicon("posted_text");
  web_ending_ = words.lexicon("web_ending");
  addressed_ = words.lexicon("pronoun_addressed");
  said_about_ = words.lexicon("said_about");
  adverb_ = words.lexicon("adverb");
  clause_opener_ = words.lexicon("clause_opener");
  post_nominal_ = words.lexicon("post_nominal");
  degree_ = words.lexicon("degree");
  party_ = words.lexicon("party");
  joining_ = words.lexicon("joining_word");
  former_word_ = words.lexicon("former_word");
  wire_ = words.lexicon("wire_service");
  household_ = words.lexicon("household");
  name_particle_ = words.lexicon("name_particle");
  name_suffix_ = words.lexicon("name_suffix");
  age_noun_ = words.lexicon("age_noun");
  family_ = words.lexicon("family_noun");
  generic_ = words.lexicon("generic_person");
  org_word_ = words.lexicon("org_word");
  site_word_ = words.lexicon("place_word");
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
  go_on_ = words.lexicon("go_on_verb");
  pair_noun_ = words.lexicon("pair_noun");
  interview_label_ = words.lexicon("interview_label");
  body_noun_ = words.lexicon("body_noun");
  any_body_ = words.lexicon("any_body");
  body_class_ = words.lexicon("body_class");
  role_apart_ = words.lexicon("role_apart");
  share_word_ = words.lexicon("share_word");
  public_kind_ = words.lexicon("public_kind");
  office_word_ = words.lexicon("office_word");
  body_office_ = words.lexicon("body_office");
  relative_ = words.lexicon("pronoun_relative");
  thing_relative_ = words.lexicon("pronoun_relative_thing");
  issue_verb_ = words.lexicon("issue_verb");
  receive_verb_ = words.lexicon("receive_verb");
  text_verb_ = words.lexicon("text_verb");
  rank_ = words.lexicon("rank_word");
  serve_ = words.lexicon("serve_verb");
  title_plural_ = words.lexicon("title_plural");
  legal_ = words.lexicon("legal_form");
  document_any_ = words.lexicon("document_any");
  unnamed_word_ = words.lexicon("unnamed_word");
  unnamed_source_ = words.lexicon("unnamed_source");
  kind_noun_ = words.lexicon("kind_noun");
  own_word_ = words.lexicon("own_word");
  business_ = words.lexicon("business_noun");
  member_ = words.lexicon("group_member");
  report_verb_ = words.lexicon("report_verb");
  say_to_ = words.lexicon("say_to_verb");
  mind_verb_ = words.lexicon("mind_verb");
  of_mind_ = words.lexicon("of_mind");
  thought_verb_ = words.lexicon("thought_verb");
  namesake_ = words.lexicon("namesake_kin");
  the_ = only_word_of(words, definite_);
  owner_mark_ = only_word_of(words, words.lexicon("owner_mark"));
}

}  // namespace whosaid
