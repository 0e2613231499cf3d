# The commands of scripts/cluster. Processes keep running after a command ends; the next command finds them by DATA/*.pid.
# shellcheck shell=bash

# first_taken_port PORT: prints the first port of a cluster at PORT that is in use; fails if all are free. In order: balancer, Keycloak and
# the rest of an installation; instances and metrics; nodes: SQL, group, incremental transfer, full transfer.
first_taken_port() {
    local each
    for each in 0 1 2 3 4 10 11 12 13 14 31 32 33 41 42 43 51 52 53 61 62 63; do
        ! taken $(($1 + each)) || { echo $(($1 + each)) && return; }
    done
    return 1
}

# open_cluster: locks the data folder, reads its ports and secrets, and finds what is running.
open_cluster() {
    local each
    [[ $VERB == up || -s $DATA/cluster.env ]] || fail "No cluster in $DATA yet. Create one: scripts/cluster up"
    mkdir -p "$DATA" "$RUN" && DATA=$(cd "$DATA" && pwd)
    exec 9>"$DATA/lock"
    flock -n 9 || fail "Another scripts/cluster is at work on $DATA. Wait until it ends."
    if [[ -s $DATA/cluster.env ]]; then
        local port=$PORT demo=$DEMO
        # shellcheck disable=SC1091
        source "$DATA/cluster.env"
        [[ -z $port || $port == "$PORT" ]] || fail "The cluster in $DATA uses port $PORT. Omit --port, or choose another folder with --data."
        [[ -z $demo || $demo == "$DEMO" ]] || fail "The cluster in $DATA was created with demo data. Omit --no-demo, or choose another folder with --data."
    else
        [[ -n $DEMO || ! -s $DATA/secrets.env ]] || DEMO=$(sed -n 's/^DEMO=//p' "$DATA/secrets.env")
        if [[ -n $PORT ]]; then
            [[ $PORT =~ ^[0-9]+$ ]] && ((PORT > 0 && PORT < 65400)) || fail "--port needs a number below 65400, not $PORT."
            ! each=$(first_taken_port "$PORT") || fail "Port $each is in use. Stop that program, or choose another --port; the cluster also uses the 63 ports after it."
        else
            PORT=8380
            while first_taken_port "$PORT" >/dev/null; do PORT=$((PORT + 100)); done
        fi
        NODE_PORT=$((PORT + 30)) DEMO=${DEMO:-true}
        printf '%s\n' "PORT=$PORT" "NODE_PORT=$NODE_PORT" "DEMO=$DEMO" >"$DATA/cluster.env"
    fi
    source "$ROOT/scripts/lib/installation.sh"
    ONE_PORT=$((PORT + 10)) TWO_PORT=$((PORT + 12)) DB_URL=$(database_url)
    export THINKUKNOW_BEHIND_PROXY=true
    use_secrets
    export_owner
    know_running
}

cluster_up() {
    use_jdk
    use_galera
    [[ -n ${THINKUKNOW_APP:-} ]] || use_maven
    build_application
    learn_to_start
    start_nodes
    create_database "$(primary)"
    if [[ $WITH_KEYCLOAK == true ]] && ! runs keycloak; then
        prepare_keycloak
        start_keycloak
    fi
    runs one || start_instance_copy one "$ONE_PORT"
    runs two || start_instance_copy two "$TWO_PORT"
    runs balancer || start_balancer
    if [[ $WITH_KEYCLOAK == true ]] && ! answers "$KEYCLOAK_MANAGEMENT_PORT" /health/ready; then
        step "Waiting for Keycloak, where staff sign in ..."
        await_keycloak
        follow_realm
    fi
    cluster_status || true
    say "" "  Children   $ADDRESS/" "  Staff      $ADDRESS/staff     (demo: tess, a teacher, tess-demo-2026; mina, a manager, mina-demo-2026)" \
        "  Stop with:  scripts/cluster down" ""
}

