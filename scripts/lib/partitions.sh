# The drill partition: three nodes, each in a network of its own, and cuts between them.
# shellcheck shell=bash

# partitions: each round cuts off a node, the writing node, the writing node from the others only, and instance two from it; then clocks
# differ by six minutes; then an instance and a node stop for ten seconds.
partitions() {
    local act
    CLOCKS=$(clock_library)
    use_networks
    stack three_nodes
    for act in cut_off_node cut_off_writer cut_writer_from_nodes cut_instance_from_writer differ_in_time pause; do
        step "== $act"
        rounds 10 "$act"
    done
    STACK='networks of their own' # so that the next drill starts its own nodes
}

# use_networks: the nodes that start from now on have a network each; instance two has an address of its own.
use_networks() {
    ((EUID == 0)) || fail "The drill $NAME makes networks. Run it as root."
    command -v nft >/dev/null || install nftables || fail "Install nftables for the drill $NAME."
    end_stack
    NETWORK=198.18.47 CLIENTS=198.18.47.% # set apart for measurements (RFC 2544)
}

# make_networks: a bridge with the addresses of the two instances, and behind it a network for each node.
make_networks() {
    local node
    remove_networks
    ip link add tuk-drill type bridge
    ip address add "$NETWORK.1/24" dev tuk-drill
    ip address add "$NETWORK.2/24" dev tuk-drill
    ip link set tuk-drill up
    for node in "${NODES[@]}"; do
        ip netns add "thinkuknow-n$node"
        ip link add "tuk-n$node" type veth peer name node netns "thinkuknow-n$node"
        ip link set "tuk-n$node" master tuk-drill up
        ip -n "thinkuknow-n$node" address add "$(node_address "$node")/24" dev node
        ip -n "thinkuknow-n$node" link set node up
        ip -n "thinkuknow-n$node" link set lo up
    done
}

remove_networks() {
    local node
    for node in "${NODES[@]}"; do ip netns delete "thinkuknow-n$node" 2>/dev/null || true; done
    ip link delete tuk-drill 2>/dev/null || true
}

# addresses NODE everyone|nodes|instance: prints what it is cut off from, with commas.
addresses() {
    local each others=()
    for each in "${NODES[@]}"; do [[ $each == "$1" ]] || others+=("$(node_address "$each")"); done
    case $2 in
        everyone) echo "$NETWORK.0/24" ;;
        nodes) (IFS=, && echo "${others[*]}") ;;
        instance) echo "$NETWORK.2" ;;
    esac
}

# cut NODE ADDRESSES: drops what the node sends to these addresses and receives from them, without a word to either. join_again NODE ends that.
cut() {
    nsenter --net="/run/netns/thinkuknow-n$1" nft -f - <<NFT
table inet cut {
    chain in { type filter hook input priority 0; ip saddr { $2 } drop; }
    chain out { type filter hook output priority 0; ip daddr { $2 } drop; }
}
NFT
}
join_again() { nsenter --net="/run/netns/thinkuknow-n$1" nft delete table inet cut; }

# cut_for_a_while NODE everyone|nodes|instance: for 15 seconds, then waits until the node takes work again.
cut_for_a_while() {
    cut "$1" "$(addresses "$1" "$2")"
    sleep 15
    join_again "$1"
    await_node "$1" 120
    sleep 2
}

cut_off_node() { cut_for_a_while 3 everyone; }
cut_off_writer() { cut_for_a_while "$(primary)" everyone; }
cut_writer_from_nodes() { cut_for_a_while "$(primary)" nodes; }
# Instance two then works on another node: two nodes write at once, also for a while after the cut.
cut_instance_from_writer() { cut_for_a_while "$(primary)" instance; }

# differ_in_time ROUND: for 15 seconds, instance two is five minutes ahead and node 2 a minute behind; in even rounds the other way. A node
# further behind could not join: to it the nodes' certificates, which are some minutes old, would not be valid yet.
differ_in_time() {
    if (($1 % 2)); then with_clock +300s -60s; else with_clock -60s +300s; fi
    sleep 15
    with_clock
}

# with_clock [OF-THE-INSTANCE OF-THE-NODE]: starts instance two and node 2 again, with these clocks or the right one.
with_clock() {
    local -x FAKETIME FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_FORCE_MONOTONIC_FIX=0
    drain two
    end "${PIDS[two]}" 40
    [[ -z ${1:-} ]] || local -x LD_PRELOAD=$CLOCKS
    FAKETIME=${1:-}
    start_instance two "$TWO_PORT"
    undrain two
    stop_node 2
    FAKETIME=${2:-}
    start_node 2
    await_node 2
}

# pause: the instance and the node that are no writer do nothing for ten seconds, and go on as if nothing had been.
pause() {
    kill -STOP "${PIDS[one]}" "${PIDS[n3]}"
    sleep 10
    kill -CONT "${PIDS[one]}" "${PIDS[n3]}"
    sleep 4
    await_node 3 60
    sleep 2
}
