#!/usr/bin/env bash
# Proves the first command of the README: npm start makes the clone ready, serves the samples, and what it prints to try
# answers. The second start is ready within two seconds.
set -euo pipefail

project=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
export PORT=${PORT:-3987} ONRECORD_DATABASE=$folder/onrecord.db LOG_LEVEL=error
server=

stop() {
  [ -z "$server" ] || kill -TERM "-$server" 2> /dev/null || true
  [ -z "$server" ] || wait "$server" 2> /dev/null || true
  server=
}
trap 'stop; rm -rf "$folder"' EXIT

# Starts the service in a process group of its own, and waits until it is ready; at most this many seconds.
start() {
  setsid npm start --silent --prefix "$project" 2> "$folder/said" &
  server=$!
  local deadline=$((SECONDS + $1))
  until curl --silent --fail --output /dev/null "http://127.0.0.1:$PORT/readyz"; do
    kill -0 "$server" 2> /dev/null || { echo 'It ended:'; cat "$folder/said"; return 1; }
    [ $SECONDS -lt $deadline ] || { echo "It is not ready after $1 s:"; cat "$folder/said"; return 1; }
    sleep 0.05
  done
}

start 600
cat "$folder/said"
# The line "Try: curl '…'", as a person would copy it.
example=$(sed -n "s/^ *Try: *curl '\(.*\)'$/\1/p" "$folder/said")
curl --silent --fail "$example" | grep -q '"name":"Dmitry Peskov"' || { echo "$example does not answer with quotes."; exit 1; }
curl --silent --fail "http://127.0.0.1:$PORT/docs" --location | grep -qi '<html' || { echo 'There is no Swagger UI.'; exit 1; }
stop

before=$(date +%s%N)
start 30
milliseconds=$((($(date +%s%N) - before) / 1000000))
stop
echo "The second start was ready after $milliseconds ms."
[ $milliseconds -lt "${ONRECORD_START_LIMIT_MS:-2000}" ]
