// Lexicon entries of several words, found in a token table.
#pragma once
#include "tokens/lexicon.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

// Fills TokenTable::phrases and Token::phrase. Looks at most sixteen words ahead: linear.
void find_phrases(Vocabulary const& vocabulary, TokenTable& table);

}  // namespace whosaid
