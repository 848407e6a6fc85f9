// The pipeline, and nothing else.
#include <atomic>
#include <ctime>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "assemble.hpp"
#include "attribution/attribution.hpp"
#include "attribution/circumstances.hpp"
#include "dates/date_order.hpp"
#include "dates/dates.hpp"
#include "dates/said_when.hpp"
#include "grammar/library.hpp"
#include "guess_language.hpp"
#include "mentions/mentions.hpp"
#include "people/people.hpp"
#include "quotes/mark_rules.hpp"
#include "quotes/quotes.hpp"
#include "tokens/tokens.hpp"
#include "whosaid.hpp"
#include "zones/zones.hpp"

namespace whosaid {

// All that reading one language takes, opened once.
struct Reader {
  Reader(grammar::Language const& opened, Problems& problems)
      : language(opened), attribution(opened, problems), people(opened, attribution.weights()), circumstances(opened), calls(opened.vocabulary()), dates(opened),
        marks(MarkRules::read(opened.file("marks.txt"), &problems, opened.path_of("marks.txt"))) {
    check_date_orders(opened, problems);
  }
  grammar::Language const& language;
  Attribution attribution;
  People people;
  CircumstanceNames circumstances;
  CallWords calls;
  DateWords dates;
  MarkRules marks;
};

struct Extractor::Impl {
  Impl(grammar::Library opened, Options chosen) : library(std::move(opened)), guess(library, usual_language), options(std::move(chosen)) {}
  grammar::Library library;
  LanguageGuess guess;
  Options options;

  // Readers of languages that nobody laid anything over are opened when first needed: a text in one language does not wait
  // for the others.
  // A lock, for std::call_once aborts when memory ends within and there is none left to say so.
  struct Slot {
    std::mutex door;
    std::unique_ptr<Reader> opened;
    std::atomic<Reader const*> reader = nullptr;
  };
  mutable std::map<std::string, Slot, std::less<>> readers;

  Reader const& reader(grammar::Language const& language, Problems& problems) const {
    Slot& slot = readers.find(language.code())->second;
    if (Reader const* const reader = slot.reader.load(std::memory_order_acquire)) return *reader;
    std::lock_guard const lock(slot.door);
    if (!slot.opened) slot.opened = std::make_unique<Reader>(language, problems);
    slot.reader.store(slot.opened.get(), std::memory_order_release);
    return *slot.opened;
  }
};

struct Workspace::Impl {
  TokenTable table;
  grammar::Scratch scratch;
  MentionList mentions;
  std::vector<Range> stretches;  // of the article, without what the site put above it
  std::vector<Range> asides;     // links to other articles, captions and what the site says
  std::vector<Attributed> attributed;
  std::vector<Resolution> resolved;
  std::vector<SaidWhen> said;
  PeopleMemory people;
};

namespace {

// Tells the stages of one document apart, where somebody asked for their times.
class Stages {
 public:
  explicit Stages(Workspace& workspace) : workspace_(workspace) {
    if (workspace_.keep_times) last_ = thread_nanoseconds();
  }
  // What was done since the end of the stage before.
  void end(std::size_t stage) {
    if (!workspace_.keep_times) return;
    std::uint64_t const now = thread_nanoseconds();
    workspace_.times[stage] += now - last_;
    last_ = now;
  }

