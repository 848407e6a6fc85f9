// What search and verify found, written for people and for programs.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "formats/json_writer.hpp"
#include "formats/quote_store.hpp"
#include "graph/check_words.hpp"

namespace whosaid::formats {

// {"id","text","kind","speaker","role","affiliation","said","said_basis","status",…,"context","document"} as one value; unknown
// fields are null.
void write_found_json(StoredQuote const& quote, JsonWriter& json);

inline constexpr std::string_view found_csv_header =
    "day,speaker,role,affiliation,quote,kind,status,said,said_basis,confidence,document,title,publisher,published,url\r\n";
// One row, RFC 4180, formulas disarmed as in the table's CSV.
void write_found_csv(StoredQuote const& quote, std::string& out);
// A few lines: the words, who, when, where.
void write_found_text(StoredQuote const& quote, std::string& out);

enum class Verdict : unsigned char { exact, trimmed, altered, other_speaker, not_found };
[[nodiscard]] std::string_view name_of(Verdict verdict);

struct Finding {
  Verdict verdict = Verdict::not_found;
  StoredQuote quote;
  graph::WordCheck words;  // views `quote.text` and the words asked for
};

// {"verdict","words","speaker","matches":[{"verdict","quote",…,"difference"}]} on one line with a line break.
void write_findings_json(std::string_view words, std::string_view speaker, std::vector<Finding> const& findings, std::string& out);
void write_findings_text(std::vector<Finding> const& findings, std::string& out);

}  // namespace whosaid::formats
