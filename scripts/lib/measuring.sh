# Runs benchmarks: starts what a benchmark needs, then its class. NAME and WHAT are its row in benches.table.
# shellcheck shell=bash

# measure_with_browser OPTION...: Maven starts the product, and the class measures it in a browser.
measure_with_browser() {
    DATA=$RUN/drill
    at_end end_all
    in_a_browser "$WHAT" "$@"
}

# measure_with_application OPTION...: the class loads the application over HTTP, as children do.
measure_with_application() {
    prepare_to_measure
    build_application
    learn_to_start
    build_tests
    start_database
    start_application
    await_application
    # Real clients run on other machines, and do not wait until the product leaves them a processor.
    local tasks=(/proc/"${PIDS[application]}"/task/* /proc/"${PIDS[mariadb]}"/task/*)
    [[ ${NAME:-} != peak ]] || renice -n 5 -p "${tasks[@]##*/}" >/dev/null
    measure "$@"
}

# measure_with_signed-in OPTION...: like measure_with_application, with Keycloak, because teachers watch their rooms; and with a second
# instance and two balancers, which do nothing until the first instance is killed.
measure_with_signed-in() {
    prepare_to_measure
    build_application
    learn_to_start
    build_tests
    start_database
    ulimit -n 1048576 2>/dev/null || ulimit -n "$(ulimit -Hn)"
    start_two_instances
    PIDS[application]=${PIDS[one]}
    unset 'PIDS[one]'
    prepare_keycloak
    start_keycloak
    await_keycloak
    start_balancer
    export BENCH_DIRECT=http://127.0.0.1:$ONE_PORT
    # a page takes two open files of a balancer, and some machines allow a process 20,000
    PIDS[first]=${PIDS[balancer]}
    mv "$DATA/balancer.pid" "$DATA/first.pid"
    BENCH_SECOND=$(free_port $((PORT + 20)))
    PORT=$BENCH_SECOND start_balancer
    export BENCH_SECOND=http://127.0.0.1:$BENCH_SECOND
    measure "$@"
}

# measure_with_database OPTION...: the class calls the product's code directly; then whole pages and signatures on the same data.
measure_with_database() {
    local status=0
    prepare_to_measure
    build_application
    build_tests
    start_database
    measure "$@" || status=$?
    measure_in_a_test ReachPagesBench || status=$?
    return "$status"
}

# measure_with_test OPTION...: times whole pages for signed-in staff, which only a test can simulate.
measure_with_test() {
    prepare_to_measure
    start_database
    measure_in_a_test "$WHAT" "$@"
}

prepare_to_measure() {
    PORT=$(free_port 8500) DATA=$RUN/bench DEMO=true PUBLIC=''
    source "$ROOT/scripts/lib/installation.sh"
    at_end stop_all
    take_data_folder
    unset DB_OWNER_PASSWORD # benchmarks fill tables and create some, so one user has all rights
    use_jdk
    use_maven
    use_mariadb
}

start_database() {
    rm -rf "$DATA/mariadb" "$DATA"/*.log
    start_mariadb "$DATA/mariadb" "$DB_PORT" "$DB_PASSWORD"
}

measure() {
    step "Ready; measuring ..."
    export BENCH_ADDRESS=$ADDRESS BENCH_METRICS=http://127.0.0.1:$MANAGEMENT_PORT/q/metrics BENCH_SECRET=$APP_SECRET \
        BENCH_DB_URL=jdbc:mariadb://127.0.0.1:$DB_PORT/thinkuknow?sslMode=verify-full BENCH_DB_USER=thinkuknow BENCH_DB_PASSWORD=$DB_PASSWORD \
        BENCH_APP_PID=${PIDS[application]:-0} BENCH_DB_PID=${PIDS[mariadb]}
    run_tool "uk.thinkuknow.bench.$WHAT" "$@"
}

measure_in_a_test() {
    step "Ready; measuring ..."
    export THINKUKNOW_DB_URL=jdbc:mariadb://127.0.0.1:$DB_PORT/thinkuknow?sslMode=verify-full THINKUKNOW_DB_PASSWORD=$DB_PASSWORD
    run_maven test -Dspotless.check.skip -Dtest="$1" "${@:2}" | grep -E '^(PASS|FAIL|GOAL|[a-z_]+[a-z0-9_]*: [0-9])|^\[ERROR\]'
}