 private:
  Workspace& workspace_;
  std::uint64_t last_ = 0;
};

}  // namespace

std::uint64_t thread_nanoseconds() {
  std::timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000u + static_cast<std::uint64_t>(time.tv_nsec);
}

Workspace::Workspace() : impl(std::make_unique<Impl>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

Extractor::Extractor(std::shared_ptr<Impl const> impl) : impl_(std::move(impl)) {}

grammar::Library const& Extractor::library() const { return impl_->library; }
Options const& Extractor::options() const { return impl_->options; }

Result<Extractor> Extractor::open(Options options) {
  Result<grammar::Library> library = grammar::Library::open(options.grammars);
  if (!library) return library.problems();
  Problems problems;
  auto impl = std::make_shared<Impl>(std::move(*library), std::move(options));
  for (std::string const& code : impl->library.languages()) impl->readers[code];
  // What is needed anyhow is opened before a large document takes the memory.
  std::string_view const first = impl->options.language.empty() ? usual_language : std::string_view(impl->options.language);
  for (std::string const& code : impl->library.languages())
    if (!impl->options.grammars.empty() || code == first) impl->reader(*impl->library.language(code), problems);
  if (!problems.empty()) return problems;
  return Extractor(std::move(impl));
}

Weights const* Extractor::weights(std::string_view language) const {
  grammar::Language const* const known = impl_->library.language(language);
  Problems none;
  return known ? &impl_->reader(*known, none).attribution.weights() : nullptr;
}

namespace {

// Whether a line of the site between paragraphs holds no speech: short, without marks and colons ("Story continues below").
bool is_mute(TokenTable const& table, Zone const& zone) {
  constexpr std::uint32_t longest = 12;
  if (zone.last - zone.first > longest) return false;
  for (std::uint32_t at = zone.first; at < zone.last; ++at)
    if (table.tokens[at].is(feature::mark | feature::colon)) return false;
  return true;
}

// Whoever wrote the article, and words like "PM EST" beside its date, are nobody in it: no "she" of the first paragraph
// means the reporter. Lines above the body are passed over; of those further down only the mute ones, for one taken for
// the site's may be speech.
void find_mentions_of_article(Zones const& zones, std::uint32_t end, grammar::Language const& language, Workspace::Impl& work) {
  work.stretches.clear();
  std::uint32_t done = 0;
  bool above = true;
  for (Zone const& zone : zones.list) {
    if (zone.section == Section::body) above = false;
    if (zone.section != Section::boilerplate || (!above && !is_mute(work.table, zone))) continue;
    if (zone.first > done) work.stretches.push_back({done, zone.first});
    done = zone.last;
  }
  if (end > done) work.stretches.push_back({done, end});
  find_mentions(work.table, work.stretches, language, work.scratch, work.mentions);
}

// A quotation may go on behind these, and no "he" below them is whoever is named there.
void list_asides(Zones const& zones, std::vector<Range>& asides) {
  asides.clear();
  for (Zone const& zone : zones.list) {
    bool const aside = zone.section == Section::related || zone.section == Section::boilerplate || zone.section == Section::caption;
    if (aside) asides.push_back({zone.first, zone.last});
  }
}

}  // namespace

Extraction Extractor::extract(Document const& document, Workspace& workspace) const {
  return extract(document, workspace, nullptr);
}

Extraction Extractor::extract(Document const& document, Workspace& workspace, DecisionObserver* observer) const {
  Extraction out;
  std::string const& told = !impl_->options.language.empty() ? impl_->options.language : document.language;
  std::string_view const wanted = told.empty() ? impl_->guess.of(document.text) : std::string_view(told);
  bool known_language = true;
  grammar::Language const* language = impl_->library.language(wanted);
  if (!language) {
    out.problems.push_back({document.id, 0, 0, "no grammars for language '" + told + "': read as English"});
    language = impl_->library.language(usual_language);
    known_language = false;
  }
  out.language = language->code();
  Reader const& reader = impl_->reader(*language, out.problems);
  Workspace::Impl& work = *workspace.impl;

  Stages stages(workspace);
  tokenize(document.text, language->vocabulary(), work.table);
  stages.end(0);
  auto const end = static_cast<std::uint32_t>(work.table.tokens.size());
  Zones const zones = find_zones(work.table, document, *language, work.scratch);
  // "HALDEN (XQZ) — Police said": behind the dash a capital is no name's, but the sentence's.
  work.table.begin_sentences(zones.openings);
  stages.end(1);
  list_asides(zones, work.asides);
  std::vector<MarkedQuote> const quotes = find_quotes(work.table, reader.marks, language->vocabulary(), document.zones, work.asides);
  stages.end(2);
  if (!quotes.empty() || impl_->options.indirect) {
    work.mentions.clear();
    find_mentions_of_article(zones, end, *language, work);
    for (std::size_t i = 1; i < quotes.size(); ++i) {
      // Somebody may be quoted inside a quote.
      if (quotes[i].parent + 1 != i) continue;
      MarkedQuote const& outer = quotes[i - 1];
      Range const inside{outer.inner_first, outer.inner_last};
      Unfolded const open(work.table, outer);
      find_mentions(work.table, {&inside, 1}, *language, work.scratch, work.mentions);
    }
    stages.end(3);
    AttributionOptions const how{impl_->options.indirect, impl_->options.trace, !known_language, work.asides};
    reader.attribution.attribute(work.table, quotes, work.scratch, how, observer, work.attributed);
    stages.end(4);
    find_circumstances(work.table, quotes, zones, reader.circumstances, *language, work.scratch, work.attributed);
    reader.attribution.doubt_reported(work.attributed);
    stages.end(5);
    std::string_view const byline = document.author ? std::string_view(*document.author) : zones.author ? std::string_view(*zones.author) : std::string_view();
    reader.people.resolve(work.table, work.mentions, quotes, work.attributed, byline, work.asides, work.scratch, work.people, impl_->options.trace, observer, out.speakers, work.resolved);
    stages.end(6);
  } else {
    work.attributed.clear();
    work.resolved.clear();
  }
  out.published = said_when(work.table, quotes, work.attributed, work.resolved, out.speakers, zones, document, impl_->options.date, *language, reader.dates, work.scratch,
                            work.said);
  stages.end(7);
  assemble({work.table, quotes, work.attributed, work.resolved, work.said, zones}, *language, reader.calls, out);
  std::erase_if(out.quotes, [&](Quote const& quote) {
    return (quote.kind == QuoteKind::direct && !impl_->options.direct) || (quote.kind == QuoteKind::mixed && !impl_->options.mixed);
  });
  stages.end(8);
  out.title = zones.title;
  out.author = zones.author;
  if (work.scratch.budget_hit) {
    out.problems.push_back({document.id, 0, 0, "a grammar rule ran out of its step budget; some links may be missing"});
    work.scratch.budget_hit = false;
  }
  return out;
}

}  // namespace whosaid
