# Attacks the product as outsiders would: random bytes for every reader of files, and common security scanners.
# shellcheck shell=bash
JAZZER=0.30.0
SEEDS=$ROOT/src/test/resources/fuzz

# fuzz_drill [TARGET...] [--seconds N]: a target is a test class with a folder of seeds; a part of its name is enough.
fuzz_drill() {
    local seconds=60 wanted=() status=0 folder part jars
    while (($#)); do
        case $1 in
            --seconds) seconds=${2:?--seconds needs a number} && shift 2 ;;
            *) wanted+=("$1") && shift ;;
        esac
    done
    use_jdk
    use_maven
    build_tests
    # by its own driver, because its JUnit engine needs another version of JUnit than ours
    for part in jazzer jazzer-api; do
        [[ -s $RUN/jazzer/$part-$JAZZER.jar ]] || fetch "com.code-intelligence:$part:$JAZZER" "$RUN/jazzer"
    done
    jars=$RUN/jazzer/jazzer-$JAZZER.jar:$RUN/jazzer/jazzer-api-$JAZZER.jar:$ROOT/target/test-classes:$ROOT/target/classes:$(<"$RUN/test.classpath")
    for folder in "$SEEDS"/*; do
        ((${#wanted[@]} == 0)) || grep -qF -f <(printf '%s\n' "${wanted[@]}") <<<"$folder" || continue
        fuzz_target "$(basename "$folder")" "$seconds" "$jars" || status=1
    done
    return "$status"
}

# fuzz_target CLASS SECONDS CLASSPATH: keeps interesting inputs for the next run, and inputs that cause an error in target/fuzz.
fuzz_target() {
    local log=$RUN/fuzz/$1.log found=$ROOT/target/fuzz/$1 runs
    mkdir -p "$RUN/fuzz/$1" "$found"
    rm -f "$found"/*
    if (cd "$ROOT" && exec setpriv --pdeathsig TERM "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx1g --enable-native-access=ALL-UNNAMED \
        -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp "$3" com.code_intelligence.jazzer.Jazzer \
        --target_class="$1" --instrumentation_includes='uk.thinkuknow.**' --reproducer_path="$found" "$RUN/fuzz/$1" "$SEEDS/$1" \
        -artifact_prefix="$found/" -max_total_time="$2" -timeout=20 -rss_limit_mb=4096 -max_len=16384) >"$log" 2>&1; then
        runs=$(sed -n 's/^Done \([0-9]*\) runs in .*/\1/p' "$log")
        say "PASS  fuzz ${1#uk.thinkuknow.}: ${runs:-no} executions in $2 s, nothing found"
    else
        say "FAIL  fuzz ${1#uk.thinkuknow.}: see $log; the input that caused it is in $found"
        grep -m 3 -E '^== Java Exception|^ERROR|^Caused by|^\sat uk\.thinkuknow' "$log" || true
        return 1
    fi
}

# scan_drill: scans the history for secrets, TLS of balancer and application, headers and policies of every page, and the forwarded
# headers that the balancer sets, and the scan of uploads. Prints PASS and FAIL.
scan_drill() {
    local tool
    DATA=$RUN/scan
    use_installation https
    at_end stop_all
    for tool in gitleaks sslscan haproxy socat curl; do
        command -v "$tool" >/dev/null || install "$tool" || fail "$tool is missing. Install it from the system's packages."
    done
    command -v npm >/dev/null || fail "npm is missing. Install it: it downloads the policy evaluator."
    [[ -d $ROOT/src/drill/scan/node_modules ]] || run "$RUN/npm.log" npm ci --no-audit --no-fund --ignore-scripts --prefix "$ROOT/src/drill/scan"
    SCANNED=0
    take_data_folder
    use_jdk
    use_maven
    use_mariadb
    build_application
    use_certificate localhost
    verdict "secrets: none in the $(git -C "$ROOT" rev-list --count HEAD) commits" gitleaks detect --source "$ROOT" --config "$ROOT/.gitleaks.toml" --no-banner --redact
    start_mariadb "$DATA/mariadb" "$DB_PORT" "$DB_PASSWORD"
    start_application
    await_application
    tls "the application" "$PORT"
    verdict "the application answers no plain http" answers_no_http "$PORT"
    balancer_scan
    sign_in_scan
    inside_scan
    pages_scan
    antivirus_scan
    return "$SCANNED"
}

