# Three MariaDB nodes, one Galera cluster on loopback, each in DATA/nN. A node that crashed is started from the position that its
# own log gives; without that it may come back with other rows than its neighbours and nobody would notice.
# shellcheck shell=bash
NODES=(1 2 3)
NO_CLUSTER=00000000-0000-0000-0000-000000000000

# use_galera: MariaDB from the system's packages with Galera and what a node that joins is filled with.
use_galera() {
    use_mariadb
    [[ ${MARIADBD[0]} == mariadbd ]] || fail "A cluster needs MariaDB from the system's packages: on Debian or Ubuntu mariadb-server-core."
    { [[ -e /usr/lib/galera/libgalera_smm.so ]] && command -v mariadb-backup && command -v socat && command -v mariadb; } >/dev/null ||
        install galera-4 mariadb-backup socat mariadb-client-core ||
        fail "A cluster needs the packages galera-4, mariadb-backup, socat and mariadb-client-core."
    command -v wsrep_sst_mariabackup >/dev/null && return
    # its package would also set up a server of the system's; these few scripts of it are all that is needed
    if [[ ! -x $RUN/mariadb-server/usr/bin/wsrep_sst_mariabackup ]]; then
        mkdir -p "$RUN/download"
        (cd "$RUN/download" && rm -f mariadb-server_*.deb && apt-get download -qq mariadb-server && dpkg -x mariadb-server_*.deb "$RUN/mariadb-server") \
            >"$RUN/apt.log" 2>&1 || fail "The package mariadb-server could not be fetched: see $RUN/apt.log"
    fi
    PATH=$PATH:$RUN/mariadb-server/usr/bin
}

sql_port() { echo $((NODE_PORT + $1)); }
group_port() { echo $((NODE_PORT + 10 + $1)); }

# database_url: one node does all the work, the first that answers; the others stand by. A node that died holds the others up
# for three and a half seconds; who is silent for six has frozen, and is left.
database_url() {
    local node hosts=()
    for node in "${NODES[@]}"; do hosts+=("127.0.0.1:$(sql_port "$node")"); done
    echo "jdbc:mariadb:sequential://$(IFS=, && echo "${hosts[*]}")/thinkuknow?galeraAllowedState=4&retriesAllDown=6&socketTimeout=6000"
}

# ask_node N SQL: the answer's last column.
ask_node() { timeout 5 mariadb --no-defaults -u"$(id -un)" -S "$DATA/n$1/socket" -NBe "$2" 2>/dev/null | awk -F '\t' '{print $NF}'; }
node_says() { ask_node "$1" "show global status like 'wsrep_$2'"; }
takes_work() { [[ $(node_says "$1" ready) == ON && $(node_says "$1" local_state_comment) == Synced && $(node_says "$1" cluster_status) == Primary ]]; }

# a_node_that [NOT] WORKS: nodes_running prints those whose process is there; primary the first that takes work.
nodes_running() { local node; for node in "${NODES[@]}"; do runs "n$node" && echo "$node"; done; return 0; }
primary() { local node; for node in $(nodes_running); do takes_work "$node" && echo "$node" && return; done; return 1; }

