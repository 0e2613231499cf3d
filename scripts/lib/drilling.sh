# What the drills of faults stand on: an installation, children at work (uk.thinkuknow.drill.FaultDrill loads and judges), rounds.
# shellcheck shell=bash
FAULTS=(instance database new-version restore secrets writer frozen all-nodes sign-in-down slow-database disk-full clocks)

# fault_drills NAME... [--rounds N] [--children N] [--without unique-key|retry]
fault_drills() {
    local names=() each status=0 table=$ROOT/target/drill/table.md
    ROUNDS=5 CHILDREN=60 WITHOUT=() STACK=''
    while (($#)); do
        case $1 in
            --rounds) ROUNDS=${2:?--rounds needs a number} && shift 2 ;;
            --children) CHILDREN=${2:?--children needs a number} && shift 2 ;;
            --without) WITHOUT+=("${2:?--without needs unique-key or retry}") && shift 2 ;;
            all) names=("${FAULTS[@]}") && shift ;;
            *) [[ " ${FAULTS[*]} " == *" $1 "* ]] && names+=("$1") && shift || fail "$1 is not known here: scripts/drill --help" ;;
        esac
    done
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    trap 'code=$?; trap "" INT TERM HUP; clear_away; stop_all "$code"' EXIT
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
        NAME=$each NONE_FAILED='' VERDICT="FAIL  $each: it did not come to its end"
        [[ ${#names[@]} == 1 ]] || say "" "== $each"
        "fault_${each//-/_}"
        end_load || status=1
        echo "| $each | $VERDICT |" >>"$table"
    done
    [[ ${#names[@]} == 1 ]] || say "" "$(<"$table")"
    return "$status"
}

# clear_away: what a drill put into the system besides processes.
clear_away() {
    [[ -z ${MOUNTED:-} ]] || { end_all && as_root umount "$MOUNTED" || true; }
}

# one_database, three_nodes: what the load runs on.
one_database() {
    use_mariadb
    start_mariadb "$DATA/mariadb" "$DB_PORT" "$DB_PASSWORD" "$@"
    DRILL_DATABASES=jdbc:mariadb://127.0.0.1:$DB_PORT/thinkuknow
}

three_nodes() {
    local node
    NODE_PORT=$((PORT + 30))
    use_galera
    start_nodes
    make_database 1
    DB_URL=$(database_url) DRILL_DATABASES=''
    for node in "${NODES[@]}"; do DRILL_DATABASES+="jdbc:mariadb://127.0.0.1:$(sql_port "$node")/thinkuknow "; done
}

# stack KIND: one database or three nodes, two instances and a balancer; kept for the next drill that wants the same.
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

# begin_load: children at work from now on. tell WORD...: what the load is to do; shows what it says to that.
begin_load() {
    export DRILL_ADDRESS=$ADDRESS DRILL_DATABASES=${DRILL_DATABASES% } DRILL_DB_PASSWORD=$DB_PASSWORD DRILL_DB_OWNER_PASSWORD=$DB_OWNER_PASSWORD DRILL_SECRET=$APP_SECRET
    coproc LOAD {
        exec setpriv --pdeathsig TERM "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx384m -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
            -Dthinkuknow.data="$DATA" -cp "$ROOT/target/test-classes:$ROOT/target/classes:$(cat "$RUN/test.classpath")" \
            uk.thinkuknow.drill.FaultDrill "$NAME" "${WITHOUT[@]}" 2>>"$DATA/load.log" 9>&-
    }
    PIDS[load]=$LOAD_PID
    step "Classes begin: $CHILDREN children at work"
    tell begin "$CHILDREN"
}

tell() {
    local line
    echo "$*" >&"${LOAD[1]}" || fail "The load has ended: see $DATA/load.log"
    while IFS= read -r -u "${LOAD[0]}" line; do
        [[ $line != . ]] || return 0
        if [[ $line == PASS* || $line == FAIL*" rounds, "* ]]; then say "$line" && VERDICT=$line; else step "$line"; fi
    done
    fail "The load has ended: see $DATA/load.log"
}

end_load() {
    local status=0
    tell end
    eval "exec ${LOAD[1]}>&-"
    wait "${PIDS[load]}" || status=$?
    unset 'PIDS[load]'
    return "$status"
}

# rounds SECONDS ACT: so often; nobody may wait for longer.
rounds() {
    local limit=$1 round
    shift
    for ((round = 1; round <= ROUNDS; round++)); do
        tell round
        "$1" "$round"
        # shellcheck disable=SC2086
        tell check "$limit" ${NONE_FAILED:-}
    done
}

kill_hard() {
    pkill -KILL -P "${PIDS[$1]}" || true
    kill -KILL "${PIDS[$1]}"
    wait "${PIDS[$1]}" 2>/dev/null || true
    unset "PIDS[$1]"
}
