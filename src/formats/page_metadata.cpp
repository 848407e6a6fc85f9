#include "formats/page_metadata.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "formats/entities.hpp"
#include "formats/page_titles.hpp"
#include "formats/web_dates.hpp"
#include "text/ascii.hpp"

namespace whosaid::formats {
namespace {

using PageJson = nlohmann::json;

constexpr int deepest_graph = 12;
constexpr std::size_t longest_title = 400;
constexpr std::uint32_t most_nodes_of_heading = 30;

std::string language_tag(std::string_view text) {
  std::string out;
  for (char const c : trim_ascii(text)) out += language_code_char(c);
  // BCP 47 begins with two or three letters; "English" is no tag.
  auto const end = std::min(out.find('-'), out.size());
  return end == 2 || end == 3 ? out : std::string();
}

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("//"); }

class Reader {
 public:
  Reader(Page const& page, PageDays const& days, PageMetadata& out) : page_(page), days_(days), out_(out) {}

  void run() {
    auto const& nodes = page_.nodes();
    // Lists hold what the page links to, so they are asked only when no article stands by itself.
    for (auto const lists : {Lists::passed_over, Lists::read}) {
      for (std::uint32_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].tag == Tag::script && page_.attribute(i, "type") == "application/ld+json") read_json_ld(i, lists);
      if (!out_.title.value.empty() || !out_.article_body.empty()) break;
    }
    read_meta("property", opengraph_, "opengraph");
    read_meta("name", opengraph_, "opengraph");
    read_meta("name", meta_, "meta");
    read_meta("property", meta_, "meta");
    read_meta("itemprop", meta_, "meta");
    read_meta("http-equiv", meta_, "meta");
    for (std::uint32_t i = 0; i < nodes.size(); ++i) read_markup(i);
    put(What::title, heading_, "markup");
  }

 private:
  enum class Lists : bool { passed_over, read };
  enum class What { title, author, publisher, published, modified, language, url, description };
  using Names = std::pair<std::string_view, What>;

  static constexpr std::array<Names, 9> opengraph_{{
      {"og:title", What::title}, {"article:author", What::author}, {"og:article:author", What::author}, {"og:site_name", What::publisher},
      {"article:published_time", What::published}, {"article:modified_time", What::modified}, {"og:locale", What::language},
      {"og:url", What::url}, {"og:description", What::description}}};
  static constexpr std::array<Names, 35> meta_{{
      {"twitter:title", What::title}, {"parsely-title", What::title}, {"dc.title", What::title}, {"headline", What::title},
      {"author", What::author}, {"byl", What::author}, {"dc.creator", What::author}, {"dcterms.creator", What::author},
      {"parsely-author", What::author}, {"sailthru.author", What::author}, {"application-name", What::publisher},
      {"publisher", What::publisher}, {"dc.publisher", What::publisher}, {"copyright-holder", What::publisher},
      {"datepublished", What::published}, {"date", What::published}, {"pubdate", What::published}, {"publishdate", What::published},
      {"publish-date", What::published}, {"publish_date", What::published}, {"article.created", What::published}, {"publication_date", What::published}, {"parsely-pub-date", What::published},
      {"sailthru.date", What::published}, {"dc.date", What::published}, {"dcterms.created", What::published}, {"dc.date.issued", What::published},
      {"article.published", What::published}, {"datemodified", What::modified}, {"last-modified", What::modified},
      {"dcterms.modified", What::modified}, {"content-language", What::language}, {"dc.language", What::language},
      {"description", What::description}, {"inlanguage", What::language}}};

