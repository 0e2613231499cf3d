# The drill history: faults of all kinds at random while children and staff work; uk.thinkuknow.drill.StaffHistory compares what staff were told.
# shellcheck shell=bash
FROMS=(everyone nodes instance)

# histories: rounds from FROM on; a round's number is the seed of its faults.
histories() {
    local round
    use_networks
    prepare_keycloak
    start_keycloak
    await_keycloak
    stack three_nodes
    command_load history
    for ((round = FROM; round < FROM + ROUNDS; round++)); do
        RANDOM=$((round * 104729)) # the first numbers of small seeds are alike
        command_load round
        crash_cut_and_pause "$round"
        command_load check 60
    done
    STACK='networks of their own' # so that the next drill starts its own nodes
}

# draw N: sets DRAWN to a number from 0, by the seed; a subshell would have other numbers.
draw() { DRAWN=$((RANDOM % $1)); }

# crash_cut_and_pause SEED: kills an instance, a node or, one time in six, all nodes; cuts a node off from everyone, from the other
# nodes or from instance two; and pauses an instance or a node. All overlap for some seconds, then each is put right.
crash_cut_and_pause() {
    local killed node paused from since=$SECONDS each
    draw 6
    case $DRAWN in
        0 | 1) killed=one ;;
        2) killed=two ;;
        5) killed=all ;;
        *) draw 3 && killed=n$((1 + DRAWN)) ;;
    esac
    draw 3 && node=$((1 + DRAWN))
    draw 3 && from=${FROMS[$DRAWN]}
    paused=one
    [[ $killed != one ]] || paused=two
    draw 2 && ((DRAWN)) || { draw 3 && paused=n$((1 + DRAWN)); }
    [[ $killed != all && $killed != "n$node" ]] || node=''
    [[ $paused != n* || ($killed != all && $killed != "$paused") ]] || paused=''
    step "== round $1: $killed killed, ${node:+node $node cut off from $from, }${paused:-nothing} paused"
    if [[ $killed == all ]]; then kill_nodes; else kill_hard "$killed"; fi
    draw 4 && sleep "$DRAWN"
    [[ -z $node ]] || cut "$node" "$(addresses "$node" "$from")"
    draw 4 && sleep "$DRAWN"
    [[ -z $paused ]] || kill -STOP "${PIDS[$paused]}"
    draw 6 && sleep $((3 + DRAWN))
    [[ -z $paused ]] || kill -CONT "${PIDS[$paused]}"
    [[ -z $node ]] || join_again "$node"
    case $killed in
        all) start_nodes ;;
        one) start_instance one "$ONE_PORT" ;;
        two) start_instance two "$TWO_PORT" ;;
        n*) start_node "${killed#n}" ;;
    esac
    for each in "${NODES[@]}"; do await_node "$each" 120; done
    sleep 5
    step "put right within $((SECONDS - since)) s"
}
