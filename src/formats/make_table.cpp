#include "formats/make_table.hpp"

#include <algorithm>
#include <unordered_set>

#include "formats/quote_context.hpp"

namespace whosaid::formats {
namespace {

// FNV-1a, finished with a mixer so that the upper bits that are used depend on everything.
class Hash {
 public:
  void add(std::string_view bytes) {
    for (char const c : bytes) step(static_cast<unsigned char>(c));
  }
  void add(std::uint32_t number) {
    for (int shift = 0; shift < 32; shift += 8) step(number >> shift & 0xFF);
  }
  [[nodiscard]] std::string hex() const {
    auto mixed = state_;
    mixed ^= mixed >> 33;
    mixed *= 0xFF51AFD7ED558CCDull;
    mixed ^= mixed >> 33;
    std::string out(10, '0');
    for (auto digit = out.rbegin(); digit != out.rend(); ++digit, mixed >>= 4) *digit = "0123456789abcdef"[mixed & 15];
    return out;
  }

 private:
  void step(std::uint32_t byte) {
    state_ ^= byte;
    state_ *= 0x100000001B3ull;
  }
  std::uint64_t state_ = 0xCBF29CE484222325ull;
};

class Maker {
 public:
  Maker(Document const& document, Extraction const& found, TableOptions const& options)
      : document_(document), text_(document.text), found_(found), options_(options), offsets_(document.text, options.offsets),
        paragraphs_(document.text) {}

  table::Table make(Problems const& notes) {
    describe_document();
    choose_quotes();
    number_speakers();
    out_.quotes.reserve(chosen_.size());
    for (auto const index : chosen_) add_quote(index);
    set_parents();
    for (auto const* list : {&notes, &found_.problems}) {
      for (auto const& problem : *list) out_.problems.push_back(problem.message);
    }
    return std::move(out_);
  }

 private:
  table::TextSpan span(Span place) const { return {offsets_(place.begin), offsets_(place.end), std::string(place.in(text_))}; }
  std::optional<table::TextSpan> span(std::optional<Span> const& place) const {
    if (!place) return std::nullopt;
    return span(*place);
  }

  void describe_document() {
    auto& info = out_.document;
    info.id = document_.id;
    info.path = document_.path;
    info.url = document_.url;
    info.title = document_.title ? document_.title : found_.title;
    info.publisher = document_.publisher;
    info.author = document_.author ? document_.author : found_.author;
    info.published = document_.published;
    if (!info.published && !found_.published.empty()) info.published = found_.published;
    info.language = document_.language.empty() ? std::string(found_.language) : document_.language;
    info.extra = document_.extra;
    if (options_.with_text) info.text = document_.text;
  }

  bool wanted(Quote const& quote) const {
    bool const kind = quote.kind == QuoteKind::direct  ? options_.direct
                      : quote.kind == QuoteKind::mixed ? options_.mixed
                                                       : options_.indirect;
    return kind && static_cast<double>(quote.confidence) >= options_.min_confidence && !quote.segments.empty();
  }

  void choose_quotes() {
    for (std::uint32_t i = 0; i < found_.quotes.size(); ++i) {
      if (wanted(found_.quotes[i])) chosen_.push_back(i);
    }
  }

  // Those who speak, and those who are spoken to.
  void number_speakers() {
    std::vector<bool> used(found_.speakers.size(), false);
    auto const use = [&](SpeakerId id) {
      if (id.valid() && id.value < used.size()) used[id.value] = true;
    };
    std::vector<Span> addressees;
    for (auto const index : chosen_) {
      auto const& quote = found_.quotes[index];
      use(quote.speaker);
      for (auto const id : quote.joint) use(id);
      if (quote.addressee) addressees.push_back(*quote.addressee);
    }
    if (!addressees.empty()) use_addressees(addressees, used);
    numbers_.assign(found_.speakers.size(), 0);
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (used[i]) {
        numbers_[i] = static_cast<std::uint32_t>(out_.speakers.size()) + 1;
        add_speaker(found_.speakers[i]);
      }
    }
  }

  void use_addressees(std::vector<Span>& addressees, std::vector<bool>& used) const {
    std::sort(addressees.begin(), addressees.end(), [](Span a, Span b) { return a.begin < b.begin; });
    for (std::size_t i = 0; i < found_.speakers.size(); ++i) {
      for (auto const mention : found_.speakers[i].mentions) {
        auto const at = std::lower_bound(addressees.begin(), addressees.end(), mention.end,
                                         [](Span a, std::uint32_t end) { return a.begin < end; });
        if (at != addressees.begin() && std::prev(at)->overlaps(mention)) used[i] = true;
      }
    }
  }

  void add_facts(std::vector<RoleFact> const& facts, std::vector<std::string>& values, std::vector<table::Fact>& evidence) const {
    for (auto const& fact : facts) {
      if (std::find(values.begin(), values.end(), fact.value) == values.end()) values.push_back(fact.value);
      if (!fact.span.empty()) evidence.push_back({fact.value, span(fact.span)});
    }
  }