# configure N: its own part of the settings, written anew at each start.
configure() {
    local n=$1 dir=$DATA/n$1 port all=() node donors=()
    port=$(group_port "$n")
    for node in "${NODES[@]}"; do
        all+=("127.0.0.1:$(group_port "$node")")
        [[ $node == "$n" ]] || donors=("n$node" "${donors[@]}") # the first does the work: it gives its data last
    done
    mkdir -p "$dir/tmp"
    cat >"$dir/my.cnf" <<CNF
!include $ROOT/docker/mariadb/thinkuknow.cnf
!include $ROOT/docker/mariadb/galera.cnf
[mariadbd]
datadir = $dir/data
tmpdir = $dir/tmp
socket = ../socket
pid-file = $dir/pid
port = $(sql_port "$n")
bind-address = 127.0.0.1
skip-name-resolve
wsrep_cluster_address = gcomm://$(IFS=, && echo "${all[*]}")
wsrep_node_name = n$n
wsrep_node_address = 127.0.0.1:$port
wsrep_node_incoming_address = 127.0.0.1:$(sql_port "$n")
wsrep_sst_method = mariabackup
wsrep_sst_receive_address = 127.0.0.1:$((NODE_PORT + 30 + n))
wsrep_sst_donor = $(IFS=, && echo "${donors[*]}"),
wsrep_provider_options = "base_port=$port; gmcast.listen_addr=tcp://127.0.0.1:$port; ist.recv_addr=127.0.0.1:$((NODE_PORT + 20 + n)); gcache.size=64M; gcache.recover=yes; evs.keepalive_period=PT0.5S; evs.inactive_check_period=PT0.5S; evs.suspect_timeout=PT2S; evs.inactive_timeout=PT5S; evs.install_timeout=PT5S; pc.recovery=TRUE"
CNF
}

# position_of N: CLUSTER:NUMBER, the last transaction that its log has for certain.
position_of() {
    configure "$1"
    "${MARIADBD[@]}" --defaults-file="$DATA/n$1/my.cnf" --user="$(id -un)" --wsrep_recover --disable-log-error 2>&1 >/dev/null |
        sed -n 's/.*Recovered position: *\([-0-9a-f]*:-\{0,1\}[0-9]*\).*/\1/p' | tail -n 1
}

was_in_cluster() { [[ -e $DATA/n$1/joined ]]; }

# checked_position N [CLUSTER]: its position, or a refusal in plain words.
checked_position() {
    local position
    # first_node has asked it a moment ago: it has not run since, or this file would be gone
    position=$(cat "$DATA/n$1/position" 2>/dev/null) || position=$(position_of "$1")
    [[ $position == *:* ]] || fail "Node $1 cannot say how far it had come: see $DATA/n$1/mariadb.log." "$(mend "$1")"
    [[ ${position%:*} != "$NO_CLUSTER" && $position != *:-1 ]] ||
        fail "Node $1 has data but does not know of which cluster (its cluster id is all zeros). Started like this, it could" \
            "differ from the others and nobody would notice, so it is not started." "$(mend "$1")"
    [[ -z ${2:-} || ${position%:*} == "$2" ]] ||
        fail "Node $1 belongs to another cluster (${position%:*}) than the nodes that run ($2)." "$(mend "$1")"
    echo "$position"
}

mend() { echo "If the other nodes run:  scripts/cluster start $1 --rebuild   (its data is put aside, and it is filled from the others)"; }

# start_node N [OPTION...]: in the background; await_node says when it takes work.
start_node() {
    local n=$1 dir=$DATA/n$1 user other cluster='' position
    user=$(id -un)
    shift
    configure "$n"
    if was_in_cluster "$n"; then
        other=$(primary) && cluster=$(node_says "$other" cluster_state_uuid)
        [[ $cluster != "$NO_CLUSTER" ]] || fail "The nodes that run have no cluster id (all zeros): see docs/runbook.md, All nodes are dead."
        position=$(checked_position "$n" "$cluster")
        set -- --wsrep_start_position="$position" "$@"
        step "Node $n goes on from transaction ${position##*:}"
    elif [[ ! -d $dir/data ]]; then
        rm -rf "$dir/data.part"
        run "$dir/install.log" "${MARIADB_INSTALL[@]}" --no-defaults --datadir="$dir/data.part" --tmpdir="$dir/tmp" --user="$user" \
            --auth-root-authentication-method=socket --auth-root-socket-user="$user" --skip-test-db ||
            fail "Node $n could not make its data folder (is the disk full?): see $dir/install.log"
        mv "$dir/data.part" "$dir/data"
    fi
    rm -f "$dir/position"
    background "n$n" "$dir/mariadb.log" "${MARIADBD[@]}" --defaults-file="$dir/my.cnf" --user="$user" "$@"
}

