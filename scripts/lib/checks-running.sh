# Checks of scripts/doctor that look at what runs: processes, mail, versions and the database.
# shellcheck shell=bash

look_at_running() {
    local name
    if [[ -n $SETTINGS ]]; then
        if [[ $(curl -ksSm 10 -o /dev/null -w '%{http_code}' "$ADDRESS/") == 200 ]]; then well "$ADDRESS answers."; else
            fault "$ADDRESS does not answer: no child can join a lesson." "docker compose ps, then the log of what is down (docs/operations/runbook.md)"
        fi
        return
    fi
    for name in $(wanted_processes); do
        if runs "$name"; then well "$name runs."; else
            fault "$name does not run." "$([[ -s $DATA/cluster.env ]] && echo "scripts/cluster up" || echo "scripts/start") with the same options as before; its log is in $DATA"
        fi
    done
    [[ -z $APPLICATION ]] || if [[ $(curl -sSm 10 -o /dev/null -w '%{http_code}' "$MANAGEMENT/q/health/ready") == 200 ]]; then well "The application is ready."; else
        fault "The application is not ready: it does not reach its database." "Look at the check database, then at the end of $DATA/application.log"
    fi
}

wanted_processes() { if [[ -s $DATA/cluster.env ]]; then echo n1 n2 n3 one two balancer keycloak; else echo mariadb application keycloak; fi; }

look_at_mail() {
    local host port security
    look_at_outboxes
    [[ -n $SETTINGS$APPLICATION ]] || { unseen "The settings of mail are not known: the application does not run." "Start it; see the check running" && return; }
    host=$(setting THINKUKNOW_SMTP_HOST) port=$(setting THINKUKNOW_SMTP_PORT) security=$(setting THINKUKNOW_SMTP_SECURITY)
    if [[ -z $host ]]; then
        if [[ $DEMO == true ]]; then well "No mail server is set up, and a demo needs none."; else
            fault "No mail server is set up: nobody gets an email about a child's worry." "Set THINKUKNOW_SMTP_HOST and THINKUKNOW_MAIL_FROM (docs/operations/mail.md)"
        fi
        return
    fi
    look_at_mail_server "$host" "${port:-587}" "${security:-starttls}"
}

look_at_mail_server() {
    local how=() shown verified
    if [[ $3 == none ]]; then
        # shellcheck disable=SC2016
        shown=$(timeout 5 bash -c 'exec 3<>"/dev/tcp/$0/$1" && head -n 1 <&3' "$1" "$2" 2>/dev/null)
        if [[ $shown != 220* ]]; then
            fault "No mail server answers at $1:$2: emails wait." "Check name and port, and let this machine through firewalls"
        elif is_here "smtp://$1"; then well "The mail server on this machine answers."; else
            fault "Email travels to $1 unencrypted." "THINKUKNOW_SMTP_SECURITY=starttls, or tls"
        fi
        return
    fi
    needs openssl || return
    [[ $3 != starttls ]] || how=(-starttls smtp)
    shown=$(timeout 10 openssl s_client "${how[@]}" -connect "$1:$2" -verify_hostname "$1" </dev/null 2>&1)
    verified=$(sed -n 's/^ *Verif[a-z]* return code: \([0-9]*\).*/\1/p' <<<"$shown" | head -n 1)
    if ! grep -q 'BEGIN CERTIFICATE' <<<"$shown"; then
        fault "No mail server with $3 answers at $1:$2: emails wait." "Check name, port and THINKUKNOW_SMTP_SECURITY, and let this machine through firewalls"
    elif [[ $verified != 0 ]]; then
        fault "The certificate of the mail server $1 is not trusted (OpenSSL's code $verified): emails wait." "Use the name that its certificate has, or one with a signed certificate"
    else
        well "The mail server $1 answers with $3 and a trusted certificate."
    fi
}

