// A plain text file is one document, as it stands: also a byte order mark and carriage returns stay, so that offsets count
// what the file holds. A file in another encoding than UTF-8 is converted, character by character.
#pragma once
#include <memory>

#include "formats/documents.hpp"

namespace whosaid::formats {

[[nodiscard]] std::unique_ptr<RecordReader> make_text_reader(ReaderOptions const& options);

}  // namespace whosaid::formats
