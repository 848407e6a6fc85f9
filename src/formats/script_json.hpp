// The JSON that a page's scripts hold, wherever they hold it.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "formats/page.hpp"

namespace whosaid::formats {

struct ScriptJson {
  std::function<void(std::string_view)> value;          // of a script of data, or assigned to a variable
  std::function<void(std::string_view)> streamed;       // a row of a page that is streamed as a tree of elements
  std::function<void(std::string_view)> streamed_text;  // a row of text in such a stream
};

// Calls back for everything that looks like JSON, brackets matched but not yet parsed, in document order; code is passed over. JSON-LD is left
// out: it is metadata. Linear in the scripts.
void read_script_json(Page const& page, ScriptJson const& found);

}  // namespace whosaid::formats
