// The search behind find_repeats(): what repeats.cpp links, once repeat_candidates.cpp has found who may be related.
#pragma once
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "graph/repeats.hpp"

namespace whosaid::graph {

class RepeatSearch {
 public:
  RepeatSearch(std::span<Wording const> wordings, Words words, std::span<std::uint32_t const> rank, RepeatLimits const& limits)
      : wordings_(wordings), words_(words), rank_(rank), limits_(limits) {}

  std::vector<Link> run() {
    make_classes();
    link_identical();
    collect_short();
    collect_anchored();
    link_related();
    return std::move(links_);
  }

 private:
  static constexpr std::uint32_t bucket_limit = 24;  // classes of one anchor, speakers of one wording

  struct Candidate {
    std::uint32_t shorter = 0, longer = 0;  // classes
    std::int32_t offset = 0;                // where the shorter one's first word stands in the longer one, about
  };

  struct Related {
    std::uint32_t shorter = 0, longer = 0;
    Likeness likeness = Likeness::trimmed;
    bool cut = false;                       // the shorter one is a part of the longer one
    std::uint32_t edits = 0;
  };

  [[nodiscard]] Words words_of(std::uint32_t quote) const {
    return words_.subspan(wordings_[quote].begin, wordings_[quote].count);
  }
  // The quote that stands for a class: its first appearance.
  [[nodiscard]] std::uint32_t head(std::uint32_t cls) const { return members_[starts_[cls]]; }
  [[nodiscard]] Words of_class(std::uint32_t cls) const { return words_.subspan(heads_[cls].begin, heads_[cls].count); }
  [[nodiscard]] std::size_t classes() const { return heads_.size(); }
  [[nodiscard]] bool same_speaker(std::uint32_t a, std::uint32_t b) const {
    return wordings_[a].speaker != none && wordings_[a].speaker == wordings_[b].speaker;
  }

  void make_classes();
  void link_identical();
  void collect_short();
  void collect_anchored();
  [[nodiscard]] bool worth_judging(std::uint32_t shorter, std::uint32_t longer) const;
  void judge(Candidate const& candidate);
  void link_related();
  [[nodiscard]] std::uint32_t member_elsewhere(std::uint32_t cls, std::uint32_t document) const;

  std::span<Wording const> wordings_;
  Words words_;
  std::span<std::uint32_t const> rank_;
  RepeatLimits limits_;

  // Classes of equal sequences, in order of first appearance; members by rank.
  std::vector<std::uint32_t> members_, starts_;
  struct Stretch {
    std::uint64_t begin;
    std::uint32_t count;
  };
  std::vector<Stretch> heads_;  // the words of each class
  std::vector<Related> related_;
  std::vector<Link> links_;
  std::vector<std::uint32_t> row_;
  std::vector<std::uint32_t> word_stands_in_;  // last class scanned that has the word
};

}  // namespace whosaid::graph
