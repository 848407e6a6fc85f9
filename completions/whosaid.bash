# Completion for bash. Commands and flags are asked of the program itself, so they are always its own.
_whosaid() {
  local program=${COMP_WORDS[0]} current=${COMP_WORDS[COMP_CWORD]} command=
  [ "$COMP_CWORD" -gt 1 ] && command=${COMP_WORDS[1]}
  COMPREPLY=()
  if [[ $current == -* ]]; then
    [[ $command == -* || -e $command ]] && command=
    COMPREPLY=($(compgen -W "$("$program" ${command:+"$command"} --help 2>/dev/null | grep -oE '^ +(-[a-zA-Z], )?--[a-z-]+' | grep -oE -e '--[a-z-]+') --help" -- "$current"))
    return
  fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "$("$program" -h 2>/dev/null | sed -n '/^Commands$/,/^$/s/^  \([a-z]*\) .*/\1/p')" -- "$current"))
  fi
  COMPREPLY+=($(compgen -f -- "$current"))
}
complete -o filenames -F _whosaid whosaid
