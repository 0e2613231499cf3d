# Checks of scripts/doctor that look at the ways between the services, and at where logs go.
# shellcheck shell=bash

look_at_inside() {
    local file
    needs openssl || return
    [[ -n $SETTINGS$APPLICATION ]] || { unseen "The application's settings are not known: it does not run." "Start it; see the check running" && return; }
    judge_way_to_database "$(setting THINKUKNOW_DB_URL)"
    judge_way_to_keycloak "$(setting THINKUKNOW_KEYCLOAK)"
    judge_hosts
    for file in "${KEPT:-/none}"/*/inner*.pem "${DATA:-/none}/inner/node/inner.pem"; do
        [[ ! -r $file ]] || judge_inner_certificate "$file"
    done
    [[ ! -e ${KEPT:-/none}/authority/inner-ca.key ]] ||
        warn "The key of the inner authority is on this machine: a person who copies it can pass for each service." "Copy it to a safe place, then rm $KEPT/authority/inner-ca.key (docs/operations/keys.md#containers)"
}

# judge_way_to_database URL: the application asks for TLS and a proven certificate itself, unless the address says otherwise.
judge_way_to_database() {
    if [[ ${1,,} =~ sslmode=(disable|trust)|usessl=false|trustservercertificate=true ]]; then
        fault "THINKUKNOW_DB_URL switches off TLS to the database, or the look at its certificate." "Write sslMode=verify-full there"
    else
        well "The application speaks to the database by TLS."
    fi
}

# judge_way_to_keycloak URL: empty with docker/compose.yaml, which has https in it.
judge_way_to_keycloak() {
    if [[ $1 == http://* ]] && ! is_here "$1"; then
        fault "The application asks Keycloak by plain http: anyone on the way reads its secrets, and can pass for Keycloak." "THINKUKNOW_KEYCLOAK=https://… (docs/operations/install.md#encryption-inside)"
    else
        well "The application asks Keycloak by https, or on this machine only."
    fi
}

judge_hosts() {
    if [[ -z $ADDRESS ]] || is_here "$ADDRESS" || [[ $(host_of "$ADDRESS") != "$(host_of "$SIGN_IN")" ]]; then
        well "Product and sign-in have a host name each, or only this machine reaches them."
    else
        warn "Product and sign-in share the host name $(host_of "$ADDRESS"), and so their cookies." "Give Keycloak a name of its own: SIGN_IN_HOST in docker/.env (docs/operations/install.md#docker-compose)"
    fi
}

# judge_inner_certificate FILE: the day it ends, and its key.
judge_inner_certificate() {
    local left bits text renew="sudo scripts/secrets certificates, then start the services again (docs/operations/keys.md#containers)"
    text=$(openssl x509 -in "$1" -noout -text 2>/dev/null) || { fault "$1 is no certificate." "$renew" && return; }
    left=$((($(date -d "$(sed -n 's/^ *Not After *: //p' <<<"$text")" +%s) - $(date +%s)) / 86400))
    bits=$(sed -n 's/.*Public-Key: (\([0-9]*\) bit)/\1/p' <<<"$text")
    if ((left < 7)); then
        fault "The inner certificate $1 ends in $left days: its service will not be reached." "$renew"
    elif ((left < 21)); then
        warn "The inner certificate $1 ends in $left days." "$renew"
    elif grep -q rsaEncryption <<<"$text" && ((bits < 3072)); then
        warn "The key of the inner certificate $1 has $bits bits." "$renew"
    else
        well "The inner certificate $1 is valid for $left days more."
    fi
}

look_at_logs() {
    local to log
    for log in "${DATA:-}"/*.log "${DATA:-}"/*/mariadb.log; do
        [[ -f $log ]] || continue
        (((8#$(stat -Lc %a "$log") & 8#007) == 0)) || warn "Others on this machine can read or change $log." "chmod o= $log"
    done
    to=$(setting LOG_ADDRESS)
    if [[ -z $to ]] && ! logs_are_forwarded; then
        warn "Logs stay on this machine: a stranger who takes the machine over can delete them." "Send them to another system (docs/operations/monitoring.md#logs)"
    elif [[ -n $to && $to != tcp+tls://* ]] && ! is_here "$to"; then
        warn "Logs travel to $to unencrypted." "LOG_ADDRESS=tcp+tls://…"
    elif [[ -n $to && $(log_driver) =~ ^(json-file|local|none)$ ]]; then
        fault "LOG_ADDRESS is set, and the containers keep their logs here." "docker compose -f docker/compose.yaml -f docker/logs.yaml up -d --wait"
    else
        well "Logs go to another system too."
    fi
}

# logs_are_forwarded: does a program that sends logs name the data folder? log_driver: prints how Docker keeps the application's log.
logs_are_forwarded() { [[ -n ${DATA:-} ]] && grep -rqsF "$DATA/" "${SENDERS_OF_LOGS:-/etc/rsyslog.d}" /etc/fluent-bit /etc/vector /etc/alloy /etc/filebeat; }
log_driver() { docker inspect --format '{{.HostConfig.LogConfig.Type}}' thinkuknow-application-1 2>/dev/null; }
