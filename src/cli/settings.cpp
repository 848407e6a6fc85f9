#include "cli/settings.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>

#include "text/ascii.hpp"

namespace whosaid::cli {
namespace {

constexpr std::string_view prefix = "WHOSAID_";

std::string_view trimmed(std::string_view text) {
  auto const begin = text.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

bool is_key_char(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.'; }

std::string with_hyphens(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', '-');
  return out;
}

// Reads one line behind its "=".
class Values {
 public:
  explicit Values(std::string_view rest) : rest_(rest) {}

  // What is wrong, "" = nothing.
  std::string read(std::vector<std::string>& out) {
    skip();
    if (!rest_.empty() && rest_[0] == '[') {
      rest_.remove_prefix(1);
      for (skip(); rest_.empty() || rest_[0] != ']'; skip()) {
        if (auto wrong = one(out); !wrong.empty()) return wrong;
        skip();
        if (!rest_.empty() && rest_[0] == ',') rest_.remove_prefix(1);
        else if (rest_.empty() || rest_[0] != ']') return "the list is not closed on its line";
      }
      rest_.remove_prefix(1);
    } else if (auto wrong = one(out); !wrong.empty()) {
      return wrong;
    }
    skip();
    return rest_.empty() || rest_[0] == '#' ? "" : "nothing may follow the value";
  }

 private:
  void skip() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r"), rest_.size())); }

  std::string one(std::vector<std::string>& out) {
    if (rest_.empty() || rest_[0] == '#') return "a value is missing";
    char const mark = rest_[0];
    if (mark == '"' || mark == '\'') return quoted(mark, out);
    auto const end = std::min(rest_.find_first_of(" \t\r,]#"), rest_.size());
    auto const word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    bool const number = !word.empty() && word.find_first_not_of("0123456789.-+") == std::string_view::npos;
    if (word != "true" && word != "false" && !number) return "text stands in quotation marks: \"" + std::string(word) + "\"";
    out.emplace_back(word);
    return {};
  }

  std::string quoted(char mark, std::vector<std::string>& out) {
    std::string text;
    for (std::size_t at = 1; at < rest_.size(); ++at) {
      char const c = rest_[at];
      if (c == mark) {
        rest_.remove_prefix(at + 1);
        out.push_back(std::move(text));
        return {};
      }
      if (c != '\\' || mark == '\'') {
        text += c;
        continue;
      }
      if (++at == rest_.size()) break;
      switch (rest_[at]) {
        case 'n': text += '\n'; break;
        case 't': text += '\t'; break;
        case '"': case '\\': text += rest_[at]; break;
        default: return std::string("no escape \\") + rest_[at] + "; a backslash is \\\\, or the text stands in '…'";
      }
    }
    return "the quotation mark is not closed on its line";
  }

  std::string_view rest_;
};

Result<std::string> contents(std::string const& path, bool must_exist) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  if (in.is_open()) text << in.rdbuf();
  // A directory opens and cannot be read.
  if (in.is_open() && !in.bad() && (text.tellp() > 0 || in.peek() == std::ifstream::traits_type::eof())) return text.str();
  if (!must_exist) return std::string();
  return Problem{path, 0, 0, "the settings file cannot be read"};
}

// Of --config, also with "="; nullopt = not there.
std::optional<std::string> named_file(std::vector<std::string> const& words) {
  std::optional<std::string> out;
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (words[i] == "--config" && i + 1 < words.size()) out = words[i + 1];
    else if (words[i].starts_with("--config=")) out = words[i].substr(9);
  }
  return out;
}

std::string usual_file() {
  char const* folder = std::getenv("XDG_CONFIG_HOME");
  if (folder && *folder) return std::string(folder) + "/whosaid/config.toml";
  char const* home = std::getenv("HOME");
  return home && *home ? std::string(home) + "/.config/whosaid/config.toml" : std::string();
}

}  // namespace

Result<std::vector<Setting>> read_settings(std::string_view text, std::string_view name) {
  std::vector<Setting> out;
  Problems problems;
  std::string command;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    auto const end = text.find('\n');
    auto const line = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    auto const wrong = [&](std::string message) { problems.push_back({std::string(name), number, 0, std::move(message)}); };
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '[') {
      auto const close = line.find(']');
      auto const inner = close == std::string_view::npos ? std::string_view() : trimmed(line.substr(1, close - 1));
      auto const behind = close == std::string_view::npos ? std::string_view() : trimmed(line.substr(close + 1));
      if (inner.empty() || !std::all_of(inner.begin(), inner.end(), is_key_char) || (!behind.empty() && behind[0] != '#')) wrong("expected [command]");
      else command = inner;
      continue;
    }
    auto const equals = line.find('=');
    auto const key = equals == std::string_view::npos ? std::string_view() : trimmed(line.substr(0, equals));
    if (key.empty() || !std::all_of(key.begin(), key.end(), is_key_char)) {
      wrong("expected flag = value");
      continue;
    }
    Setting setting{command, with_hyphens(key), {}, std::string(name) + ':' + std::to_string(number)};
    if (auto message = Values(line.substr(equals + 1)).read(setting.values); !message.empty()) wrong(std::move(message));
    else out.push_back(std::move(setting));
  }
  if (!problems.empty()) return problems;
  return out;
}

Result<std::vector<Setting>> settings_of_file(std::vector<std::string> const& words) {
  if (std::find(words.begin(), words.end(), "--no-config") != words.end()) return std::vector<Setting>();
  auto named = named_file(words);
  if (char const* variable = std::getenv("WHOSAID_CONFIG"); !named && variable) {
    if (!*variable) return std::vector<Setting>();
    named = variable;
  }
  auto const path = named ? *named : usual_file();
  if (path.empty() && !named) return std::vector<Setting>();
  auto const text = contents(path, named.has_value());
  if (!text) return text.problems();
  return read_settings(*text, path);
}

std::vector<Setting> settings_of_environment(std::vector<std::string> const& commands) {
  std::vector<Setting> out;
  for (char** entry = environ; entry && *entry; ++entry) {
    std::string_view const pair(*entry);
    auto const equals = pair.find('=');
    if (!pair.starts_with(prefix) || equals == std::string_view::npos) continue;
    std::string flag = with_hyphens(pair.substr(prefix.size(), equals - prefix.size()));
    std::transform(flag.begin(), flag.end(), flag.begin(), ascii_lower);
    Setting setting{{}, flag, {std::string(pair.substr(equals + 1))}, std::string(pair.substr(0, equals))};
    for (auto const& command : commands) {
      if (!flag.starts_with(command + '-')) continue;
      setting.command = command;
      setting.flag = flag.substr(command.size() + 1);
    }
    out.push_back(std::move(setting));
  }
  std::sort(out.begin(), out.end(), [](Setting const& a, Setting const& b) { return a.place < b.place; });
  return out;
}

}  // namespace whosaid::cli
