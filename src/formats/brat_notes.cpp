#include "formats/brat_notes.hpp"

#include <algorithm>
#include <optional>

namespace whosaid::formats::brat {
namespace {

constexpr std::string_view absent = "-";

std::string escaped(std::string_view value) {
  std::string out;
  if (value == absent) return "\\-";
  for (char c : value) {
    if (c == '\\' || c == ';') out += '\\';
    if (c == '\n') out += "\\n";
    else if (c == '\r') out += "\\r";
    else if (c == '\t') out += "\\t";
    else out += c;
  }
  return out;
}

void add_escaped(std::string& note, std::string_view key, std::string_view value) {
  if (!note.empty()) note += "; ";
  note.append(key).append("=").append(value);
}

}  // namespace

void add(std::string& note, std::string_view key, std::string_view value) { add_escaped(note, key, escaped(value)); }
void add_absent(std::string& note, std::string_view key) { add_escaped(note, key, absent); }

std::vector<std::pair<std::string, Value>> read_note(std::string_view note) {
  std::vector<std::pair<std::string, Value>> out;
  std::string piece;
  std::optional<std::size_t> equals;
  std::string_view raw = note;
  std::size_t begin = 0;
  auto const close = [&](std::size_t end) {
    auto text = raw.substr(begin, end - begin);
    if (auto const first = text.find_first_not_of(' '); first != std::string_view::npos) {
      Value value;
      value.absent = equals && piece.substr(*equals) == absent && text.ends_with("=-");
      auto const key_end = equals ? *equals - 1 : 0;
      auto key = piece.substr(0, key_end);
      key.erase(0, std::min(key.find_first_not_of(' '), key.size()));
      value.text = value.absent ? std::string{} : piece.substr(equals ? *equals : 0);
      out.emplace_back(std::move(key), std::move(value));
    }
    piece.clear();
    equals.reset();
    begin = end + 1;
  };
  for (std::size_t i = 0; i < note.size(); ++i) {
    if (note[i] == '\\' && i + 1 < note.size()) {
      auto const c = note[++i];
      piece += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
    } else if (note[i] == ';') {
      close(i);
    } else {
      piece += note[i];
      if (note[i] == '=' && !equals) equals = piece.size();
    }
  }
  close(note.size());
  return out;
}

std::string words_of(eval::Text const& text, eval::Ranges const& ranges) {
  std::string out;
  for (auto range : ranges) {
    if (!out.empty()) out += ' ';
    out += text.slice(range);
  }
  for (auto& c : out)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return out;
}

}  // namespace whosaid::formats::brat