await_node() {
    await "n$1" "${2:-120}" takes_work "$1" || {
        tail -n 15 "$DATA/n$1/mariadb.log" >&2
        fail "Node $1 did not come: the end of $DATA/n$1/mariadb.log stands above. To try again: scripts/cluster up"
    }
    touch "$DATA/n$1/joined"
}

# first_node: the one that may begin a cluster of which no node runs: the last that was stopped in order, which says so itself,
# else the one that had come furthest.
first_node() {
    local node position best='' furthest=-1 cluster='' safe=''
    for node in "${NODES[@]}"; do
        was_in_cluster "$node" || continue
        position=$(checked_position "$node" "$cluster") || exit
        cluster=${position%:*}
        echo "$position" >"$DATA/n$node/position"
        grep -qs '^safe_to_bootstrap: 1' "$DATA/n$node/data/grastate.dat" && safe=$node
        ((${position##*:} > furthest)) && best=$node furthest=${position##*:}
        step "Node $node had come to transaction ${position##*:}$([[ $safe != "$node" ]] || echo ', and was the last to be stopped')" >&2
        [[ $safe != "$node" ]] || safe_at=${position##*:}
    done
    [[ -z $safe || $safe_at -ge $furthest ]] ||
        fail "Node $safe says it was the last to be stopped, but node $best has more (transaction $furthest). Somebody has to look: docs/runbook.md"
    echo "${safe:-${best:-1}}"
}

# is_out N: it runs and takes no part, while another takes work: what it was filled with did not fit, and it wants to be started again.
is_out() { runs "n$1" && primary >/dev/null && [[ $(node_says "$1" local_state_comment) == Initialized ]]; }

# start_nodes: all that do not run, or run and take no part; if none does, one begins and the others follow. Those that are to be
# filled come one by one: a node that is filled by one that was itself filled a moment ago may ask it for more than it has.
start_nodes() {
    local node first
    if ! first=$(primary); then
        [[ -z $(nodes_running) ]] || fail "Nodes run, but none takes work. Wait a moment; else: scripts/cluster down, scripts/cluster up"
        first=$(first_node)
        step "Node $first begins the cluster"
        rm -f "$DATA/n$first/data/gvwstate.dat" # whom it saw last: it is to wait for nobody
        sed -i 's/^safe_to_bootstrap: 0/safe_to_bootstrap: 1/' "$DATA/n$first/data/grastate.dat" 2>/dev/null || true
        start_node "$first" --wsrep-new-cluster
        await_node "$first"
    fi
    for node in "${NODES[@]}"; do
        ! is_out "$node" || stop_node "$node"
        runs "n$node" || ! was_in_cluster "$node" || start_node "$node"
    done
    for node in "${NODES[@]}"; do
        runs "n$node" || { start_node "$node" && await_node "$node" 300; }
    done
    for node in "${NODES[@]}"; do await_node "$node" && step "Node $node is in"; done
}

# rebuild_node N: puts its data aside; it is filled from the others.
rebuild_node() {
    primary >/dev/null || fail "No other node takes work, so node $1 cannot be filled from one. Its data is left as it is."
    [[ ! -d $DATA/n$1/data ]] || mv "$DATA/n$1/data" "$DATA/n$1/data.aside-$(date -u +%Y%m%dT%H%M%SZ)"
    rm -f "$DATA/n$1/joined"
}

stop_node() { end "${PIDS[n$1]}" 60 && unset "PIDS[n$1]" && rm -f "$DATA/n$1.pid"; }

# stop_nodes: one after the other, the first last: it then knows that it may begin.
stop_nodes() {
    local node
    for node in 3 2 1; do runs "n$node" && end "${PIDS[n$node]}" 60; done
    return 0
}

make_database() {
    mariadb --no-defaults -u"$(id -un)" -S "$DATA/n$1/socket" <<SQL
create database if not exists thinkuknow;
create user if not exists thinkuknow@'127.0.0.1' identified by '$DB_PASSWORD';
alter user thinkuknow@'127.0.0.1' identified by '$DB_PASSWORD';
$(owner_of_schema)
SQL
    tell_of_owner
}
