#include "grammar/library.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>

#include "grammar/embedded.hpp"
#include "grammar/language.hpp"
#include "grammar/machine.hpp"
#include "grammar/prepared.hpp"

namespace whosaid::grammar {

// ---- Grammar ----

Grammar::Grammar(std::shared_ptr<Program const> program) : program_(std::move(program)) {}
std::string_view Grammar::name() const { return program_->name; }
std::string_view Grammar::rule_name(std::uint16_t rule) const { return program_->roots[rule].full_name; }
std::string_view Grammar::rule_short_name(std::uint16_t rule) const { return program_->roots[rule].name; }
std::size_t Grammar::rule_count() const { return program_->roots.size(); }

namespace {

// Tries the roots that can begin at `at` in file order; `on_match` says whether to go on with the next root.
template <class OnMatch>
void try_roots(Program const& program, Machine& machine, std::uint32_t at, Wanted const* wanted, OnMatch const& on_match) {
  auto const* set = machine.candidates(at);
  if (!set) return;
  for (std::uint32_t part = 0; part < program.index.stride; ++part)
    for (auto bits = set[part]; bits; bits &= bits - 1) {
      auto const number = part * 64 + static_cast<std::uint32_t>(__builtin_ctzll(bits));
      auto const& root = program.roots[number];
      if (wanted && !wanted->has(root.kind)) continue;
      auto const end = machine.run(root, at);
      if (end == no_match) {
        if (machine.spent()) return;
        continue;
      }
      Match match;
      match.rule = static_cast<std::uint16_t>(number);
      match.kind = root.kind;
      match.weight = root.weight;
      match.first = at;
      match.last = end;
      match.captures = machine.captures();
      bool const more = on_match(match);
      if (!more) return;
      if (machine.look_again()) {
        set = machine.candidates(at);
        if (!set) return;
        if (number % 64 != 63) bits |= set[part] & (~std::uint64_t{0} << (number % 64 + 1));
      }
    }
}

void find_all(std::shared_ptr<Program const> const& program, TokenTable const& table, std::uint32_t first, std::uint32_t last,
              Scratch& scratch, Wanted const* wanted, OnMatch on_match) {
  Machine machine(program, table, first, last, scratch);
  last = std::min(last, static_cast<std::uint32_t>(table.tokens.size()));
  for (auto at = machine.next(first); at < last && !machine.spent(); at = machine.next(at + std::max(table.tokens[at].width, 1u)))
    try_roots(*program, machine, at, wanted, [&](Match const& match) {
      on_match(match);
      return true;
    });
}

}  // namespace

void Grammar::find(TokenTable const& table, std::uint32_t first, std::uint32_t last, Scratch& scratch,
                   OnMatch on_match) const {
  find_all(program_, table, first, last, scratch, nullptr, on_match);
}

void Grammar::find(TokenTable const& table, std::uint32_t first, std::uint32_t last, Scratch& scratch, Wanted wanted,
                   OnMatch on_match) const {
  find_all(program_, table, first, last, scratch, &wanted, on_match);
}

void Grammar::find_at(TokenTable const& table, std::uint32_t first, std::uint32_t last, Scratch& scratch, Wanted wanted,
                      OnMatch on_match) const {
  if (first >= std::min<std::size_t>(last, table.tokens.size())) return;
  Machine machine(program_, table, first, last, scratch);
  try_roots(*program_, machine, first, &wanted, [&](Match const& match) {
    on_match(match);
    return true;
  });
}

void Grammar::fold(TokenTable const& table, std::uint32_t first, std::uint32_t last, Scratch& scratch,
                   OnMatch on_match) const {
  Machine machine(program_, table, first, last, scratch);
  last = std::min(last, static_cast<std::uint32_t>(table.tokens.size()));
  for (auto at = machine.next(first); at < last && !machine.spent();) {
    auto next = at + std::max(table.tokens[at].width, 1u);
    try_roots(*program_, machine, at, nullptr, [&](Match const& match) {
      next = std::max(next, match.last);
      on_match(match);
      return false;
    });
    at = machine.next(next);
  }
}

// ---- Language ----

Language::Language(std::shared_ptr<Impl const> impl) : impl_(std::move(impl)) {}
std::string_view Language::code() const { return impl_->code; }
Vocabulary const& Language::vocabulary() const { return impl_->vocabulary; }
Grammar const* Language::grammar(std::string_view name) const {
  auto const found = impl_->grammars.find(name);
  return found == impl_->grammars.end() ? nullptr : &found->second;
}
std::vector<std::string> Language::grammar_names() const {
  std::vector<std::string> names;
  for (auto const& [name, grammar] : impl_->grammars) names.push_back(name);
  return names;
}
std::span<Example const> Language::examples(std::string_view grammar) const {
  auto const found = impl_->about().examples.find(grammar);
  if (found == impl_->about().examples.end()) return {};
  return found->second;
}
std::vector<std::string> Language::needed_by(std::string_view grammar) const {
  std::vector<std::string> out;
  auto const& about = impl_->about();
  auto const needs = about.needs.find(grammar);
  if (needs == about.needs.end()) return out;
  for (auto const& [name, kinds] : about.emits) {
    auto const wanted = [&](std::string const& kind) {
      return std::find(needs->second.begin(), needs->second.end(), kind) != needs->second.end();
    };
    if (name != grammar && std::any_of(kinds.begin(), kinds.end(), wanted)) out.push_back(name);
  }
  return out;
}
std::vector<RuleInfo> const& Language::rules() const { return impl_->about().rules; }
std::vector<RuleInfo> list_rules(Language const& language) { return language.rules(); }
int Language::chunk_kind(std::string_view name) const {
  auto const found = std::find(impl_->kinds.begin(), impl_->kinds.end(), name);
  return found == impl_->kinds.end() ? -1 : static_cast<int>(found - impl_->kinds.begin());
}
std::string_view Language::chunk_name(ChunkKind kind) const { return impl_->kinds[kind]; }
int Language::capture(std::string_view name) const {
  auto const found = std::find(impl_->captures.begin(), impl_->captures.end(), name);
  return found == impl_->captures.end() ? -1 : static_cast<int>(found - impl_->captures.begin());
}
std::string_view Language::capture_name(std::uint16_t number) const { return impl_->captures[number]; }
std::string_view Language::file(std::string_view name) const {
  auto const found = impl_->files.find(name);
  return found == impl_->files.end() ? std::string_view() : std::string_view(found->second);
}

std::string Language::path_of(std::string_view name) const {
  auto const found = impl_->paths.find(name);
  return found == impl_->paths.end() ? impl_->code + '/' + std::string(name) : found->second;
}

// ---- Library ----

struct Library::Impl {
  // A language that was compiled at build time is unpacked when somebody first asks for it: most runs need one only.
  struct Entry {
    explicit Entry(std::string_view packed) : bytes(packed) {}
    explicit Entry(Language read) : opened(std::move(read)) {}
    std::string_view bytes;
    // A lock, for std::call_once aborts when memory ends within and there is none left to say so.
    mutable std::mutex door;
    mutable std::optional<Language> opened;
    mutable std::atomic<bool> is_open = false;
    [[nodiscard]] Language const& get() const {
      if (!is_open.load(std::memory_order_acquire)) {
        std::lock_guard const lock(door);
        if (!opened) opened.emplace(unpack_language(bytes));
        is_open.store(true, std::memory_order_release);
      }
      return *opened;
    }
  };
  std::map<std::string, Entry, std::less<>> languages;
};

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_file_bytes = std::size_t{64} << 20;

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    auto const slash = std::min(path.find('/'), path.size());
    if (slash > 0) parts.push_back(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return parts;
}

// Sorts files to their languages. A grammar says itself which it is; any other file stands in the language's folder, or
// belongs, when it stands in none, to all languages that have none of its name.
std::map<std::string, LanguageFiles> by_language(std::vector<GrammarFile> const& files) {
  std::map<std::string, LanguageFiles> out;
  for (auto const& file : files)
    if (file.path.ends_with(".peg")) out[language_of(file.content)].grammars.push_back({file.path, file.path, file.content});
  for (auto const& file : files) {
    if (file.path.ends_with(".peg")) continue;
    auto parts = parts_of(file.path);
    if (parts.empty()) continue;
    auto name = parts.back();
    parts.pop_back();
    bool const lexicon = !parts.empty() && parts.back() == "lexicons";
    if (lexicon) {
      parts.pop_back();
      name = name.substr(0, name.rfind('.'));
    }
    auto const put = [&](LanguageFiles& language) {
      (lexicon ? language.lexicons : language.others).push_back({std::string(name), file.path, file.content});
    };
    if (!parts.empty()) put(out[std::string(parts.back())]);
    else
      for (auto& [code, language] : out) {
        auto const own = [&](LanguageFiles::Text const& have) { return !lexicon && have.name == name; };
        if (std::none_of(language.others.begin(), language.others.end(), own)) put(language);
      }
  }
  return out;
}

std::vector<GrammarFile> built_in() {
  std::vector<GrammarFile> files;
  for (auto const& file : embedded_files()) files.push_back({std::string(file.path), std::string(file.content)});
  return files;
}

Result<Library> load(std::vector<GrammarFile> const& files, Problems problems) {
  auto library = std::make_shared<Library::Impl>();
  for (auto const& [code, language_files] : by_language(files))
    if (auto language = load_language(code, language_files, problems))
      library->languages.try_emplace(code, Language(std::move(language)));
  if (!problems.empty()) return problems;
  return Library(std::move(library));
}

// The bytes of a file; nothing, and a problem, when it cannot be read or is none.
std::optional<std::string> read_file(fs::path const& path, Problems& problems) {
  auto const fail = [&](std::string const& why) {
    problems.push_back({path.string(), 0, 0, "cannot be read: " + why});
    return std::nullopt;
  };
  std::error_code error;
  auto const type = fs::status(path, error).type();
  if (error || type == fs::file_type::not_found) return fail(error ? error.message() : "it is a link to nowhere");
  if (type != fs::file_type::regular) return fail("it is no file");
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> const file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!file) return fail(std::strerror(errno));
  std::string content;
  char piece[1 << 14];
  for (std::size_t n; (n = std::fread(piece, 1, sizeof piece, file.get())) > 0;) {
    content.append(piece, n);
    if (content.size() > max_file_bytes) return fail("it holds more than " + std::to_string(max_file_bytes >> 20) + " MB");
  }
  if (std::ferror(file.get()) != 0) return fail(std::strerror(errno));
  return content;
}

