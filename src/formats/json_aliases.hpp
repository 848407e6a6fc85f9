// Names that other extractors of articles give to what this project calls text, published, url, publisher, author,
// language: trafilatura, news-please, readability, newspaper.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "model/result.hpp"

namespace whosaid::formats {

// Remembers foreign keys of one object and fills what the object's own keys left open.
class JsonAliases {
 public:
  void clear();
  // "maintext", "textContent", "content": the article itself. Held back, so that it does not stand in the output twice.
  [[nodiscard]] static bool is_body(std::string_view name);
  void hold(std::string_view name, std::string_view raw) { held_.push_back({std::string(name), std::string(raw)}); }
  // Any other key that is not the contract's; `raw` is its JSON value. Constant time unless it is a foreign name.
  void note(std::string_view name, std::string_view raw);

  struct Held {
    std::string name, raw;
  };
  // Takes the best body out of what is held: plain text before markup. False when there is none.
  [[nodiscard]] bool take_body(std::string& text, std::string& html, bool& is_html);
  // What is held and was not taken, in order.
  [[nodiscard]] std::vector<Held> const& held() const { return held_; }
  void fill(Document& document) const;

 private:
  struct Found {
    std::string value;
    int rank = 0;  // the higher the surer; 0 = none
  };
  Found published_, url_, publisher_, author_, language_;
  std::vector<Held> held_;
};

}  // namespace whosaid::formats
