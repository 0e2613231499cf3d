# Builds the application when its sources have changed, and runs a copy that the next build does not touch.
# shellcheck shell=bash

# build_application: sets APP to the folder of the packaged application; THINKUKNOW_APP names one that is already built.
build_application() {
    APP=${THINKUKNOW_APP:-$RUN/app}
    [[ -z ${THINKUKNOW_APP:-} ]] || return 0
    if [[ -e $APP/built && -z $(cd "$ROOT" && find pom.xml src/main lessons -newer "$APP/built" -print -quit 2>/dev/null) ]]; then
        return
    fi
    step "Building the application (the first time some minutes, to download libraries) ..."
    rm -rf "$APP.part" && mkdir -p "$APP.part" && touch "$APP.part/built"
    # otherwise a renamed part of a style or script would stay in the package
    rm -rf "$ROOT/target/classes"
    run "$RUN/build.log" "${MAVEN[@]}" package -Dmaven.test.skip -Dspotless.check.skip || fail "The build failed. See $RUN/build.log"
    cp -r "$ROOT/target/quarkus-app/." "$APP.part/"
    rm -rf "$APP" && mv "$APP.part" "$APP"
}

# build_last_version: sets LAST_APP to the application of the version before this one, as it was when the changelog described it;
# THINKUKNOW_LAST_APP names one that is already built.
build_last_version() {
    local this last commit source=$RUN/last
    LAST_APP=${THINKUKNOW_LAST_APP:-}
    [[ -z $LAST_APP ]] || return 0
    this=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$ROOT/pom.xml" | head -n 1)
    last=$(sed -n 's/^## \([0-9][^ ]*\) .*/\1/p' "$ROOT/CHANGELOG.md" | grep -vxm 1 "$this")
    commit=$(git -C "$ROOT" log -1 --format=%H -S"## $last " -- CHANGELOG.md)
    [[ -n $commit ]] || fail "The history of this clone does not reach back to version $last. Fetch it, or set THINKUKNOW_LAST_APP."
    LAST_APP=$source/target/quarkus-app
    [[ ! -e $LAST_APP/built || $(<"$LAST_APP/built") != "$commit" ]] || return 0
    step "Building version $last ..."
    [[ -v MAVEN ]] || use_maven
    rm -rf "$source" && mkdir -p "$source"
    git -C "$ROOT" archive "$commit" | tar -x -C "$source"
    run "$RUN/build-last.log" "${MAVEN[@]:0:3}" -f "$source/pom.xml" package -Dmaven.test.skip -Dspotless.check.skip ||
        fail "The build of version $last failed. See $RUN/build-last.log"
    echo "$commit" >"$LAST_APP/built"
}

# learn_to_start: once after a build, has the application take lessons with invented classes on a database of its own, and keeps what Java
# loads and compiles for them (ADR 85). Without that file a start and the first lessons after it only take longer.
learn_to_start() {
    local dir=$RUN/rehearsal
    [[ -z ${THINKUKNOW_APP:-} && ! -e $(learned) ]] || return 0
    step "Rehearsing lessons, so that later starts are faster ..."
    rm -rf "$dir" && mkdir -p "$dir"
    if (rehearse "$dir") && mv "$dir/learned" "$(learned)"; then
        rm -rf "$dir"
    else
        step "That was not possible, so starts take longer. See $dir/application.log"
    fi
}

rehearse() {
    PIDS=() DATA=$1 DEMO=true SCHEME=http DB_URL=''
    PORT=$(free_port 8900) && ADDRESS=http://localhost:$PORT
    KEYCLOAK_PORT=$((PORT + 1)) MANAGEMENT_PORT=$((PORT + 2)) DB_PORT=$((PORT + 4)) KEYCLOAK_ADDRESS=$ADDRESS
    use_secrets
    use_mariadb
    start_mariadb "$DATA/mariadb" "$DB_PORT" "$DB_PASSWORD"
    start_application -XX:AOTCacheOutput="$DATA/learned" -Dthinkuknow.rehearsal=true
    wait "${PIDS[application]}" || true
    end_all
}

# learned: prints the file with what Java has learned about this build.
learned() { echo "$APP/$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release").aot"; }

