// A frozen vocabulary as bytes. Tested by tests/unit/grammar_prepared_test.cpp.
#include "tokens/vocabulary.hpp"

namespace whosaid {

template <class Archive, Packed<Vocabulary::Impl::Word> T>
void fields(Archive& archive, T& word) {
  archive(word.text, word.base, word.written);
}
template <class Archive, Packed<Vocabulary::Impl::Written> T>
void fields(Archive& archive, T& written) {
  archive(written.text, written.number, written.next);
}
template <class Archive, Packed<Vocabulary::Impl::PhraseEnd> T>
void fields(Archive& archive, T& end) {
  archive(end.lexicon, end.lemma, end.entry, end.next);
}
// All but what is quickly made again from the rest.
template <class Archive, Packed<Vocabulary::Impl> T>
void fields(Archive& archive, T& all) {
  archive(all.names, all.words, all.classes, all.tables.flags, all.tables.bases, all.tables.pairs, all.written, all.lemmas,
          all.lemma_texts, all.edges, all.node_ends, all.ends, all.phrase_lemmas, all.phrase_texts, all.longest);
}

void Vocabulary::pack(PackWriter& out) const { out(*impl_); }

void Vocabulary::unpack(PackReader& in) {
  auto& all = *impl_;
  in(all);
  for (std::size_t i = 0; i < all.names.size(); ++i) all.name_numbers.emplace(all.names[i], static_cast<int>(i));
  all.tables.map.make_room(all.words.size());
  for (std::uint32_t number = 1; number < all.words.size(); ++number)
    if (all.words[number].base == number) all.tables.map.insert(all.words[number].text, number);
  all.frozen = true;
  classes_ = all.classes.data();
}

}  // namespace whosaid