// Names of the files beside the grammars that some language has, or all: "weights.txt", "marks.txt".
std::set<std::string_view> known_texts() {
  std::set<std::string_view> names;
  for (auto const& file : embedded_files()) {
    auto const name = file.path.substr(file.path.rfind('/') + 1);  // of the whole path where there is no folder
    if (!name.ends_with(".txt") || file.path.substr(0, file.path.size() - name.size()).ends_with("/lexicons/")) continue;
    names.insert(name);
  }
  return names;
}

// A file that nobody reads was meant to be another.
void check_name(fs::path const& path, Problems& problems) {
  auto const known = known_texts();
  if (known.contains(path.filename().string())) return;
  std::string list;
  for (auto const name : known) list += (list.empty() ? "" : ", ") + std::string(name);
  problems.push_back({path.string(), 0, 0, "nothing reads a file of this name; there are " + list});
}

// Files below an overlay directory: DIR/en/*.peg, DIR/en/*.txt, DIR/en/lexicons/*.txt, in the order of their names.
void read_folder(fs::path const& folder, std::string const& suffixes, std::vector<GrammarFile>& out, Problems& problems) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator i(folder, error), end; !error && i != end; i.increment(error)) {
    std::error_code ignored;
    auto const ending = i->path().extension().string();
    if (!ending.empty() && suffixes.find(ending) != std::string::npos && !i->is_directory(ignored)) paths.push_back(i->path());
  }
  if (error) {
    problems.push_back({folder.string(), 0, 0, "cannot be read: " + error.message()});
    return;
  }
  std::sort(paths.begin(), paths.end());
  for (auto const& path : paths) {
    auto content = read_file(path, problems);
    if (!content) continue;
    out.push_back({path.generic_string(), std::move(*content)});
    if (path.extension() == ".txt" && folder.filename() != "lexicons") check_name(path, problems);
    auto const folder_name = folder.filename().string();
    if (path.extension() == ".peg" && language_of(out.back().content) != folder_name)
      problems.push_back({path.string(), 1, 1, "stands in folder '" + folder_name + "' but does not say 'language " + folder_name + "'"});
  }
}

