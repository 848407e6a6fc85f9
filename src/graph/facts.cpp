#include "graph/facts.hpp"

#include <algorithm>
#include <iterator>

namespace whosaid::graph {

bool share_one(Ids const& a, Ids const& b) {
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) return true;
    if (*i < *j) ++i;
    else ++j;
  }
  return false;
}

void merge_into(Ids& into, Ids const& from) {
  Ids both;
  both.reserve(into.size() + from.size());
  std::set_union(into.begin(), into.end(), from.begin(), from.end(), std::back_inserter(both));
  into = std::move(both);
}

}  // namespace whosaid::graph
