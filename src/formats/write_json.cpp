#include "formats/write_json.hpp"

namespace whosaid::formats {
namespace {

// Lays out JSON that is already right, two columns per level. Small objects without lists or objects inside stay on one
// line: {"start": 3, "end": 9, "text": "…"} reads better so.
class Indenter {
 public:
  Indenter(std::string_view json, std::string& out) : json_(json), out_(out) {}

  void run() {
    for (std::size_t at = 0; at < json_.size(); ++at) {
      char const c = json_[at];
      if (c == '"') {
        auto const end = string_end(at);
        out_.append(json_, at, end - at);
        at = end - 1;
      } else if (c == '{' || c == '[') {
        auto const end = flat_end(at);
        if (end) {
          flat(at, end);
          at = end - 1;
        } else {
          out_ += c;
          line(++depth_);
        }
      } else if (c == '}' || c == ']') {
        line(--depth_);
        out_ += c;
      } else if (c == ',') {
        out_ += c;
        line(depth_);
      } else if (c == ':') {
        out_ += ": ";
      } else if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
        out_ += c;
      }
    }
  }

 private:
  static constexpr std::size_t flat_limit = 100;

  void line(std::size_t depth) {
    out_ += '\n';
    out_.append(depth * 2, ' ');
  }
  std::size_t string_end(std::size_t at) const {
    for (++at; json_[at] != '"'; ++at) {
      if (json_[at] == '\\') ++at;
    }
    return at + 1;
  }
  // End of a short list or object with nothing nested in it, else 0.
  std::size_t flat_end(std::size_t at) const {
    auto const limit = std::min(json_.size(), at + flat_limit);
    for (auto i = at + 1; i < limit; ++i) {
      if (json_[i] == '"') i = string_end(i) - 1;
      else if (json_[i] == '}' || json_[i] == ']') return i + 1;
      else if (json_[i] == '{' || json_[i] == '[') return 0;
    }
    return 0;
  }
  void flat(std::size_t at, std::size_t end) {
    for (; at < end; ++at) {
      if (json_[at] == '"') {
        auto const after = string_end(at);
        out_.append(json_, at, after - at);
        at = after - 1;
      } else if (json_[at] == ',') {
        out_ += ", ";
      } else if (json_[at] == ':') {
        out_ += ": ";
      } else if (json_[at] != ' ' && json_[at] != '\n') {
        out_ += json_[at];
      }
    }
  }

  std::string_view json_;
  std::string& out_;
  std::size_t depth_ = 0;
};

}  // namespace

void write_jsonl(table::Table const& table, WriteOptions const&, std::string& out) {
  write_json(table, out);
  out += '\n';
}

void write_jsonl_error(FailedDocument const& failed, WriteOptions const&, std::string& out) {
  write_json_error(failed, out);
  out += '\n';
}

void write_pretty_json(table::Table const& table, WriteOptions const&, std::string& out) {
  std::string json;
  write_json(table, json);
  Indenter(json, out).run();
}

void write_pretty_json_error(FailedDocument const& failed, WriteOptions const&, std::string& out) {
  std::string json;
  write_json_error(failed, json);
  Indenter(json, out).run();
}

}  // namespace whosaid::formats
