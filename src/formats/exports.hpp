// Quote tables in the formats of others: schema.org, ClaimReview, Web Annotation, TEI, Quotebank, GDELT. docs/convert.md says
// which field goes where. A format is one export_*.cpp and a row in exports.cpp.
#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.hpp"
#include "model/table.hpp"

namespace whosaid::formats {

struct ExportOptions {
  std::string reviewer, review_url;  // ClaimReview: who reviews, and where the review will stand; "" = left out
};

// Turns tables into one file, table by table. Not thread-safe.
class TableExport {
 public:
  virtual ~TableExport() = default;
  // Appends what is ready to `out`. Problems say what of this table could not be written.
  [[nodiscard]] virtual Problems add(table::Table const& table, std::string& out) = 0;
  // Appends what is left; nothing is added behind it.
  virtual void finish(std::string& out) = 0;
};

struct ExportFormat {
  std::string_view name;  // as given to convert --to
  std::string_view help;
  std::unique_ptr<TableExport> (*make)(ExportOptions const&);
};
// Sorted by name.
[[nodiscard]] std::span<ExportFormat const> export_formats();
[[nodiscard]] ExportFormat const* find_export_format(std::string_view name);  // nullptr when there is none

[[nodiscard]] std::unique_ptr<TableExport> make_claimreview_export(ExportOptions const& options);
[[nodiscard]] std::unique_ptr<TableExport> make_gdelt_export(ExportOptions const& options);
[[nodiscard]] std::unique_ptr<TableExport> make_quotebank_export(ExportOptions const& options);
[[nodiscard]] std::unique_ptr<TableExport> make_schemaorg_export(ExportOptions const& options);
[[nodiscard]] std::unique_ptr<TableExport> make_tei_export(ExportOptions const& options);
[[nodiscard]] std::unique_ptr<TableExport> make_webanno_export(ExportOptions const& options);

// What several exports need of a table.
// The speakers of a quote, the first being the main one; empty when nobody is known.
[[nodiscard]] std::vector<table::Speaker const*> speakers_of(table::Quote const& quote, table::Table const& table);
// "spokesperson": the roles in one string, "" when none is known.
[[nodiscard]] std::string job_title(table::Speaker const& speaker);
// The quote without a comma or semicolon at its end, which belongs to the sentence around it.
[[nodiscard]] std::string_view words_alone(std::string_view quote);
// "urn:whosaid:DOCUMENT:PART" with everything percent-encoded that a URN cannot hold; without ":PART" when it is empty.
[[nodiscard]] std::string table_urn(std::string_view document, std::string_view part = {});
// The address of the document, or its URN when it has none.
[[nodiscard]] std::string address_of(table::DocumentInfo const& document);
// A day, month or year; not a week or an interval, which schema.org's Date and TEI's @when do not take.
[[nodiscard]] bool is_plain_date(std::string_view date);
// Whether schema.org has it as an Organization.
[[nodiscard]] bool is_organisation(table::Speaker const& speaker);

}  // namespace whosaid::formats
