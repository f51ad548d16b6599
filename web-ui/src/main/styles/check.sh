#!/bin/sh
# Rebuilds the style sheet and fails if the committed one differs. Skips, saying so, where there is no npm.
set -eu
cd "$(dirname "$0")"
if ! command -v npm >/dev/null 2>&1; then
  echo "styles: skipped, npm is not installed"
  exit 0
fi
fresh=$(mktemp)
trap 'rm -f "$fresh"' EXIT
./build.sh "$fresh"
if cmp -s "$fresh" ../resources/static/assets/tallystick.css; then
  echo "styles: the committed style sheet is up to date"
else
  echo "styles: static/assets/tallystick.css is stale; run web-ui/src/main/styles/build.sh and commit it" >&2
  exit 1
fi
