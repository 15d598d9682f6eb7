# The terminal in which a test runs the blocks of the documents one after another. KUNCI_TEST_ROOM is a folder of its own.
set -euo pipefail

# The tree is installed and built already, which takes minutes and the network otherwise. Any other script of package.json
# must end in the built program, and that is run.
npm() {
  case "$*" in
    install | ci | 'run build' | 'prune --omit=dev') return ;;
  esac
  local script=$1
  shift
  if [ "$script" = run ]; then
    script=$1
    shift
  fi
  if [ "${1:-}" = -- ]; then shift; fi
  local command
  command=$(node -p 'require("./package.json").scripts[process.argv[1]]?.split(" && ").at(-1) ?? ""' "$script")
  case "$command" in
    'node dist/src/'*) $command "$@" ;;
    *)
      echo "npm run $script does not run the built program: mark the block by-hand" >&2
      return 1
      ;;
  esac
}

# As on a machine where one may be root and has the user of the service; here there is one user.
sudo() {
  if [ "$1" = -u ]; then shift 2; fi
  "$@"
}

# The server of the terminal next to this one. Prints what it prints for people.
start_server() {
  : > "$KUNCI_TEST_ROOM/server.log"
  node dist/src/main.js "$@" >> "$KUNCI_TEST_ROOM/server.log" 2>&1 &
  server_pid=$!
  local deadline=$((SECONDS + 60)) said=listening
  if [ "${KUNCI_MODE:-development}" = development ]; then said='Try it:'; fi
  until grep -q "$said" "$KUNCI_TEST_ROOM/server.log"; do
    if ! kill -0 "$server_pid" || [ "$SECONDS" -gt "$deadline" ]; then
      cat "$KUNCI_TEST_ROOM/server.log" >&2
      return 1
    fi
    sleep 0.1
  done
  sleep 0.1
  grep -v '^{' "$KUNCI_TEST_ROOM/server.log" || true
}

stop_server() {
  kill "$server_pid"
  wait "$server_pid"
}

restart_server() {
  stop_server
  start_server
}

# The client of MySQL and MariaDB, signed in as an administrator. Runs the statements that it reads.
mysql() {
  node -e "
    const { createConnection } = require('mysql2/promise');
    createConnection({ uri: process.env.KUNCI_TEST_DATABASE_URL, multipleStatements: true }).then(async (connection) => {
      await connection.query(fs.readFileSync(0, 'utf8'));
      await connection.end();
    });"
}
