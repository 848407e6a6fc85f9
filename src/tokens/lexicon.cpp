// Lexicon files into word numbers, classes and a tree of phrases. Tested by tests/unit/tokens_lexicon_test.cpp.
#include "tokens/lexicon.hpp"

#include <algorithm>
#include <utility>

#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "tokens/vocabulary.hpp"

namespace whosaid {
namespace {

constexpr std::uint64_t edge_key(std::uint32_t node, std::uint32_t word) { return std::uint64_t{node} << 32 | word; }

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  auto first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

// The line without its comment: '#' counts at the start or after white space, so "#word" inside an entry is safe.
std::string_view without_comment(std::string_view line) {
  for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1))
    if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t') return line.substr(0, at);
  return line;
}

// Cuts an entry as the tokenizer cuts text: at spaces, before a possessive, around every ideograph.
std::vector<std::string> words_of(std::string_view entry) {
  std::vector<std::string> words;
  std::string word;
  auto finish = [&] {
    if (word.empty()) return;
    for (std::string_view tail : {"'s", "’s", "'S", "'", "’"}) {
      bool const fits = tail.ends_with('s') || tail.ends_with('S') || word.ends_with("s" + std::string{tail});  // presidents' day
      if (word.size() > tail.size() && word.ends_with(tail) && fits) {
        words.push_back(word.substr(0, word.size() - tail.size()));
        word = tail;
        break;
      }
    }
    words.push_back(std::move(word));
    word.clear();
  };
  std::size_t at = 0;
  while (at < entry.size()) {
    std::size_t begin = at;
    char32_t c = next_code_point(entry, at);
    if (c == U' ' || c == U'\t' || c == 0xA0) {
      finish();
    } else if (c >= 0x80 && (char_class(c) & char_ideograph)) {
      finish();
      words.emplace_back(entry.substr(begin, at - begin));
    } else {
      word.append(entry.substr(begin, at - begin));
    }
  }
  finish();
  return words;
}

std::string joined(std::vector<std::string> const& words) {
  std::string out;
  for (auto const& word : words) {
    if (!out.empty() && word != "'s" && word != "’s") out += ' ';
    out += word;
  }
  return out;
}

}  // namespace

void Vocabulary::Impl::add(Word word) {
  words.push_back(std::move(word));
  classes.emplace_back();
  tables.flags.push_back(0);
  tables.bases.push_back(words.back().base);
}

std::uint32_t Vocabulary::Impl::number_of(std::string const& folded) {
  if (auto found = tables.map.find(folded)) return found;
  auto number = static_cast<std::uint32_t>(words.size());
  add({folded, number, 0});
  tables.map.insert(folded, number);
  return number;
}

std::uint32_t Vocabulary::Impl::written_number(std::string const& text) {
  auto base = number_of(fold(text));
  if (text == words[base].text) return base;
  for (auto at = words[base].written; at; at = written[at - 1].next)
    if (written[at - 1].text == text) return written[at - 1].number;
  auto number = static_cast<std::uint32_t>(words.size());
  add({words[base].text, base, 0});
  written.push_back({text, number, words[base].written});
  words[base].written = static_cast<std::uint32_t>(written.size());
  tables.flags[base] |= WordTables::has_written;
  return number;
}

std::uint32_t Vocabulary::Impl::as_written(std::uint32_t base, std::string_view raw) const {
  for (auto at = words[base].written; at; at = written[at - 1].next)
    if (written[at - 1].text == raw) return written[at - 1].number;
  return base;
}

void Vocabulary::Impl::add_phrase(std::uint16_t lexicon, Entry const& entry, bool exact) {
  std::uint32_t node = 1;
  for (std::size_t i = 0; i < entry.words.size(); ++i) {
    auto word = number_of(fold(entry.words[i]));
    if (i == 0) tables.flags[word] |= WordTables::opens_phrase;
    if (i == 1) tables.open_pair(number_of(fold(entry.words[0])), word);
    auto const edge = edge_key(node, word);
    node = edges.find(edge);
    if (node != 0) continue;
    node = static_cast<std::uint32_t>(node_ends.size());
    edges.insert(edge, node);
    node_ends.push_back(0);
  }
  longest = std::max(longest, entry.words.size());
  for (auto at = node_ends[node]; at; at = ends[at - 1].next)
    if (ends[at - 1].lexicon == lexicon && !exact) return;  // the same entry again
  std::string lemma = entry.lemma.empty() ? fold(joined(entry.words)) : entry.lemma;
  phrase_lemmas.push_back(std::move(lemma));
  std::uint32_t written_id = 0;
  if (exact) {
    std::string text;
    for (auto const& word : entry.words) {
      if (!text.empty()) text += ' ';
      text += word;
    }
    written_id = static_cast<std::uint32_t>(phrase_texts.size());
    phrase_texts.push_back(std::move(text));
  }
  ends.push_back({lexicon, static_cast<std::uint32_t>(phrase_lemmas.size() - 1), written_id, node_ends[node]});
  node_ends[node] = static_cast<std::uint32_t>(ends.size());
}

