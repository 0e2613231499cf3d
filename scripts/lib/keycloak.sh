# Keycloak, where staff sign in: downloaded once per checkout, with its own copy in each data folder.
# shellcheck shell=bash

# download_keycloak: sets KEYCLOAK_BUILT, the folder of the prepared installation; without it, downloads what it is made of.
download_keycloak() {
    KEYCLOAK_VERSION=$(sed -n 's:.*<keycloak.version>\(.*\)</keycloak.version>.*:\1:p' "$ROOT/pom.xml")
    KEYCLOAK_BUILT=$RUN/keycloak-$KEYCLOAK_VERSION
    [[ ! -d $KEYCLOAK_BUILT && ! -e $RUN/download/keycloak-quarkus-dist-$KEYCLOAK_VERSION.tar.gz ]] || return 0
    step "Downloading Keycloak $KEYCLOAK_VERSION (176 MB) ..."
    fetch "org.keycloak:keycloak-quarkus-dist:$KEYCLOAK_VERSION:tar.gz" "$RUN/download"
}

# fetch_keycloak: sets KEYCLOAK_BUILT, the prepared installation that is copied into each data folder.
fetch_keycloak() {
    download_keycloak
    [[ ! -d $KEYCLOAK_BUILT ]] || return 0
    rm -rf "$KEYCLOAK_BUILT.part" && mkdir -p "$KEYCLOAK_BUILT.part"
    run "$RUN/unpack.log" tar xzf "$RUN/download/keycloak-quarkus-dist-$KEYCLOAK_VERSION.tar.gz" -C "$KEYCLOAK_BUILT.part" --strip-components=1 ||
        fail "Unpacking Keycloak failed. Check for free disk space, delete $RUN/download, and see $RUN/unpack.log"
    step "Preparing Keycloak (once, about half a minute) ..."
    run "$RUN/keycloak-build.log" "$KEYCLOAK_BUILT.part/bin/kc.sh" build --db=dev-file --health-enabled=true ||
        fail "Preparing Keycloak failed. See $RUN/keycloak-build.log"
    mv "$KEYCLOAK_BUILT.part" "$KEYCLOAK_BUILT" && rm -rf "$RUN/download"
}