  void put(What what, std::string_view raw, std::string_view origin) {
    auto const decoded = decode_entities(trim_ascii(raw));
    std::string_view const value = trim_ascii(decoded);
    if (value.empty()) return;
    switch (what) {
      case What::title: return out_.title.set(value, origin);
      case What::publisher: return out_.publisher.set(value, origin);
      case What::published: return out_.published.set(days_.time_or_day_in(value), origin);
      case What::modified: return out_.modified.set(days_.time_or_day_in(value), origin);
      case What::language: return out_.language.set(language_tag(value), origin);
      case What::url: return is_address(value) ? out_.url.set(value, origin) : void();
      case What::description: return out_.description.set(value, origin);
      case What::author: break;
    }
    if (is_address(value) || value[0] == '@' || (!out_.authors.empty() && out_.authors_origin != origin)) return;
    if (std::find(out_.authors.begin(), out_.authors.end(), value) != out_.authors.end()) return;
    out_.authors.emplace_back(value);
    out_.authors_origin = origin;
  }

  template <std::size_t n>
  void read_meta(char const* key, std::array<Names, n> const& names, std::string_view origin) {
    auto const& nodes = page_.nodes();
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].tag != Tag::meta) continue;
      std::string name(page_.attribute(i, key));
      if (name.empty()) continue;
      std::transform(name.begin(), name.end(), name.begin(), ascii_lower);
      for (auto const& [known, what] : names)
        if (known == name) put(what, page_.attribute(i, "content"), origin);
    }
  }

  void read_markup(std::uint32_t i) {
    auto const& node = page_.nodes()[i];
    switch (node.tag) {
      case Tag::html: return put(What::language, page_.attribute(i, "lang"), "markup");
      case Tag::link:
        if (page_.attribute(i, "rel") == "canonical") put(What::url, page_.attribute(i, "href"), "markup");
        return;
      case Tag::h1: case Tag::h2: case Tag::h3: return take_heading(i);
      case Tag::title: document_title_ = document_title_.empty() ? page_.text_below(i) : document_title_; return;
      case Tag::time:
        if (page_.attribute(i, "itemprop") == "dateModified") return;
        if (auto const stamp = page_.attribute(i, "datetime"); !stamp.empty()) put(What::published, stamp, "markup");
        else put(What::published, page_.text_below(i), "markup");
        return;
      case Tag::a:
        if (page_.attribute(i, "rel") == "author" && out_.authors_origin != "json-ld") put(What::author, page_.text_below(i), "markup");
        return;
      default: break;
    }
    if (node.element && page_.name(i) == "abbr") put(What::published, web_date_to_iso(page_.attribute(i, "title")), "markup");
    if (node.element && page_.attribute(i, "itemprop") == "author" && out_.authors.empty()) put(What::author, page_.text_below(i), "markup");
  }

  // The first <h1>, unless it is the site's name and a heading repeats the window's title.
  void take_heading(std::uint32_t i) {
    if (repeated_ || page_.nodes()[i].end - i > most_nodes_of_heading) return;  // an <h1> that nobody closed holds the whole page
    auto const words = page_.text_below(i);
    if (words.empty() || words.size() > longest_title) return;
    repeated_ = words.size() >= shortest_title && document_title_.find(words) != std::string::npos;
    if (repeated_ || (heading_.empty() && page_.nodes()[i].tag == Tag::h1)) heading_ = words;
  }

  void read_json_ld(std::uint32_t script, Lists lists) {
    std::string text;
    for (auto i = script + 1; i < page_.nodes()[script].end; ++i) text += page_.nodes()[i].text;
    auto const tree = PageJson::parse(text, nullptr, false, true);
    if (tree.is_discarded()) return;
    walk(tree, 0, lists);
  }

  static bool is_article(PageJson const& type) {
    if (type.is_array()) return std::any_of(type.begin(), type.end(), is_article);
    if (!type.is_string()) return false;
    std::string_view const name = type.get_ref<std::string const&>();
    return name.ends_with("Article") || name.ends_with("BlogPosting") || name.ends_with("Report") || name.ends_with("Posting");
  }

  void walk(PageJson const& tree, int depth, Lists lists) {
    if (depth > deepest_graph) return;
    if (tree.is_array()) {
      for (auto const& item : tree) walk(item, depth + 1, lists);
      return;
    }
    if (!tree.is_object()) return;
    if (auto const type = tree.find("@type"); type != tree.end() && is_article(*type)) return take(tree);
    for (auto const* key : {"@graph", "mainEntity", "mainEntityOfPage", "item"})
      if (auto const found = tree.find(key); found != tree.end()) walk(*found, depth + 1, lists);
    if (auto const found = tree.find("itemListElement"); found != tree.end() && lists == Lists::read) walk(*found, depth + 1, lists);
  }

  void take(PageJson const& article) {
    auto const text = [&](char const* key) -> std::string_view {
      auto const found = article.find(key);
      return found != article.end() && found->is_string() ? std::string_view(found->get_ref<std::string const&>()) : std::string_view();
    };
    constexpr std::string_view origin = "json-ld";
    put(What::title, text("headline"), origin);
    put(What::title, text("name"), origin);
    put(What::published, text("datePublished"), origin);
    put(What::published, text("dateCreated"), origin);
    put(What::modified, text("dateModified"), origin);
    put(What::description, text("description"), origin);
    put(What::url, text("url"), origin);
    names(article, "author", What::author);
    if (out_.authors.empty()) names(article, "creator", What::author);
    names(article, "publisher", What::publisher);
    names(article, "inLanguage", What::language);
    if (auto const page = article.find("mainEntityOfPage"); page != article.end()) {
      if (page->is_string()) put(What::url, page->get_ref<std::string const&>(), origin);
      else if (page->is_object() && page->contains("@id") && (*page)["@id"].is_string()) put(What::url, (*page)["@id"].get_ref<std::string const&>(), origin);
    }
    if (out_.article_body.empty()) out_.article_body = text("articleBody");
    if (out_.article_body.empty()) out_.article_body = live_entries(article);
  }

  static std::string live_entries(PageJson const& article) {
    std::string out;
    auto const updates = article.find("liveBlogUpdate");
    if (updates == article.end() || !updates->is_array()) return out;
    for (auto const& update : *updates) {
      if (!update.is_object()) continue;
      auto const body = update.find("articleBody");
      if (body != update.end() && body->is_string()) out += body->get_ref<std::string const&>() + "\n\n";
    }
    return out;
  }

  // A string, an object with a name, or a list of them.
  void names(PageJson const& article, char const* key, What what) {
    auto const found = article.find(key);
    if (found == article.end()) return;
    auto const add = [&](PageJson const& item) {
      if (item.is_string()) put(what, item.get_ref<std::string const&>(), "json-ld");
      else if (item.is_object() && item.contains("name")) {
        auto const& name = item["name"];
        if (name.is_string()) put(what, name.get_ref<std::string const&>(), "json-ld");
        else if (name.is_array())
          for (auto const& one : name)
            if (one.is_string()) put(what, one.get_ref<std::string const&>(), "json-ld");
      }
    };
    if (found->is_array()) {
      for (auto const& item : *found) add(item);
    } else {
      add(*found);
    }
  }

 public:
  [[nodiscard]] std::string const& heading() const { return heading_; }
  [[nodiscard]] std::string const& document_title() const { return document_title_; }

 private:
  Page const& page_;
  PageDays const& days_;
  PageMetadata& out_;
  std::string document_title_, heading_;
  bool repeated_ = false;  // heading_ stands in document_title_
};

}  // namespace

void PageField::set(std::string_view new_value, std::string_view new_origin) {
  if (!value.empty() || new_value.empty()) return;
  value = new_value;
  origin = new_origin;
}

PageMetadata read_metadata(Page const& page, PageDays const& days) {
  PageMetadata out;
  Reader reader(page, days, out);
  reader.run();
  out.title.value = without_site(std::move(out.title.value), reader.heading(), out.publisher.value);
  if (out.title.value.empty()) out.title.set(article_in_title(reader.document_title()), "markup");
  return out;
}

}  // namespace whosaid::formats
