#include <cstddef>

#include "formats/annotations.hpp"
#include "formats/brat.hpp"
#include "formats/brat_notes.hpp"
#include "formats/read_gold.hpp"

namespace whosaid::formats {
namespace {

using Ranges = std::vector<gold::Range>;

void add_if(std::string& note, std::string_view key, std::string const& value) {
  if (!value.empty()) brat::add(note, key, value);
}
void add_judged(std::string& note, std::string_view key, gold::Judged const& value) {
  if (!value.judged) return;
  if (value.value) brat::add(note, key, *value.value);
  else brat::add_absent(note, key);
}

std::string note_of(gold::Quote const& quote) {
  std::string note;
  brat::add(note, "id", quote.id);
  if (quote.speaker) brat::add(note, "speaker", *quote.speaker);
  else if (!quote.source.empty()) brat::add_absent(note, "speaker");  // or the name of its mention would be taken
  for (auto const& name : quote.speakers) brat::add(note, "together", name);
  add_judged(note, "date_said", quote.said_date);
  add_judged(note, "role", quote.role);
  add_judged(note, "affiliation", quote.affiliation);
  add_if(note, "type", quote.type);
  if (quote.kind != "indirect" && quote.quoted.empty()) brat::add(note, "marks", "none");
  add_if(note, "extra", quote.extra);
  return note;
}

void put(std::string& out, std::size_t number) { out += std::to_string(number); }

void append_place(std::string& out, Ranges const& ranges) {
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    out += i == 0 ? " " : ";";
    put(out, ranges[i].start);
    out += ' ';
    put(out, ranges[i].end);
  }
}

}  // namespace

BratFiles write_brat(gold::Document const& document) {
  BratFiles out;
  out.text = document.text;
  auto const found = annotations_of(document);
  eval::Text const text(document.text, {});
  auto& ann = out.annotations;
  std::size_t attribute_count = 0, note_count = 0;
  auto const note = [&](std::size_t span, std::string const& words) {
    ann += "#";
    put(ann, ++note_count);
    ann += "\tAnnotatorNotes T";
    put(ann, span + 1);
    ann.append("\t").append(words).append("\n");
  };
  for (std::size_t i = 0; i < found.spans.size(); ++i) {
    auto const& span = found.spans[i];
    ann += "T";
    put(ann, i + 1);
    ann.append("\t").append(span.label);
    append_place(ann, span.ranges);
    ann.append("\t").append(brat::words_of(text, span.ranges)).append("\n");
    if (span.quote) {
      for (auto const& attribute : brat::attributes) {
        auto const& value = span.quote->*attribute.field;
        if (value.empty()) continue;
        ann += "A";
        put(ann, ++attribute_count);
        ann.append("\t").append(attribute.name).append(" T");
        put(ann, i + 1);
        ann.append(" ").append(value).append("\n");
      }
      note(i, note_of(*span.quote));
    } else if (!span.characters.empty()) {
      std::string words;
      for (auto const* character : span.characters) brat::add(words, "name", character->name);
      note(i, words);
    }
  }
  for (std::size_t i = 0; i < found.relations.size(); ++i) {
    auto const& relation = found.relations[i];
    ann += "R";
    put(ann, i + 1);
    ann.append("\t").append(relation.type).append(" Arg1:T");
    put(ann, relation.from + 1);
    ann += " Arg2:T";
    put(ann, relation.to + 1);
    ann += '\n';
  }
  for (auto const& group : found.same_person) {
    ann += "*\tCoref";
    for (auto span : group) {
      ann += " T";
      put(ann, span + 1);
    }
    ann += '\n';
  }
  gold::Document rest;
  rest.id = document.id;
  rest.language = document.language;
  rest.published = document.published;
  rest.title = document.title;
  rest.extra = document.extra;
  rest.characters = document.characters;
  for (auto& character : rest.characters) character.mentions.clear();
  write_gold(rest, out.document);
  out.document += '\n';
  return out;
}

std::string_view brat_configuration() {
  return "[entities]\n"
         "Quote\nContent\nSpeaker\nCue\nAddressee\nDateExpr\nDiscard\n\n"
         "[relations]\n"
         "Coref\tArg1:Speaker, Arg2:Speaker, <REL-TYPE>:symmetric-transitive\n"
         "Said\tArg1:Quote, Arg2:Speaker\n"
         "CuedBy\tArg1:Quote, Arg2:Cue\n"
         "SaidOn\tArg1:Quote, Arg2:DateExpr\n"
         "AddressedTo\tArg1:Quote, Arg2:Addressee\n"
         "ContentOf\tArg1:Content, Arg2:Quote\n"
         "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n"
         "[events]\n\n"
         "[attributes]\n"
         "Kind\tArg:Quote, Value:direct|mixed|indirect\n"
         "Basis\tArg:Quote, Value:explicit|anaphoric|inferred|none\n"
         "Form\tArg:Quote, Value:name|nominal|pronoun|organisation|implicit\n"
         "Section\tArg:Quote, Value:headline|standfirst|body|caption|blockquote|related|boilerplate\n"
         "Status\tArg:Quote, Value:asserted|denied|hypothetical|scheduled|retracted|thought\n";
}

}  // namespace whosaid::formats
