#include "graph/match_people.hpp"

#include <algorithm>
#include <iterator>

#include "graph/people_matcher.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace whosaid::graph {
namespace {

// Has no letters with a case: Arabic, Thai, Hindi.
bool caseless(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    auto const point = next_code_point(name, at);
    if (point < 0x590 && (char_class(point) & char_letter)) return false;
  }
  return true;
}

}  // namespace

Ids PeopleMatcher::Impl::numbers(std::vector<std::string_view> const& facts) {
  Ids out;
  for (auto const fact : facts)
    for (auto& word : fact_words(fact, words)) {
      auto const [found, fresh] = word_number.emplace(std::move(word), static_cast<std::uint32_t>(word_text.size()));
      if (fresh) word_text.push_back(strings.keep(found->first));
      out.push_back(found->second);
    }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string PeopleMatcher::Impl::shared_words(Facts const& a, Facts const& b) const {
  Ids both;
  std::set_intersection(a.all.begin(), a.all.end(), b.all.begin(), b.all.end(), std::back_inserter(both));
  std::string out;
  for (std::size_t i = 0; i < std::min<std::size_t>(both.size(), 3); ++i) {
    if (i) out += ", ";
    out += word_text[both[i]];
  }
  return out;
}

// Named people get an entry each; the rest stays as it is.
void PeopleMatcher::Impl::gather_names(OrganisationMatcher const& organisations) {
  auto const take = [&](std::uint32_t i) {
    auto& profile = profiles[i];
    if (!has_proper_word(profile.name, words) && !caseless(profile.name)) return;
    auto name = parse_name(profile.name, words);
    if (name.key.empty()) return;
    families.insert(name.words.back());
    profile.facts.roles = numbers(profile.roles);
    profile.facts.affiliations = numbers(profile.affiliations);
    profile.facts.all = profile.facts.roles;
    merge_into(profile.facts.all, profile.facts.affiliations);
    auto const [found, fresh] = entry_of.emplace(name.key, static_cast<std::uint32_t>(entries.size()));
    if (fresh) entries.push_back({std::move(name), {}, {}});
    profile.entry = found->second;
    entries[found->second].profiles.push_back(i);
  };
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    if (profiles[i].type == "person") take(i);
    if (profiles[i].type == "organisation") profiles[i].organisation = organisations.find(profiles[i].name);
  }
  // Of unknown type: an organisation if one has that name and no person has; else maybe a person.
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    if (profiles[i].type != "unknown" && !profiles[i].type.empty()) continue;
    auto const last = name_words(profiles[i].name);
    if (last.empty() || !families.contains(last.back())) profiles[i].organisation = organisations.find(profiles[i].name);
    if (profiles[i].organisation == none) take(i);
  }
}

PeopleMatcher::PeopleMatcher(NameWords const& words, Strings& strings)
    : impl_(new Impl(words, strings)) {}
PeopleMatcher::~PeopleMatcher() = default;

std::uint32_t PeopleMatcher::add(Record const& record) {
  auto& in = *impl_;
  auto& key = in.key;
  key.assign(record.name);
  key += '\0';
  key += record.type;
  for (auto const role : record.roles) (key += '\1') += role;
  for (auto const affiliation : record.affiliations) (key += '\2') += affiliation;
  auto const [found, fresh] = in.profile_of.emplace(key, static_cast<std::uint32_t>(in.profiles.size()));
  if (fresh) {
    Profile profile;
    profile.name = in.strings.share(record.name);
    profile.type = in.strings.share(record.type);
    for (auto const role : record.roles) profile.roles.push_back(in.strings.share(role));
    for (auto const affiliation : record.affiliations) profile.affiliations.push_back(in.strings.share(affiliation));
    in.profiles.push_back(std::move(profile));
  }
  auto& aliases = in.profiles[found->second].aliases;
  for (auto const alias : record.aliases)
    if (aliases.size() < 16 && std::find(aliases.begin(), aliases.end(), alias) == aliases.end())
      aliases.push_back(in.strings.share(alias));
  auto const number = static_cast<std::uint32_t>(in.profile_of_record.size());
  in.profile_of_record.push_back(found->second);
  in.document_of_record.push_back(record.document);
  return number;
}

PeopleMatcher::Result PeopleMatcher::match(OrganisationMatcher const& organisations, std::span<DocumentNode const> documents) {
  auto& in = *impl_;
  for (std::uint32_t record = 0; record < in.profile_of_record.size(); ++record)
    in.profiles[in.profile_of_record[record]].records.push_back(record);
  in.gather_names(organisations);
  for (std::uint32_t entry = 0; entry < in.entries.size(); ++entry) in.cluster_name(entry);
  in.join_shorter_names();
  return write_people(in, documents, in.strings);
}

}  // namespace whosaid::graph
