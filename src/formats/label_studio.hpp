// Annotation as a Label Studio task and as a doccano line, for correcting by hand in those tools. docs/evaluation.md says how
// to set the tools up. Export only: brat is the way back.
#pragma once
#include <string>

#include "model/gold.hpp"

namespace whosaid::formats {

// Appends one task, a JSON object without a line break: data.text, data.id and pre-annotations (`predictions`). A task list is
// a JSON list of such objects. Offsets are code points; the parts of a discontinuous stretch are joined by `Part` relations.
void write_label_studio(gold::Document const& document, std::string& out);

// Appends one JSON object per line {"text","id","entities","relations"}, without a line break; parts likewise.
void write_doccano(gold::Document const& document, std::string& out);

// The labelling interface of a Label Studio project that holds such tasks.
[[nodiscard]] std::string_view label_studio_configuration();

}  // namespace whosaid::formats
