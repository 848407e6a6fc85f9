// From quote tables to one graph.
#pragma once
#include <memory>

#include "graph/graph.hpp"
#include "graph/names.hpp"
#include "model/table.hpp"

namespace whosaid::graph {

struct BuildOptions {
  bool repeats = true;  // look for the same words in several documents
};

// Takes tables one at a time and keeps of them what the graph needs: per quote its words and about 300 bytes, per speaker of a
// document 8 bytes, per distinct name, role and affiliation once. Not thread-safe.
class GraphBuilder {
 public:
  // `words` must outlive the builder.
  explicit GraphBuilder(NameWords const& words, BuildOptions options = {});
  ~GraphBuilder();
  GraphBuilder(GraphBuilder&&) noexcept;
  GraphBuilder& operator=(GraphBuilder&&) noexcept;

  // A table whose document and quotes came before is left out, with a note in Graph::problems; one that only has the same
  // document id stays, under the id and "#2".
  void add(table::Table const& table);

  // Matches people, resolves addressees, finds repeats and conflicts. The builder is spent then. The same tables in the same
  // order give the same graph.
  [[nodiscard]] Graph finish() &&;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace whosaid::graph
