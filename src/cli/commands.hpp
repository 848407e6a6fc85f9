// The commands. A new one is a run_NAME.cpp, a line here, a row in main.cpp and its flags in the flag_*.cpp it belongs to.
#pragma once
#include "cli/options.hpp"

namespace whosaid::cli {

// Exit statuses of every command.
inline constexpr int all_well = 0;
inline constexpr int some_failed = 1;   // some documents failed, a threshold was missed, nothing was found
inline constexpr int wrong_use = 2;     // wrong flags, or input that cannot be read
inline constexpr int interrupted = 130;

int run_convert(Options const& options);
int run_diff(Options const& options);
int run_eval(Options const& options);
int run_extract(Options const& options);
int run_explain(Options const& options);
int run_grammar(Options const& options);
int run_graph(Options const& options);
int run_fit(Options const& options);
int run_report(Options const& options);
int run_search(Options const& options);
int run_verify(Options const& options);

}  // namespace whosaid::cli
