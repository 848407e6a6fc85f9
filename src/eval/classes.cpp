#include "eval/classes.hpp"

#include <string>

#include "text/ascii.hpp"

namespace whosaid::eval {
namespace {

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (auto& c : out)
    c = ascii_lower(c);
  return out;
}

}  // namespace

std::string_view gold_form(gold::Quote const& quote) {
  static constexpr std::string_view forms[] = {"name", "nominal", "pronoun", "organisation", "implicit"};
  for (auto const* field : {&quote.form, &quote.basis, &quote.type})
    for (auto form : forms)
      if (*field == form) return form;
  return {};
}

std::string_view gold_basis(gold::Quote const& quote) {
  for (auto const* field : {&quote.basis, &quote.type}) {
    auto const value = lower_ascii(*field);
    if (value == "explicit" || value == "name" || value == "organisation") return "explicit";
    if (value == "anaphoric" || value == "pronoun") return "anaphoric";
    if (value == "inferred" || value == "implicit") return "inferred";
    if (value == "none") return "none";
    // A role noun stands for somebody named elsewhere, or is all that the text says.
    if (value == "nominal") return quote.speaker ? "anaphoric" : "explicit";
  }
  return {};
}

}  // namespace whosaid::eval
