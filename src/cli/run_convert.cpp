// Brings quote tables into the formats of others, and gold annotation to annotation tools and back.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <unordered_set>
#include <vector>

#include "cli/commands.hpp"
#include "cli/engine.hpp"
#include "cli/output.hpp"
#include "cli/store_sink.hpp"
#include "cli/table_run.hpp"
#include "cli/terminal.hpp"
#include "formats/annotations.hpp"
#include "formats/brat.hpp"
#include "formats/exports.hpp"
#include "formats/gold_files.hpp"
#include "formats/json_table.hpp"
#include "formats/label_studio.hpp"
#include "formats/read_gold.hpp"
#include "formats/read_tables.hpp"

namespace whosaid::cli {
namespace {

namespace fs = std::filesystem;

// Formats that are one file: what stands before, between and behind the documents.
struct Target {
  std::string_view name, open, between, close;
  void (*write)(gold::Document const&, std::string& out);
};
constexpr std::array targets = {
    Target{"doccano", "", "\n", "\n", formats::write_doccano},
    Target{"gold", "", "\n", "\n", formats::write_gold},
    Target{"labelstudio", "[\n", ",\n", "\n]\n", formats::write_label_studio},
};

// A table says what it is in its first bytes; standard input is taken for tables.
bool holds_tables(std::string const& path) {
  if (path == "-") return true;
  std::error_code error;
  if (fs::is_directory(path, error)) return false;
  std::string start(256, '\0');
  std::ifstream(path, std::ios::binary).read(start.data(), static_cast<std::streamsize>(start.size()));
  return start.find(formats::table_schema) != std::string::npos;
}

std::vector<std::string> inputs_of(ConvertOptions const& options) {
  return options.inputs.empty() ? std::vector<std::string>{"-"} : options.inputs;
}

struct Documents {
  std::vector<gold::Document> list;
  bool failed = false;  // some could not be read
};

// False when an input cannot be read at all.
bool read(std::string const& path, Documents& out) {
  if (!holds_tables(path)) {
    auto gold = formats::read_gold_files({path});
    if (!gold) {
      complain(gold.problems());
      return false;
    }
    for (auto& file : *gold)
      for (auto& document : file.gold.documents) out.list.push_back(std::move(document));
    return true;
  }
  bool opened = false;
  auto const problems = formats::read_tables(
      path,
      [&](table::Table&& table) {
        if (table.document.text) {
          out.list.push_back(formats::gold_of(table, *table.document.text));
        } else {
          complain(table.document.id + ": the table holds no text; extract it with --with-text");
          out.failed = true;
        }
      },
      &opened);
  if (!problems.empty()) complain(problems);
  out.failed |= !problems.empty();
  return opened;
}

// A document's id as a file name; a number is put behind one that stands twice.
class FileNames {
 public:
  std::string next(std::string const& id) {
    std::string name;
    for (char c : id) name += static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos ? '_' : c;
    while (!name.empty() && name.front() == '.') name.erase(0, 1);
    if (name.empty()) name = "document";
    constexpr std::size_t longest = 200;  // bytes; most file systems end at 255 with the ending
    if (name.size() > longest) {
      auto cut = longest;
      while (cut > 0 && (static_cast<unsigned char>(name[cut]) & 0xC0u) == 0x80u) --cut;
      name.resize(cut);
    }
    auto unique = name;
    for (std::size_t i = 2; !used_.insert(unique).second; ++i) unique = name + '-' + std::to_string(i);
    return unique;
  }

 private:
  std::unordered_set<std::string> used_;
};

// Tables go out as they come in; of the formats here only ClaimReview keeps them.
int run_export(Options const& all, formats::ExportFormat const& format) {
  auto const& options = all.convert;
  Output output;
  if (!output.open(options.output)) {
    complain("cannot write " + options.output + ": " + output.error());
    return wrong_use;
  }
  auto const writer = format.make({options.reviewer, options.review_url});
  std::string piece;
  TableRun run(all.common);
  run.read(options.inputs, [&](table::Table&& table) {
    piece.clear();
    if (auto const found = writer->add(table, piece); !found.empty()) run.fail(found);
    return piece.empty() || output.write(piece);
  });
  if (run.unreadable()) return wrong_use;
  piece.clear();
  writer->finish(piece);
  if ((output.write(piece) && output.commit()) || output.closed()) {
    run.finish();
    return run.failed() ? some_failed : all_well;
  }
  complain("cannot write " + (options.output.empty() ? "standard output" : options.output) + ": " + output.error());
  return wrong_use;
}

int run_store(Options const& all) {
  StoreSink store;
  bool ready = store.open(all.convert.output);
  TableRun run(all.common);
  if (ready) run.read(all.convert.inputs, [&](table::Table&& table) { return ready = store.add(std::move(table)); });
  if (run.unreadable()) return wrong_use;
  if (ready && store.finish()) {
    run.finish();
    return run.failed() ? some_failed : all_well;
  }
  complain(store.error());
  return wrong_use;
}

int write_brat_folder(std::string const& folder, std::vector<gold::Document> const& documents) {
  if (folder.empty() || folder == "-") {
    complain("brat is three files a document: say where with -o FOLDER");
    return wrong_use;
  }
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    complain(folder + ": " + error.message());
    return wrong_use;
  }
  FileNames names;
  for (auto const& document : documents) {
    auto const files = formats::write_brat(document);
    auto const stem = (fs::path(folder) / names.next(document.id)).string();
    if (!save(stem + ".txt", files.text) || !save(stem + ".ann", files.annotations) || !save(stem + ".json", files.document))
      return wrong_use;
  }
  return save((fs::path(folder) / "annotation.conf").string(), formats::brat_configuration()) ? all_well : wrong_use;
}

}  // namespace

int run_convert(Options const& all) {
  auto const& options = all.convert;
  if (options.configuration) {
    if (options.to == "brat") return save(options.output, formats::brat_configuration()) ? all_well : wrong_use;
    if (options.to == "labelstudio") return save(options.output, formats::label_studio_configuration()) ? all_well : wrong_use;
    complain(options.to + " needs no configuration");
    return wrong_use;
  }
  if (options.to == formats::store_format) return run_store(all);
  if (auto const* format = formats::find_export_format(options.to)) return run_export(all, *format);
  Documents documents;
  for (auto const& path : inputs_of(options))
    if (!read(path, documents)) return wrong_use;
  auto const status = documents.failed ? some_failed : all_well;
  if (options.to == "brat") {
    auto const written = write_brat_folder(options.output, documents.list);
    return written == all_well ? status : written;
  }
  auto const& target = *std::find_if(targets.begin(), targets.end(), [&](Target const& t) { return t.name == options.to; });
  std::string out(target.open);
  for (std::size_t i = 0; i < documents.list.size(); ++i) {
    if (i != 0) out += target.between;
    target.write(documents.list[i], out);
  }
  if (!documents.list.empty() || !target.open.empty()) out += target.close;
  return save(options.output, out) ? status : wrong_use;
}

}  // namespace whosaid::cli