  void add_speaker(Speaker const& speaker) {
    auto& out = out_.speakers.emplace_back();
    out.id = speaker_id(out_.speakers.size());
    out.name = speaker.name;
    out.type = name_of(speaker.type);
    out.aliases = speaker.aliases;
    add_facts(speaker.roles, out.roles, out.role_evidence);
    add_facts(speaker.affiliations, out.affiliations, out.affiliation_evidence);
    out.mentions.reserve(speaker.mentions.size());
    for (auto const mention : speaker.mentions) out.mentions.push_back(span(mention));
  }

  static std::string speaker_id(std::size_t number) { return 's' + std::to_string(number); }

  // The path of the element that a byte of the text came from; nothing for inputs that have no elements.
  [[nodiscard]] std::optional<std::string> element_at(std::uint32_t byte) const {
    auto const& zones = document_.zones;
    auto const behind = std::upper_bound(zones.begin(), zones.end(), byte, [](std::uint32_t at, KnownZone const& zone) { return at < zone.span.begin; });
    if (behind == zones.begin() || byte >= std::prev(behind)->span.end || std::prev(behind)->path.empty()) return std::nullopt;
    return std::prev(behind)->path;
  }

  void add_quote(std::uint32_t index) {
    auto const& quote = found_.quotes[index];
    auto& out = out_.quotes.emplace_back();
    Hash hash;
    hash.add(document_.id);
    for (auto const segment : quote.segments) {
      auto const words = segment.in(text_);
      if (!out.text.empty()) out.text += ' ';
      append_words(words, out.text);
      out.segments.push_back(span(segment));
      hash.add(segment.begin);
      hash.add(segment.end);
      hash.add(words);
    }
    out.id = unique(hash.hex());
    out.kind = name_of(quote.kind);
    add_speaker_of(quote, out);
    if (quote.source) {
      auto& source = out.source.emplace();
      source.span = span(*quote.source);
      source.form = name_of(quote.source_form);
    }
    if (quote.cue) {
      auto& cue = out.cue.emplace();
      cue.span = span(*quote.cue);
      cue.lemma = quote.lemma;
    }
    out.addressee = span(quote.addressee);
    out.channel = span(quote.channel);
    out.venue = span(quote.venue);
    out.via = span(quote.via);
    if (quote.reported_by) out.reported_by = std::string(quote.reported_by->in(text_));
    if (!quote.said.date.empty()) out.said.date = quote.said.date;
    out.said.basis = name_of(quote.said.basis);
    out.said.expression = span(quote.said.expression);
    out.said.ambiguous = quote.said.ambiguous;
    out.status = name_of(quote.status);
    out.section = name_of(quote.section);
    out.element = element_at(quote.segments.front().begin);
    out.before = context_before(text_, quote.segments.front().begin, paragraphs_);
    out.after = context_after(text_, quote.segments.back().end, paragraphs_);
    out.basis = name_of(quote.basis);
    out.confidence = static_cast<double>(quote.confidence);
    for (auto const& candidate : quote.candidates) {
      bool const named = candidate.name.empty() && candidate.speaker.valid() && candidate.speaker.value < found_.speakers.size();
      out.candidates.push_back({named ? found_.speakers[candidate.speaker.value].name : candidate.name,
                                static_cast<double>(candidate.score)});
    }
    out.rule = quote.rule;
    out.duplicates = quote.duplicates;
    out.edited = quote.edited;
    out.unclosed = quote.unclosed;
  }

  void add_speaker_of(Quote const& quote, table::Quote& out) const {
    if (quote.speaker.valid() && quote.speaker.value < numbers_.size()) {
      out.speaker = speaker_id(numbers_[quote.speaker.value]);
      out.speaker_name = found_.speakers[quote.speaker.value].name;
    }
    if (quote.joint.size() < 2) return;
    for (auto const id : quote.joint) {
      if (id.valid() && id.value < numbers_.size()) out.speakers.push_back(speaker_id(numbers_[id.value]));
    }
  }

  std::string unique(std::string const& id) {
    auto candidate = id;
    for (std::size_t number = 2; !ids_.insert(candidate).second; ++number) candidate = id + '-' + std::to_string(number);
    return candidate;
  }

  void set_parents() {
    std::vector<std::uint32_t> place(found_.quotes.size(), Id<struct QuoteTag>::none_value);
    for (std::uint32_t i = 0; i < chosen_.size(); ++i) place[chosen_[i]] = i;
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      auto const parent = found_.quotes[chosen_[i]].inside;
      if (!parent.valid() || parent.value >= place.size() || place[parent.value] == QuoteId::none_value) continue;
      out_.quotes[i].parent = out_.quotes[place[parent.value]].id;
    }
  }

  Document const& document_;
  std::string_view text_;
  Extraction const& found_;
  TableOptions const& options_;
  OffsetMap offsets_;
  Paragraphs paragraphs_;
  table::Table out_;
  std::vector<std::uint32_t> chosen_;   // indexes of the quotes that are written
  std::vector<std::uint32_t> numbers_;  // per speaker its number in the table, 0 = not in it
  std::unordered_set<std::string> ids_;
};

}  // namespace

table::Table make_table(Document const& document, Extraction const& found, TableOptions const& options, Problems const& notes) {
  return Maker(document, found, options).make(notes);
}

}  // namespace whosaid::formats
