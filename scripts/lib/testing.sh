# Runs Maven with visible output, the time of each part, and Surefire's totals at the end.
# shellcheck shell=bash

# run_maven ARG...: prints the output and writes it to DATA/maven.log.
run_maven() {
    local status=0
    begin_maven maven "$@"
    follow_maven maven || status=$?
    say_count maven
    return "$status"
}

# short_jvms: lets every JVM that is started from now on be a short-lived one.
short_jvms() { export JDK_JAVA_OPTIONS=$SHORT_JVM; }

# list_tests FOLDER NAME: writes the tests of src/FOLDER to DATA/NAME.
list_tests() { (cd "$ROOT/src/$1/java" && find . -name '*Test.java' -printf '%P\n' | sort) >"$DATA/$2"; }

# What the tests of src/test, which need no database, are run with: two classes at a time.
RULES_ARGS=(-Dspotless.check.skip -Djunit.jupiter.execution.parallel.enabled=true -Djunit.jupiter.execution.parallel.mode.classes.default=concurrent)

# test_rules ARG...: runs those tests only.
test_rules() {
    list_tests test rules
    run_maven test -Dsurefire.includesFile="$DATA/rules" "${RULES_ARGS[@]}" "$@"
}

ANY_TEST=(-Dsurefire.failIfNoSpecifiedTests=false)

# use_test_mariadb NAME PORT: starts a MariaDB for tests; JVMs that are started from now on use it.
use_test_mariadb() {
    start_mariadb "$DATA/$1" "$2" thinkuknow --sync-binlog=0 --innodb-flush-log-at-trx-commit=2
    # with the first compiler alone, AES takes three times as long as ChaCha20
    export THINKUKNOW_DB_URL="jdbc:mariadb://127.0.0.1:$2/thinkuknow?sslMode=verify-full&enabledSslCipherSuites=TLS_CHACHA20_POLY1305_SHA256" \
        THINKUKNOW_DB_PASSWORD=thinkuknow
}

# begin_compiling ARG...: compiles the product in the background.
begin_compiling() { begin_maven compile process-classes -Dspotless.check.skip "$@"; }

# The rest of packaging, in two parts that do not wait for each other.
PACKAGING=(jar:jar@default-jar quarkus:build@default)
TEST_COMPILING=(quarkus:generate-code-tests@default build-helper:add-test-source@tests resources:testResources@default-testResources
    compiler:testCompile@default-testCompile)

# test_package ARG...: waits for the classes, then runs the HTTP tests and the journeys in parallel, because both wait as much as they
# work. The HTTP tests run in two halves, each with its own JVM and MariaDB. The journeys take the longest, so they come first; the rules
# have the processor time that the others leave, and their own JVM: they need much memory. The format check is part of the journeys.
# Outputs are shown one after the other.
test_package() {
    local status=0 part parts=(rules http http-2 journeys)
    follow_maven compile || return
    begin_maven package "${PACKAGING[@]}" "$@"
    begin_maven tests "${TEST_COMPILING[@]}" "$@"
    follow_maven tests || return
    set -- "${ANY_TEST[@]}" "$@"
    if [[ " $*" == *" -Dtest="* ]]; then
        NICE=5 begin_maven http surefire:test@default-test "$@"
        parts=(http journeys)
    else
        list_tests test rules
        list_tests http http
        sed -n 'p;n' "$DATA/http" >"$DATA/http-half"
        sed -n 'n;p' "$DATA/http" >"$DATA/http-half-2"
        NICE=5 begin_maven http surefire:test@default-test -Dsurefire.includesFile="$DATA/http-half" "$@"
        use_test_mariadb mariadb-2 "$(free_port "$((DB_PORT + 1))")"
        NICE=5 begin_maven http-2 surefire:test@default-test -Dsurefire.includesFile="$DATA/http-half-2" "$@"
        NICE=15 begin_maven rules surefire:test@default-test -Dsurefire.includesFile="$DATA/rules" "${RULES_ARGS[@]}" "$@"
    fi
    follow_maven package || return
    begin_maven journeys spotless:check@default surefire:test@journeys -Djourneys.skip=false "$@"
    for part in "${parts[@]}"; do follow_maven "$part" || status=$?; done
    say_count "${parts[@]}"
    return "$status"
}

