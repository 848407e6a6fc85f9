#include "formats/json_surrogates.hpp"

namespace whosaid::formats {

std::size_t mend_surrogates(std::string& json) {
  auto const unit_at = [&](std::size_t at) -> unsigned {  // \uXXXX at `at`, 0 when there is none
    if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return 0;
    unsigned unit = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
      char const c = json[i];
      unsigned const digit = c >= '0' && c <= '9'   ? static_cast<unsigned>(c - '0')
                             : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a') + 10
                             : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A') + 10
                                                    : 16;
      if (digit == 16) return 0;
      unit = unit * 16 + digit;
    }
    return unit;
  };
  auto const high = [](unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; };
  auto const low = [](unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; };
  std::size_t mended = 0;
  for (std::size_t at = json.find('\\'); at != std::string::npos && at + 1 < json.size(); at = json.find('\\', at)) {
    auto const unit = unit_at(at);
    if (high(unit) && low(unit_at(at + 6))) {
      at += 12;
    } else if (high(unit) || low(unit)) {
      json.replace(at, 6, "\\ufffd");
      ++mended;
      at += 6;
    } else {
      at += 2;  // also steps over an escaped backslash
    }
  }
  return mended;
}

}  // namespace whosaid::formats
