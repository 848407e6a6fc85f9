// A loaded language as bytes and back. Tested by tests/unit/grammar_prepared_test.cpp.
#include "grammar/language.hpp"
#include "grammar/program.hpp"
#include "tokens/pack.hpp"

namespace whosaid::grammar {

template <class Archive, Packed<TokenTest> T>
void fields(Archive& archive, T& test) {
  archive(test.mask, test.want, test.any, test.words, test.group, test.exact_first, test.exact_count);
}
template <class Archive, Packed<TestLists::Lists> T>
void fields(Archive& archive, T& lists) {
  archive(lists.first, lists.tests);
}
template <class Archive, Packed<TestLists> T>
void fields(Archive& archive, T& lists) {
  archive(lists.questions, lists.by_question, lists.by_column, lists.every_word, lists.one_group);
}
template <class Archive, Packed<TokenClass> T>
void fields(Archive& archive, T& tokens) {
  archive(tokens.first, tokens.count, tokens.spelled);
}
template <class Archive, Packed<ExactTest> T>
void fields(Archive& archive, T& exact) {
  archive(exact.text, exact.wanted);
}
template <class Archive, Packed<StartIndex::Start> T>
void fields(Archive& archive, T& start) {
  archive(start.tokens, start.marks);
}
template <class Archive, Packed<StartIndex::Begin> T>
void fields(Archive& archive, T& begin) {
  archive(begin.tokens, begin.roots);
}
template <class Archive, Packed<StartIndex::Guard> T>
void fields(Archive& archive, T& guard) {
  archive(guard.tokens, guard.wanted, guard.roots);
}
template <class Archive, Packed<StartIndex::Step> T>
void fields(Archive& archive, T& step) {
  archive(step.tokens, step.by_mark);
}
template <class Archive, Packed<StartIndex::Stage> T>
void fields(Archive& archive, T& stage) {
  archive(stage.pass, stage.need, stage.through);
}
template <class Archive, Packed<StartIndex> T>
void fields(Archive& archive, T& index) {
  archive(index.stride, index.sets, index.begins, index.here, index.behind, index.by_mark, index.stages);
}
template <class Archive, Packed<Root> T>
void fields(Archive& archive, T& root) {
  archive(root.name, root.full_name, root.entry, root.kind, root.weight);
}
template <class Archive, Packed<WordTable> T>
void fields(Archive& archive, T& words) {
  archive(words.group_of, words.rows, words.stride, words.features);
}
// All but the words, which the programs of a language share.
template <class Archive, Packed<Program> T>
void fields(Archive& archive, T& program) {
  archive(program.name, program.code, program.tests, program.lists, program.classes, program.asked_classes, program.exacts, program.roots, program.kind_marks,
          program.phrase_marks, program.index);
}

std::string pack_language(Language::Impl const& language) {
  PackWriter out;
  out(language.code);
  language.vocabulary.pack(out);
  out(language.kinds, language.captures, static_cast<std::uint64_t>(language.files.size()));
  for (auto const& [name, content] : language.files) out(name, content);
  out(static_cast<std::uint64_t>(language.programs.size()));
  if (!language.programs.empty()) out(*language.programs.front()->words);
  for (auto const& program : language.programs) out(*program);
  return out.bytes();
}

std::shared_ptr<Language::Impl const> unpack_language(std::string_view bytes) {
  PackReader in(bytes);
  auto language = std::make_shared<Language::Impl>();
  language->prepared = true;
  in(language->code);
  language->vocabulary.unpack(in);
  std::uint64_t count = 0;
  in(language->kinds, language->captures, count);
  for (; count > 0; --count) {
    std::string name;
    in(name);
    in(language->files[name]);
  }
  in(count);
  auto const words = std::make_shared<WordTable>();
  if (count > 0) in(*words);
  for (; count > 0; --count) {
    auto program = std::make_shared<Program>();
    in(*program);
    program->words = words;
    language->grammars.emplace(program->name, Grammar(program));
    language->programs.push_back(std::move(program));
  }
  return language;
}

}  // namespace whosaid::grammar
