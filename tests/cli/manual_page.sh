#!/bin/bash
# The manual page sets without a warning, and has every command and every flag: manual_page.sh PAGE WHOSAID
# Skipped (77) without groff, unless CI is set.
set -eu
command -v groff >/dev/null || { echo "not installed: groff-base"; [ -n "${CI:-}" ] && exit 1; exit 77; }
[ -z "$(groff -man -ww -Tutf8 "$1" 2>&1 >/dev/null)" ] || { groff -man -ww -Tutf8 "$1" 2>&1 >/dev/null | head; exit 1; }
page=$(GROFF_NO_SGR=1 groff -man -Tascii "$1" 2>/dev/null | sed 's/.\x08//g')
for command in $("$2" -h | sed -n '/^Commands$/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
  grep -qE "^   $command( |\$)" <<<"$page" || { echo "no command $command"; exit 1; }
  for flag in $("$2" "$command" --help | grep -oE '^ +(-[a-zA-Z], )?--[a-z-]+' | grep -oE -e '--[a-z-]+'); do
    grep -qF -e "$flag" <<<"$page" || { echo "no flag $flag of $command"; exit 1; }
  done
done
