# Runs Maven so that its output is seen, the time of each part is known and Surefire's count stands last.
# shellcheck shell=bash

# run_maven ARG...: the output goes to the screen and to DATA/maven.log.
run_maven() {
    local status=0
    : >"$DATA/maven.log"
    background maven "$DATA/maven.log" "${MAVEN[@]}" "$@"
    tail -n +1 -f --pid="${PIDS[maven]}" "$DATA/maven.log" 9>&- | note_parts &
    PIDS[output]=$!
    wait "${PIDS[maven]}" || status=$?
    unset 'PIDS[maven]'
    wait "${PIDS[output]}" || true
    unset 'PIDS[output]'
    return "$status"
}

# note_parts: passes the lines on; at the end says how long each part took, then the sum of what Surefire counted.
note_parts() {
    local line part='' since=$SECONDS total=(0 0 0 0) n
    local count='Tests run: ([0-9]+), Failures: ([0-9]+), Errors: ([0-9]+), Skipped: ([0-9]+)$'
    local -a times=()
    while IFS= read -r line; do
        printf '%s\n' "$line"
        if [[ $line =~ ---\ ([a-z]+):[^:]+:([a-zA-Z-]+)\ \(([a-zA-Z-]+)\) ]]; then
            [[ -z $part ]] || times+=("$((SECONDS - since)) s $part")
            part="${BASH_REMATCH[1]}:${BASH_REMATCH[2]} (${BASH_REMATCH[3]})" since=$SECONDS
        elif [[ $line =~ $count && $line != *' in '* ]]; then
            for n in 0 1 2 3; do ((total[n] += BASH_REMATCH[n + 1])) || true; done
        fi
    done
    times+=("$((SECONDS - since)) s $part")
    say "" "Time of each part (over a second), all in all $SECONDS s:"
    printf '  %s\n' "${times[@]}" | grep -v '^  [01] s' || true
    say "" "Tests run: ${total[0]}, Failures: ${total[1]}, Errors: ${total[2]}, Skipped: ${total[3]}"
}

# in_a_browser CLASS [MAVEN OPTION...]: packages the product and lets a class of uk.thinkuknow.journey drive it; shows its PASS and FAIL.
in_a_browser() {
    local class=$1
    shift
    mkdir -p "$DATA"
    use_jdk
    use_maven
    use_mariadb
    use_chromium
    fetch_keycloak
    export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
    step "Packaging ..."
    run "$DATA/build.log" "${MAVEN[@]}" package -DskipTests -Dspotless.check.skip
    step "Running; some minutes ..."
    run_maven surefire:test@journeys -Djourneys.skip=false -Dtest="$class" "$@" | grep -E '^(PASS|FAIL|NOTE)|^\[ERROR\] (Tests|  )|^Tests run'
}

# hold_to_old_tablets: children's scripts and styles against MDN's browser compatibility data, where npm is there to fetch it.
hold_to_old_tablets() {
    local folder=$ROOT/src/test/compat
    command -v npm >/dev/null || { say "NOTE  not compared with browser compatibility data: npm is not here" && return; }
    [[ -d $folder/node_modules ]] || run "$RUN/npm.log" npm ci --no-audit --no-fund --ignore-scripts --prefix "$folder"
    node "$folder/check.js"
}
