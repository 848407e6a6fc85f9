// From a page to a document: the article's blocks one below the other, parted by empty lines, each with its zone.
//
// What the text holds: standfirst and body, and of headline, captions and links to other articles those that hold a
// quotation, so that it reaches its section; the headline's words are the document's title anyway.
#include "formats/read_html.hpp"

#include <algorithm>
#include <array>

#include "formats/decode.hpp"
#include "formats/entities.hpp"
#include "formats/find_article.hpp"
#include "formats/json_write.hpp"
#include "formats/page_metadata.hpp"
#include "formats/page_words.hpp"
#include "formats/script_text.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace whosaid::formats {
namespace {

// Letters of an article in the markup below which the scripts are searched, and how much more they must hold to be used.
constexpr std::size_t stub = 300;
constexpr std::size_t much_more = 3;
// An article shorter than this may be the first paragraphs of one whose rest is data; then the data begins with its words.
constexpr std::size_t short_article = 1500;
constexpr std::size_t words_to_know_again = 30;  // bytes
constexpr std::uint32_t longest_day_line = 150;   // letters of a line that tells the day
constexpr std::string_view closing_marks[] = {"\"", "'", "\u201D", "\u2019", "\u201C", "\u00BB", "\u00AB"};
constexpr std::string_view first_page = "1991-08-06";
constexpr std::uint32_t lines_above = 3;          // the headline, in which the day may stand

std::size_t find_ignoring_case(std::string_view text, std::string_view wanted, std::size_t from = 0) {
  for (auto at = from; at + wanted.size() <= text.size(); ++at) {
    std::size_t i = 0;
    while (i < wanted.size() && ascii_lower(text[at + i]) == wanted[i]) ++i;
    if (i == wanted.size()) return at;
  }
  return std::string_view::npos;
}

void add_text(Document& out, std::string_view text, Section section, std::string path) {
  if (text.empty()) return;
  if (!out.text.empty()) out.text += "\n\n";
  auto const begin = static_cast<std::uint32_t>(out.text.size());
  out.text += text;
  out.zones.push_back({{begin, static_cast<std::uint32_t>(out.text.size())}, section, std::move(path)});
}

void add_field(std::string& json, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  if (json.back() != '{') json += ',';
  append_json_string(json, key);
  json += ':';
  append_json_string(json, value);
}

}  // namespace

struct HtmlPages::Impl {
  Page page, inner;
  PageBlocks blocks;
  std::shared_ptr<PageWords const> words;
  std::string converted;

  explicit Impl(ReaderOptions options) : words(options.page_words ? std::move(options.page_words) : PageWords::built_in()) {}

  void add_article(Page const& source, Article const& article, Document& out) const {
    for (auto const& piece : article.pieces) {
      auto const& block = blocks.list[piece.block];
      if (piece.whose) {
        add_whose(blocks.text_of(block), source.path(block.node), out);
        continue;
      }
      add_text(out, blocks.text_of(block), piece.section, source.path(block.node));
    }
  }

  // Who was quoted: behind the closing mark, as it is written in a text; below a quotation without marks, a line of its own.
  static void add_whose(std::string_view name, std::string path, Document& out) {
    auto const ends_with_mark = [&] {
      return std::any_of(std::begin(closing_marks), std::end(closing_marks), [&](std::string_view mark) { return out.text.ends_with(mark); });
    };
    if (out.zones.empty() || !ends_with_mark()) return add_text(out, name, Section::body, std::move(path));
    auto const begin = name.find_first_not_of(" -");
    name.remove_prefix(std::min(begin, name.size()));
    for (auto const dash : {"\u2014", "\u2013", "\u2015"})
      if (name.starts_with(dash)) name.remove_prefix(std::string_view(dash).size());
    name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
    if (name.empty()) return;
    (out.text += " \u2014 ") += name;
    out.zones.back().span.end = static_cast<std::uint32_t>(out.text.size());
  }

  // A page of teasers or labels alone: nothing of it is an article.
  void add_all(Document& out) const {
    for (auto const& block : blocks.list) add_text(out, blocks.text_of(block), Section::related, page.path(block.node));
  }