# prepare_keycloak: sets KEYCLOAK, the copy in this data folder, with the realm to import.
prepare_keycloak() {
    local home
    fetch_keycloak
    home=$DATA/keycloak/${KEYCLOAK_BUILT##*-}
    if [[ ! -d $home ]]; then
        rm -rf "$home.part" && mkdir -p "$DATA/keycloak"
        cp -al "$KEYCLOAK_BUILT" "$home.part" 2>/dev/null || { rm -rf "$home.part" && cp -a "$KEYCLOAK_BUILT" "$home.part"; }
        mkdir -p "$home.part/data/import"
        cp "$ROOT/docker/keycloak/users-demo-$DEMO.json" "$home.part/data/import/thinkuknow-users-0.json"
        mv "$home.part" "$home"
    fi
    cp "$ROOT/docker/keycloak/thinkuknow-realm.json" "$home/data/import/"
    mkdir -p "$home/data/password-blacklists"
    cp "$ROOT/docker/keycloak/common-passwords.txt" "$home/data/password-blacklists/"
    KEYCLOAK=$home
}

# start_keycloak: in the background. It imports the realm into an empty store only, so what has changed since is written to the store.
start_keycloak() {
    local http=(--http-enabled=true --http-host=127.0.0.1 --http-port="$KEYCLOAK_PORT")
    if [[ $SCHEME == https ]]; then
        http=(--http-enabled=false --http-host=0.0.0.0 --https-port="$KEYCLOAK_PORT"
            --https-certificate-file="$CERTIFICATE" --https-certificate-key-file="$KEY"
            --https-cipher-suites="$(sed -n 's/^%https.quarkus.tls.site.cipher-suites=//p' "$ROOT/src/main/resources/application.properties")"
            --truststore-paths="$CERTIFICATE") # Keycloak uses it to tell the application that a sign-in has ended
    fi
    close_store
    update_address
    close_admin_cli
    [[ -e $DATA/keycloak/store.mv.db ]] || note_realm # it will be imported
    # before the command, not as arguments of env: everybody on this machine can read those
    KC_DB_USERNAME=keycloak KC_DB_PASSWORD="$KEYCLOAK_STORE_PASSWORD" KC_BOOTSTRAP_ADMIN_USERNAME="${KEYCLOAK_ADMIN:-admin}" KC_BOOTSTRAP_ADMIN_PASSWORD="$KEYCLOAK_ADMIN_PASSWORD" \
        THINKUKNOW_PUBLIC_ADDRESS="$ADDRESS" THINKUKNOW_KEYCLOAK_SECRET="$KEYCLOAK_SECRET" THINKUKNOW_KEYCLOAK_ACCOUNTS_SECRET="$KEYCLOAK_ACCOUNTS_SECRET" THINKUKNOW_FIRST_PASSWORD="$FIRST_PASSWORD" \
        KC_LOG_CONSOLE_OUTPUT=json THINKUKNOW_SECOND_FACTOR="$([[ $DEMO == true ]] && echo nobody || echo second-factor)" \
        JAVA_OPTS="-Xms64m -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError" \
        background keycloak "$DATA/keycloak.log" "$KEYCLOAK/bin/kc.sh" start --optimized --cache=local --import-realm "${http[@]}" --hostname="$KEYCLOAK_ADDRESS" --hostname-backchannel-dynamic=true \
        --db-url="jdbc:h2:file:$DATA/keycloak/store;NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE" \
        --http-management-scheme=http --http-management-host=127.0.0.1 --http-management-port="$KEYCLOAK_MANAGEMENT_PORT"
}

# close_store: Keycloak's file has keys, secrets and hashes of passwords, and is not encrypted: nobody else on this machine may read it.
close_store() { mkdir -p "$DATA/keycloak" && chmod 700 "$DATA/keycloak"; }

update_address() {
    [[ $(cat "$DATA/keycloak/address" 2>/dev/null) == "$ADDRESS" ]] ||
        query_store "update client set root_url = '$ADDRESS' where client_id = 'thinkuknow'"
    echo "$ADDRESS" >"$DATA/keycloak/address"
}

# close_admin_cli: the realm of an earlier version let this client of Keycloak's own take a password without the staff sign-in.
close_admin_cli() {
    query_store "update client set enabled = false, direct_access_grants_enabled = false where client_id = 'admin-cli' and realm_id = (select id from realm where name = 'thinkuknow')"
}

# query_store SQL: runs SQL on Keycloak's store while Keycloak is stopped; does nothing before its first start. Java reads the words of
# the command from a pipe, because the list of processes shows a command line to every user of the machine.
query_store() {
    [[ -e $DATA/keycloak/store.mv.db ]] || return 0
    "$JAVA_HOME/bin/java" -cp "$(echo "$KEYCLOAK"/lib/lib/main/com.h2database.h2-*.jar)" @<(printf '"%s"\n' org.h2.tools.Shell \
        -url "jdbc:h2:file:$DATA/keycloak/store;NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE" -user keycloak -password "$KEYCLOAK_STORE_PASSWORD" \
        -sql "$1") >>"$DATA/keycloak.log"
}

# note_realm: notes which realm file Keycloak's realm follows.
note_realm() { sha256sum <"$ROOT/docker/keycloak/thinkuknow-realm.json" >"$DATA/keycloak/realm"; }

# follow_realm: after an upgrade, brings the realm of a running Keycloak up to our file.
follow_realm() {
    sha256sum <"$ROOT/docker/keycloak/thinkuknow-realm.json" | cmp -s - "$DATA/keycloak/realm" && return
    if "$ROOT/scripts/realm-update" --data "$DATA" >>"$DATA/keycloak.log" 2>&1; then
        note_realm
    else
        step "Keycloak's realm is that of an earlier version: staff who need a second factor cannot work. Run scripts/realm-update and see docs/operations/install.md"
    fi
}

await_keycloak() {
    await keycloak 900 answers "$KEYCLOAK_MANAGEMENT_PORT" /health/ready || {
        say_log_end "$DATA/keycloak.log" >&2
        fail "Keycloak did not start. See the end of $DATA/keycloak.log above."
    }
}
