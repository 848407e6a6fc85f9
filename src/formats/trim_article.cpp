#include "formats/trim_article.hpp"

#include <algorithm>
#include <unordered_set>

#include "formats/article_words.hpp"
#include "formats/page_hints.hpp"

namespace whosaid::formats {
namespace {

constexpr std::uint32_t longest_biography = 400;
constexpr std::ptrdiff_t most_of_biography = 3;   // pieces
constexpr std::uint32_t longest_name = 60;
constexpr std::uint32_t longest_byline = 120;     // letters of author, office and day
constexpr std::size_t shortest_pull = 15;         // letters and digits of a pull quote
constexpr std::uint32_t least_copy = 40;          // letters of a block that is not said twice by chance

class Trimmer {
 public:
  Trimmer(Page const& page, PageBlocks const& blocks, PageOutline const& outline, KnownOfArticle const& known, std::uint32_t first_prose, Article& article)
      : nodes_(page.nodes()), blocks_(blocks), known_(known), inherited_(outline.inherited), fragment_(outline.fragment), first_prose_(first_prose), out_(article) {}

  // Scraps above the first and below the last paragraph, headings that nothing follows, second copies.
  void trim() {
    auto& pieces = out_.pieces;
    drop_copies();
    std::size_t first = 0, last = pieces.size();
    while (first < pieces.size() && !is_text(pieces[first])) ++first;
    while (last > first && (!is_text(pieces[last - 1]) || (last - first > 3 && is_biography(pieces[last - 1])))) --last;
    // A list or a table at the end belongs to the text when it is no list of links.
    auto const tail = [&](ArticlePiece const& piece) {
      auto const tag = nodes_[block(piece.block).node].tag;
      return piece.section == Section::body && (tag == Tag::li || tag == Tag::row || tag == Tag::cell || tag == Tag::dd) && block(piece.block).linked == 0;
    };
    while (last < pieces.size() && last > first && tail(pieces[last])) ++last;
    std::vector<ArticlePiece> kept;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      auto const& piece = pieces[i];
      bool const own = piece.section == Section::body || piece.section == Section::blockquote;
      // Teasers above and below the text are the site's.
      if (piece.section == Section::related && first < last && (i < first || i >= last)) continue;
      if (piece.section == Section::caption && first < last && i >= last && !named_caption(piece)) continue;
      if (own && first < last && (i < first || i >= last) && !(i < first && leads_in(piece))) continue;
      kept.push_back(piece);
      if (own) out_.body_letters += block(piece.block).letters;
    }
    std::size_t count = kept.size();
    while (count > 0 && is_heading(nodes_[block(kept[count - 1].block).node].tag) && kept[count - 1].section == Section::body) --count;
    kept.resize(count);
    pieces = std::move(kept);
  }
 private:
  [[nodiscard]] PageBlock const& block(std::uint32_t index) const { return blocks_.list[index]; }
  [[nodiscard]] bool within(std::uint32_t node, Tag tag) const {
    for (; node != no_node; node = nodes_[node].parent)
      if (nodes_[node].tag == tag) return true;
    return false;
  }

  // "Ann Odeby has written about the coast since 2011": at the end, beginning with the author's own name.
  [[nodiscard]] bool is_biography(ArticlePiece const& piece) const {
    auto const& one = block(piece.block);
    if (one.letters > longest_biography) return false;
    auto const words = plain_words(blocks_.text_of(one));
    return std::any_of(known_.authors.begin(), known_.authors.end(), [&](std::string const& author) {
      auto const name = plain_words(author);
      if (author.find(' ') == std::string::npos || name.size() < shortest_name || !(words.starts_with(name) || words.starts_with("by" + name))) return false;
      // Of whom the text itself speaks (a company that publishes its own news), it may speak at the end.
      return std::none_of(out_.pieces.begin(), out_.pieces.end() - std::min<std::ptrdiff_t>(std::ssize(out_.pieces), most_of_biography), [&](ArticlePiece const& other) {
        return other.section == Section::body && is_prose(block(other.block)) && plain_words(blocks_.text_of(block(other.block))).find(name) != std::string::npos;
      });
    });
  }

