#include "formats/graph_formats.hpp"

namespace whosaid::formats {

void write_graph_html(graph::Graph const&, GraphSink& sink) { sink.flush(); }

}  // namespace whosaid::formats