void read_overlay(std::string_view overlay, std::vector<GrammarFile>& out, Problems& problems) {
  fs::path const root{std::string(overlay)};
  std::error_code error;
  if (!fs::is_directory(root, error)) {
    problems.push_back({root.string(), 0, 0, "no such directory"});
    return;
  }
  std::vector<fs::path> folders;
  for (fs::directory_iterator i(root, error), end; !error && i != end; i.increment(error)) {
    std::error_code ignored;
    if (i->is_directory(ignored)) folders.push_back(i->path());
  }
  if (error) problems.push_back({root.string(), 0, 0, "cannot be read: " + error.message()});
  std::sort(folders.begin(), folders.end());
  auto const before = out.size();
  for (auto const& folder : folders) {
    read_folder(folder, ".peg.txt", out, problems);
    if (fs::is_directory(folder / "lexicons", error)) read_folder(folder / "lexicons", ".txt", out, problems);
  }
  if (out.size() == before && problems.empty())
    problems.push_back({root.string(), 0, 0, "holds no grammar: expected a folder for each language, such as en/attribution.peg"});
}

}  // namespace

Library::Library(std::shared_ptr<Impl const> impl) : impl_(std::move(impl)) {}

LanguageFiles embedded_language(std::string const& code) { return by_language(built_in())[code]; }

