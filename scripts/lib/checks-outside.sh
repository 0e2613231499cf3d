# Checks of scripts/doctor that look at an installation as its users reach it.
# shellcheck shell=bash

look_at_certificate() {
    local address
    needs openssl || return
    # shellcheck disable=SC2153
    for address in "$ADDRESS" "$SIGN_IN"; do
        [[ -n $address ]] || { unseen "The public address is not known: the application does not run." "Start it; see the check running" && return; }
        look_at_address "$address"
    done
}

look_at_address() {
    local address=$1 shown pem verified left
    if [[ $address != https://* ]]; then
        if is_here "$address"; then well "$address is plain http, which only this machine can reach."; else
            fault "$address is plain http: anyone on the way can read and change everything." "Serve it by https: scripts/start --public https://…, or a balancer that ends TLS (docs/operations/install.md)"
        fi
        return
    fi
    shown=$(timeout 10 openssl s_client -connect "$(host_of "$address"):$(port_of "$address")" -servername "$(host_of "$address")" \
        -verify_hostname "$(host_of "$address")" </dev/null 2>&1)
    pem=$(sed -n '/BEGIN CERTIFICATE/,/END CERTIFICATE/p' <<<"$shown")
    [[ -n $pem ]] || { fault "Nobody shows a certificate at $address." "Start what serves it, and let port $(port_of "$address") through firewalls" && return; }
    left=$((($(date -d "$(openssl x509 -noout -enddate <<<"$pem" | cut -d= -f2)" +%s) - $(date +%s)) / 86400))
    verified=$(sed -n 's/^ *Verif[a-z]* return code: \([0-9]*\).*/\1/p; s/^Verification error: .*//p' <<<"$shown" | grep -m 1 .)
    judge_certificate "$address" "$left" "${verified:-0}"
}

# judge_certificate ADDRESS DAYS VERIFIED: DAYS until it ends; VERIFIED is OpenSSL's code: 0 is well, 62 another name, 10 ended.
judge_certificate() {
    local renew="Renew it, put the new file where the old one is, and start again what serves it"
    if (($2 < 0)); then
        fault "The certificate of $1 has ended: browsers refuse it." "$renew"
    elif (($3 == 62)); then
        fault "The certificate of $1 is for another name: browsers refuse it." "Get one for $(host_of "$1")"
    elif (($3 == 18 || $3 == 19)); then
        warn "The certificate of $1 is self-signed: browsers warn everyone." "Get a signed one for $(host_of "$1"): scripts/start --certificate FILE --key FILE"
    elif (($3 != 0 && $3 != 10)); then
        fault "The certificate of $1 is not trusted here (OpenSSL's code $3): some browsers refuse it." "Put the whole chain into the certificate's file, its own first"
    elif (($2 < 7)); then
        fault "The certificate of $1 ends in $2 days." "$renew"
    elif (($2 < 21)); then
        warn "The certificate of $1 ends in $2 days." "$renew"
    else
        well "The certificate of $1 is valid for $2 days more."
    fi
}

look_at_clocks() {
    needs curl jq || return
    case $(clock_is_set) in
        yes) well "This machine's clock is set from the network." ;;
        no) fault "This machine's clock is not set from the network: second factors and join codes go wrong once it drifts." "timedatectl set-ntp true, or install chrony" ;;
        *) unseen "It cannot be told whether this machine's clock is set from the network." "Look at the machine that it runs on: timedatectl" ;;
    esac
    compare_clock "the application" "$(clock_of_application)"
    ! sign_in_to_keycloak || compare_clock Keycloak "$(clock_in_token "$TOKEN")"
    compare_clock "the database" "$(ask_database 'select unix_timestamp()')"
}

# clock_is_set: prints yes or no, or nothing if nothing tells.
clock_is_set() {
    local said
    said=$(timedatectl show -p NTPSynchronized --value 2>/dev/null) && [[ -n $said ]] && echo "$said" && return
    said=$(chronyc -n tracking 2>/dev/null) && if grep -q '^Leap status *: Normal' <<<"$said"; then echo yes; else echo no; fi
}

