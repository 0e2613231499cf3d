# Three MariaDB nodes in one Galera cluster on loopback, or with NETWORK each in a network of its own. Their data is in DATA/nN. A crashed node starts from the position in its own log;
# otherwise it could rejoin with rows that differ from the other nodes', unnoticed.
# shellcheck shell=bash
NODES=(1 2 3)
NO_CLUSTER=00000000-0000-0000-0000-000000000000

# use_galera: MariaDB from the system's packages, with Galera and the tools that copy data to a joining node.
use_galera() {
    use_mariadb
    [[ ${MARIADBD[0]} == mariadbd ]] || fail "Install MariaDB from the system's packages for a cluster (on Debian or Ubuntu: mariadb-server-core)."
    { [[ -e /usr/lib/galera/libgalera_smm.so ]] && command -v mariadb-backup && command -v socat && command -v mariadb; } >/dev/null ||
        install galera-4 mariadb-backup socat mariadb-client-core ||
        fail "Install galera-4, mariadb-backup, socat and mariadb-client-core for a cluster."
    command -v wsrep_sst_mariabackup >/dev/null && return
    # installing that package would also set up a system service; only a few of its scripts are needed
    if [[ ! -x $RUN/mariadb-server/usr/bin/wsrep_sst_mariabackup ]]; then
        mkdir -p "$RUN/download"
        (cd "$RUN/download" && rm -f mariadb-server_*.deb && apt-get download -qq mariadb-server && dpkg -x mariadb-server_*.deb "$RUN/mariadb-server") \
            >"$RUN/apt.log" 2>&1 || fail "Downloading the package mariadb-server failed. See $RUN/apt.log"
    fi
    PATH=$PATH:$RUN/mariadb-server/usr/bin
}

sql_port() { echo $((NODE_PORT + $1)); }
group_port() { echo $((NODE_PORT + 10 + $1)); }
node_address() { if [[ -n ${NETWORK:-} ]]; then echo "$NETWORK.1$1"; else echo 127.0.0.1; fi; }

# database_url: one node does all the work, the first that answers; the others are on standby. After a node dies, the others block for
# three and a half seconds; a node that is silent for six seconds is frozen, and the driver leaves it.
database_url() {
    local node hosts=()
    for node in "${NODES[@]}"; do hosts+=("$(node_address "$node"):$(sql_port "$node")"); done
    echo "jdbc:mariadb:sequential://$(IFS=, && echo "${hosts[*]}")/thinkuknow?galeraAllowedState=4&retriesAllDown=6&socketTimeout=6000&sslMode=verify-full"
}

# ask_node N SQL: prints the last column of the result.
ask_node() { timeout 5 mariadb --no-defaults -u"$(id -un)" -S "$DATA/n$1/socket" -NBe "$2" 2>/dev/null | awk -F '\t' '{print $NF}'; }
node_status() { ask_node "$1" "show global status like 'wsrep_$2'"; }
is_synced() { [[ $(node_status "$1" ready) == ON && $(node_status "$1" local_state_comment) == Synced && $(node_status "$1" cluster_status) == Primary ]]; }

# nodes_running: prints the nodes with a process. primary: prints the first node that takes work; fails if there is none.
nodes_running() { local node; for node in "${NODES[@]}"; do runs "n$node" && echo "$node"; done; return 0; }
primary() { local node; for node in $(nodes_running); do is_synced "$node" && echo "$node" && return; done; return 1; }

