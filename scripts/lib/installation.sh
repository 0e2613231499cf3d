# An installation's addresses and data folder, its welcome text, and how it is kept running and stopped.
# shellcheck shell=bash
SCHEME=http HOST=localhost
if [[ $PUBLIC == https://* ]]; then
    SCHEME=https HOST=${PUBLIC#https://} && HOST=${HOST%/}
    if [[ $HOST == *:* ]]; then PORT=${PORT:-${HOST##*:}} HOST=${HOST%:*}; else PORT=${PORT:-443}; fi
elif [[ -n $PUBLIC ]]; then
    fail "Other machines need https, because staff sign in and children send answers: --public https://${PUBLIC#*://}" \
        "Without --certificate a self-signed one is created. Without --public only this machine can connect."
fi
PORT=${PORT:-8180}
[[ $PORT =~ ^[0-9]+$ ]] && ((PORT > 0 && PORT < 65532)) || fail "--port needs a number below 65532, not $PORT."
[[ $HOST =~ ^[A-Za-z0-9.-]+$ ]] || fail "--public needs an address such as https://lessons.example.org, not $PUBLIC."
((PORT < 1024)) && base=8180 || base=$PORT
KEYCLOAK_PORT=$((base + 1)) MANAGEMENT_PORT=$((base + 2)) KEYCLOAK_MANAGEMENT_PORT=$((base + 3)) DB_PORT=$((base + 4))
ADDRESS=$SCHEME://$HOST
[[ $ADDRESS:$PORT == https://*:443 ]] || ADDRESS+=:$PORT
KEYCLOAK_ADDRESS=$SCHEME://$HOST:$KEYCLOAK_PORT

# take_data_folder: locks DATA for one start at a time, and ends what an interrupted start left running.
take_data_folder() {
    local port name=application
    mkdir -p "$DATA" "$RUN" && DATA=$(cd "$DATA" && pwd)
    [[ ! -e $DATA/cluster.env ]] || { OURS=false && fail "The data in $DATA belongs to a cluster. Use scripts/cluster."; }
    exec 9>"$DATA/lock"
    flock -n 9 || { OURS=false && fail "Already running with the data in $DATA. Stop it first, or choose another folder with --data."; }
    OURS=true
    end_leftovers
    (($(df -Pk "$DATA" | awk 'NR==2 {print $4}') > 400000)) || fail "The disk of $DATA has less than 400 MB free. Free some space first."
    use_secrets
    for port in $PORT $KEYCLOAK_PORT $MANAGEMENT_PORT $KEYCLOAK_MANAGEMENT_PORT $DB_PORT; do
        taken "$port" && fail "Port $port is in use. Stop that program, or choose five other ports in a row with --port."
    done
    return 0
}

welcome() {
    say "" "ThinkUKnow Sessions is ready after $SECONDS s." "" \
        "  Children   $ADDRESS/" \
        "  Staff      $ADDRESS/staff"
    if [[ $DEMO == true ]]; then
        say "" "  Sign in as (user name / password)" \
            "    tess / tess-demo-2026   teacher at Oakfield Primary School" \
            "    tom  / tom-demo-2026    teacher at another school" \
            "    tariq / tariq-demo-2026  trainer near Oakfield Primary School" \
            "    sian / sian-demo-2026   trainer who teaches in Welsh and English" \
            "    mina / mina-demo-2026   manager of the whole programme" \
            "    meg  / meg-demo-2026    another manager of the whole programme" \
            "    mo   / mo-demo-2026     manager of one region" \
            "    wyn  / wyn-demo-2026    manager of a nation, Wales" \
            "    hana / hana-demo-2026   manager of one authority" \
            "    ada  / ada-demo-2026    administrator" \
            "    sadie / sadie-demo-2026  school administrator of Oakfield Primary School" \
            "    dee  / dee-demo-2026    leads safeguarding there" \
            "    aoife / aoife-demo-2026  auditor" \
            "    rita / rita-demo-2026   reviews lessons before they are published" \
            "    nell / nell-demo-2026   belongs to no school yet" "" \
            "  All schools, classes and people are invented: no real children here."
        [[ $SCHEME == http ]] || say "  These passwords are public: enter no real data here."
    elif [[ ! -e $DATA/welcomed ]]; then
        say "" "  Sign in as administrator with the one-time password $FIRST_PASSWORD" \
            "  (you choose a new one at once), and invite other staff at $ADDRESS/accounts"
    fi
    [[ -z ${SELF_SIGNED:-} ]] || say "" \
        "  The certificate is self-signed, so browsers show a warning. That is expected here." \
        "  Get a signed one for $HOST before classes use this installation: --certificate FILE --key FILE"
    say "" "  Logs and data: $DATA      Stop with Ctrl-C." ""
    touch "$DATA/welcomed"
}

# keep_running: restarts what stops unexpectedly, and gives up after four times within a minute.
keep_running() {
    local gone name falls=0 since=$SECONDS
    while :; do
        gone=''
        wait -n -p gone "${PIDS[@]}" 2>/dev/null || true
        [[ -n $gone ]] || continue
        for name in "${!PIDS[@]}"; do [[ ${PIDS[$name]} == "$gone" ]] && break; done
        ((SECONDS - since < 60)) || falls=0 since=$SECONDS
        ((++falls < 4)) || fail "The $name stopped four times within a minute. See $DATA/$name.log"
        step "The $name stopped unexpectedly; restarting it (log: $DATA/$name.log)"
        case $name in
            mariadb) start_mariadb "$DATA/mariadb" "$DB_PORT" "$DB_PASSWORD" ;;
            keycloak) start_keycloak ;;
            application) start_application ;;
        esac
    done
}

# stop_all: ends everything, unless another start holds the data folder.
stop_all() {
    [[ ${OURS:-false} == true ]] || return 0
    [[ ${#PIDS[@]} == 0 ]] || say "" "Stopping ..."
    end_all
    [[ ${#PIDS[@]} == 0 ]] || say "Everything is stopped."
}