# look_at_uploads: clamd answers, on another machine by TLS with the right certificate, and its list of malware is from the last three days.
look_at_uploads() {
    local scanner said day
    [[ -n $SETTINGS$APPLICATION ]] || { unseen "The scanner of uploads is not known: the application does not run." "Start it; see the check running" && return; }
    scanner=$(setting THINKUKNOW_ANTIVIRUS)
    if [[ -z $scanner ]]; then
        if [[ $DEMO == true ]]; then well "Nothing scans uploaded files, and a demo needs no scanner."; else
            warn "Nothing scans uploaded files for malware." "Run clamd and set THINKUKNOW_ANTIVIRUS (docs/operations/install.md#scan-uploads)"
        fi
        return
    fi
    is_here "$scanner" || needs openssl || return
    said=$(version_of_scanner "$scanner" 2>/dev/null | tr -d '\r')
    if [[ $said != ClamAV* && -n $SETTINGS ]]; then
        unseen "The scanner $scanner is not reached from here." "docker compose exec clamav clamdscan --ping 3; without clamd no file can be uploaded"
    elif [[ $said != ClamAV* ]]; then
        fault "The scanner $scanner does not answer$(is_here "$scanner" || echo ", or not with a certificate of the inner authority"): no file can be uploaded." "Start clamd, and let the application reach it (docs/operations/install.md#scan-uploads)"
    elif day=$(date -d "${said##*/}" +%s 2>/dev/null) && [[ $said == */*/* ]] && (($(date +%s) - day < 3 * 86400)); then
        well "The scanner of uploads answers, and its list of malware is from ${said##*/}."
    else
        warn "The scanner of uploads has an old list of malware: $said." "See why freshclam cannot fetch a new one"
    fi
}

# version_of_scanner ADDRESS: what clamd says to VERSION; from another machine by TLS, with certificates of the inner authority, the
# scanner's for its name and the application's own.
version_of_scanner() {
    local authority own key
    if is_here "$1"; then
        # shellcheck disable=SC2016
        timeout 5 bash -c 'exec 3<>"/dev/tcp/$0/$1" && printf "nVERSION\n" >&3 && head -n 1 <&3' "${1%:*}" "${1##*:}"
    else
        authority=$(setting QUARKUS_TLS_SCANNER_TRUST_STORE_PEM_CERTS) own=$(setting QUARKUS_TLS_SCANNER_KEY_STORE_PEM_0_CERT)
        key=$(setting QUARKUS_TLS_SCANNER_KEY_STORE_PEM_0_KEY)
        timeout 5 openssl s_client -quiet -no-CApath -no-CAstore -CAfile "${authority:-${KEPT:-/none}/inner-ca.pem}" -verify_return_error \
            -cert "${own:-${KEPT:-/none}/inner.pem}" -key "${key:-${KEPT:-/none}/inner.key}" \
            -verify_hostname scanner -connect "$1" <<<nVERSION | head -n 1
    fi
}

# look_at_outboxes: the pending entries of each outbox; the alert OutboxOld uses the same hour.
look_at_outboxes() {
    local waits what age
    [[ -n $MANAGEMENT && -n $APPLICATION ]] || return 0
    needs curl || return
    waits=$(curl -sSm 10 "$MANAGEMENT/q/metrics" | sed -n 's/^outbox_age_seconds{.*what="\([^"]*\)".*} \([0-9]*\).*/\1 \2/p')
    [[ -n $waits ]] || { unseen "The application's figures were not read." "See that it runs" && return; }
    while read -r what age; do
        ((age > 3600)) || continue
        [[ $what != letters || $DEMO != true ]] || continue
        warn "Something has waited for $(age_in_words "$age") to be told outside: $what." "The page System says what to do for it"
    done <<<"$waits"
}

look_at_versions() {
    local jar
    if [[ -n $APPLICATION ]]; then
        jar=$(tr '\0' '\n' <"/proc/$APPLICATION/cmdline" | grep 'quarkus-run.jar$')
        judge_application "${jar%/*}"
        judge_libraries "${jar%/*}/lib/main"
        judge_java "$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$(readlink -f "/proc/$APPLICATION/exe" | sed 's,/bin/java$,,')/release")"
    else
        unseen "Which application runs is not known." "Start it; in a container, compare docker image ls with CHANGELOG.md"
    fi
    judge_keycloak "$(find "${DATA:-/none}/keycloak" -maxdepth 1 -name '[0-9]*' -printf '%f\n' 2>/dev/null | sort -V | tail -n 1)"
    judge_schema
}