# write_settings N: writes the node's own settings, at each start.
write_settings() {
    local n=$1 dir=$DATA/n$1 port address all=() node donors=() inner=$DATA/inner/node tls=''
    port=$(group_port "$n") address=$(node_address "$n")
    for node in "${NODES[@]}"; do
        all+=("$(node_address "$node"):$(group_port "$node")")
        [[ $node == "$n" ]] || donors=("n$node" "${donors[@]}") # the first does the work, so it is the last choice as a donor
    done
    mkdir -p "$dir/tmp"
    [[ ! -s $inner/inner.pem ]] || tls="; socket.ssl=yes; socket.ssl_ca=$inner/inner-ca.pem; socket.ssl_cert=$inner/inner.pem; socket.ssl_key=$inner/inner.key"
    cat >"$dir/my.cnf" <<CNF
!include $ROOT/docker/mariadb/thinkuknow.cnf
!include $ROOT/docker/mariadb/galera.cnf
[mariadbd]
datadir = $dir/data
tmpdir = $dir/tmp
socket = ../socket
pid-file = $dir/pid
port = $(sql_port "$n")
bind-address = $address
skip-name-resolve
wsrep_cluster_address = gcomm://$(IFS=, && echo "${all[*]}")
wsrep_node_name = n$n
wsrep_node_address = $address:$port
wsrep_node_incoming_address = $address:$(sql_port "$n")
wsrep_sst_method = mariabackup
wsrep_sst_receive_address = $address:$((NODE_PORT + 30 + n))
wsrep_sst_donor = $(IFS=, && echo "${donors[*]}"),
wsrep_provider_options = "base_port=$port; gmcast.listen_addr=tcp://$address:$port; ist.recv_addr=$address:$((NODE_PORT + 20 + n)); gcache.size=64M; gcache.recover=yes; evs.keepalive_period=PT0.5S; evs.inactive_check_period=PT0.5S; evs.suspect_timeout=PT2S; evs.inactive_timeout=PT5S; evs.install_timeout=PT5S; pc.recovery=TRUE$tls"
CNF
    [[ -z $tls ]] || cat >>"$dir/my.cnf" <<CNF
[sst]
encrypt = 4
tca = $inner/inner-ca.pem
tcert = $inner/inner.pem
tkey = $inner/inner.key
CNF
}

# recovered_position N: prints CLUSTER:NUMBER, the last transaction that the node's log holds for certain.
recovered_position() {
    write_settings "$1"
    "${MARIADBD[@]}" --defaults-file="$DATA/n$1/my.cnf" --user="$(id -un)" --wsrep_recover --disable-log-error >"$DATA/n$1/recover.log" 2>&1 || true
    sed -n 's/.*Recovered position: *\([-0-9a-f]*:-\{0,1\}[0-9]*\).*/\1/p' "$DATA/n$1/recover.log" | tail -n 1
}

# nodes_joined: prints the nodes that belong to a cluster already. Only a new one is encrypted from the start: see docs/operations/cluster.md.
nodes_joined() { local node; for node in "${NODES[@]}"; do ! has_joined "$node" || echo "$node"; done; }

has_joined() { [[ -e $DATA/n$1/joined ]]; }

# checked_position N [CLUSTER]: prints its position, or fails and says why it must not start.
checked_position() {
    local position
    # first_node has just asked for it: start_node deletes this file
    position=$(cat "$DATA/n$1/position" 2>/dev/null) || position=$(recovered_position "$1")
    [[ $position == *:* ]] || fail "Node $1 cannot say how far it had come. See $DATA/n$1/recover.log." "$(rebuild_hint "$1")"
    [[ ${position%:*} != "$NO_CLUSTER" && $position != *:-1 ]] ||
        fail "Node $1 has data but does not know its cluster (the cluster id is all zeros). It was not started, because its data" \
            "could differ from the other nodes' unnoticed." "$(rebuild_hint "$1")"
    [[ -z ${2:-} || ${position%:*} == "$2" ]] ||
        fail "Node $1 belongs to another cluster (${position%:*}) than the running nodes ($2)." "$(rebuild_hint "$1")"
    echo "$position"
}

rebuild_hint() { echo "If the other nodes run:  scripts/cluster start $1 --rebuild   (moves its data aside and copies it from another node)"; }

# start_node N [OPTION...]: starts it in the background; await_node waits until it takes work.
start_node() {
    local n=$1 dir=$DATA/n$1 user other cluster='' position within=()
    user=$(id -un)
    [[ -z ${NETWORK:-} ]] || within=(nsenter --net="/run/netns/thinkuknow-n$n")
    shift
    write_settings "$n"
    if has_joined "$n"; then
        other=$(primary) && cluster=$(node_status "$other" cluster_state_uuid)
        [[ $cluster != "$NO_CLUSTER" ]] || fail "The running nodes have no cluster id (all zeros). See docs/operations/runbook.md, All nodes are dead."
        position=$(checked_position "$n" "$cluster")
        set -- --wsrep_start_position="$position" "$@"
        step "Node $n continues from transaction ${position##*:}"
    elif [[ ! -d $dir/data ]]; then
        rm -rf "$dir/data.part"
        run "$dir/install.log" "${MARIADB_INSTALL[@]}" --no-defaults --datadir="$dir/data.part" --tmpdir="$dir/tmp" --user="$user" \
            --auth-root-authentication-method=socket --auth-root-socket-user="$user" --skip-test-db ||
            fail "Node $n could not create its data folder. Check for free disk space, and see $dir/install.log"
        mv "$dir/data.part" "$dir/data"
    fi
    rm -f "$dir/position"
    background "n$n" "$dir/mariadb.log" "${within[@]}" "${MARIADBD[@]}" --defaults-file="$dir/my.cnf" --user="$user" "${SERVER_OPTIONS[@]}" "$@"
}

