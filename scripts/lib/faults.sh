# The faults of drills.table: one round of each, and its preparation.
# shellcheck shell=bash

kill_instance() {
    local victim=one port=$ONE_PORT since=$SECONDS
    (($1 % 2)) || victim=two port=$TWO_PORT
    kill_hard "$victim"
    sleep 1
    start_instance "$victim" "$port"
    while ((SECONDS - since < 10)); do sleep 0.2; done
}

# The other instance takes over the jobs when their claims expire, after a minute.
kill_instance_at_jobs() {
    local since=$SECONDS at ran these="job in ('audit-seal', 'worries', 'coverage', 'late-offers')"
    DB_DIR=$DATA/mariadb
    kill_hard one
    at=$(sql "select utc_timestamp(6)")
    sql "update job_turn set due_at = '$at', taken_by = 'dead', taken_until = '$at' + interval 1 minute where $these"
    until ran=$(sql "select count(*) from job_turn where $these and (ran_at <= '$at' or ran_at is null)") && ((ran == 0 || SECONDS - since > 75)); do sleep 1; done
    if ((ran == 0)); then
        step "ok    the other instance ran the jobs of the killed one within $((SECONDS - since)) s"
    else
        step "FAIL  $ran jobs of the killed instance did not run within 75 s"
        command_load failed
    fi
    start_instance one "$ONE_PORT"
}

kill_database() {
    kill_hard mariadb
    sleep 1
    start_mariadb "$DATA/mariadb" "$DB_PORT" "$DB_PASSWORD"
    sleep 8
}

kill_writer() {
    local writer
    writer=$(primary)
    kill_hard "n$writer"
    sleep 8
    start_node "$writer"
    await_node "$writer" 120
    sleep 2
}

kill_all_nodes() {
    kill_nodes
    start_nodes
    sleep 8
}
kill_nodes() {
    local node
    for node in "${NODES[@]}"; do kill -KILL "${PIDS[n$node]}"; done
    for node in "${NODES[@]}"; do wait "${PIDS[n$node]}" 2>/dev/null || true; done
    for node in "${NODES[@]}"; do unset "PIDS[n$node]"; done
}

freeze_writer() {
    local writer
    writer=$(primary)
    kill -STOP "${PIDS[n$writer]}"
    sleep 10
    kill -CONT "${PIDS[n$writer]}"
    sleep 4 # until it notices that the others continued without it
    await_node "$writer" 60
    sleep 2
}

# power_cuts: the power of one database is cut, of the writing node of three, and of all three at once. What they had not synced is lost.
power_cuts() {
    local failed=''
    command -v gcc >/dev/null || install gcc libc6-dev || fail "Install gcc for the drill power-cut."
    run "$RUN/gcc.log" gcc -O2 -shared -fPIC -o "$RUN/power-cut.so" "$ROOT/src/drill/c/power-cut.c" || fail "Compiling failed. See $RUN/gcc.log"
    local -x LD_PRELOAD=$RUN/power-cut.so POWER_CUT=$DATA
    SERVER_OPTIONS=(--innodb-use-native-aio=OFF --innodb-log-file-mmap=OFF)
    [[ " ${WITHOUT[*]} " != *' flush '* ]] || SERVER_OPTIONS+=(--innodb-flush-log-at-trx-commit=2)
    end_stack
    stack one_database
    rounds 10 cut_database
    end_load || failed="one database: $VERDICT"
    end_stack
    stack three_nodes
    rounds 10 cut_writer
    rounds 60 cut_all_nodes
    [[ -z $failed ]] || { step "FAIL  $failed" && command_load failed; }
    STACK='loses what is not synced' SERVER_OPTIONS=() # so that the next drill starts its own
}

# After a start MariaDB still writes the pages of new tables, and syncs its log for that: a database that does not sync would not be noticed.
cut_database() {
    sleep 5
    cut_power mariadb
    sleep 1
    start_mariadb "$DATA/mariadb" "$DB_PORT" "$DB_PASSWORD"
    sleep 8
}

cut_writer() {
    local writer
    writer=$(primary)
    cut_power "n$writer"
    sleep 8
    start_node "$writer"
    await_node "$writer" 120
    sleep 2
}

cut_all_nodes() {
    cut_power "${NODES[@]/#/n}"
    start_nodes
    sleep 8
}

