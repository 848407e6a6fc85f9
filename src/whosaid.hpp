// The public interface: open an Extractor once, give it documents from any number of threads.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "model/document.hpp"
#include "model/extraction.hpp"
#include "model/result.hpp"

namespace whosaid {

namespace grammar { class Library; }
class DecisionObserver;  // attribution/decisions.hpp
class Weights;           // attribution/weights.hpp

// The language of a text that neither says which it is in nor shows another.
inline constexpr std::string_view usual_language = "en";

struct Options {
  std::string grammars;        // directory laid over the built-in grammars, "" = none
  std::string language;        // overrides the documents' own, "" = no
  std::string date;            // ISO day to count from when neither text nor input gives one, "" = none
  bool direct = true, mixed = true, indirect = false;
  bool trace = false;          // fill Quote::trace and Candidate::why; slower
};

// The stages of reading a document, in their order.
inline constexpr std::array<std::string_view, 9> stage_names{"tokens",        "zones",  "quotes", "mentions", "attribution",
                                                             "circumstances", "people", "dates",  "assemble"};

// CPU that the calling thread has used.
[[nodiscard]] std::uint64_t thread_nanoseconds();

// Working memory of one thread; reuse it from document to document.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;
  // Nanoseconds of CPU that each stage of all documents took; counted from when `keep_times` is set on.
  bool keep_times = false;
  std::array<std::uint64_t, stage_names.size()> times{};
  struct Impl;
  std::unique_ptr<Impl> impl;
};

// Frozen after opening; const members may be called from several threads at once, each with its own Workspace.
// Views in an Extraction (rule, lemma) live as long as the Extractor.
class Extractor {
 public:
  // Loads, checks and compiles all grammars (a few milliseconds). All problems come back together.
  static Result<Extractor> open(Options options = {});
  // Never fails: what is wrong with a text is repaired or reported in Extraction::problems. `document.text` must be valid
  // UTF-8 (text/utf8.hpp repairs); spans point into it.
  [[nodiscard]] Extraction extract(Document const& document, Workspace& workspace) const;
  // The same, with somebody who looks on at each decision (nullptr: nobody).
  [[nodiscard]] Extraction extract(Document const& document, Workspace& workspace, DecisionObserver* observer) const;
  // Features and weights of a language; nullptr when there is no such language.
  [[nodiscard]] Weights const* weights(std::string_view language) const;
  [[nodiscard]] grammar::Library const& library() const;
  [[nodiscard]] Options const& options() const;

  struct Impl;
  explicit Extractor(std::shared_ptr<Impl const> impl);

 private:
  std::shared_ptr<Impl const> impl_;
};

}  // namespace whosaid
