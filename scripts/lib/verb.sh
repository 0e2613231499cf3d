# One thing that the packaged product does on an installation's database, and ends.
# shellcheck shell=bash

# run_verb VERB WORD...: on the database in DATA; if the installation is not running, its database runs meanwhile.
run_verb() {
    local verb=$1 url=''
    shift
    at_end end_all
    [[ -d $DATA ]] || fail "There is no data folder $DATA yet: run scripts/start once, or name another with --data."
    DATA=$(cd "$DATA" && pwd)
    use_jdk
    use_maven
    build_application 9>&-
    [[ -s $DATA/secrets.env ]] || fail "$DATA is not a data folder of scripts/start."
    # shellcheck disable=SC1091
    source "$DATA/secrets.env"
    exec 9>"$DATA/lock"
    if [[ -s $DATA/cluster.env ]]; then
        trap - EXIT # nothing that runs there is ours
        flock -n 9 || fail "A scripts/cluster is at work on $DATA: wait until it has ended."
        # shellcheck disable=SC1091
        source "$DATA/cluster.env"
        tell_of_owner
        know_running
        url=$(database_url)
        [[ -n $(nodes_running) ]] || fail "The cluster in $DATA does not run: scripts/cluster up"
    elif flock -n 9; then
        end_leftovers
        use_mariadb
        DB_PORT=$(free_port 8700)
        start_mariadb "$DATA/mariadb" "$DB_PORT" "$DB_PASSWORD"
    else
        trap - EXIT # everything that runs there is another's
        tell_of_owner
        DB_PORT=$(tr '\0' '\n' <"/proc/$(<"$DATA/mariadb/pid")/cmdline" 2>/dev/null | sed -n 's/^--port=//p') || true
        [[ -n $DB_PORT ]] || fail "The installation in $DATA is just starting or stopping: try again in a moment."
    fi
    THINKUKNOW_DB_URL="${url:-jdbc:mariadb://127.0.0.1:$DB_PORT/thinkuknow}" THINKUKNOW_DB_PASSWORD="$DB_PASSWORD" THINKUKNOW_SECRET="$APP_SECRET" THINKUKNOW_DEMO="$DEMO" \
        "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED -Dthinkuknow.data="$DATA" \
        -Dquarkus.http.port=0 -Dquarkus.management.port=0 -Dquarkus.oidc.tenant-enabled=false -Dthinkuknow.jobs=false \
        -Dquarkus.log.console.stderr=true -Dquarkus.log.level=WARN '-Dquarkus.log.category."org.flywaydb".level=ERROR' \
        -jar "$APP/quarkus-run.jar" "$verb" "$@" 9>&-
}
