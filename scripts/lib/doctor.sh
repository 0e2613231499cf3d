# What scripts/doctor knows of an installation, and how it reports what it finds.
# shellcheck shell=bash
FOUND=()

# well WORDS, warn WORDS FIX, fault WORDS FIX, unseen WORDS FIX: one finding of a check. A fault costs data, safety or lessons; a warning
# may come to that; unseen means that it could not be looked at. One line each, so that look can take them apart.
well() { printf 'well\t%s\t\n' "$1"; }
warn() { printf 'warning\t%s\t%s\n' "$1" "$2"; }
fault() { printf 'fault\t%s\t%s\n' "$1" "$2"; }
unseen() { printf 'unseen\t%s\t%s\n' "$1" "$2"; }

# look CHECK: runs a check and adds its findings to FOUND. A check that finds nothing to say has failed itself.
look() {
    local line lines
    find_row checks "$1"
    lines=$("$WHAT" 2>/dev/null)
    [[ -n $lines ]] || lines=$(unseen "The check itself failed." "Run it again: scripts/doctor --only $1")
    while IFS= read -r line; do FOUND+=("$1"$'\t'"$line"); done <<<"$lines"
}

# chosen_checks: prints the names in ONLY, or all.
chosen_checks() {
    local name
    [[ -n $ONLY ]] || { names_in checks look && return; }
    for name in ${ONLY//,/ }; do
        find_row checks "$name" || fail "No check $name. See scripts/doctor --list"
        echo "$name"
    done
}

# states: prints the state of each finding.
states() { ((${#FOUND[@]} == 0)) || printf '%s\n' "${FOUND[@]}" | cut -f2; }

# exit_code: 2 with a fault, else 1 with a warning, else 3 if something was not seen, else 0.
exit_code() {
    local all
    all=$(states)
    case $'\n'$all$'\n' in
        *$'\n'fault$'\n'*) echo 2 ;;
        *$'\n'warning$'\n'*) echo 1 ;;
        *$'\n'unseen$'\n'*) echo 3 ;;
        *) echo 0 ;;
    esac
}

print_findings() {
    local each check state words fix
    for each in "${FOUND[@]}"; do
        IFS=$'\x1f' read -r check state words fix <<<"${each//$'\t'/$'\x1f'}"
        printf '%-8s %-14s %s\n' "${state^^}" "$check" "$words"
        [[ -z $fix ]] || printf '%23s → %s\n' '' "$fix"
    done
    say "" "$(states | sort | uniq -c | awk '{ printf "%s%s %s", (NR > 1 ? ", " : ""), $1, $2 }')"
}

# json_text WORDS: prints a JSON string.
json_text() {
    local text=${1//\\/\\\\}
    text=${text//\"/\\\"}
    printf '"%s"' "$(tr -d '\000-\037' <<<"$text")"
}

print_json() {
    local each check state words fix separator=''
    printf '{"at":"%s","address":%s,"exit":%s,"findings":[' "$(date -u +%FT%TZ)" "$(json_text "$ADDRESS")" "$(exit_code)"
    for each in "${FOUND[@]}"; do
        IFS=$'\x1f' read -r check state words fix <<<"${each//$'\t'/$'\x1f'}"
        printf '%s\n{"check":%s,"state":%s,"words":%s,"fix":%s}' "$separator" \
            "$(json_text "$check")" "$(json_text "$state")" "$(json_text "$words")" "$(json_text "$fix")"
        separator=,
    done
    say ']}'
}

# know_installation: sets what the checks need, from the running processes of DATA or from the file SETTINGS.
know_installation() {
    [[ -z $SETTINGS ]] || { know_settings && return; }
    DATA=${DATA:-$RUN/data}
    [[ -s $DATA/secrets.env ]] || fail "$DATA is not a data folder of scripts/start or scripts/cluster. Name one with --data, or a file with --settings."
    DATA=$(cd "$DATA" && pwd) SECRETS=$DATA/secrets.env KEPT=$DATA/secrets TO=${TO:-$DATA/backups}
    PIDS=()
    know_running
    APPLICATION=${PIDS[application]:-${PIDS[one]:-${PIDS[two]:-}}}
    DEMO=$(sed -n 's/^DEMO=//p' "$SECRETS")
    ADDRESS=$(setting THINKUKNOW_PUBLIC_ADDRESS) SIGN_IN=$(setting THINKUKNOW_SIGN_IN)
    MANAGEMENT=http://127.0.0.1:$(setting QUARKUS_MANAGEMENT_PORT)
    KEYCLOAK_SEEN=$(setting THINKUKNOW_KEYCLOAK) && KEYCLOAK_SEEN=${KEYCLOAK_SEEN%/realms/*}
}

know_settings() {
    local host
    [[ -r $SETTINGS ]] || fail "No file $SETTINGS that can be read."
    SECRETS=$SETTINGS APPLICATION='' MANAGEMENT='' DEMO=$(setting THINKUKNOW_DEMO)
    KEPT=$(setting THINKUKNOW_SECRETS) && KEPT=${KEPT:-./secrets}
    [[ $KEPT == /* ]] || KEPT=$(cd "$(dirname "$SETTINGS")" && pwd)/${KEPT#./}
    host=$(setting THINKUKNOW_HOST)
    ADDRESS=$(setting THINKUKNOW_PUBLIC_ADDRESS) SIGN_IN=$(setting THINKUKNOW_SIGN_IN)
    ADDRESS=${ADDRESS:-https://$host} host=$(setting SIGN_IN_HOST) && SIGN_IN=${SIGN_IN:-https://${host:-$(host_of "$ADDRESS")}:8444}
    KEYCLOAK_SEEN=$SIGN_IN
}

# setting NAME: prints a setting: as the running application has it, or as the file of settings does; else as the files of secrets do.
setting() {
    local value
    value=$(settings_in_words | sed -n "s/^$1=//p" | tail -n 1)
    [[ -n $value || -z $SETTINGS$APPLICATION ]] || value=$(cat "${KEPT:-/none}/$1" "${KEPT:-/none}"/*/"$1" 2>/dev/null | head -n 1)
    [[ -z $value ]] || say "$value"
}

# settings_in_words: prints NAME=value of each setting that is not a file.
settings_in_words() {
    if [[ -n $SETTINGS ]]; then
        cat "$SETTINGS"
    elif [[ -n $APPLICATION ]]; then
        tr '\0' '\n' <"/proc/$APPLICATION/environ" 2>/dev/null
    fi
}

# argument NAME WORD: prints what follows WORD in the command line of a process, such as --port= of mariadb.
argument() { [[ -z ${PIDS[$1]:-} ]] || tr '\0' '\n' <"/proc/${PIDS[$1]}/cmdline" 2>/dev/null | sed -n "s/^$2//p" | tail -n 1; }

# host_of ADDRESS, port_of ADDRESS: its parts; is_here ADDRESS: does only this machine reach it?
host_of() { local host=${1#*://} && host=${host%%/*} && echo "${host%:*}"; }
port_of() {
    local host=${1#*://} && host=${host%%/*}
    if [[ $host == *:* ]]; then echo "${host##*:}"; elif [[ $1 == https:* ]]; then echo 443; else echo 80; fi
}
is_here() { [[ $(host_of "$1") =~ ^(localhost|127\.[0-9.]+|\[::1\])$ ]]; }

# ask_database SQL: prints rows with tabs, as the database's administrator.
ask_database() {
    local socket
    if [[ -n $SQL ]]; then
        timeout 20 bash -c "$SQL" <<<"$1"
    else
        for socket in "$DATA/mariadb/socket" "$DATA"/n[123]/socket; do
            [[ -S $socket ]] && timeout 20 mariadb --no-defaults -u"$(id -un)" -S "$socket" -NBe "$1" && return
        done
        return 1
    fi
}

# see_database SQL: the same; without an answer it reports that and fails.
see_database() {
    ask_database "$1" && return
    unseen "The database was not asked." "Start it; or name a command that asks it: scripts/doctor --sql 'docker compose … exec -T mariadb …' (docs/operations/doctor.md)"
    return 1
}

# needs TOOL...: reports tools that are missing, and fails.
needs() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null && continue
        unseen "The program $tool is missing on this machine." "Install it: apt-get install $tool"
        return 1
    done
}

age_in_words() {
    if (($1 < 7200)); then echo "$(($1 / 60)) minutes"; elif (($1 < 172800)); then echo "$(($1 / 3600)) hours"; else echo "$(($1 / 86400)) days"; fi
}
