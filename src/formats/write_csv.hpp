// One row per quote, for spreadsheets and databases: RFC 4180 with a header line, and the same with tabs.
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "formats/formats.hpp"

namespace whosaid::formats {

// The columns, and with them the header line; it stands once above all documents, as OutputFormat::open.
inline constexpr std::string_view csv_header =
    "document,url,title,publisher,published,quote,kind,text,segments,speaker,speaker_type,roles,affiliations,source,source_start,"
    "source_end,source_form,cue,cue_start,cue_end,cue_lemma,addressee,said_date,said_basis,said_expression,status,section,before,"
    "after,basis,confidence,candidates,rule\r\n";

inline constexpr auto tsv_header_bytes = [] {
  std::array<char, csv_header.size() - 1> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = csv_header[i] == ',' ? '\t' : csv_header[i];
  out.back() = '\n';
  return out;
}();
inline constexpr std::string_view tsv_header(tsv_header_bytes.data(), tsv_header_bytes.size());

// Rows end with CRLF. A cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage
// return) gets an apostrophe before it.
void write_csv(table::Table const& table, WriteOptions const& options, std::string& out);
// Rows end with LF. Tabs and line breaks inside a cell are written \t \n \r, a backslash as two.
void write_tsv(table::Table const& table, WriteOptions const& options, std::string& out);

}  // namespace whosaid::formats