# cut_power NAME...: of servers in the same moment; power-cut.c waits for the file.
cut_power() {
    local name try
    for name; do : >"$DATA/$name/power-cut"; done
    for name; do
        for ((try = 0; try < 100; try++)); do
            [[ $(jobs -rp) == *"${PIDS[$name]}"* ]] || break
            sleep 0.1
        done
        grep -q '^power cut:' "$DATA/$name/mariadb.log" || fail "The power of $name was not cut. See $DATA/$name/mariadb.log"
        step "$name: $(grep '^power cut:' "$DATA/$name/mariadb.log" | tail -n 1)"
        wait "${PIDS[$name]}" 2>/dev/null || true
        unset "PIDS[$name]"
        rm -f "$DATA/$name/power-cut"
    done
}

before_fill_disk() {
    as_root true || fail "The drill disk-full mounts a small disk. Run it as root."
    end_stack
    mkdir -p "$DATA/mariadb"
    as_root mount -t tmpfs -o size=400m,mode=0777 tmpfs "$DATA/mariadb"
    MOUNTED=$DATA/mariadb
}
fill_disk() {
    dd if=/dev/zero of="$DATA/mariadb/filler" bs=64k status=none 2>/dev/null || true
    sleep 15
    rm -f "$DATA/mariadb/filler"
    sleep 65 # MariaDB tries again once a minute after the disk was full
}

# Starts the last version with its demo data; this version then takes over the installation.
before_replace_version() {
    THIS_APP=$APP
    build_last_version
    before_kill_keycloak
    APP=$LAST_APP
}
after_replace_version() {
    command_load pages
    APP=$THIS_APP
    after_kill_keycloak
}
# replace_version ROUND: replaces the last version with this one, or this one with the last in even rounds. Before a new instance gets
# requests, the figures must be the same, and a lesson of seconds is signed, which is in the figures if the other instance says so.
replace_version() {
    (($1 > 1)) || command_load staff
    if (($1 % 2)); then APP=$THIS_APP; else APP=$LAST_APP; fi
    replace_instance one same "sign 24"
    replace_instance two same "sign 24"
    if THINKUKNOW_APP=$APP "$ROOT/scripts/totals-rebuild" --data "$DATA" --check >"$DATA/totals.log" 2>&1 9>&-; then
        step "ok    counted again from the signed returns: the same totals"
    else
        step "FAIL  counted again from the signed returns: other totals, see $DATA/totals.log"
        command_load failed
    fi
}
# replace_instance NAME [COMMAND...]: replaces an instance with APP; sends commands to the load before the balancer sends it requests.
replace_instance() {
    local name=$1 port=$ONE_PORT each
    [[ $1 == one ]] || port=$TWO_PORT
    shift
    drain "$name"
    end "${PIDS[$name]}" 40
    start_instance "$name" "$port"
    for each; do command_load "$each"; done
    undrain "$name"
    sleep 3
}

before_restore_after_damage() { use_backup; }
# restore_after_damage ROUND: a full backup under load, counts at one moment, then damage, then a restore to that moment.
restore_after_damage() {
    local moment since at try
    TO=$DATA/backups DB_DIR=$DATA/mariadb KEEP=14
    use_key
    full_backup
    sleep 5
    command_load hold
    for ((try = 0; try < 15; try++)); do # until no job writes between the counts and the moment
        at=$(sql "show binlog status")
        count_tables "$DB_DIR/socket" >"$DATA/before"
        sleep "$(date +%N | awk '{print 1.01 - $1 / 1e9}')" # until the next second begins
        moment=$(date -u +%FT%TZ)
        [[ $at != "$(sql "show binlog status")" ]] || break
    done
    sleep 1.1
    command_load go-on
    sql "update school set name = concat(name, ' harmed') where name <> 'Given School'"
    sleep 5
    copy_log
    sql "update school set name = replace(name, ' harmed', '')"
    since=$SECONDS
    (INTO=$DATA/restored KEY=$DATA/backup-key.txt IN_PLACE='' UNSEALED='' && restore_to "$moment" >"$DATA/restore.log") || { command_load failed && return; }
    if same_counts "$DATA/before" "$DATA/restored/counts" >"$DATA/differences"; then
        step "Restored to $moment in $((SECONDS - since)) s: $(sum_of_counts "$DATA/before"), all counts and checksums equal"
    else
        step "Restored to $moment, but these differ: $(head -n 5 "$DATA/differences")"
        command_load failed
    fi
}