  [[nodiscard]] bool is_text(ArticlePiece const& piece) const {
    auto const& one = block(piece.block);
    if (piece.section != Section::body && piece.section != Section::blockquote) return false;
    if (is_prose(one) || (piece.section == Section::blockquote && one.linked == 0)) return true;
    if (fragment_ && one.linked == 0 && nodes_[one.node].tag == Tag::p) return true;
    bool const ends = one.sentence || has_quotation_mark(blocks_.text_of(one));
    return ends && one.letters >= shortest_sentence && one.linked * 2 < one.letters && !is_heading(nodes_[one.node].tag);
  }

  [[nodiscard]] bool named_caption(ArticlePiece const& piece) const {
    auto const& one = block(piece.block);
    return (inherited_[one.node] & hint::caption) || within(one.node, Tag::figure);
  }
  // A heading that stands right above the first paragraph, inside the text's own element.
  [[nodiscard]] bool leads_in(ArticlePiece const& piece) const {
    auto const tag = nodes_[block(piece.block).node].tag;
    return is_heading(tag) && tag != Tag::h1 && piece.block != out_.headline && out_.headline != no_node && piece.block > out_.headline;
  }

  [[nodiscard]] bool begins_with_line(PageBlock const& one, std::string const& known) const {
    auto const text = blocks_.text_of(one);
    auto const end = text.find('\n');
    return end != std::string_view::npos && plain_words(text.substr(0, end)) == known;
  }
  // The same words again (a copy for print, for small screens, a pull quote) are left out; the body's own copy stays.
  void drop_copies() {
    std::unordered_set<std::string> seen;
    std::string everything;
    for (auto const& piece : out_.pieces)
      if (piece.section == Section::body) everything += plain_words(blocks_.text_of(block(piece.block)));
    auto const title = out_.headline == no_node ? std::string() : plain_words(blocks_.text_of(block(out_.headline)));
    auto const known = plain_words(known_.title);
    std::size_t searched = 0;
    std::uint32_t dropped = no_node;  // the block of a pull quote; who said it may stand below
    std::erase_if(out_.pieces, [&](ArticlePiece const& piece) {
      auto const& one = block(piece.block);
      auto words = plain_words(blocks_.text_of(one));
      if (piece.section == Section::body && !title.empty() && words == title) return true;
      // Headline, byline and day in one block.
      if (piece.section == Section::body && known.size() > shortest_description && one.first <= first_prose_ && one.letters < known.size() + longest_byline && begins_with_line(one, known)) {
        if (out_.byline == no_node) out_.byline = piece.block;
        return true;
      }
      bool const set_apart = piece.section == Section::blockquote;
      if (piece.whose && piece.block != dropped + 1) return false;
      if (words.size() < least_copy && !set_apart) return false;
      if (set_apart && dropped != no_node && piece.block == dropped + 1 && one.letters <= longest_name && !one.sentence) return true;
      bool const pulled = set_apart && (words.size() >= shortest_pull || (inherited_[one.node] & hint::pull_quote));
      // Searching costs the length of the text each time; a page has a few pull quotes.
      if (pulled && searched++ < 20 && everything.find(words) != std::string::npos) {
        dropped = piece.block;
        return true;
      }
      if (words.size() < least_copy) return false;
      return !seen.insert(std::move(words)).second;
    });
  }

  std::vector<PageNode> const& nodes_;
  PageBlocks const& blocks_;
  KnownOfArticle const& known_;
  std::vector<std::uint32_t> const& inherited_;
  bool const fragment_;
  std::uint32_t const first_prose_;
  Article& out_;
};

}  // namespace

void trim_article(Page const& page, PageBlocks const& blocks, PageOutline const& outline, KnownOfArticle const& known, std::uint32_t first_prose, Article& article) {
  Trimmer(page, blocks, outline, known, first_prose, article).trim();
}

}  // namespace whosaid::formats
