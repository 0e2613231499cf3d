# Two instances of the application on one database, behind a load balancer that sends each request to the next instance.
# shellcheck shell=bash

# start_two_instances: starts "one", which creates the tables and the demo data, and then "two".
start_two_instances() {
    ONE_PORT=$(free_port $((PORT + 10))) && TWO_PORT=$((ONE_PORT + 2))
    export THINKUKNOW_BEHIND_PROXY=true
    start_instance one "$ONE_PORT"
    start_instance two "$TWO_PORT"
}

start_instance() {
    [[ -z ${NETWORK:-} || $1 != two ]] || local DB_URL="$DB_URL&localSocketAddress=$NETWORK.2"
    PORT=$2 MANAGEMENT_PORT=$(($2 + 1)) start_application
    PIDS[$1]=${PIDS[application]}
    unset 'PIDS[application]'
    mv "$DATA/application.pid" "$DATA/$1.pid"
    await "$1" 240 answers "$(($2 + 1))" /q/health/ready || {
        say_log_end "$DATA/application.log" >&2
        fail "Instance $1 did not start. See the end of $DATA/application.log above."
    }
}

# start_balancer: HAProxy, with socat for its commands, or a small balancer from the tests if they cannot be installed.
start_balancer() {
    if { command -v haproxy && command -v socat; } >/dev/null || install haproxy socat; then
        # -u LD_PRELOAD: with the faked clock of a drill HAProxy would never check the instances
        background balancer "$DATA/balancer.log" env -u LD_PRELOAD FRONT="127.0.0.1:$PORT" ONE="127.0.0.1:$ONE_PORT" TWO="127.0.0.1:$TWO_PORT" \
            ONE_ALIVE="$((ONE_PORT + 1))" TWO_ALIVE="$((TWO_PORT + 1))" ADMIN="$DATA/balancer.socket" FIGURES="127.0.0.1:$((PORT + 14))" haproxy -db -C "$DATA" -f "$ROOT/docker/haproxy/thinkuknow.cfg"
    else
        step "HAProxy is missing and cannot be installed: using a small balancer from the tests"
        background balancer "$DATA/balancer.log" "$JAVA_HOME/bin/java" -Dthinkuknow.data="$DATA" -cp "$ROOT/target/test-classes" \
            uk.thinkuknow.drill.RoundRobinBalancer "$PORT" "$ONE_PORT" "$TWO_PORT"
    fi
    await balancer 20 answers "$PORT" / || fail "The balancer did not start. See $DATA/balancer.log"
}

# drain NAME, undrain NAME: stops or resumes sending requests to an instance; requests in progress finish.
drain() { command_balancer "set server instances/$1 state drain" && sleep 2; }
undrain() { command_balancer "set server instances/$1 state ready"; }

# await_balanced NAME: waits until the balancer sends requests to an instance; until then the other one must not stop.
await_balanced() { await balancer 30 is_balanced "$1" || fail "The balancer does not send requests to instance $1. See $DATA/balancer.log"; }
is_balanced() {
    [[ ! -S $DATA/balancer.socket ]] ||
        socat - "UNIX-CONNECT:$DATA/balancer.socket" <<<'show stat' | grep -q "^instances,$1,\(.*,\)\?UP,"
}
command_balancer() {
    [[ ! -S $DATA/balancer.socket ]] || socat - "UNIX-CONNECT:$DATA/balancer.socket" <<<"$1" >/dev/null
}
