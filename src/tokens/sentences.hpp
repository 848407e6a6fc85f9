// Sentence borders over the finished tokens of a text.
#pragma once
#include "tokens/lexicon.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

// Sets feature::sentence_start, lists the sentences, and takes feature::stop from an ellipsis that ends nothing. Linear.
void mark_sentences(Vocabulary const& vocabulary, TokenTable& table);

}  // namespace whosaid
