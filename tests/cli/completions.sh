#!/bin/bash
# Completion for bash gives the program's own commands and flags: completions.sh WHOSAID COMPLETION_FILE
set -eu
source "$2"
set -- "$(realpath "$1")"
cd "$(mktemp -d)"
try() {
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
  _whosaid
  printf '%s\n' "${COMPREPLY[@]}"
}
[ "$(try "$1" ver)" = verify ] || { echo "commands"; exit 1; }
[ "$(try "$1" verify --spe)" = --speaker ] || { echo "flags of verify"; exit 1; }
[ "$(try "$1" extract --form)" = --format ] || { echo "flags of extract"; exit 1; }
touch article.txt
[ "$(try "$1" extract art)" = article.txt ] || { echo "files"; exit 1; }
