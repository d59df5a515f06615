#!/usr/bin/env bash
# Proves the package as one who uses it would: packed, installed into an empty folder, compiled against, run.
set -euo pipefail

project=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

tarball=$(cd "$project" && npm pack --silent --pack-destination "$folder" | tail -n 1)
cd "$folder"
echo '{ "name": "consumer", "private": true, "type": "module", "allowScripts": { "better-sqlite3": true } }' > package.json
npm install --no-audit --no-fund --loglevel=error "./$tarball"

cp "$project/tests/package/consumer.ts" .
node "$project/node_modules/typescript/bin/tsc" --module nodenext --target es2023 --strict \
  --lib es2023,dom --exactOptionalPropertyTypes consumer.ts
answer=$(node consumer.js)
expected='{"text":"The bridge is open","speaker":"Maria Ruiz","headline":"Rain"}'
[ "$answer" = "$expected" ] || { echo "Expected $expected, got $answer"; exit 1; }

version=$(npx onrecord --version)
echo '"The bridge is open," Maria Ruiz said.' | npx onrecord ingest - > /dev/null 2>&1
npx onrecord quotes --speaker ruiz | grep -q 'The bridge is open'
echo "The package holds: installed, compiled against, ran (onrecord $version, $(du -sh "$tarball" | cut -f1))."
