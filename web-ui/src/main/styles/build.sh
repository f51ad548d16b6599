#!/bin/sh
# Compiles the style sheet. Needs Node and npm; the result is committed, so that the Java build needs neither.
# Usage: build.sh [OUTPUT]
set -eu
cd "$(dirname "$0")"
out=${1:-../resources/static/assets/tallystick.css}
if [ ! -x node_modules/.bin/sass ]; then
  npm ci --silent --no-audit --no-fund --omit=optional --ignore-scripts
fi
node_modules/.bin/sass --style=compressed --no-source-map --no-charset --quiet-deps tallystick.scss "$out"
