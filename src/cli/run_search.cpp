// Finds quotes in a store.
#include <unistd.h>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "formats/quote_store.hpp"
#include "formats/write_found.hpp"

namespace whosaid::cli {

int run_search(Options const& options) {
  auto const& search = options.search;
  auto store = formats::QuoteStore::open_to_read(search.store);
  if (!store) {
    complain(store.problems().front().to_string());
    return wrong_use;
  }
  Output output;
  if (!output.open("")) return wrong_use;
  bool const watched = is_terminal(STDOUT_FILENO);
  auto const format = search.format.empty() ? (watched ? "table" : "jsonl") : search.format;
  std::uint64_t found = 0;
  std::string piece;
  store->search({search.words, search.speaker, search.since, search.until, search.limit}, [&](formats::StoredQuote const& quote) {
    piece.clear();
    if (format == "csv") {
      if (found == 0) piece += formats::found_csv_header;
      formats::write_found_csv(quote, piece);
    } else if (format == "jsonl") {
      formats::JsonWriter json(piece);
      formats::write_found_json(quote, json);
      piece += '\n';
    } else {
      formats::write_found_text(quote, piece);
    }
    ++found;
    return output.write(piece);
  });
  if (!store->error().empty()) {
    complain(search.store + ": " + store->error());
    return wrong_use;
  }
  if (!output.error().empty()) {
    complain("cannot write standard output: " + output.error());
    return wrong_use;
  }
  if (options.common.stats) complain(std::to_string(found) + " quotes found");
  return found != 0 ? all_well : some_failed;
}

}  // namespace whosaid::cli
