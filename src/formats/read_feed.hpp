// RSS (0.9, 1.0, 2.0) and Atom: each item is a document, from its full text when the feed brings it, else its summary.
#pragma once
#include <memory>
#include <string_view>

#include "formats/documents.hpp"

namespace whosaid::formats {

class Feeds {
 public:
  explicit Feeds(ReaderOptions const& options = {});
  ~Feeds();
  // `place` names the feed: an item without an id of its own is "place#3". A feed that breaks off gives the items before
  // the break and one failure, broken_feed. An item without text fails as no_text.
  void read(std::string_view bytes, std::string_view charset, std::string_view place, DocumentSink& sink);
  void set_path(std::string_view path);  // Document::path of what is read from now on; "" = none

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

[[nodiscard]] std::unique_ptr<RecordReader> make_feed_reader(ReaderOptions const& options);
// Whether an XML document's first bytes open a feed.
[[nodiscard]] bool looks_like_feed(std::string_view first_bytes);

}  // namespace whosaid::formats