before_slow_database() {
    end_stack
    DB_URL=jdbc:mariadb://127.0.0.1:$((PORT + 20))/thinkuknow?sslMode=verify-full
    echo 0 >"$DATA/delay"
    background line "$DATA/line.log" "$JAVA_HOME/bin/java" -Dthinkuknow.data="$DATA" -cp "$ROOT/target/test-classes" \
        uk.thinkuknow.drill.DelayProxy $((PORT + 20)) "$DB_PORT" "$DATA/delay"
}
slow_database() {
    echo $((100 * $1)) >"$DATA/delay"
    sleep 15
    echo 0 >"$DATA/delay"
    sleep 3
}

before_kill_keycloak() {
    end_stack
    export QUARKUS_OIDC_TOKEN_REFRESH_TOKEN_TIME_SKEW=59M55S # tokens are then renewed after five seconds instead of five minutes
    prepare_keycloak
    start_keycloak
    await_keycloak
}
after_kill_keycloak() {
    unset QUARKUS_OIDC_TOKEN_REFRESH_TOKEN_TIME_SKEW
    STACK='renews early' # so that the next drill starts its own instances
}
# An instance that starts while Keycloak is away connects as soon as it is back, before anybody signed in opens a page.
kill_keycloak() {
    (($1 > 1)) || command_load sign-in
    kill_hard keycloak
    command_load visit 15
    replace_instance two
    start_keycloak
    await_keycloak
    sleep 15
    kill_hard keycloak
    command_load visit 15
    start_keycloak
    await_keycloak
}

# rotate_secrets ROUND: adds new first keys for worries and badges; lets the database accept the old and the new password while the
# instances are replaced one by one; changes the application's own secret between lessons, because seat tokens are signed with it.
rotate_secrets() {
    local old=$DB_PASSWORD
    WORRY_KEYS="r$1:$(head -c 32 /dev/urandom | base64),$WORRY_KEYS"
    BADGE_KEYS="r$1:$(badge_key | cut -d: -f2),$BADGE_KEYS"
    DB_PASSWORD=$(random)
    DB_DIR=$DATA/mariadb
    sql "alter user thinkuknow@'127.0.0.1' identified via mysql_native_password using password('$old') or mysql_native_password using password('$DB_PASSWORD')"
    replace_instance one
    replace_instance two
    sql "alter user thinkuknow@'127.0.0.1' identified by '$DB_PASSWORD'"
    command_load password "$DB_PASSWORD"
    command_load check 10 none-failed
    command_load between
    APP_SECRET=$(random)
    replace_instance one
    replace_instance two
    command_load again "$APP_SECRET"
    command_load round
    sleep 5
}

# clock_library: prints the library that gives a process another clock.
clock_library() {
    local find=(find /usr/lib -name libfaketime.so.1 -print -quit)
    [[ -n $("${find[@]}") ]] || install faketime >&2 || fail "Install the package faketime for the drill $NAME."
    "${find[@]}"
}

# Both nights on which the clocks change, and the night on which the school year changes, soon after classes start. Each night and
# round has a new installation.
change_clocks() {
    local lib night round before=''
    lib=$(clock_library)
    for ((round = 1; round <= ROUNDS; round++)); do
        for night in '2027-03-28T01:00:00Z' '2027-10-31T01:00:00Z' '2027-08-31T23:00:00Z'; do
            [[ -z $before ]] || end_load
            change_clock_at "$lib" "$night"
            before=$night
        done
    done
}
change_clock_at() {
    local lead=${CLOCK_LEAD:-120} left
    export FAKETIME
    FAKETIME=$(printf '%+ds' $(($(date -d "$2" +%s) - $(date +%s) - lead)))
    step "Clocks set to $lead s before $2"
    # otherwise timed waits in the JVM and in MariaDB return at once, and both cores are full
    export LD_PRELOAD=$1 FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_FORCE_MONOTONIC_FIX=0
    end_stack
    stack one_database
    command_load round
    left=$(($(date -d "$2" +%s) - $(date +%s)))
    ((left > 5)) || fail "Classes started too late for the clock. Run again with CLOCK_LEAD=$((lead - left + 30)) scripts/drill clocks"
    until (($(date +%s) >= $(date -d "$2" +%s) - 1)); do sleep 0.5; done
    [[ $2 != *T23* ]] || command_load forget-rooms # rooms close at midnight in London
    sleep 2
    command_load more
    sleep 12
    command_load check 10
    unset LD_PRELOAD FAKETIME
}
