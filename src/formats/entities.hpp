// Character references of HTML in what no parser of HTML has read: metadata, text in scripts, feeds.
#pragma once
#include <string>
#include <string_view>

namespace whosaid::formats {

// &amp; &quot; &#39; and their like, one level: pages put them into JSON, where nobody decodes them.
[[nodiscard]] std::string decode_entities(std::string_view text);

}  // namespace whosaid::formats