  // Used when the markup holds no article, or its first lines only.
  bool use_scripts(PageMetadata const& metadata, Article const& article, Document& out) {
    auto const have = std::size_t{article.body_letters};
    auto scripts = text_in_scripts(page);
    std::size_t size = scripts.markup.size();
    for (auto const& paragraph : scripts.paragraphs) size += paragraph.size();
    bool const goes_on = size > have + have / 2 && begins_like(scripts, article);
    // Of scripts whose text is not known again, a stub is believed to be one; they may hold other articles.
    auto const believed = have < stub ? std::max(size, metadata.article_body.size()) : metadata.article_body.size();
    if (!goes_on && believed < std::max(have * much_more, have + stub / 2)) return false;
    out.text.clear();
    out.zones.clear();
    if (metadata.article_body.size() >= size || (!goes_on && have >= stub)) {
      auto const body = decode_entities(metadata.article_body);
      if (looks_like_markup(body)) return add_markup(body, "script[ld+json]", out);
      for (auto const& paragraph : paragraphs_of(body)) add_text(out, paragraph, Section::body, "script[ld+json]");
    } else if (!scripts.markup.empty()) {
      return add_markup(scripts.markup, "script", out);
    } else {
      for (auto const& paragraph : scripts.paragraphs) add_text(out, decode_entities(paragraph), Section::body, "script");
    }
    return true;
  }
  // The article's first paragraph stands in the scripts' text.
  [[nodiscard]] bool begins_like(ScriptText const& scripts, Article const& article) const {
    auto const first = std::find_if(article.pieces.begin(), article.pieces.end(), [](ArticlePiece const& piece) { return piece.section == Section::body; });
    if (first == article.pieces.end()) return false;
    auto const beginning = blocks.text_of(blocks.list[first->block]).substr(0, words_to_know_again);
    if (beginning.size() < words_to_know_again) return false;
    auto const holds = [&](std::string const& text) { return text.find(beginning) != std::string::npos; };
    return holds(scripts.markup) || std::any_of(scripts.paragraphs.begin(), scripts.paragraphs.end(), holds);
  }
  bool add_markup(std::string const& markup, std::string_view path, Document& out) {
    if (!inner.parse(markup).empty()) return false;
    cut_blocks(inner, blocks);
    auto const article = find_article(inner, blocks, words->phrases, {});
    for (auto const& piece : article.pieces) add_text(out, blocks.text_of(blocks.list[piece.block]), piece.section, std::string(path));
    return !out.text.empty();
  }

  // Of pages that name the author in a line by the headline only: "By Ann Odeby, Staff Writer".
  void find_author(PageMetadata& metadata, Article const& article) const {
    if (!metadata.authors.empty() || article.byline == no_node) return;
    if (auto name = words->bylines.author_in(blocks.text_of(blocks.list[article.byline])); !name.empty()) {
      metadata.authors.push_back(std::move(name));
      metadata.authors_origin = "text";
    }
  }

  // Of pages that say when they were published in their address, or in a line by the headline only.
  void find_day(PageMetadata& metadata, Article const& article, Document const& out) const {
    metadata.published.set(day_in_address(out.url.value_or(metadata.url.value)), "address");
    if (!metadata.published.value.empty() || article.headline == no_node || article.pieces.empty()) return;
    auto const is_line = [&](std::uint32_t b) { return blocks.list[b].letters <= longest_day_line && !is_prose(blocks.list[b]) && page.nodes()[blocks.list[b].node].tag != Tag::li; };
    auto const set = [&](std::uint32_t b) {
      if (auto const day = words->days.day_in(blocks.text_of(blocks.list[b])); day >= first_page) metadata.published.set(day, "text");
    };
    auto const first = std::find_if(article.pieces.begin(), article.pieces.end(), [](ArticlePiece const& piece) { return piece.section == Section::body; });
    auto const body = first == article.pieces.end() ? article.headline : first->block;
    for (auto b = article.headline + 1; b < body; ++b)
      if (is_line(b)) set(b);
    for (std::uint32_t above = 1; above <= lines_above && above <= article.headline; ++above)
      if (is_line(article.headline - above)) set(article.headline - above);
  }

  static void put(std::optional<std::string>& field, PageField const& found) {
    if (!field && !found.value.empty()) field = found.value;
  }