# judge_application FOLDER: is the running application that of this checkout?
judge_application() {
    local wanted running
    wanted=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$ROOT/pom.xml" | head -n 1)
    running=$(find "$1/app" -name 'thinkuknow-*.jar' -printf '%f\n' | sed 's/thinkuknow-\(.*\)\.jar/\1/' | head -n 1)
    if [[ $running != "$wanted" ]]; then
        warn "The application runs in version ${running:-unknown}, and this checkout is $wanted." "Restart it (docs/operations/install.md#a-new-version)"
    elif [[ -e $1/built && -n $(cd "$ROOT" && find pom.xml src/main lessons -newer "$1/built" -print -quit) ]]; then
        warn "This checkout has changed since the application was built." "Restart it (docs/operations/install.md#a-new-version)"
    else
        well "The application runs in version $running, that of this checkout."
    fi
}

# judge_libraries FOLDER: no library is older than docs/minimum-versions.properties allows.
judge_libraries() {
    local name least jar version old=0
    while IFS='=' read -r name least; do
        name=${name/\\:/.}
        for jar in "$1/${name%\*}"*.jar; do
            [[ -e $jar ]] || continue
            version=$(basename "$jar" .jar)
            if [[ $name == *\* ]]; then version=$(sed -nE 's/.*-([0-9]+\.[0-9].*)$/\1/p' <<<"$version"); else version=${version#"$name-"}; fi
            [[ $version =~ ^[0-9] && $version != "$least" && $(printf '%s\n' "$version" "$least" | sort -V | head -n 1) == "$version" ]] || continue
            fault "The library $(basename "$jar" .jar) has a known vulnerability; $least has not." "Install a newer version of the product" && old=1
        done
    done < <(grep -v '^#' "$ROOT/docs/minimum-versions.properties" | grep '=')
    ((old)) || well "No library is older than docs/minimum-versions.properties allows."
}

judge_java() {
    if [[ $1 =~ ^[0-9]+$ ]] && (($1 >= 25)); then well "Java $1 runs it."; else warn "Java ${1:-of an unknown version} runs it, and 25 is asked for." "Install a JDK 25 and restart"; fi
}

judge_keycloak() {
    local wanted
    wanted=$(sed -n 's:.*<keycloak.version>\(.*\)</keycloak.version>.*:\1:p' "$ROOT/pom.xml")
    if [[ -z $1 ]]; then
        [[ -n $SETTINGS ]] && unseen "Keycloak's version cannot be seen from here." "Compare its image with $wanted"
    elif [[ $1 != "$wanted" ]]; then
        warn "Keycloak is $1, and this checkout asks for $wanted." "Restart it (docs/operations/install.md#a-new-version)"
    else
        well "Keycloak is $1, as this checkout asks for."
    fi
}

# judge_schema: the newest migration and the version of the database.
judge_schema() {
    local rows newest here failed version
    rows=$(see_database "select ifnull(max(cast(version as unsigned)), 0), sum(not success), version() from thinkuknow.flyway_schema_history") || { say "$rows" && return; }
    read -r newest failed version <<<"$rows"
    here=$(find "$ROOT/src/main/resources/db/migration" -name 'V*.sql' -printf '%f\n' | sed 's/^V0*\([0-9]*\)_.*/\1/' | sort -n | tail -n 1)
    if ((failed > 0)); then
        fault "A change of the schema failed." "The log of the application's start names it; restore the last backup if data is missing"
    elif ((newest < here)); then
        warn "The schema is at $newest, and this checkout at $here." "Restart the application: it changes the schema when it starts"
    elif ((newest > here)); then
        warn "The schema is at $newest, newer than this checkout ($here)." "Use the checkout that the application was built from"
    else
        well "The schema is at $newest, that of this checkout."
    fi
    if [[ $(printf '%s\n' 11.4 "$version" | sort -V | head -n 1) == 11.4 ]]; then well "MariaDB is ${version%%-*}."; else
        fault "MariaDB is ${version%%-*}, and 11.4 is the oldest that this product is tried with." "Upgrade it: docker/compose.yaml has the version to use"
    fi
}

look_at_database() {
    local rows
    rows=$(see_database "show global variables") || { say "$rows" && return; }
    judge_variables <<<"$rows"
    judge_rights "$(ask_database "select concat('rights ', count(*)) from information_schema.user_privileges where grantee like '''thinkuknow''@%' and privilege_type <> 'USAGE'
        union all select concat('schema ', group_concat(distinct privilege_type)) from information_schema.schema_privileges where grantee like '''thinkuknow''@%'
        union all select concat('audit ', group_concat(distinct privilege_type)) from information_schema.table_privileges where grantee like '''thinkuknow''@%' and table_name = 'audit_entry'")"
    judge_passwords "$(ask_database "select concat_ws(' ', user, json_value(priv, '\$.password_last_changed')) from mysql.global_priv where user in ('thinkuknow', 'thinkuknow_owner', 'keycloak')")"
    judge_cluster "$(ask_database "show global status where variable_name in ('wsrep_cluster_size', 'wsrep_local_state_comment')")"
}

# judge_variables: reads names and values; each is wanted for a reason that docker/mariadb/thinkuknow.cnf gives.
judge_variables() {
    local name value wanted why bad=0
    declare -A is=()
    while IFS=$'\t' read -r name value; do [[ -z $name ]] || is[$name]=$value; done
    while IFS='|' read -r name wanted why; do
        [[ ${is[$name]:-} != "$wanted" ]] || continue
        fault "$name is ${is[$name]:-not known}, and has to be $wanted: $why." "Start MariaDB with docker/mariadb/thinkuknow.cnf" && bad=1
    done <<'TABLE'
sync_binlog|1|a power cut would lose stored answers from the log
innodb_flush_log_at_trx_commit|1|a power cut would lose stored answers
innodb_data_file_write_through|ON|after a power cut MariaDB may not start
log_bin|ON|no backup reaches further than last night
binlog_format|ROW|a replayed log could differ
innodb_snapshot_isolation|ON|two people could overwrite each other
time_zone|+00:00|times would be stored wrong
require_secure_transport|ON|passwords and answers could travel unencrypted
local_infile|OFF|a statement could read files
character_set_server|utf8mb4|names and answers would be stored wrong
TABLE
    if [[ ${is[max_connections]:-0} =~ ^[0-9]+$ ]] && ((${is[max_connections]:-0} < 40)); then
        warn "max_connections is ${is[max_connections]:-not known}: two instances take 32, and a backup needs some." "Set it to 100" && bad=1
    fi
    ((bad)) || well "MariaDB's settings are those of docker/mariadb/thinkuknow.cnf."
}

# judge_rights ROWS: the application's user changes no schema and no audit.
judge_rights() {
    local fix="Set THINKUKNOW_DB_OWNER, empty thinkuknow.application_grant and restart (docs/operations/configuration.md#database-grants)"
    if grep -qE '^rights [1-9]' <<<"$1"; then
        fault "The application's database user has rights on the whole server." "$fix"
    elif grep -qE '^schema .*(ALTER|DROP|CREATE|TRIGGER|DELETE|UPDATE)' <<<"$1"; then
        fault "The application's database user may change the schema, and so the audit." "$fix"
    elif grep -qE '^audit .*(UPDATE|DELETE)' <<<"$1"; then
        fault "The application's database user may change the audit." "$fix"
    else
        well "The application's database user can only add to the audit, and changes no table's form."
    fi
}

# judge_passwords ROWS: user, and the second in which its password was last changed.
judge_passwords() {
    local user changed old=0
    while read -r user changed; do
        [[ $changed =~ ^[1-9][0-9]*$ ]] || { unseen "The age of the database users' passwords was not read." "Ask as the database's administrator: scripts/doctor --sql COMMAND" && return; }
        (($(date +%s) - changed > 400 * 86400)) || continue
        warn "The password of the database user $user is $(age_in_words $(($(date +%s) - changed))) old." "Change it, without a standstill (docs/operations/keys.md#change-a-secret)" && old=1
    done <<<"$1"
    ((old)) || well "No password of a database user is older than 400 days."
}

# judge_cluster ROWS: nothing without a cluster.
judge_cluster() {
    local size state
    size=$(sed -n 's/^wsrep_cluster_size\t//p' <<<"$1") state=$(sed -n 's/^wsrep_local_state_comment\t//p' <<<"$1")
    [[ $size =~ ^[1-9][0-9]*$ ]] || return 0
    if ((size < 3)); then
        fault "The database's cluster has $size nodes of 3: one more lost and nothing is stored." "docs/operations/runbook.md#a-node-has-died"
    elif [[ $state != Synced ]]; then
        warn "The node that was asked is not in step: $state." "Wait; if it stays so: docs/operations/runbook.md#a-node-has-died"
    else
        well "The database's cluster has $size nodes, in step."
    fi
}
