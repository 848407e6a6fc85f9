// Speech that carries no quotation marks: interviews, transcripts, dialogue behind dashes.
#pragma once
#include <vector>

#include "quotes/mark_rules.hpp"
#include "quotes/quotes.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

// Appends what it finds to `quotes`, each with `block` set; true when there was something. The label of a transcript line
// ("Q:", "LUND:") stays outside, in front of the quote. Linear.
//   Q: Will you run again?            paragraphs with the letters of an interview, at least two next to each other
//   LUND: We had no choice.           at least three paragraphs that begin with names and a colon, some name twice
//   —Nobody came —said the mayor.     a dash at a paragraph's start and one in front of what the narrator says
bool add_unmarked(TokenTable const& table, MarkRules const& rules, std::vector<MarkedQuote>& quotes);

}  // namespace whosaid