void Vocabulary::Impl::add_entry(std::uint16_t lexicon, Entry const& entry, bool exact) {
  if (entry.words.size() > 1) {
    add_phrase(lexicon, entry, exact);
    return;
  }
  auto number = exact ? written_number(entry.words[0]) : number_of(fold(entry.words[0]));
  classes[number].add(lexicon);
  if (entry.lemma.empty() || lemmas.find(edge_key(number, lexicon)) != 0) return;
  lemmas.insert(edge_key(number, lexicon), static_cast<std::uint32_t>(lemma_texts.size()));
  lemma_texts.push_back(entry.lemma);
}
Vocabulary::Vocabulary() : impl_(new Impl) {}
Vocabulary::~Vocabulary() { delete impl_; }
Vocabulary::Vocabulary(Vocabulary&& other) noexcept : impl_(std::exchange(other.impl_, nullptr)), classes_(other.classes_) {}
Vocabulary& Vocabulary::operator=(Vocabulary&& other) noexcept {
  std::swap(impl_, other.impl_);
  return *this;
}

Problems Vocabulary::add_lexicon(std::string_view name, std::string_view file, std::string_view content) {
  Problems problems;
  auto problem = [&](std::uint32_t line, std::uint32_t column, std::string message) {
    problems.push_back({std::string(file), line, column, std::move(message)});
  };
  int number = lexicon(name);
  if (number < 0) {
    if (impl_->names.size() >= max_lexicons) {
      problem(1, 1, "more than " + std::to_string(max_lexicons) + " lexicons");
      return problems;
    }
    number = static_cast<int>(impl_->names.size());
    impl_->names.emplace_back(name);
    impl_->name_numbers.emplace(name, number);
    impl_->lists.push_back({std::string(name), false, {}, {}});
  }
  auto& list = impl_->lists[static_cast<std::size_t>(number)];

  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  std::uint32_t line_number = 0;
  bool any_entry = false;
  while (!content.empty()) {
    ++line_number;
    auto end = content.find('\n');
    auto line = content.substr(0, end);
    content = end == std::string_view::npos ? std::string_view() : content.substr(end + 1);
    auto text = trimmed(without_comment(line));
    if (text.empty()) continue;
    if (text.front() == '@' && text != "@") {
      if (text == "@exact" && !any_entry) {
        list.exact = true;
      } else if (text == "@exact") {
        problem(line_number, 1, "@exact must stand before the first entry");
      } else if (text.starts_with("@include ")) {
        list.includes.push_back(
            {std::string(trimmed(text.substr(9))), {std::string(file), line_number, 1, std::string()}});
      } else if (text != "@replace") {  // @replace is the library's business: it has emptied the list before
        problem(line_number, 1, "unknown directive '" + std::string(text) + "'");
      }
      continue;
    }
    any_entry = true;
    // "went<TAB>go" or "say, says, said": forms, then the lemma of all.
    auto tab = text.find('\t');
    std::string lemma = tab == std::string_view::npos ? std::string() : fold(trimmed(text.substr(tab + 1)));
    auto forms = text.substr(0, tab);
    bool first = true;
    while (true) {
      auto comma = forms.find(", ");
      auto form = trimmed(forms.substr(0, comma));
      auto column = static_cast<std::uint32_t>(form.empty() ? 1 : form.data() - line.data() + 1);
      auto words = words_of(form);
      if (words.empty()) {
        problem(line_number, column, "an entry is empty");
      } else {
        if (first && comma != std::string_view::npos && lemma.empty()) lemma = fold(joined(words));
        first = false;
        list.entries.push_back({std::move(words), lemma});
      }
      if (comma == std::string_view::npos) break;
      forms = forms.substr(comma + 2);
    }
  }
  return problems;
}

std::uint32_t Vocabulary::add_word(std::string_view word) { return impl_->number_of(fold(word)); }