# antivirus_scan: our client of clamd, against a clamd that knows one signature, on this machine and as on another one.
antivirus_scan() {
    local port=$((PORT + 23)) front=$((PORT + 24)) signatures=$DATA/signatures
    command -v clamd >/dev/null || install clamav-daemon || fail "clamd is missing. Install it from the system's packages."
    mkdir -p "$signatures"
    # the bytes of EICAR's harmless test file, anywhere in a file
    printf 'Drill.EICAR:0:*:%s\n' "$(printf '%s%s' 'X5O!P%@AP[4\PZX54(P^)7CC)7}$' 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*' | od -An -tx1 | tr -d ' \n')" >"$signatures/drill.ndb"
    printf '%s\n' "DatabaseDirectory $signatures" "TCPSocket $port" "TCPAddr 127.0.0.1" "Foreground yes" "User $(id -un)" \
        "StreamMaxLength 1000000" >"$DATA/clamd.conf"
    background clamd "$DATA/clamd.log" clamd --config-file="$DATA/clamd.conf"
    await clamd 60 taken "$port" || fail "clamd did not start. See $DATA/clamd.log"
    build_tests
    verdict "antivirus: clamd finds the test file of EICAR and no other, and what it does not scan counts as not scanned" \
        scan_at 127.0.0.1 "$port"
    background scanner "$DATA/scanner.log" env FRONT="127.0.0.1:$front,127.0.0.2:$front" CLAMD="127.0.0.1:$port" CERTIFICATE="$DATA/inner/scanner/inner.pem" \
        KEY="$DATA/inner/scanner/inner.key" AUTHORITY="$DATA/inner/scanner/inner-ca.pem" haproxy -db -f "$ROOT/docker/haproxy/scanner.cfg"
    await scanner 10 taken "$front" || fail "HAProxy did not start. See $DATA/scanner.log"
    verdict "antivirus: the same by TLS through HAProxy" scan_at 127.0.0.2 "$front" inner inner/application
    verdict "antivirus: no file goes to a scanner with the certificate of another authority" refuses_scan 'PKIX path' 127.0.0.2 "$front" foreign inner/application
    verdict "antivirus: HAProxy takes no file from who has a certificate of another authority" refuses_scan "$NOT_LET_IN" 127.0.0.2 "$front" inner foreign/application
    verdict "antivirus: nor from another service of the installation" refuses_scan "$NOT_LET_IN" 127.0.0.2 "$front" inner inner/keycloak
    verdict "antivirus: nor to another machine unencrypted" refuses_scan 'no file goes unencrypted' 127.0.0.2 "$port"
}
# what the client says when HAProxy ends the connection, during the handshake or after it
NOT_LET_IN='fatal alert|Broken pipe|reset|clamd answers: $'
# scan_at HOST PORT [AUTHORITY SERVICE]: trusting an authority of inside_scan, and showing the certificate of a service.
scan_at() {
    local files=()
    (($# < 4)) || {
        files=("$DATA/$3/authority/inner-ca.pem" "$DATA/shown.p12")
        openssl pkcs12 -export -in "$DATA/$4/inner.pem" -inkey "$DATA/$4/inner.key" -passout pass: -out "$DATA/shown.p12"
    }
    run_tool uk.thinkuknow.web.uploads.ClamdDrill "$1" "$2" Drill.EICAR.UNOFFICIAL 1000000 "${files[@]}"
}
# refuses_scan WORDS HOST PORT [AUTHORITY SERVICE]
refuses_scan() {
    local said
    said=$(scan_at "${@:2}" 2>&1) || true
    printf '%s\n' "$said"
    grep -qE "$1" <<<"$said"
}

# verdict SENTENCE CMD...: prints PASS or FAIL, and the output of the command if it fails.
verdict() {
    local sentence=$1 log
    shift
    log=$DATA/scan-$(tr -cd 'a-z' <<<"${sentence:0:24}").log
    if "$@" >"$log" 2>&1; then say "PASS  $sentence"; else say "FAIL  $sentence" && sed 's/^/      /' "$log" | tail -n 20 && SCANNED=1; fi
}

tls() {
    verdict "TLS of $1: 1.2 and 1.3 only, with forward secrecy and authenticated encryption, no known vulnerability" scan_tls "$2"
}
scan_tls() {
    local report=$DATA/tls-$1.xml
    sslscan --no-colour --xml="$report" "localhost:$1" && is_good_tls "$report"
}
# answers_no_http PORT: nobody listens for it elsewhere, so no answer is one at all.
answers_no_http() {
    local answer
    answer=$(curl -s -m 10 -o /dev/null -w '%{http_code}' "http://localhost:$1/") || true
    [[ $answer == 000 ]] || { echo "plain http at port $1 is answered $answer" && return 1; }
}
# is_good_tls FILE: judges the report of sslscan; prints what is weak.
is_good_tls() {
    ! grep -E '<protocol type="(ssl|tls)" version="(2|3|1\.0|1\.1)" enabled="1"' "$1" || return
    [[ $(grep -cE '<protocol type="tls" version="1\.[23]" enabled="1"' "$1") == 2 ]] || return
    ! grep '<cipher ' "$1" | grep -vE 'cipher="(TLS_(AES_(128|256)_GCM|CHACHA20_POLY1305)_SHA(256|384)|ECDHE-(RSA|ECDSA)-(AES(128|256)-GCM-SHA(256|384)|CHACHA20-POLY1305))"' || return
    # of what each version offers, the strongest first
    [[ $(grep -cE '<cipher status="preferred" sslversion="TLSv1\.[23]" .*cipher="(TLS_AES_256_GCM_SHA384|ECDHE-(RSA|ECDSA)-AES256-GCM-SHA384)"' "$1") == 2 ]] || return
    ! grep -E '<heartbleed .*vulnerable="1"|<compression supported="1"|<renegotiation supported="1" secure="0"' "$1"
}

# balancer_scan: runs HAProxy with TLS in front of a server that logs its requests.
balancer_scan() {
    local front=$((PORT + 20)) behind=$((PORT + 21)) heard=$DATA/heard
    cat "$CERTIFICATE" "$KEY" >"$DATA/both.pem" && chmod 600 "$DATA/both.pem"
    : >"$heard"
    # logs a request up to the end of its headers, and answers 200
    printf '%s\n' '#!/usr/bin/env bash' "while IFS= read -r line && [[ \$line != \$'\\r' ]]; do echo \"\$line\"; done >>'$heard'" \
        "echo >>'$heard'; printf 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'" >"$DATA/listener" && chmod +x "$DATA/listener"
    background heard "$DATA/socat.log" socat "TCP-LISTEN:$behind,bind=127.0.0.1,reuseaddr,fork" EXEC:"$DATA/listener"
    background balancer "$DATA/balancer.log" env CERTIFICATE="$DATA/both.pem" FRONT="127.0.0.1:$front" ONE="127.0.0.1:$behind" TWO="127.0.0.1:$behind" \
        ONE_ALIVE="$behind" TWO_ALIVE="$behind" ADMIN="$DATA/balancer.socket" haproxy -db -f "$ROOT/docker/haproxy/thinkuknow.cfg"
    await balancer 10 taken "$front" || fail "HAProxy did not start. See $DATA/balancer.log"
    tls "the balancer" "$front"
    verdict "the balancer answers no plain http" answers_no_http "$front"
    verdict "the balancer sets the forwarded headers itself and ignores those of clients" ignores_forwarded "$front" "$heard" /asked
    verdict "the balancer ends a request where its chunks end, and refuses lengths that differ" ends_requests "$front" "$heard"
}
# ends_requests PORT HEARD: by its length, the first request would go on with the second.
ends_requests() {
    sent "$1" 'POST /chunks HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n' || true
    sed -n '/^POST \/chunks/,/^$/p' "$2" | tr -d '\r' >"$DATA/ends"
    cat "$DATA/ends"
    grep -qi '^transfer-encoding: chunked$' "$DATA/ends" && ! grep -qi '^content-length' "$DATA/ends" || return
    sent "$1" 'POST /lengths HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}' | grep '^HTTP/1.1 400'
}
# sent PORT BYTES: prints the answers.
sent() { (printf '%b' "$2" && sleep 1) | openssl s_client -quiet -connect "localhost:$1" 2>/dev/null; }
# ignores_forwarded PORT FILE PATH: FILE has what arrives behind the balancer.
ignores_forwarded() {
    local from
    curl -ks -m 10 -o /dev/null "https://localhost:$1$3" -H 'X-Forwarded-For: 203.0.113.9' -H 'X-Forwarded-For: 203.0.113.8' \
        -H 'Forwarded: for=203.0.113.9' -H 'X-Forwarded-Host: evil.example' -H 'X-Forwarded-Proto: http' || return
    from=$(sed -n "\\:^GET $3 :,/^\r*$/p" "$2" | tr -d '\r')
    printf '%s\n' "$from"
    [[ $(grep -ci '^x-forwarded-for:' <<<"$from") == 1 ]] && grep -qi '^x-forwarded-for: 127.0.0.1$' <<<"$from" &&
        grep -qi '^x-forwarded-proto: https$' <<<"$from" && ! grep -E '203\.0\.113|evil' <<<"$from"
}

# sign_in_scan: runs the balancer in front of Keycloak, with a server in Keycloak's place that answers 200 to everything.
sign_in_scan() {
    local front=$((PORT + 22)) behind=$((PORT + 23)) MINE=true TO
    for TO in "$DATA/inner" "$DATA/foreign"; do make_authority && make_certificates missing; done
    listen_with keycloak "$behind" "$DATA/inner"
    cp "$CERTIFICATE" "$DATA/site.pem" && (umask 077 && cp "$KEY" "$DATA/site.pem.key")
    background sign-in "$DATA/sign-in.log" env CERTIFICATE="$DATA/site.pem" FRONT="127.0.0.1:$front" KEYCLOAK="127.0.0.1:$behind" \
        AUTHORITY="$DATA/inner/sign-in/inner-ca.pem" ADMINS=192.0.2.1 haproxy -db -f "$ROOT/docker/haproxy/keycloak.cfg"
    await sign-in 10 taken "$front" || fail "HAProxy did not start. See $DATA/sign-in.log"
    tls "the balancer in front of Keycloak" "$front"
    verdict "nor does that one answer plain http" answers_no_http "$front"
    verdict "the balancer in front of Keycloak sets the forwarded headers itself, too" ignores_forwarded "$front" "$DATA/heard" /realms/thinkuknow/asked
    verdict "from outside only signing in reaches Keycloak, not its administration, nor TRACE" closes_administration "$front"
    verdict "each answer of the balancer says nosniff, its own too" says_nosniff "$front" /realms/thinkuknow/ /admin/
    verdict "no machine takes all connections of the balancer in front of Keycloak" leaves_room "$front"
    end "${PIDS[keycloak-inner]}" 5
    listen_with keycloak "$behind" "$DATA/foreign"
    verdict "the balancer passes no sign-in on to a Keycloak with the certificate of another authority" passes_nothing "$front"
    end "${PIDS[keycloak-foreign]}" 5
    listen_with application "$behind" "$DATA/inner"
    verdict "nor to one with the certificate of another service" passes_nothing "$front"
    end "${PIDS[application-inner]}" 5
}

# inside_scan: the product's balancer with an authority, in front of servers with good and bad certificates. Needs those of sign_in_scan.
inside_scan() {
    local front=$((PORT + 24)) behind=$((PORT + 25)) figures=$((PORT + 26))
    listen_with application "$behind" "$DATA/inner"
    background inside "$DATA/inside.log" env CERTIFICATE="$DATA/both.pem" FRONT="127.0.0.1:$front" ONE="127.0.0.1:$behind" TWO="127.0.0.1:$behind" \
        ONE_ALIVE="$behind" TWO_ALIVE="$behind" ADMIN="$DATA/inside.socket" AUTHORITY="$DATA/inner/sign-in/inner-ca.pem" \
        FIGURES="127.0.0.1:$figures" haproxy -db -f "$ROOT/docker/haproxy/thinkuknow.cfg"
    await inside 10 taken "$front" || fail "HAProxy did not start. See $DATA/inside.log"
    verdict "the balancer passes requests on to an application with the certificate of the authority" passes "$front"
    verdict "it gives its figures to Prometheus by TLS, and to nobody else" guards_figures "$figures"
    end "${PIDS[application-inner]}" 5
    listen_with application "$behind" "$DATA/foreign"
    verdict "but none to one with the certificate of another authority" passes_nothing "$front"
    end "${PIDS[application-foreign]}" 5
    listen_with keycloak "$behind" "$DATA/inner"
    verdict "nor of another service" passes_nothing "$front"
    end "${PIDS[keycloak-inner]}" 5
    verdict "each answer of the balancer says nosniff, its own too" says_nosniff "$front" /asked
}
# leaves_room PORT: of 520 connections of one address some are refused, and another address is answered.
leaves_room() (
    local each fd=''
    for each in {1..520}; do exec {fd}<>"/dev/tcp/127.0.0.1/$1" || break; done
    ! curl -ks -m 5 -o /dev/null "https://127.0.0.1:$1/realms/thinkuknow/asked" && curl -ks -m 5 --interface 127.0.0.2 -o /dev/null "https://127.0.0.1:$1/realms/thinkuknow/asked"
)

# guards_figures PORT
guards_figures() {
    [[ $(figures_to "$1" "$DATA/inner/prometheus") == 200 ]] || { echo "Prometheus gets none" && return 1; }
    [[ $(figures_to "$1" "$DATA/inner/keycloak") == 403 ]] || { echo "another service gets them" && return 1; }
    [[ $(figures_to "$1" "$DATA/foreign/prometheus") == 000 ]] || { echo "who has a certificate of another authority gets them" && return 1; }
    [[ $(status_of "$1" /metrics) == 000 ]] || { echo "who shows none gets them" && return 1; }
    [[ $(curl -s -m 10 -o /dev/null -w '%{http_code}' "http://localhost:$1/metrics") == 000 ]] || { echo "they are there unencrypted" && return 1; }
}
figures_to() { status_of "$1" /metrics --cert "$2/inner.pem" --key "$2/inner.key"; }
# says_nosniff PORT PATH...
says_nosniff() {
    local path
    for path in "${@:2}"; do
        grep -qi '^x-content-type-options: nosniff' < <(curl -ks -m 10 -D - -o /dev/null "https://localhost:$1$path") || { echo "$path does not" && return 1; }
    done
}
# listen_with SERVICE PORT FOLDER: answers by TLS with the service's certificate.
listen_with() {
    local name=$1-${3##*/}
    background "$name" "$DATA/socat.log" socat "OPENSSL-LISTEN:$2,bind=127.0.0.1,reuseaddr,fork,verify=0,cert=$3/$1/inner.pem,key=$3/$1/inner.key" EXEC:"$DATA/listener"
    await "$name" 10 taken "$2" || fail "socat did not start. See $DATA/socat.log"
}
passes() { [[ $(status_of "$1" /asked) == 200 ]]; }
passes_nothing() { [[ $(status_of "$1" /realms/thinkuknow/login-actions/authenticate) == 503 ]]; }
closes_administration() {
    local path
    for path in /realms/thinkuknow/protocol/openid-connect/auth?a=b /realms/thinkuknow/login-actions/authenticate /resources/4f2/login/theme.css; do
        [[ $(status_of "$1" "$path") == 200 ]] || { echo "$path is closed" && return 1; }
    done
    for path in / /admin /admin/ /admin/master/console/ /admin/realms/thinkuknow/users /realms/master/protocol/openid-connect/token /%61dmin/ \
        //admin/ /resources/../admin/ /realms/thinkuknow/../master/account /realms/thinkuknow/%2e%2e/master/account '/;a/admin/' \
        '/realms/thinkuknow;/../../admin/' /realms/thinkuknow /metrics /health; do
        [[ $(status_of "$1" "$path") == 404 ]] || { echo "$path is open" && return 1; }
    done
    [[ $(status_of "$1" /realms/thinkuknow/protocol/openid-connect/auth -X TRACE) == 405 ]] || { echo "TRACE is open" && return 1; }
}
status_of() { curl -ks --path-as-is -m 10 -o /dev/null -w '%{http_code}' "${@:3}" "https://localhost:$1$2"; }

# pages_scan: requests every address of the access matrix without a sign-in. Only the issuer's keys may be read by other sites, which
# check certificates with them.
pages_scan() {
    local route policies=$DATA/policies lacking=$DATA/lacking answer
    : >"$policies" && : >"$lacking"
    while read -r route; do
        answer=$(curl -ks -m 20 -D - -o /dev/null -H 'Origin: https://evil.example' "https://localhost:$PORT$route" | tr -d '\r')
        sed -n 's/^content-security-policy: //Ip' <<<"$answer" >>"$policies"
        grep -qi '^content-security-policy: ' <<<"$answer" && grep -qi '^strict-transport-security: max-age=31536000; includeSubDomains$' <<<"$answer" &&
            grep -qi '^x-content-type-options: nosniff' <<<"$answer" && grep -qi '^referrer-policy: no-referrer' <<<"$answer" &&
            ! grep -qiE '^(server|x-powered-by):|^content-type: (text/[^;]*|[^;]*[+/]xml)$' <<<"$answer" &&
            { [[ $route == /badges/issuer* ]] || ! grep -qi '^access-control-allow-origin:' <<<"$answer"; } || echo "$route: $answer" >>"$lacking"
    done < <(sed -n 's/^ *GET  *\(\/[^ ]*\) .*/\1/p' "$ROOT/src/http/java/uk/thinkuknow/AccessMatrixTest.java" | sed 's/{[^}]*}/none/g'
        printf '%s\n' /assets/none /pictures/none /media/none /no/such/page)
    sort -u -o "$policies" "$policies"
    verdict "headers: policy, nosniff, no referrer and a year of HSTS on each of $(wc -l <"$policies" | tr -d ' ') kinds of pages" test ! -s "$lacking"
    [[ ! -s $lacking ]] || head -n 5 "$lacking"
    verdict "policies: the evaluator finds no weakness in any of the $(wc -l <"$policies" | tr -d ' ')" node "$ROOT/src/drill/scan/policies.js" <"$policies"
    verdict "no sources, file lists, metrics or development tools are served, and TRACE is refused" hides_internals
}
hides_internals() {
    local path status
    for path in /.git/config /assets/ /pictures/ /q/metrics /q/health /q/dev-ui /q/swagger-ui /application.properties /lessons/; do
        status=$(curl -ks -m 10 -o /dev/null -w '%{http_code}' "https://localhost:$PORT$path")
        [[ $status == 404 ]] || { echo "$path answers $status" && return 1; }
    done
    [[ $(curl -ks -m 10 -o /dev/null -w '%{http_code}' -X TRACE "https://localhost:$PORT/") =~ ^(4|501) ]]
}
