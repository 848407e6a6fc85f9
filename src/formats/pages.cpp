#include "formats/pages.hpp"

#include <algorithm>

namespace whosaid::formats::pages {

std::string_view file(std::string_view path) {
  auto const files = embedded_files();
  auto const found = std::find_if(files.begin(), files.end(), [&](EmbeddedFile const& f) { return f.path == path; });
  return found == files.end() ? std::string_view{} : found->content;
}

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const c = static_cast<unsigned char>(text[i]);
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: {
        // U+0080 to U+009F are C2 80 to C2 9F in UTF-8.
        bool const c1 = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (c1 || (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) {
          out += "\xEF\xBF\xBD";
          i += c1;
        } else {
          out += text[i];
        }
      }
    }
  }
}

}  // namespace whosaid::formats::pages
