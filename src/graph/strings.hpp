// Strings that live as long as their graph: an arena of blocks, with equal strings stored once where asked.
#pragma once
#include <cstring>
#include <memory>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace whosaid::graph {

// Views it gives out stay valid until it is destroyed, also when it is moved. Not thread-safe.
class Strings {
 public:
  // A copy of `text`.
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > free_) {
      std::size_t const size = text.size() > block_size / 4 ? text.size() : block_size;
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
      if (size != block_size) {  // a block of its own; the current one goes on being filled
        std::memcpy(blocks_.back().get(), text.data(), text.size());
        return {blocks_.back().get(), text.size()};
      }
      next_ = blocks_.back().get();
      free_ = size;
    }
    std::memcpy(next_, text.data(), text.size());
    std::string_view const kept{next_, text.size()};
    next_ += text.size();
    free_ -= text.size();
    return kept;
  }

  // The same, but equal strings share one copy: for names, roles, cues.
  std::string_view share(std::string_view text) {
    auto const found = shared_.find(text);
    return found != shared_.end() ? *found : *shared_.insert(keep(text)).first;
  }

 private:
  static constexpr std::size_t block_size = 1u << 20;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::unordered_set<std::string_view> shared_;
  char* next_ = nullptr;
  std::size_t free_ = 0;
};

}  // namespace whosaid::graph
