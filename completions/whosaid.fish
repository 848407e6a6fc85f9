# Completion for fish. Commands and flags are asked of the program itself, so they are always its own.
complete -c whosaid -n '__fish_use_subcommand' -a "(whosaid -h 2>/dev/null | sed -n '/^Commands\$/,/^\$/s/^  \([a-z]*\) .*/\1/p')"
complete -c whosaid -n 'string match -q -- "-*" (commandline -ct)' -a "(whosaid (commandline -opc)[2] --help 2>/dev/null | string match -rga -- '^ +(?:-[a-zA-Z], )?(--[a-z-]+)')"