# check_web: lints scripts and styles, checks the types of scripts, and runs their unit tests.
check_web() {
    use_node
    use_packages "$ROOT/src/web-test"
    step "Checking scripts and styles ..."
    run "$DATA/web.log" npm run --silent check --prefix "$ROOT/src/web-test" || fail "Scripts or styles fail their checks. See $DATA/web.log"
    step "Scripts and styles are right: $(sed -n 's/^# pass //p' "$DATA/web.log") unit tests passed"
}

# begin_maven NAME ARG...: runs Maven in the background, with its output in DATA/NAME.log; NICE is its priority. It is ended after 45
# minutes, because tests that hang would otherwise show nothing of why.
begin_maven() {
    local name=$1
    shift
    : >"$DATA/$name.log"
    background "$name" "$DATA/$name.log" timeout --foreground 45m nice -n "${NICE:-0}" "${MAVEN[@]}" "$@"
}

# follow_maven NAME: prints its output until it ends, and returns its exit code.
follow_maven() {
    local status=0
    tail -n +1 -f --pid="${PIDS[$1]}" "$DATA/$1.log" 9>&- | note_parts &
    PIDS[output]=$!
    wait "${PIDS[$1]}" || status=$?
    unset "PIDS[$1]"
    wait "${PIDS[output]}" || true
    unset 'PIDS[output]'
    return "$status"
}

# note_parts: prints the lines it reads, and at the end the time of each part.
note_parts() {
    local line part='' since=$SECONDS
    local -a times=()
    while IFS= read -r line; do
        printf '%s\n' "$line"
        if [[ $line =~ ---\ ([a-z]+):[^:]+:([a-zA-Z-]+)\ \(([a-zA-Z-]+)\) ]]; then
            [[ -z $part ]] || times+=("$((SECONDS - since)) s $part")
            part="${BASH_REMATCH[1]}:${BASH_REMATCH[2]} (${BASH_REMATCH[3]})" since=$SECONDS
        fi
    done
    times+=("$((SECONDS - since)) s $part")
    say "" "Time of each part (over a second), $SECONDS s since the start:"
    printf '  %s\n' "${times[@]}" | grep -v '^  [01] s' || true
}

# say_count NAME...: prints the tests that failed and the sum of Surefire's totals.
say_count() {
    say ""
    (cd "$DATA" && grep -ahE '^\[ERROR\] [^ ]+ .*<<< (FAILURE|ERROR)!' "${@/%/.log}" | grep -v 'Tests run:') || true
    (cd "$DATA" && cat "${@/%/.log}") | awk '
        match($0, /Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+$/) {
            split(substr($0, RSTART), n, /[^0-9]+/)
            for (i = 2; i <= 5; i++) sum[i] += n[i]
        }
        END { printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", sum[2], sum[3], sum[4], sum[5] }'
}

# in_a_browser CLASS [MAVEN OPTION...]: packages the product, runs a class of uk.thinkuknow.journey against it, and prints its results.
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
    step "Running (some minutes) ..."
    run_maven surefire:test@journeys -Djourneys.skip=false -Dtest="$class" "$@" | grep -E '^(PASS|FAIL|NOTE)|^\[ERROR\] (Tests|  )|^Tests run'
}

# check_old_browsers: checks children's scripts and styles against MDN's browser compatibility data, which npm downloads.
check_old_browsers() {
    local folder=$ROOT/src/drill/compat
    command -v npm >/dev/null || { say "NOTE  browser compatibility not checked: npm is missing" && return; }
    [[ -d $folder/node_modules ]] || run "$RUN/npm.log" npm ci --no-audit --no-fund --ignore-scripts --prefix "$folder"
    node "$folder/check.js"
}
