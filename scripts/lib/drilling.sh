# Runs drills, by their kind in drills.table. Fault drills are caused here; uk.thinkuknow.drill.FaultDrill makes the load and the verdict.
# shellcheck shell=bash

# browser_drill OPTION...: Maven starts the product, and a class drives it in a browser.
browser_drill() {
    at_end end_all
    case $NAME in
        wifi) command -v nft >/dev/null || install nftables || true ;;
        axe) check_old_browsers ;;
        pages) export TRY_ALL=true ;;
    esac
    in_a_browser "$WHAT" "$@"
}

# two_instances_drill OPTION...: a class drives two instances behind a balancer, and kills the first.
two_instances_drill() {
    use_installation ''
    at_end stop_all
    take_data_folder
    use_jdk
    use_maven
    use_mariadb
    use_chromium
    build_application
    build_tests
    rm -rf "$DATA/mariadb" "$DATA/keycloak" "$DATA"/*.log
    start_mariadb "$DATA/mariadb" "$DB_PORT" "$DB_PASSWORD"
    prepare_keycloak
    start_keycloak
    start_two_instances
    await_keycloak
    start_balancer
    step "Ready; starting the lesson ..."
    export DRILL_ADDRESS=$ADDRESS DRILL_DB_URL="jdbc:mariadb://127.0.0.1:$DB_PORT/thinkuknow?connectionTimeZone=UTC&sslMode=verify-full" DRILL_DB_PASSWORD=$DB_PASSWORD \
        DRILL_VICTIM=${PIDS[one]} PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
    run_tool "$WHAT" "$@"
}

# samples_drill [MAVEN OPTION...]: runs the tests that use TestSample, with all their cases.
samples_drill() {
    local tests
    tests=$(cd "$ROOT" && grep -rl --include='*Test.java' --include='HostileTexts.java' TestSample src/http src/test | sed 's#.*/##; s#HostileTexts#LinearPatternsTest#; s#\.java##' | paste -sd,)
    TRY_ALL=true exec "$ROOT/scripts/test" -Djourneys.skip -Dtest="$tests" "$@"
}

alerts_drill() {
    command -v promtool >/dev/null || install prometheus || fail "promtool is missing. Install Prometheus."
    cd "$ROOT/docker/monitoring" || exit
    promtool check rules alerts.yml && promtool test rules alerts-test.yml && promtool check config prometheus.yml
}

# use_installation SCHEME: sets the ports of an installation in DATA; SCHEME https makes it public.
use_installation() {
    PORT=$(free_port $((8200 + RANDOM % 40 * 5))) DEMO=true PUBLIC=''
    [[ $1 != https ]] || PUBLIC=https://localhost:$PORT
    source "$ROOT/scripts/lib/installation.sh"
}

