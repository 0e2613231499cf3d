# The drills that break something while classes are at work: uk.thinkuknow.drill.FaultDrill loads and judges, this breaks.
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
    trap 'trap "" INT TERM HUP; clear_away; stop_all' EXIT
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
    export DRILL_ADDRESS=$ADDRESS DRILL_DATABASES=${DRILL_DATABASES% } DRILL_DB_PASSWORD=$DB_PASSWORD DRILL_SECRET=$APP_SECRET
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

fault_instance() {
    stack one_database
    rounds 10 an_instance_dies
}
an_instance_dies() {
    local victim=one port=$ONE_PORT since=$SECONDS
    (($1 % 2)) || victim=two port=$TWO_PORT
    kill_hard "$victim"
    sleep 1
    start_instance "$victim" "$port"
    while ((SECONDS - since < 10)); do sleep 0.2; done
}

fault_database() {
    stack one_database
    rounds 10 the_database_dies
}
the_database_dies() {
    kill_hard mariadb
    sleep 1
    start_mariadb "$DATA/mariadb" "$DB_PORT" "$DB_PASSWORD"
    sleep 8
}

fault_writer() {
    stack three_nodes
    rounds 10 the_writer_dies
}
the_writer_dies() {
    local writer
    writer=$(primary)
    kill_hard "n$writer"
    sleep 8
    start_node "$writer"
    await_node "$writer" 120
    sleep 2
}

fault_all_nodes() {
    stack three_nodes
    rounds 60 all_nodes_die
}
all_nodes_die() {
    local node
    for node in "${NODES[@]}"; do kill -KILL "${PIDS[n$node]}"; done
    for node in "${NODES[@]}"; do wait "${PIDS[n$node]}" 2>/dev/null || true; done
    for node in "${NODES[@]}"; do unset "PIDS[n$node]"; done
    start_nodes
    sleep 8
}

fault_frozen() {
    stack three_nodes
    rounds 10 the_writer_freezes
}
the_writer_freezes() {
    local writer
    writer=$(primary)
    kill -STOP "${PIDS[n$writer]}"
    sleep 10
    kill -CONT "${PIDS[n$writer]}"
    await_node "$writer" 60
    sleep 2
}

fault_disk_full() {
    as_root true || fail "The drill disk-full mounts a small disk, which takes root."
    end_stack
    mkdir -p "$DATA/mariadb"
    as_root mount -t tmpfs -o size=400m,mode=0777 tmpfs "$DATA/mariadb"
    MOUNTED=$DATA/mariadb
    stack one_database
    rounds 90 the_disk_is_full
}
the_disk_is_full() {
    dd if=/dev/zero of="$DATA/mariadb/filler" bs=64k status=none 2>/dev/null || true
    sleep 15
    rm -f "$DATA/mariadb/filler"
    sleep 65 # a MariaDB whose disk was full looks again once a minute
}

fault_new_version() {
    [[ -n ${THINKUKNOW_NEXT_APP:-} ]] || step "Without THINKUKNOW_NEXT_APP, the folder of another version, both are the same"
    stack one_database
    NONE_FAILED=none-failed
    rounds 10 another_version
}
# another_version ROUND: one instance after the other; to the version in THINKUKNOW_NEXT_APP, and in the next round back.
another_version() {
    local name APP=$APP
    ((${1} % 2 == 0)) || APP=${THINKUKNOW_NEXT_APP:-$APP}
    for name in one two; do
        drain "$name"
        end "${PIDS[$name]}" 40
        if [[ $name == one ]]; then start_instance one "$ONE_PORT"; else start_instance two "$TWO_PORT"; fi
        undrain "$name"
        sleep 3
    done
}