# clock_of_application: prints the second that the first line of its stream says; neither it nor Keycloak sends the header Date.
clock_of_application() {
    [[ -z $ADDRESS ]] || curl -ksNm 10 -H 'Accept: text/event-stream' "$ADDRESS/stream-check" | sed -n '/^data:/ { s/^data: *//p; q; }'
}

# clock_in_token TOKEN: prints the second in which Keycloak issued it.
clock_in_token() { tr '_-' '/+' <<<"$1" | jq -rR 'split(".")[1] // "" | @base64d | fromjson | .iat // empty' 2>/dev/null; }

# compare_clock WHO SECOND: a second and a half is within what these clocks can tell.
compare_clock() {
    local off
    [[ $2 =~ ^[0-9]+$ ]] || { unseen "The clock of $1 was not read." "Start it, and see that this machine reaches it" && return; }
    off=$(($2 - $(date +%s))) && off=${off#-}
    if ((off > 20)); then
        fault "The clock of $1 is $off s away from this machine's: codes of second factors are refused." "Set both from the network: timedatectl set-ntp true, or chrony"
    elif ((off > 2)); then
        warn "The clock of $1 is $off s away from this machine's." "Set both from the network: timedatectl set-ntp true, or chrony"
    else
        well "The clock of $1 agrees with this machine's."
    fi
}

# look_at_ports: with a data folder, what listens beyond this machine; otherwise what can be reached at the public host.
look_at_ports() {
    local port open=0
    if [[ -z $SETTINGS ]]; then
        while read -r port; do
            fault "Port $port, which must stay inside, listens to other machines." "Bind it to 127.0.0.1, or close it in the firewall; see docs/operations/doctor.md#ports" && open=1
        done < <(comm -12 <(private_ports | sort -u) <(open_ports | sort -u))
    else
        ! is_here "$ADDRESS" || { unseen "The public host is this machine, so nothing is known of other machines." "Run scripts/doctor on another machine" && return; }
        for port in 3306 4567 8080 8443 9000 9180; do
            # shellcheck disable=SC2016
            timeout 2 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$(host_of "$ADDRESS")" "$port" || continue
            fault "Port $port of $(host_of "$ADDRESS") can be reached from here." "Do not publish it, or close it in the firewall; see docs/operations/doctor.md#ports" && open=1
        done
    fi
    ((open)) || well "No port that must stay inside can be reached from outside."
}

# private_ports: prints the ports of the installation that only this machine may reach.
private_ports() {
    argument mariadb --port=
    sed -n 's/^port *= *//p' "$DATA"/n[123]/my.cnf 2>/dev/null
    setting QUARKUS_MANAGEMENT_PORT
    argument keycloak --http-management-port=
}

# open_ports: prints the ports on which anything listens that other machines may reach.
open_ports() {
    cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk '$4 == "0A" { print $2 }' |
        grep -vE '^(.{6}7F|0{24}01000000|0{16}FFFF0000.{6}7F):' | while IFS=: read -r _ port; do echo $((16#$port)); done
}

# look_at_streams: the product sends three lines, a second apart; a proxy that holds them back passes them on together.
look_at_streams() {
    local line first='' last='' lines=0
    needs curl || return
    [[ -n $ADDRESS ]] || { unseen "The public address is not known: the application does not run." "Start it; see the check running" && return; }
    while IFS= read -r line; do
        [[ $line == data:* ]] || continue
        last=$(date +%s%3N) first=${first:-$last} lines=$((lines + 1))
    done < <(curl -ksSNm 15 -H 'Accept: text/event-stream' "$ADDRESS/stream-check")
    judge_stream "$lines" "$((${last:-0} - ${first:-0}))"
}

# judge_stream LINES MILLISECONDS: from the first line to the last.
judge_stream() {
    local fix="nginx: proxy_buffering off; Apache: flushpackets=on; no compression of text/event-stream"
    if (($1 == 0)); then
        unseen "No stream came from $ADDRESS." "See that this machine reaches it, and that its version has /stream-check"
    elif (($1 < 3)); then
        fault "Streams break off: $1 of 3 lines came from $ADDRESS." "Raise the time for which a proxy in between waits to 60 s"
    elif (($2 < 1000)); then
        fault "A proxy in between holds streams back: children and teachers see each other late." "$fix"
    else
        well "Streams arrive as they are sent."
    fi
}