  void add_metadata(PageMetadata const& found, Document& out) const {
    put(out.title, found.title);
    put(out.publisher, found.publisher);
    put(out.published, found.published);
    put(out.url, found.url);
    if (out.language.empty()) out.language = found.language.value;
    if (!out.author && !found.authors.empty()) {
      out.author = found.authors[0];
      for (std::size_t i = 1; i < found.authors.size(); ++i) *out.author += ", " + found.authors[i];
    }
    std::string about = "{", origin = "{";
    add_field(about, "modified", found.modified.value);
    add_field(about, "description", found.description.value);
    std::array<std::pair<std::string_view, PageField const*>, 6> const fields{{{"title", &found.title},
                                                                              {"publisher", &found.publisher},
                                                                              {"published", &found.published},
                                                                              {"modified", &found.modified},
                                                                              {"language", &found.language},
                                                                              {"url", &found.url}}};
    for (auto const& [name, field] : fields) add_field(origin, name, field->origin);
    if (!found.authors.empty()) add_field(origin, "author", found.authors_origin);
    if (origin.size() == 1) return;
    about += about.size() > 1 ? ",\"origin\":" : "\"origin\":";
    about += origin + "}}";
    if (out.extra.empty()) out.extra = "{\"page\":" + about + '}';
    else out.extra.insert(out.extra.size() - 1, (out.extra.size() > 2 ? ",\"page\":" : "\"page\":") + about);
  }
};

HtmlPages::HtmlPages(ReaderOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
HtmlPages::~HtmlPages() = default;
HtmlPages::HtmlPages(HtmlPages&&) noexcept = default;
HtmlPages& HtmlPages::operator=(HtmlPages&&) noexcept = default;

std::optional<FailedDocument> HtmlPages::read(std::string_view bytes, std::string_view charset, Document& out, Problems& notes) {
  auto& self = *impl_;
  auto const page = as_utf8(bytes, charset.empty() ? declared_charset(bytes) : charset, out.id, self.converted, notes);
  if (auto const why = self.page.parse(page); !why.empty()) {
    return FailedDocument{out.id, "unreadable_page", out.id + ": " + std::string(why)};
  }
  auto metadata = read_metadata(self.page, self.words->days);
  cut_blocks(self.page, self.blocks);
  auto const article = find_article(self.page, self.blocks, self.words->phrases,
                                    {metadata.title.value, metadata.description.value, metadata.authors});
  out.text.clear();
  out.zones.clear();
  bool done = false;
  if (article.body_letters < short_article || metadata.article_body.size() > article.body_letters * much_more)
    done = self.use_scripts(metadata, article, out);
  if (!done) {
    out.text.clear();
    out.zones.clear();
    self.add_article(self.page, article, out);
    if (out.text.empty()) self.add_all(out);
  }
  self.find_day(metadata, article, out);
  self.find_author(metadata, article);
  self.add_metadata(metadata, out);
  if (out.text.empty()) return FailedDocument{out.id, "no_text", out.id + ": the page holds no text"};
  return std::nullopt;
}

std::optional<FailedDocument> read_html(std::string_view page, Document& out, Problems& notes) {
  return HtmlPages().read(page, {}, out, notes);
}

std::string_view declared_charset(std::string_view page) {
  auto const head = page.substr(0, 4096);
  auto at = find_ignoring_case(head, "charset=");
  std::size_t width = 8;
  if (auto const declaration = find_ignoring_case(head.substr(0, 200), "encoding="); at == std::string_view::npos && declaration != std::string_view::npos) {
    at = declaration;
    width = 9;
  }
  if (at == std::string_view::npos) return {};
  auto rest = head.substr(at + width);
  if (!rest.empty() && (rest[0] == '"' || rest[0] == '\'')) rest.remove_prefix(1);
  return rest.substr(0, rest.find_first_of("\"' ;/>\r\n"));
}

namespace {

class HtmlReader final : public RecordReader {
 public:
  explicit HtmlReader(ReaderOptions const& options) : pages_(options) {}
  void read(Record const& record, DocumentSink& sink) override {
    document_ = {};
    notes_.clear();
    document_.id = record.place();
    if (!record.standard_input) document_.path = record.name;
    if (auto const failed = pages_.read(record.bytes, {}, document_, notes_)) sink.fail(*failed);
    else sink.take(document_, notes_);
  }

 private:
  HtmlPages pages_;
  Document document_;
  Problems notes_;
};

}  // namespace

std::unique_ptr<RecordReader> make_html_reader(ReaderOptions const& options) { return std::make_unique<HtmlReader>(options); }

}  // namespace whosaid::formats