fault_restore() {
    use_backup
    stack one_database
    TO=$DATA/backups DB_DIR=$DATA/mariadb KEEP=14
    use_key
    rounds 10 gone_and_back
}
# gone_and_back ROUND: a full backup under load, a moment at which everything is counted, then harm, then back to that moment.
gone_and_back() {
    local moment since at try
    full_backup
    sleep 5
    tell hold
    for ((try = 0; try < 15; try++)); do # until no job wrote anything between the count and the moment
        at=$(sql "show binlog status")
        count_all "$DB_DIR/socket" >"$DATA/before"
        sleep "$(date +%N | awk '{print 1.01 - $1 / 1e9}')" # the next second begins
        moment=$(date -u +%FT%TZ)
        [[ $at != "$(sql "show binlog status")" ]] || break
    done
    sleep 1.1
    tell go-on
    sql "update school set name = concat(name, ' harmed') where name <> 'Given School'"
    sleep 5
    ship_log
    sql "update school set name = replace(name, ' harmed', '')"
    since=$SECONDS
    (INTO=$DATA/restored KEY=$DATA/backup-key.txt IN_PLACE='' && unset 'PIDS[mariadb]' && restore_to "$moment" >"$DATA/restore.log") || { tell failed && return; }
    if diff <(grep -vi snapshot "$DATA/before") <(grep -vi snapshot "$DATA/restored/counts") >"$DATA/differences"; then
        step "Back to $moment in $((SECONDS - since)) s: $(grep -c ^rows "$DATA/before") tables, $(awk '/^rows/ {n += $3} END {print n}' "$DATA/before") rows, all counts and checksums equal"
    else
        step "Restored to $moment, but these differ: $(head -n 5 "$DATA/differences")"
        tell failed
    fi
}

fault_slow_database() {
    end_stack
    DB_URL=jdbc:mariadb://127.0.0.1:$((PORT + 20))/thinkuknow
    echo 0 >"$DATA/delay"
    background line "$DATA/line.log" "$JAVA_HOME/bin/java" -Dthinkuknow.data="$DATA" -cp "$ROOT/target/test-classes" \
        uk.thinkuknow.drill.SlowLine $((PORT + 20)) "$DB_PORT" "$DATA/delay"
    stack one_database
    rounds 10 the_database_is_slow
}
the_database_is_slow() {
    echo $((100 * $1)) >"$DATA/delay"
    sleep 15
    echo 0 >"$DATA/delay"
    sleep 3
}

fault_sign_in_down() {
    end_stack
    prepare_keycloak
    start_keycloak
    stack one_database
    await_keycloak
    tell sign-in
    NONE_FAILED=none-failed
    rounds 10 nobody_can_sign_in
}
nobody_can_sign_in() {
    kill_hard keycloak
    tell visit 15
    start_keycloak
    await_keycloak
}

fault_secrets() {
    stack one_database
    rounds 10 secrets_change
}
# secrets_change ROUND: keys of worries and badges get a new first one; the database takes the old password and the new while
# the instances change over one by one; the application's own secret changes between lessons, because seats hang on it.
secrets_change() {
    local old=$DB_PASSWORD
    WORRY_KEYS="r$1:$(head -c 32 /dev/urandom | base64),$WORRY_KEYS"
    BADGE_KEYS="r$1:$(badge_key | cut -d: -f2),$BADGE_KEYS"
    DB_PASSWORD=$(random)
    DB_DIR=$DATA/mariadb
    sql "alter user thinkuknow@'127.0.0.1' identified via mysql_native_password using password('$old') or mysql_native_password using password('$DB_PASSWORD')"
    another_version 0
    sql "alter user thinkuknow@'127.0.0.1' identified by '$DB_PASSWORD'"
    tell password "$DB_PASSWORD"
    tell check 10 none-failed
    tell between
    APP_SECRET=$(random)
    another_version 0
    tell again "$APP_SECRET"
    tell round
    sleep 5
}

# each night on which the clocks change, and the night on which the school year does, a quarter of a minute after classes begin
fault_clocks() {
    local lib night
    lib=$(find /usr/lib -name libfaketime.so.1 -print -quit)
    [[ -n $lib ]] || { install faketime && lib=$(find /usr/lib -name libfaketime.so.1 -print -quit); }
    [[ -n $lib ]] || fail "The drill clocks needs the package faketime."
    for night in '2027-03-28T01:00:00Z' '2027-10-31T01:00:00Z' '2027-08-31T23:00:00Z'; do
        export FAKETIME
        FAKETIME=$(printf '%+ds' $(($(date -d "$night" +%s) - $(date +%s) - ${CLOCK_LEAD:-75})))
        step "Clocks are set: $night comes in ${CLOCK_LEAD:-75} s"
        export LD_PRELOAD=$lib FAKETIME_DONT_FAKE_MONOTONIC=1
        end_stack
        stack one_database
        tell round
        until (($(date +%s) >= $(date -d "$night" +%s) - 1)); do sleep 0.5; done
        [[ $night != *T23* ]] || tell forget-rooms # they close at midnight in London
        sleep 2
        tell more
        sleep 12
        tell check 10
        unset LD_PRELOAD FAKETIME
        [[ $night == 2027-08* ]] || end_load
    done
}