await_node() {
    await "n$1" "${2:-120}" is_synced "$1" || {
        tail -n 15 "$DATA/n$1/mariadb.log" >&2
        fail "Node $1 did not join. See the end of $DATA/n$1/mariadb.log above. Try again: scripts/cluster up"
    }
    touch "$DATA/n$1/joined"
}

# first_node: prints the node that may bootstrap a cluster without running nodes: the last that was stopped in order, as its own file
# says, otherwise the one with the most transactions.
first_node() {
    local node position best='' furthest=-1 cluster='' safe=''
    for node in "${NODES[@]}"; do
        has_joined "$node" || continue
        position=$(checked_position "$node" "$cluster") || exit
        cluster=${position%:*}
        echo "$position" >"$DATA/n$node/position"
        grep -qs '^safe_to_bootstrap: 1' "$DATA/n$node/data/grastate.dat" && safe=$node
        ((${position##*:} > furthest)) && best=$node furthest=${position##*:}
        step "Node $node had come to transaction ${position##*:}$([[ $safe != "$node" ]] || echo ', and was the last to be stopped')" >&2
        [[ $safe != "$node" ]] || safe_at=${position##*:}
    done
    [[ -z $safe || $safe_at -ge $furthest ]] ||
        fail "Node $safe says it was the last to be stopped, but node $best has more (transaction $furthest). Somebody has to look: docs/operations/runbook.md"
    echo "${safe:-${best:-1}}"
}

# needs_restart N: is it running but not joined, while another node takes work? Its copy of the data did not fit, and it needs a restart.
needs_restart() { runs "n$1" && primary >/dev/null && [[ $(node_status "$1" local_state_comment) == Initialized ]]; }

# start_nodes: starts all nodes that are not running, or running but not joined; if none runs, one bootstraps and the others join.
# Nodes that need a full copy join one at a time: a donor that was itself just copied may lack transactions that another asks for.
start_nodes() {
    local node first
    [[ -n $(nodes_joined) && ! -d $DATA/inner ]] || TO=$DATA/inner MINE=true make_inner
    if ! first=$(primary); then
        [[ -z $(nodes_running) ]] || fail "Nodes run, but none takes work. Wait a moment, or run scripts/cluster down, then scripts/cluster up"
        first=$(first_node) || exit 1
        step "Node $first starts the cluster"
        rm -f "$DATA/n$first/data/gvwstate.dat" # the members it last saw: it must not wait for them
        sed -i 's/^safe_to_bootstrap: 0/safe_to_bootstrap: 1/' "$DATA/n$first/data/grastate.dat" 2>/dev/null || true
        start_node "$first" --wsrep-new-cluster
        await_node "$first"
    fi
    for node in "${NODES[@]}"; do
        ! needs_restart "$node" || stop_node "$node"
        runs "n$node" || ! has_joined "$node" || start_node "$node"
    done
    for node in "${NODES[@]}"; do
        runs "n$node" || { start_node "$node" && await_node "$node" 300; }
    done
    for node in "${NODES[@]}"; do await_node "$node" && step "Node $node has joined"; done
}

# rebuild_node N: moves its data aside, so that the node copies it from another one.
rebuild_node() {
    primary >/dev/null || fail "No other node takes work, so node $1 has nothing to copy from. Its data was kept. Start the others first: scripts/cluster up"
    [[ ! -d $DATA/n$1/data ]] || mv "$DATA/n$1/data" "$DATA/n$1/data.aside-$(date -u +%Y%m%dT%H%M%SZ)"
    rm -f "$DATA/n$1/joined"
}

stop_node() { end "${PIDS[n$1]}" 60 && unset "PIDS[n$1]" && rm -f "$DATA/n$1.pid"; }

# stop_nodes: stops one node after the other, the first node last, so that it knows that it may bootstrap.
stop_nodes() {
    local node
    for node in 3 2 1; do runs "n$node" && end "${PIDS[n$node]}" 60; done
    return 0
}

create_database() {
    mariadb --no-defaults -u"$(id -un)" -S "$DATA/n$1/socket" <<SQL
create database if not exists thinkuknow;
create user if not exists thinkuknow@'$CLIENTS' identified by '$DB_PASSWORD';
$(password_sql thinkuknow "$DB_PASSWORD")
$(owner_sql)
SQL
    export_owner
}
