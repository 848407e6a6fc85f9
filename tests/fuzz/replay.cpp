// Runs a fuzz target over files and folders without the fuzzer: what was found once stays a test.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size);

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> paths;
  for (int i = 1; i < argc; ++i) {
    for (auto const& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
      if (entry.is_regular_file()) paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  for (auto const& path : paths) {
    std::printf("%s\n", path.c_str());
    std::fflush(stdout);
    std::ostringstream content;
    content << std::ifstream(path, std::ios::binary).rdbuf();
    std::string const bytes = std::move(content).str();
    LLVMFuzzerTestOneInput(reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
  }
  return paths.empty() ? 1 : 0;  // a folder that moved away must not pass
}
