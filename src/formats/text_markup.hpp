// What markup that was left in a text says about it.
#pragma once
#include "model/document.hpp"

namespace whosaid::formats {

// Makes each <blockquote>, and each line behind "> ", in the text of `document` a known zone; the text stays as it is. Linear.
void mark_block_quotes(Document& document);

}  // namespace whosaid::formats
