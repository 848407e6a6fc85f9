// Who is meant: pronouns, "the minister", "who", and the sources of attributions.
#include <cmath>

#include "people/run.hpp"

namespace whosaid {

EntityId People::Run::pronoun(std::uint32_t token, Resolution& resolution) {
  resolution.basis = Basis::anaphoric;
  resolution.form = MentionForm::pronoun;
  bool const male = in(token, self.male_), female = in(token, self.female_), plural = in(token, self.plural_),
             neuter = in(token, self.neuter_);
  if (in(token, self.author_) || (!male && !female && !plural && !neuter)) return no_index;
  std::uint32_t const sentence = sentence_of(token), paragraph = table.paragraph_of(token);
  EntityId best = no_index;
  float best_score = -1e30f;
  std::vector<std::pair<float, EntityId>> scored;
  std::vector<std::string> names;   // for the observer
  std::vector<Facts> all_facts;
  Facts facts;
  // The people named last; a bounded number keeps long documents linear.
  std::size_t looked_at = 0;
  std::vector<EntityId> recent;
  for (EntityId id = 0; id < entities.size(); ++id) {
    Entity const& entity = entities[id];
    if (entity.count == 0 || entity.last_token >= token || sentence - entity.last_sentence > 25) continue;
    recent.push_back(id);
  }
  std::sort(recent.begin(), recent.end(), [&](EntityId a, EntityId b) { return entities[a].last_token > entities[b].last_token; });
  std::size_t const form = male || female ? 0 : neuter ? 1 : 2;
  for (EntityId const id : recent) {
    if (++looked_at > 24) break;
    Entity const& entity = entities[id];
    bool const person = entity.type == SpeakerType::person || entity.type == SpeakerType::unknown || entity.type == SpeakerType::anonymous;
    if (male || female) {
      if (!person || entity.plural) continue;
      if (male && entity.gender == Gender::female) continue;
      if (female && entity.gender == Gender::male) continue;
    } else if (neuter) {
      if (entity.type == SpeakerType::person || entity.type == SpeakerType::group) continue;
    } else if (plural && !entity.plural && entity.type != SpeakerType::organisation && entity.type != SpeakerType::group) {
      continue;
    }
    facts.clear();
    std::uint32_t const ago = sentence - entity.last_sentence;
    facts.add(self.recency_[form][std::min<std::size_t>(ago, self.recency_[form].size() - 1)]);
    facts.add(self.order_[std::min<std::size_t>(scored.size(), self.order_.size() - 1)]);
    if (entity.last_paragraph == paragraph) facts.add(self.same_paragraph_);
    if (entity.last_subject) facts.add(self.subject_[std::min<std::size_t>(ago, 3)]);
    if (id == last_speaker) facts.add(self.last_speaker_[std::min<std::size_t>(ago, 3)]);
    if (entity.gender != Gender::unknown) facts.add(self.gender_known_);
    if (entity.type == SpeakerType::person) facts.add(self.is_person_);
    if (entity.full_name) facts.add(self.named_fully_);
    if (entity.last_source) facts.add(self.is_source_);
    if (!entity.role_heads.empty()) facts.add(self.has_role_);
    if (entity.first_sentence <= 3) facts.add(self.early_);
    facts.add(self.often_, std::log(static_cast<float>(entity.count)));
    float const score = self.weights_.sum(facts);
    if (observer) names.push_back(entity.name), all_facts.push_back(facts);
    scored.emplace_back(score, id);
    if (score > best_score) best_score = score, best = id;
  }
  if (observer && !scored.empty()) observer->reference_decision(token, names, all_facts);
  if (best == no_index) return no_index;
  float sum = 0;
  for (auto const& [score, id] : scored) sum += std::exp(score - best_score);
  resolution.share = 1.0f / sum;
  std::stable_sort(scored.begin(), scored.end(), [](auto const& a, auto const& b) { return a.first > b.first; });
  for (std::size_t i = 0; i < scored.size() && i < 4; ++i) {
    float const share = std::exp(scored[i].first - best_score) / sum;
    if (share < 0.05f) break;
    resolution.candidates.push_back({SpeakerId{scored[i].second}, share});  // entity numbers for now
  }
  return best;
}

// "the minister" is the one who was called a minister last; "a spokesman for X" is somebody new.
EntityId People::Run::noun_phrase(MentionChunk const& chunk, Resolution& resolution) {
  resolution.form = MentionForm::nominal;
  resolution.basis = Basis::explicit_;
  Range const role = capture(chunk, self.role_);
  std::uint32_t const head = role.empty() ? chunk.last - 1 : role.last - 1;
  bool const definite = in(chunk.first, self.article_) && fold(table.tokens[chunk.first].span().in(table.text)) == "the";
  bool const is_role = in(head, self.role_words_) && !in(head, self.collective_);
  std::string const lemma(is_role ? vocabulary.lemma(table.tokens[head].word, static_cast<std::uint16_t>(self.role_words_)) : "");
  bool const plural = is_role && vocabulary.word(table.tokens[head].word) != lemma;
  if (is_role && definite && !plural) {
    EntityId best = no_index;
    for (EntityId id = 0; id < entities.size(); ++id) {
      Entity const& entity = entities[id];
      if (entity.last_token >= chunk.first || entity.count == 0) continue;
      if (std::find(entity.role_heads.begin(), entity.role_heads.end(), lemma) == entity.role_heads.end()) continue;
      if (best == no_index || entity.last_token > entities[best].last_token) best = id;
    }
    if (best != no_index) {
      resolution.basis = Basis::anaphoric;
      resolution.share = 0.8f;
      return best;
    }
  }
  std::string const whole = text(chunk.first, chunk.last);
  std::string const key = "~" + fold(whole);
  std::vector<EntityId>& known = by_word[key];
  bool const indefinite = !definite && is_role && !plural;
  if (!known.empty() && !indefinite) return known.front();
  Entity entity;
  entity.name = whole;
  bool const document = !is_role && in(head, self.document_) && !in(head, self.group_);
  bool const group = !is_role && in(head, self.group_);
  entity.type = document ? SpeakerType::document
                : group ? SpeakerType::organisation
                : plural || in(head, self.collective_) ? SpeakerType::group
                : is_role ? (definite ? SpeakerType::person : SpeakerType::anonymous)
                          : SpeakerType::unknown;
  entity.plural = plural || in(head, self.collective_) || group;
  if (in(head, self.role_male_)) entity.gender = Gender::male;
  if (in(head, self.role_female_)) entity.gender = Gender::female;
  if (!role.empty() && is_role) {
    entity.roles.push_back({text(role.first, role.last), table.span(role.first, role.last)});
    entity.role_heads.push_back(lemma);
  }
  for (grammar::Capture const& c : mentions.of(chunk)) {
    if (c.name == self.affiliation_ && c.first < c.last) {
      entity.affiliations.push_back({text(c.first, c.last), table.span(c.first, c.last)});
    }
  }
  known.push_back(static_cast<EntityId>(entities.size()));
  entities.push_back(std::move(entity));
  return static_cast<EntityId>(entities.size()) - 1;
}

void People::Run::resolve_link(Attributed const& one, Resolution& resolution, std::vector<EntityId>& found) {
  Link const& link = one.link;
  if (link.source.empty()) return;
  if (link.head == no_index) {
    std::uint32_t const token = link.source.first;
    if (in(token, self.possessive_) && link.source.last - link.source.first == 1) {
      if (EntityId const id = pronoun(token, resolution); id != no_index) found.push_back(id);
      return;
    }
    resolution.form = MentionForm::nominal;
    resolution.basis = Basis::explicit_;
    std::string const whole = text(link.source.first, link.source.last);
    std::vector<EntityId>& known = by_word["~" + fold(whole)];
    if (known.empty()) {
      Entity entity;
      entity.name = whole;
      known.push_back(static_cast<EntityId>(entities.size()));
      entities.push_back(std::move(entity));
    }
    found.push_back(known.front());
    return;
  }
  MentionChunk const& chunk = mentions.chunks[table.chunks[link.head].data];
  bool named = false;
  for (grammar::Capture const& c : mentions.of(chunk)) {
    if (c.name != self.name_ || c.first >= c.last) continue;
    for (std::uint32_t at = table.tokens[c.first].chunk; at != 0; at = table.chunks[at - 1].next) {
      Chunk const& inner = table.chunks[at - 1];
      if (inner.kind == self.source_ || inner.data >= of_chunk.size() || of_chunk[inner.data] == no_index) continue;
      if (inner.kind == self.person_ || inner.kind == self.proper_ || inner.kind == self.organisation_ || inner.kind == self.place_) {
        add_once(found, of_chunk[inner.data]);
        named = true;
        resolution.form = inner.kind == self.organisation_ || inner.kind == self.place_ ? MentionForm::organisation : MentionForm::name;
      }
    }
    if (!named) {
      // A pronoun, or "who", which stands for the noun phrase before it.
      std::uint32_t const token = c.first;
      if (in(token, self.male_) || in(token, self.female_) || in(token, self.plural_) || in(token, self.neuter_) || in(token, self.author_)) {
        if (EntityId const id = pronoun(token, resolution); id != no_index) found.push_back(id);
        return;
      }
      resolution.basis = Basis::anaphoric;
      resolution.form = MentionForm::pronoun;
      // The <source> chunk that ends right before, a comma between or not.
      EntityId before = no_index;
      auto at = std::partition_point(mentions.chunks.begin() + first_source, mentions.chunks.end(),
                                     [&](MentionChunk const& other) { return other.first < token; });
      for (int tries = 0; tries < 2 && before == no_index && at != mentions.chunks.begin() + first_source; ++tries) {
        --at;
        if (token - at->last > 3 && tries == 0) continue;
        Attributed antecedent;
        antecedent.link.source = {at->first, at->last};
        for (std::uint32_t n = table.tokens[at->first].chunk; n != 0; n = table.chunks[n - 1].next) {
          if (table.chunks[n - 1].kind == self.source_) antecedent.link.head = n - 1;
        }
        std::vector<EntityId> ids;
        Resolution ignored;
        if (fold(table.tokens[at->first].span().in(table.text)) != "who") resolve_link(antecedent, ignored, ids);
        if (!ids.empty()) before = ids.front();
      }
      if (before != no_index) found.push_back(before);
      return;
    }
  }
  if (named) {
    resolution.basis = Basis::explicit_;
    return;
  }
  if (EntityId const id = noun_phrase(chunk, resolution); id != no_index) found.push_back(id);
}

}  // namespace whosaid