Problems Vocabulary::freeze() {
  Problems problems;
  if (impl_->frozen) return problems;
  auto& lists = impl_->lists;
  // All lists that a list takes in, itself first; each once, so that a circle of includes ends.
  for (std::size_t owner = 0; owner < lists.size(); ++owner) {
    std::vector<std::size_t> wanted{owner};
    std::vector<bool> seen(lists.size());
    seen[owner] = true;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      auto const& list = lists[wanted[i]];
      for (auto const& entry : list.entries)
        impl_->add_entry(static_cast<std::uint16_t>(owner), entry, list.exact);
      for (auto const& include : list.includes) {
        int target = lexicon(include.name);
        if (target < 0) {
          if (i == 0) {
            problems.push_back(include.place);
            problems.back().message = "no lexicon named '" + include.name + "'";
          }
        } else if (!seen[static_cast<std::size_t>(target)]) {
          seen[static_cast<std::size_t>(target)] = true;
          wanted.push_back(static_cast<std::size_t>(target));
        }
      }
    }
  }
  // A written form is also what its folded word is.
  for (std::size_t word = 1; word < impl_->words.size(); ++word) {
    auto base = impl_->words[word].base;
    if (base == word) continue;
    for (std::size_t i = 0; i < impl_->classes[word].bits.size(); ++i)
      impl_->classes[word].bits[i] |= impl_->classes[base].bits[i];
    impl_->tables.flags[word] = static_cast<unsigned char>(impl_->tables.flags[word] | (impl_->tables.flags[base] & WordTables::opens_phrase));
  }
  lists.clear();
  lists.shrink_to_fit();
  impl_->frozen = true;
  classes_ = impl_->classes.data();
  return problems;
}

std::uint32_t Vocabulary::find(std::string_view folded) const { return impl_->tables.map.find(folded); }

std::uint32_t Vocabulary::find_raw(std::string_view raw) const {
  std::uint32_t found;
  if (raw.size() <= WordKey::capacity && is_ascii(raw)) {
    found = impl_->tables.map.find(WordKey::of_ascii(raw.data(), raw.size()));
  } else {
    // No list has such long words in most languages: then there is nothing to fold for.
    if (raw.size() > 3 * WordKey::capacity && !impl_->tables.map.has_long_words()) return 0;
    found = impl_->tables.map.find(fold(raw));
  }
  if (impl_->tables.flags[found] & WordTables::has_written) return impl_->as_written(found, raw);
  return found;
}

WordTables const& Vocabulary::tables() const { return impl_->tables; }

std::uint32_t Vocabulary::as_written(std::uint32_t word, std::string_view raw) const { return impl_->as_written(word, raw); }

int Vocabulary::lexicon(std::string_view name) const {
  auto const found = impl_->name_numbers.find(name);
  return found == impl_->name_numbers.end() ? -1 : found->second;
}

std::vector<std::string> const& Vocabulary::lexicon_names() const { return impl_->names; }

std::uint32_t Vocabulary::folded_word(std::uint32_t word) const { return impl_->words[word].base; }

std::string_view Vocabulary::word(std::uint32_t id) const { return impl_->words[id].text; }

std::uint32_t Vocabulary::word_count() const { return static_cast<std::uint32_t>(impl_->words.size()) - 1; }

std::string_view Vocabulary::lemma(std::uint32_t word, std::uint16_t lexicon) const {
  auto const& known = impl_->words[word];
  auto found = impl_->lemmas.find(edge_key(word, lexicon));
  if (found == 0 && known.base != word) found = impl_->lemmas.find(edge_key(known.base, lexicon));
  return found == 0 ? known.text : impl_->lemma_texts[found];
}

bool Vocabulary::begins_phrase(std::uint32_t word) const { return impl_->tables.flags[word] & WordTables::opens_phrase; }

void Vocabulary::find_phrases(std::uint32_t const* words, std::size_t n, std::vector<PhraseHit>& out) const {
  std::uint32_t node = 1;
  for (std::size_t i = 0; i < n; ++i) {
    node = impl_->edges.find(edge_key(node, impl_->tables.bases[words[i]]));
    if (node == 0) return;
    for (auto at = impl_->node_ends[node]; at; at = impl_->ends[at - 1].next) {
      auto const& end = impl_->ends[at - 1];
      out.push_back({end.lexicon, static_cast<std::uint16_t>(i + 1), end.lemma, end.entry});
    }
  }
}

std::string_view Vocabulary::phrase_lemma(std::uint32_t id) const { return impl_->phrase_lemmas[id]; }
std::string_view Vocabulary::phrase_written(std::uint32_t entry) const { return impl_->phrase_texts[entry]; }
std::size_t Vocabulary::longest_phrase() const { return impl_->longest; }

std::string fold(std::string_view word) {
  if (!is_ascii(word)) return fold_unicode(word);
  std::string out(word);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return out;
}

}  // namespace whosaid