# start_instance_copy NAME PORT: runs a copy of APP (or the instance's last copy if APP is empty), so that a new version can be built meanwhile.
start_instance_copy() {
    local copy=$DATA/app-$1
    step "Starting instance $1 ..."
    if [[ -n ${APP:-} ]]; then
        rm -rf "$copy"
        cp -al "$APP" "$copy" 2>/dev/null || { rm -rf "$copy" && cp -a "$APP" "$copy"; }
    fi
    APP=$copy start_instance "$1" "$2"
    ! runs balancer || { undrain "$1" && await_balanced "$1"; }
}

cluster_status() {
    local node name first whole=0
    use_galera
    first=$(primary) || first=''
    say "" "Nodes"
    for node in "${NODES[@]}"; do
        if ! runs "n$node"; then
            say "  $node  not running            start it:  scripts/cluster $([[ -n $first ]] && echo "start $node" || echo up)"
            whole=1
        elif is_synced "$node"; then
            say "  $node  $(node_status "$node" local_state_comment), one of $(node_status "$node" cluster_size), at transaction $(node_status "$node" last_committed)$([[ $node != "$first" ]] || echo ' - does the work')"
        else
            say "  $node  runs but takes no work ($(node_status "$node" local_state_comment))$(! needs_restart "$node" || echo "   start it again:  scripts/cluster start $node")"
            whole=1
        fi
    done
    say "Instances"
    for name in one two; do
        local port=ONE_PORT
        [[ $name == one ]] || port=TWO_PORT
        if ! runs "$name"; then
            say "  $name  not running          start it:  scripts/cluster $([[ -n $first ]] && echo "start $name" || echo up)"
            whole=1
        elif answers "$((${!port} + 1))" /q/health/ready; then
            say "  $name  ready on port ${!port}"
        else
            say "  $name  running but not ready: see $DATA/application.log"
            whole=1
        fi
    done
    say "Others"
    for name in balancer keycloak; do
        if runs "$name"; then
            say "  $name  running"
        elif [[ $name == keycloak && ! -d $DATA/keycloak ]]; then
            say "  $name  never started here"
        else
            say "  $name  not running          start it:  scripts/cluster up"
            whole=1
        fi
    done
    return "$whole"
}

process_of() { [[ $1 =~ ^[123]$ ]] && echo "n$1" || echo "$1"; }

kill_member() {
    local name
    name=$(process_of "$1")
    runs "$name" || fail "$1 is not running. Check with: scripts/cluster status"
    kill -KILL "${PIDS[$name]}"
    rm -f "$DATA/$name.pid"
    step "Killed $1"
}

stop_member() {
    local name
    name=$(process_of "$1")
    runs "$name" || fail "$1 is not running. Check with: scripts/cluster status"
    [[ $name == n* ]] || drain "$name"
    end "${PIDS[$name]}" 60
    rm -f "$DATA/$name.pid"
    step "Stopped $1"
}

start_member() {
    local name
    name=$(process_of "$1")
    if [[ $name == n* ]]; then
        use_galera
        ! needs_restart "$1" || stop_node "$1"
        ! runs "$name" || fail "$1 is already running. Check with: scripts/cluster status"
        [[ -z $REBUILD ]] || rebuild_node "$1"
        primary >/dev/null || fail "No other node takes work. Start all nodes, so that the right one starts first: scripts/cluster up"
        start_node "$1"
        await_node "$1" 300
        step "Node $1 has joined; nodes in the cluster: $(node_status "$1" cluster_size)"
    else
        ! runs "$name" || fail "$1 is already running. Check with: scripts/cluster status"
        use_jdk
        if [[ $1 == one ]]; then start_instance_copy one "$ONE_PORT"; else start_instance_copy two "$TWO_PORT"; fi
        step "Instance $1 is ready"
    fi
}

cluster_down() {
    local name
    for name in balancer one two keycloak; do runs "$name" && kill -TERM "${PIDS[$name]}" 2>/dev/null; done
    for name in balancer one two keycloak; do runs "$name" && end "${PIDS[$name]}" 40; done
    stop_nodes
    rm -f "$DATA"/*.pid
    step "Everything is stopped"
}
