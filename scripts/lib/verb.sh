# Runs a command of the packaged product on an installation's database.
# shellcheck shell=bash

# run_verb VERB WORD...: runs it on the database in DATA, and starts that database meanwhile if the installation is stopped.
run_verb() {
    local verb=$1 url=''
    shift
    at_end end_all
    [[ -d $DATA ]] || fail "No data folder $DATA. Run scripts/start once, or name another with --data."
    DATA=$(cd "$DATA" && pwd)
    use_jdk
    use_maven
    build_application 9>&-
    [[ -s $DATA/secrets.env ]] || fail "$DATA is not a data folder of scripts/start. Name another with --data."
    # shellcheck disable=SC1091
    source "$DATA/secrets.env"
    exec 9>"$DATA/lock"
    if [[ -s $DATA/cluster.env ]]; then
        trap - EXIT # so that the cluster keeps running
        flock -n 9 || fail "Another scripts/cluster is at work on $DATA. Wait until it ends."
        # shellcheck disable=SC1091
        source "$DATA/cluster.env"
        export_owner
        know_running
        url=$(database_url)
        [[ -n $(nodes_running) ]] || fail "The cluster in $DATA is not running. Start it: scripts/cluster up"
    elif flock -n 9; then
        end_leftovers
        use_mariadb
        DB_PORT=$(free_port 8700)
        start_mariadb "$DATA/mariadb" "$DB_PORT" "$DB_PASSWORD"
    else
        trap - EXIT # so that the installation keeps running
        export_owner
        DB_PORT=$(tr '\0' '\n' <"/proc/$(<"$DATA/mariadb/pid")/cmdline" 2>/dev/null | sed -n 's/^--port=//p') || true
        [[ -n $DB_PORT ]] || fail "The installation in $DATA is starting or stopping. Try again in a moment."
    fi
    THINKUKNOW_DB_URL="${url:-jdbc:mariadb://127.0.0.1:$DB_PORT/thinkuknow?sslMode=verify-full}" THINKUKNOW_DB_PASSWORD="$DB_PASSWORD" THINKUKNOW_SECRET="$APP_SECRET" THINKUKNOW_DEMO="$DEMO" \
        THINKUKNOW_SECRETS="$DATA/secrets" \
        "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED -Dthinkuknow.data="$DATA" \
        -Dquarkus.http.port=0 -Dquarkus.management.port=0 -Dquarkus.oidc.tenant-enabled=false -Dthinkuknow.jobs=false \
        -Dquarkus.log.console.stderr=true -Dquarkus.log.console.json.enabled=false -Dquarkus.log.console.filter=log-lines -Dquarkus.log.level=WARN \
        '-Dquarkus.log.category."org.flywaydb".level=ERROR' \
        -jar "$APP/quarkus-run.jar" "$verb" "$@" 9>&-
}
