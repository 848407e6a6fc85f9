// The JSON that a page's scripts hold, wherever they hold it.
#pragma once
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "formats/page.hpp"

namespace whosaid::formats {

struct ScriptJson {
  std::function<void(nlohmann::json const&)> value;        // of a script of data, or assigned to a variable
  std::function<void(nlohmann::json const&)> streamed;     // a row of a page that is streamed as a tree of elements
  std::function<void(std::string const&)> streamed_text;   // a row of text in such a stream
};

// Calls back for every value, in document order. What is no JSON (a JavaScript object, code) is passed over. JSON-LD is left
// out: it is metadata. Linear in the scripts.
void read_script_json(Page const& page, ScriptJson const& found);

}  // namespace whosaid::formats
