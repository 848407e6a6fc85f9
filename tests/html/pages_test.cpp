// Reads the pages beside this file and compares with what is expected of them: pages_test FOLDER
//
// F1 is counted over 4-grams of words, as the public benchmark of body extraction does: of the whole text of the document
// against the expected body and zones. A page below its floor fails, and so does a zone in another section.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "formats/formats.hpp"
#include "formats/make_table.hpp"

namespace {

using namespace whosaid;

constexpr double usual_floor = 0.98;
constexpr double least_mean = 0.985;

struct Collector final : formats::DocumentSink {
  Document document;
  std::string error;
  void take(Document& taken, Problems const&) override { document = taken; }
  void fail(formats::FailedDocument const& failed) override { error = failed.message; }
};

std::string read_file(std::filesystem::path const& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<std::string> words_of(std::string const& text) {
  std::vector<std::string> out(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    // No-break spaces and typographic marks part words as others do.
    std::size_t const mark = text.compare(i, 2, "\xC2\xA0") == 0 ? 2 : text.compare(i, 2, "\xE2\x80") == 0 ? 3 : 0;
    bool const part = (mark == 0 && static_cast<unsigned char>(c) >= 0x80) || std::isalnum(static_cast<unsigned char>(c));
    if (part) out.back() += c;
    else if (!out.back().empty()) out.emplace_back();
    if (mark) i += mark - 1;
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

std::map<std::string, int> shingles(std::string const& text) {
  std::map<std::string, int> out;
  auto const words = words_of(text);
  std::size_t const size = std::min<std::size_t>(4, words.size());
  for (std::size_t i = 0; size > 0 && i + size <= words.size(); ++i) {
    std::string one;
    for (std::size_t j = 0; j < size; ++j) one += words[i + j] + ' ';
    ++out[one];
  }
  return out;
}

double f1(std::string const& expected, std::string const& found) {
  auto const a = shingles(expected), b = shingles(found);
  int both = 0, wanted = 0, given = 0;
  for (auto const& [shingle, count] : a) {
    wanted += count;
    auto const other = b.find(shingle);
    if (other != b.end()) both += std::min(count, other->second);
  }
  for (auto const& [shingle, count] : b) given += count;
  return wanted + given == 0 ? 1 : 2.0 * both / (wanted + given);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  bool const verbose = argc > 2;
  std::vector<std::filesystem::path> pages;
  for (auto const& entry : std::filesystem::directory_iterator(argv[1]))
    if (entry.path().extension() == ".html") pages.push_back(entry.path());
  std::sort(pages.begin(), pages.end());
  auto const reader = formats::find_input_format("html")->make({});
  double sum = 0;
  int failed = 0;
  for (auto const& path : pages) {
    auto side = path;
    auto const expected = nlohmann::json::parse(read_file(side.replace_extension(".json")));
    auto bytes = read_file(path);
    auto const size = bytes.size();
    bytes.resize(size + formats::record_padding, '\0');
    auto const name = path.stem().string();
    Collector collector;
    reader->read({std::string_view(bytes).substr(0, size), name, 0, false}, collector);
    std::string wanted;
    std::string body;
    for (auto const& paragraph : expected["body"]) body += paragraph.get<std::string>() + "\n\n";
    for (auto const& zone : expected["zones"]) {
      auto const text = zone["text"].get<std::string>();
      if (body.find(text) == std::string::npos) wanted += text + "\n\n";
    }
    wanted += body;
    auto const& document = collector.document;
    double const score = f1(wanted, document.text);
    sum += score;
    std::string wrong = collector.error;
    if (score < expected.value("floor", usual_floor)) wrong += " F1";
    if (document.title != expected["title"].get<std::string>()) wrong += " title '" + document.title.value_or("") + "'";
    auto const day = expected.value("published", "");
    if (!document.published.value_or("").starts_with(day)) wrong += " published '" + document.published.value_or("") + "'";
    for (auto const& zone : expected["zones"]) {
      auto const text = zone["text"].get<std::string>(), section = zone["section"].get<std::string>();
      bool const found = std::any_of(document.zones.begin(), document.zones.end(), [&](KnownZone const& known) {
        return known.span.in(document.text) == text && formats::name_of(known.section) == section && !known.path.empty();
      });
      if (!found) wrong += " no " + section + " '" + text.substr(0, 30) + "'";
    }
    std::printf("%-24s %.3f%s\n", name.c_str(), score, wrong.c_str());
    if (!wrong.empty() && verbose) {
      auto const a = shingles(wanted), b = shingles(document.text);
      for (auto const& [shingle, count] : a) if (!b.contains(shingle)) std::printf("    lost  %s\n", shingle.c_str());
      for (auto const& [shingle, count] : b) if (!a.contains(shingle)) std::printf("    extra %s\n", shingle.c_str());
    }
    failed += !wrong.empty();
  }
  double const mean = pages.empty() ? 0 : sum / static_cast<double>(pages.size());
  std::printf("%zu pages, mean F1 %.4f, %d below their floor or wrong\n", pages.size(), mean, failed);
  return failed > 0 || mean < least_mean || pages.size() < 40;
}