# fault_drill NAME... [--rounds N] [--children N] [--from N] [--without unique-key|retry|flush|key|version]
fault_drill() {
    local names=() each status=0 table=$ROOT/target/drill/table.md
    ROUNDS=5 CHILDREN=60 FROM=1 WITHOUT=() STACK=''
    while (($#)); do
        case $1 in
            --rounds) ROUNDS=${2:?--rounds needs a number} && shift 2 ;;
            --children) CHILDREN=${2:?--children needs a number} && shift 2 ;;
            --from) FROM=${2:?--from needs the number of a round} && shift 2 ;;
            --without) WITHOUT+=("${2:?--without needs unique-key, retry, flush, key or version}") && shift 2 ;;
            all) mapfile -t names < <(names_in drills fault) && shift ;;
            *) find_row drills "$1" && [[ $KIND == fault ]] && names+=("$1") && shift || fail "Unknown option or drill $1. See scripts/drill --help" ;;
        esac
    done
    use_installation ''
    at_end end_drill
    take_data_folder
    use_jdk
    [[ -n ${THINKUKNOW_APP:-} && -s $RUN/test.classpath ]] || use_maven
    build_application
    [[ -n ${THINKUKNOW_APP:-} && -s $RUN/test.classpath ]] || build_tests
    ! mountpoint -q "$DATA/mariadb" || as_root umount "$DATA/mariadb"
    end_stack
    mkdir -p "$(dirname "$table")"
    printf '%s\n' "| drill | verdict |" "|---|---|" >"$table"
    for each in "${names[@]}"; do
        NAME=$each VERDICT="FAIL  $each: aborted"
        [[ ${#names[@]} == 1 ]] || say "" "== $each"
        run_fault
        end_load || status=1
        echo "| $each | $VERDICT |" >>"$table"
    done
    [[ ${#names[@]} == 1 ]] || say "" "$(<"$table")"
    return "$status"
}

# run_fault: runs the drill in the row of NAME, between before_ACT and after_ACT where these functions exist.
run_fault() {
    local stack limit act
    find_row drills "$NAME"
    [[ $WHAT == *' '* ]] || { "$WHAT" && return; }
    read -r stack limit act NONE_FAILED <<<"$WHAT"
    ! declare -F "before_$act" >/dev/null || "before_$act"
    stack "$stack"
    rounds "$limit" "$act"
    ! declare -F "after_$act" >/dev/null || "after_$act"
}

# end_drill: ends the processes of a drill, and unmounts its disk.
end_drill() {
    stop_all
    [[ -z ${MOUNTED:-} ]] || as_root umount "$MOUNTED"
    [[ -z ${NETWORK:-} ]] || remove_networks
}

# one_database, three_nodes: start the database that the drill uses.
one_database() {
    use_mariadb
    start_mariadb "$DATA/mariadb" "$DB_PORT" "$DB_PASSWORD" "$@"
    DRILL_DATABASES=jdbc:mariadb://127.0.0.1:$DB_PORT/thinkuknow?sslMode=verify-full
}

three_nodes() {
    local node
    NODE_PORT=$((PORT + 30))
    use_galera
    [[ -z ${NETWORK:-} ]] || make_networks
    start_nodes
    create_database 1
    DB_URL=$(database_url) DRILL_DATABASES=''
    for node in "${NODES[@]}"; do DRILL_DATABASES+="jdbc:mariadb://$(node_address "$node"):$(sql_port "$node")/thinkuknow?sslMode=verify-full "; done
}

# stack KIND: starts the database, two instances and a balancer; kept for the next drill with the same KIND.
stack() {
    if [[ $STACK != "$1" ]]; then
        [[ -z $STACK ]] || end_stack
        "$1"
        start_two_instances
        start_balancer
        STACK=$1
    fi
    begin_load
}

end_stack() {
    end_all
    [[ -z ${MOUNTED:-} ]] || as_root umount "$MOUNTED"
    PIDS=() STACK='' DB_URL='' NODE_PORT='' MOUNTED=''
    rm -rf "$DATA/mariadb" "$DATA"/n[123] "$DATA"/*.log "$DATA/backups" "$DATA/keycloak"
}

# begin_load: starts the children. command_load WORD...: sends a command to the load and prints its answer.
begin_load() {
    export DRILL_ADDRESS=$ADDRESS DRILL_DATABASES=${DRILL_DATABASES% } DRILL_DB_PASSWORD=$DB_PASSWORD DRILL_DB_OWNER_PASSWORD=$DB_OWNER_PASSWORD DRILL_SECRET=$APP_SECRET
    coproc LOAD {
        exec setpriv --pdeathsig TERM "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx384m -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
            -Dthinkuknow.data="$DATA" -cp "$ROOT/target/test-classes:$ROOT/target/classes:$(cat "$RUN/test.classpath")" \
            uk.thinkuknow.drill.FaultDrill "$NAME" "${WITHOUT[@]}" 2>>"$DATA/load.log" 9>&-
    }
    PIDS[load]=$LOAD_PID
    step "Classes started: $CHILDREN children at work"
    command_load begin "$CHILDREN"
}

command_load() {
    local line
    echo "$*" >&"${LOAD[1]}" || fail "The load ended unexpectedly. See $DATA/load.log"
    while IFS= read -r -u "${LOAD[0]}" line; do
        [[ $line != . ]] || return 0
        if [[ $line == PASS* || $line == FAIL*" rounds, "* ]]; then say "$line" && VERDICT=$line; else step "$line"; fi
    done
    fail "The load ended unexpectedly. See $DATA/load.log"
}

end_load() {
    local status=0
    command_load end
    eval "exec ${LOAD[1]}>&-"
    wait "${PIDS[load]}" || status=$?
    unset 'PIDS[load]'
    return "$status"
}

# rounds SECONDS ACT: runs ACT in each round; no child may wait longer than SECONDS.
rounds() {
    local limit=$1 round
    shift
    for ((round = 1; round <= ROUNDS; round++)); do
        command_load round
        "$1" "$round"
        # shellcheck disable=SC2086
        command_load check "$limit" ${NONE_FAILED:-}
    done
}

kill_hard() {
    pkill -KILL -P "${PIDS[$1]}" || true
    kill -KILL "${PIDS[$1]}"
    wait "${PIDS[$1]}" 2>/dev/null || true
    unset "PIDS[$1]"
}