std::vector<PreparedLanguage> prepare_languages() {
  std::vector<PreparedLanguage> out;
  Problems problems;
  for (auto const& [code, files] : by_language(built_in()))
    if (auto const language = load_language(code, files, problems)) out.push_back({code, pack_language(*language)});
  if (!problems.empty()) out.clear();  // the program then reads the files itself and says what is wrong with them
  return out;
}

Result<Library> Library::open(std::string_view overlay) {
  if (auto const prepared = prepared_languages(); overlay.empty() && !prepared.empty()) {
    auto library = std::make_shared<Library::Impl>();
    for (auto const& language : prepared) library->languages.try_emplace(std::string(language.code), language.bytes);
    return Library(std::move(library));
  }
  auto files = built_in();
  Problems problems;
  if (!overlay.empty()) read_overlay(overlay, files, problems);
  return load(files, std::move(problems));
}

Result<Library> Library::from_files(std::vector<GrammarFile> const& files) { return load(files, {}); }

Language const* Library::language(std::string_view code) const {
  std::string wanted(code);
  for (char& c : wanted)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  while (!wanted.empty()) {
    auto const found = impl_->languages.find(wanted);
    if (found != impl_->languages.end()) return &found->second.get();
    auto const dash = wanted.find_last_of("-_");
    wanted.resize(dash == std::string::npos ? 0 : dash);
  }
  return nullptr;
}

std::vector<std::string> Library::languages() const {
  std::vector<std::string> codes;
  for (auto const& [code, entry] : impl_->languages) codes.push_back(code);
  return codes;
}

}  // namespace whosaid::grammar