# start_application [OPTION OF JAVA...]: in the background, with secrets in files; version 1.3 and older read them from the environment only.
start_application() {
    local tls=() unset=() java=("$@")
    [[ ! -e $(learned) ]] || java+=(-XX:AOTCache="$(learned)")
    store_secrets
    if compgen -G "$APP/lib/main/*config-source-file-system*" >/dev/null; then
        # not those of the caller's environment, which would win over the files
        unset=(-u THINKUKNOW_SECRET -u THINKUKNOW_WORRY_KEYS -u THINKUKNOW_BADGE_KEYS -u THINKUKNOW_DB_PASSWORD -u THINKUKNOW_DB_OWNER_PASSWORD
            -u THINKUKNOW_KEYCLOAK_SECRET -u THINKUKNOW_KEYCLOAK_ACCOUNTS_SECRET)
    else
        # of this function and its commands, not as arguments: everybody on this machine can read those
        local -x THINKUKNOW_DB_PASSWORD="$DB_PASSWORD" THINKUKNOW_SECRET="$APP_SECRET" THINKUKNOW_KEYCLOAK_SECRET="$KEYCLOAK_SECRET" \
            THINKUKNOW_KEYCLOAK_ACCOUNTS_SECRET="$KEYCLOAK_ACCOUNTS_SECRET" THINKUKNOW_WORRY_KEYS="$WORRY_KEYS" THINKUKNOW_BADGE_KEYS="$BADGE_KEYS"
    fi
    if [[ $SCHEME == https ]]; then
        tls=(-Dquarkus.profile=prod,https -Dquarkus.http.host=0.0.0.0 -Dquarkus.http.insecure-requests=disabled
            -Dquarkus.http.ssl-port="$PORT" -Dquarkus.http.tls-configuration-name=site
            -Dquarkus.tls.site.key-store.pem.0.cert="$CERTIFICATE" -Dquarkus.tls.site.key-store.pem.0.key="$KEY"
            # Keycloak is asked on this machine, by another name than its certificate has: so exactly this certificate is trusted
            -Dquarkus.oidc.tls.tls-configuration-name=keycloak -Dquarkus.tls.keycloak.trust-store.pem.certs="$DATA/keycloak-trusted.pem"
            -Dquarkus.tls.keycloak.hostname-verification-algorithm=NONE)
        openssl x509 -in "$CERTIFICATE" -out "$DATA/keycloak-trusted.pem"
    fi
    background application "$DATA/application.log" env "${unset[@]}" THINKUKNOW_SECRETS="$DATA/secrets" \
        THINKUKNOW_DB_URL="${DB_URL:-jdbc:mariadb://127.0.0.1:$DB_PORT/thinkuknow?sslMode=verify-full}" \
        THINKUKNOW_SIGN_IN="$KEYCLOAK_ADDRESS" THINKUKNOW_PUBLIC_ADDRESS="$ADDRESS" THINKUKNOW_DEMO="$DEMO" \
        THINKUKNOW_KEYCLOAK="$SCHEME://127.0.0.1:$KEYCLOAK_PORT/realms/thinkuknow" QUARKUS_HTTP_PORT="$PORT" QUARKUS_MANAGEMENT_PORT="$MANAGEMENT_PORT" \
        "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xms128m -Xmx512m -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED "${java[@]}" \
        -Dthinkuknow.data="$DATA" -Dthinkuknow.erase-again="$DATA/erase-again" "${tls[@]}" -jar "$APP/quarkus-run.jar"
}

await_application() {
    await application 900 answers "$MANAGEMENT_PORT" /q/health/ready || {
        say_log_end "$DATA/application.log" >&2
        fail "The application did not start. See the end of $DATA/application.log above."
    }
}

# build_tests: compiles the tests and writes their class path to .run/test.classpath.
build_tests() {
    run "$RUN/build-tests.log" "${MAVEN[@]}" test-compile -Dspotless.check.skip \
        org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$RUN/test.classpath" ||
        fail "Compiling the tests failed. See $RUN/build-tests.log"
}

# run_tool CLASS [OPTION...]: runs a class of the tests and returns its exit code.
run_tool() {
    setpriv --pdeathsig TERM "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx1g -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
        -cp "$ROOT/target/test-classes:$ROOT/target/classes:$(cat "$RUN/test.classpath")" "$@" 9>&- &
    PIDS[run]=$!
    wait "${PIDS[run]}"
}
