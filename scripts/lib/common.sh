# Shared by all scripts: output, ports, waiting, background processes.
# shellcheck shell=bash
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
RUN=$ROOT/.run
declare -A PIDS=()

say() { printf '%s\n' "$@"; }
step() { printf '%4s s  %s\n' "$SECONDS" "$*"; }
fail() { printf '%s\n' '' "$@" >&2; exit 1; }

# usage FILE: prints the comment at the top of a script as its help.
usage() { sed -n '2,/^[^#]/{/^#/s/^# \{0,1\}//p}' "$1"; }

# find_row TABLE NAME: sets KIND and WHAT from the row with that name in scripts/lib/TABLE.table. names_in TABLE KIND: prints the names of
# a kind. names_of TABLE: prints all names. says TABLE NAME: prints what it does. say_table TABLE: prints each name and what it does.
find_row() {
    local row
    row=$(awk -F ' *[|] *' -v name="$2" '/^[^#]/ && $1 == name { print $2 "\t" $3 }' "$ROOT/scripts/lib/$1.table")
    IFS=$'\t' read -r KIND WHAT <<<"$row" && [[ -n $KIND ]]
}
says() { awk -F ' *[|] *' -v name="$2" '/^[^#]/ && $1 == name { print $4 }' "$ROOT/scripts/lib/$1.table"; }
names_of() { awk -F ' *[|] *' '/^[^#]/ { print $1 }' "$ROOT/scripts/lib/$1.table"; }
names_in() { awk -F ' *[|] *' -v kind="$2" '/^[^#]/ && $2 == kind { print $1 }' "$ROOT/scripts/lib/$1.table"; }
say_table() { awk -F ' *[|] *' '/^[^#]/ { printf "  %-14s %s\n", $1, $4 }' "$ROOT/scripts/lib/$1.table"; }

# at_end FUNCTION: calls it however the script ends, and keeps the exit code.
at_end() {
    AT_END=$1
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    trap 'ENDED=$?; trap "" INT TERM HUP; "$AT_END" || true; exit "$ENDED"' EXIT
}

# as_root CMD...: runs a command as root; fails if that needs a password.
as_root() {
    if [[ $(id -u) == 0 ]]; then "$@"; else sudo -n "$@" 2>/dev/null; fi
}

# install PACKAGE...: installs packages of the system; fails where that is not possible.
install() {
    command -v apt-get >/dev/null || return 1
    as_root true || return 1
    step "Installing $* ..."
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >"$RUN/apt.log" 2>&1 && return
    as_root apt-get update -qq >>"$RUN/apt.log" 2>&1 || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>"$RUN/apt.log" 2>&1
}

# taken PORT: does a program listen on the port?
taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# answers PORT PATH: does a GET return 200?
answers() {
    local line=''
    { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 1
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
    IFS= read -r -t 5 line <&3 || true
    exec 3>&-
    [[ $line == HTTP/*' 200'* ]]
}

# free_port FROM: prints the first of five free ports in a row.
free_port() {
    local port=$1 each
    while :; do
        for each in 0 1 2 3 4; do taken $((port + each)) && { port=$((port + each + 1)); continue 2; }; done
        echo "$port"
        return
    done
}

# await NAME SECONDS CMD...: waits until CMD succeeds; fails after SECONDS, or when the process NAME ends.
await() {
    local name=$1 until=$((SECONDS + $2))
    shift 2
    until "$@"; do
        kill -0 "${PIDS[$name]}" 2>/dev/null || return 1
        ((SECONDS < until)) || return 1
        sleep 0.2
    done
}

# background NAME LOG CMD...: starts a process that ends with this script; with LASTING set, it keeps running.
background() {
    local name=$1 log=$2 with=(setpriv --pdeathsig TERM)
    shift 2
    [[ -z ${LASTING:-} ]] || with=(setsid)
    # a log is for its user and its group, to which a program that forwards it may belong
    (umask 027 && : >>"$log")
    [[ ! -f $log ]] || chmod o= "$log"
    "${with[@]}" "$@" >>"$log" 2>&1 9>&- &
    PIDS[$name]=$!
    [[ -z ${DATA:-} ]] || echo "${PIDS[$name]}" >"$DATA/$name.pid"
}

# say_log_end FILE: prints the last 25 lines of a log, of each line in JSON the time, the level and the message.
say_log_end() {
    tail -n 25 "$1" | sed -E 's/^\{"timestamp":"([^"]*)".*"level":"([A-Z]+)".*"message":"(([^"\\]|\\.)*)".*/\1 \2 \3/; s/\\"/"/g'
}

# run LOG CMD...: waits for a command and can be interrupted; prints the end of the log if the command fails.
run() {
    local log=$1 pid
    shift
    setpriv --pdeathsig TERM "$@" >"$log" 2>&1 9>&- &
    pid=$!
    PIDS[run]=$pid
    if ! wait "$pid"; then
        unset 'PIDS[run]'
        tail -n 25 "$log" >&2
        return 1
    fi
    unset 'PIDS[run]'
}

# know_running: adds to PIDS what an earlier command left running in DATA.
know_running() {
    local file pid
    for file in "$DATA"/*.pid; do
        [[ -s $file ]] || continue
        pid=$(<"$file")
        grep -qsF "$DATA" "/proc/$pid/cmdline" && PIDS[$(basename "$file" .pid)]=$pid
    done
    # Keycloak's start script waits for Java, which keeps running if only the script was killed
    [[ -n ${PIDS[keycloak]:-} ]] || pid=$(pgrep -o -f -- "--db-url=jdbc:h2:file:$DATA/keycloak/store") && PIDS[keycloak]=${PIDS[keycloak]:-$pid}
    return 0
}

# runs NAME: is the process running?
runs() { [[ -n ${PIDS[$1]:-} ]] && kill -0 "${PIDS[$1]}" 2>/dev/null; }

# end PID SECONDS: terminates a process; kills it if it has not ended after SECONDS.
end() {
    local until=$((SECONDS + $2))
    kill -TERM "$1" 2>/dev/null || return 0
    while kill -0 "$1" 2>/dev/null; do
        if ((SECONDS > until)); then
            pkill -KILL -P "$1" 2>/dev/null || true
            kill -KILL "$1" 2>/dev/null || true
        fi
        sleep 0.1
    done
}

# end_all: ends all processes, the database last.
end_all() {
    local name
    for name in "${!PIDS[@]}"; do
        [[ $name == mariadb ]] || kill -TERM "${PIDS[$name]}" 2>/dev/null || true
    done
    for name in "${!PIDS[@]}"; do
        [[ $name == mariadb ]] || end "${PIDS[$name]}" 30
    done
    [[ -z ${PIDS[mariadb]:-} ]] || end "${PIDS[mariadb]}" 30
    # only our own pid files: a cluster keeps running after a script that used its data has ended
    [[ -z ${DATA:-} ]] || for name in "${!PIDS[@]}"; do rm -f "$DATA/$name.pid"; done
}

# end_leftovers: ends what an interrupted start on the same data left running, the database last.
end_leftovers() {
    local file pid
    for file in "$DATA"/[!m]*.pid "$DATA"/m*.pid; do
        [[ -s $file ]] || continue
        pid=$(<"$file")
        if grep -qsF "$DATA" "/proc/$pid/cmdline"; then
            step "Stopping $(basename "$file" .pid), left running by an interrupted start"
            end "$pid" 30
        fi
        rm -f "$file"
    done
}
