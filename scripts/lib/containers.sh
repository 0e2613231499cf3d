# The drill "containers": docker/compose.yaml and docker/kubernetes on podman, with images on Debian's packages (docker/debian.yaml).
# shellcheck shell=bash
IMAGES=localhost/thinkuknow
SITE=lessons.example.org SIGN_IN=sign-in.example.org

# containers_drill: a class from the code to the signed register, on each of the two. Prints PASS and FAIL, and what was not run.
containers_drill() {
    local port
    [[ $(id -u) == 0 ]] || fail "The drill containers makes networks and files for other users. Run it as root."
    SCANNED=0 STARTED=''
    use_podman
    FORWARDS=$(</proc/sys/net/ipv4/ip_forward)
    exec 9>"$DATA/lock"
    flock -n 9 || fail "Another drill is running in $DATA."
    at_end end_containers
    remove_containers
    for port in 443 8444 8405; do ! taken "$port" || fail "Port $port is in use. Stop that program: the containers are published there."; done
    use_jdk
    [[ -n ${THINKUKNOW_APP:-} && -s $RUN/test.classpath ]] || use_maven
    build_application
    [[ -n ${THINKUKNOW_APP:-} && -s $RUN/test.classpath ]] || build_tests
    make_images
    make_settings
    say "" "docker/compose.yaml"
    verdict "the six containers of docker/compose.yaml run and are healthy" start_compose
    [[ $STARTED == compose ]] || return 1
    verdict "each is read-only, with a user of its own, without capabilities and new privileges, with a limit of memory" are_confined
    verdict "the database and Keycloak have no way out" have_no_way_out
    verdict "Keycloak's administration is closed" is_closed
    verdict "clamd answers the application through HAProxy by TLS, and nobody without a certificate" scanner_answers thinkuknow-application-1
    take_class
    say "" "docker/kubernetes"
    verdict "two pods of the application and one of the scanner run, with HAProxy in the place of the ingress" start_kubernetes
    [[ $STARTED == kubernetes ]] || return 1
    verdict "each container of the pods is confined as those of docker/compose.yaml" are_confined
    verdict "clamd answers the pods through HAProxy by TLS, and nobody without a certificate" scanner_answers thinkuknow-one-pod-application
    take_class
    verdict "both pods took part" both_took_part
    say_not_run
    return "$SCANNED"
}

# use_podman: with storage, networks and settings of its own, apart from other containers of this machine; images stay in .run/podman.
use_podman() {
    local packages=(podman runc catatonit netavark aardvark-dns nftables docker-compose mmdebstrap kubernetes-client openssl curl)
    mkdir -p "$DATA" "$RUN/podman" && DATA=$(cd "$DATA" && pwd)
    dpkg-query -W "${packages[@]}" >/dev/null 2>&1 || install "${packages[@]}" || fail "Install ${packages[*]}"
    printf '%s\n' '[storage]' 'driver = "overlay"' "graphroot = \"$RUN/podman/storage\"" "runroot = \"$DATA/podman\"" >"$DATA/storage.conf"
    {
        # no more than this process may have itself
        printf '%s\n' '[containers]' "default_ulimits = [\"nofile=$(ulimit -Hn):$(ulimit -Hn)\", \"nproc=$(ulimit -Hu):$(ulimit -Hu)\"]" \
            '[network]' "network_config_dir = \"$DATA/networks\"" '[engine]'
        # where the control groups of both versions are mounted, the usual runtime refuses
        [[ ! -d /sys/fs/cgroup/unified ]] || echo 'runtime = "runc"'
    } >"$DATA/containers.conf"
    export CONTAINERS_STORAGE_CONF=$DATA/storage.conf CONTAINERS_CONF_OVERRIDE=$DATA/containers.conf \
        DOCKER_HOST=unix://$DATA/podman.socket PODMAN_IGNORE_CGROUPSV1_WARNING=1
}

# make_images: a small Debian with the packages of each, once; on it docker/debian/Dockerfile, and our own two as they are.
make_images() {
    local each java keycloak build=$DATA/build/source/target
    debian_image mariadb mariadb-server,mariadb-client
    debian_image haproxy haproxy
    debian_image clamav clamav-daemon
    debian_image java openjdk-25-jre-headless,openssl
    fetch_keycloak
    step "Building the images ..."
    for each in mariadb haproxy clamav; do image "$each" "$ROOT/docker/debian" --target "$each"; done
    image keycloak-plain "$ROOT/docker/debian" --target keycloak --build-context keycloak-dist="$KEYCLOAK_BUILT"
    keycloak=$(sed -n 's/^FROM \([^ ]*\)$/\1/p' "$ROOT/docker/keycloak/Dockerfile") java=$(sed -n 's/^FROM \([^ ]*\)$/\1/p' "$ROOT/docker/Dockerfile")
    image keycloak "$ROOT/docker/keycloak" --build-context "$keycloak=container-image://$IMAGES/keycloak-plain"
    rm -rf "$DATA/build" && mkdir -p "$build"
    cp -al "$APP" "$build/quarkus-app" 2>/dev/null || cp -a "$APP" "$build/quarkus-app"
    image application "$ROOT" --file "$ROOT/docker/Dockerfile" --build-context "$java=container-image://$IMAGES/debian-java" --build-context build="$DATA/build"
}

# debian_image NAME PACKAGES: with the packages of the system's own release.
debian_image() {
    ! podman image exists "$IMAGES/debian-$1" || return 0
    step "Making a Debian with ${2//,/, } ..."
    run "$DATA/mmdebstrap.log" mmdebstrap --quiet --variant=minbase --include="$2" trixie "$DATA/debian.tar" || fail "mmdebstrap failed. See $DATA/mmdebstrap.log"
    run "$DATA/image.log" podman import --quiet "$DATA/debian.tar" "$IMAGES/debian-$1" || fail "Importing an image failed. See $DATA/image.log"
    rm -f "$DATA/debian.tar"
}

# image NAME FOLDER OPTION...: builds it; as Docker's kind, because the other has no health checks.
image() {
    local name=$1 folder=$2
    shift 2
    run "$DATA/image-$name.log" podman build --format docker --network none --tag "$IMAGES/$name" "$@" "$folder" || fail "Building an image failed. See $DATA/image-$name.log"
}

# make_settings: secrets, a certificate for both names, which the class trusts and no other, and what docker/.env says.
make_settings() {
    local certificate=$DATA/site.pem key=$DATA/site.key
    run "$DATA/secrets.log" "$ROOT/scripts/secrets" make --to "$DATA/secrets" || fail "Making the secrets failed. See $DATA/secrets.log"
    (umask 077 && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=$SITE" -addext "subjectAltName=DNS:$SITE,DNS:$SIGN_IN" \
        -keyout "$key" -out "$certificate" 2>"$DATA/certificate.log" && cat "$certificate" "$key" >"$DATA/both.pem")
    chown 10001 "$key" "$DATA/both.pem" && chmod 644 "$certificate"
    rm -f "$DATA/trusted.p12"
    "$JAVA_HOME/bin/keytool" -importcert -noprompt -alias site -file "$certificate" -keystore "$DATA/trusted.p12" -storepass trusted 2>>"$DATA/certificate.log"
    echo "127.0.0.1 $SITE $SIGN_IN" >"$DATA/hosts"
    cat >"$DATA/.env" <<ENV
THINKUKNOW_HOST=$SITE
SIGN_IN_HOST=$SIGN_IN
THINKUKNOW_CERTIFICATE=$certificate
THINKUKNOW_KEY=$key
THINKUKNOW_SECRETS=$DATA/secrets
THINKUKNOW_DEMO=true
THINKUKNOW_SECOND_FACTOR=nobody
KEYCLOAK_ADMIN=keeper-$(openssl rand -hex 6)
ENV
}

compose() { docker-compose --env-file "$DATA/.env" -f "$ROOT/docker/compose.yaml" -f "$ROOT/docker/debian.yaml" "$@"; }

# start_compose: podman asks after health by timers of systemd; as often as the files say, it is asked here, because there may be none.
start_compose() {
    local turn
    background service "$DATA/podman.log" podman system service --time=0 "$DOCKER_HOST"
    await service 20 test -S "$DATA/podman.socket" || return
    compose up -d --no-build --wait --wait-timeout 400 9>&- &
    PIDS[compose]=$!
    for ((turn = 0; ; turn++)); do
        kill -0 "${PIDS[compose]}" 2>/dev/null || break
        podman healthcheck run thinkuknow-mariadb-1 >/dev/null 2>&1 || true
        ((turn % 3)) || podman healthcheck run thinkuknow-application-1 >/dev/null 2>&1 || true
        sleep 5
    done
    wait "${PIDS[compose]}" || { say_logs && return 1; }
    unset 'PIDS[compose]'
    # Keycloak says nothing of its health to other containers, and nothing waits for it
    await service 200 asks "$SIGN_IN:8444/realms/thinkuknow/.well-known/openid-configuration" || { say_logs && return 1; }
    [[ $(podman ps --quiet | wc -l) == 6 ]] && STARTED=compose
}

# start_kubernetes: the pods, beside the database, Keycloak and the sign-in. The secrets are made as docs/operations/install.md says.
start_kubernetes() {
    local network=thinkuknow
    compose rm --stop --force application clamav || return
    compose rm --stop --force scanner || return
    {
        kubectl create secret generic thinkuknow --namespace thinkuknow --from-file="$DATA/secrets/application" --dry-run=client -o yaml && echo --- &&
            kubectl create secret generic thinkuknow-scanner --namespace thinkuknow --from-file="$DATA/secrets/scanner" --dry-run=client -o yaml && echo ---
    } >"$DATA/kubernetes-secrets.yaml" || return
    chmod 600 "$DATA/kubernetes-secrets.yaml"
    kubectl kustomize "$ROOT/docker/debian" >"$DATA/kubernetes.yaml" || return
    pod clamav clamav --network "${network}_scan:alias=scanner" --network "${network}_outside" || return
    pod thinkuknow thinkuknow-one --network "${network}_data" --network "${network}_inside" --network "${network}_scan" || return
    await service 300 podman exec thinkuknow-one-pod-application alive || { say_logs && return 1; }
    pod thinkuknow thinkuknow-two --network "${network}_data" --network "${network}_inside" --network "${network}_scan" || return
    await service 300 podman exec thinkuknow-two-pod-application alive || { say_logs && return 1; }
    podman run --detach --name balancer --read-only --cap-drop ALL --security-opt no-new-privileges --tmpfs /tmp --user 10001 --memory 256m \
        --network "${network}_inside:alias=$SITE" --network "${network}_doorway" --publish 127.0.0.1:443:8443 --publish 127.0.0.1:8405:8405 \
        --volume "$ROOT/docker/haproxy/thinkuknow.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro" --volume "$DATA/both.pem:/run/secrets/site.pem:ro" \
        --volume "$DATA/secrets/sign-in:/run/secrets/thinkuknow:ro" --env FRONT=:8443 --env CERTIFICATE=/run/secrets/site.pem \
        --env AUTHORITY=/run/secrets/thinkuknow/inner-ca.pem --env ADMIN=/tmp/admin.socket --env FIGURES=:8405 --env ONE=thinkuknow-one-pod:8443 --env TWO=thinkuknow-two-pod:8443 \
        --env ONE_ALIVE=9180 --env TWO_ALIVE=9180 "$IMAGES/haproxy" || return
    await service 60 asks "$SITE/" && STARTED=kubernetes || { say_logs && return 1; }
}

# pod DEPLOYMENT NAME OPTION...: plays one of the deployments under a name, with the objects that it needs. podman gives all pods that name an
# empty folder alike the same folder, so it gets the pod's name.
pod() {
    local deployment=$1 name=$2 file=$DATA/kubernetes-$2.yaml
    shift 2
    {
        cat "$DATA/kubernetes-secrets.yaml"
        awk -v RS='---\n' -v ORS='---\n' '/kind: (ConfigMap|PersistentVolumeClaim)\n/' "$DATA/kubernetes.yaml"
        awk -v RS='---\n' -v ORS='---\n' "/kind: Deployment\n.*\n  name: $deployment\n/" "$DATA/kubernetes.yaml" |
            sed "s/^  name: $deployment\$/  name: $name/; s/ name: tmp\$/ name: tmp-$name/"
    } >"$file"
    chmod 600 "$file"
    podman kube play --quiet "$@" "$file"
}

# names of the containers that run, without those that only hold the network of a pod
containers() { podman ps --format '{{.Names}}' | grep -v -e -infra; }

# are_confined: says what the kernel says of the first process of each container, and what it was started with.
are_confined() {
    local name status mounts wrong=0
    for name in $(containers); do
        status=$(podman exec "$name" cat /proc/1/status) mounts=$(podman exec "$name" cat /proc/1/mounts)
        echo "$name: $(grep -E '^(Uid|CapEff|CapBnd|NoNewPrivs|Seccomp):' <<<"$status" | xargs), $(awk '$2 == "/" { print substr($4, 1, 2) }' <<<"$mounts")," \
            "memory $(podman inspect --format '{{.HostConfig.Memory}}' "$name")"
        [[ $status =~ Uid:$'\t'[1-9] ]] && [[ $status == *$'CapEff:\t0000000000000000'*$'CapBnd:\t0000000000000000'*$'NoNewPrivs:\t1\n'*$'Seccomp:\t2\n'* ]] &&
            awk '$2 == "/" && $4 ~ /^ro/ { found = 1 } END { exit !found }' <<<"$mounts" &&
            (($(podman inspect --format '{{.HostConfig.Memory}}' "$name") > 0)) || { echo "^ is not" && wrong=1; }
    done
    return "$wrong"
}

have_no_way_out() {
    local name
    for name in thinkuknow-mariadb-1 thinkuknow-keycloak-1; do
        podman exec "$name" cat /proc/net/route >"$DATA/route" || return
        ! awk 'NR > 1 && $2 == "00000000"' "$DATA/route" | grep . || return
    done
}

# asks ADDRESS: is the answer 200? answer ADDRESS: prints its number. Both trust only the drill's own certificate.
asks() { [[ $(answer "$1") == 200 ]]; }
answer() {
    curl -s -m 10 --cacert "$DATA/site.pem" --resolve "$SITE:443:127.0.0.1" --resolve "$SIGN_IN:8444:127.0.0.1" -o /dev/null -w '%{http_code}' "https://$1" || true
}
is_closed() { [[ $(answer "$SIGN_IN:8444/admin/") == 404 && $(answer "$SIGN_IN:8444/realms/master/") == 404 ]]; }

# scanner_answers CONTAINER: asks from there, with the application's certificate, and without.
scanner_answers() {
    pings "$1" -cert inner.pem -key inner.key | tee "$DATA/ping" | tr '\0' '\n'
    grep -q PONG "$DATA/ping" && ! pings "$1" | grep PONG
}
pings() {
    # shellcheck disable=SC2016
    podman exec "$1" bash -c 'cd /run/secrets/thinkuknow && (printf "zPING\0" && sleep 1) |
        timeout 10 openssl s_client -quiet -connect scanner:3311 -CAfile inner-ca.pem -verify_return_error -verify_hostname scanner "$@" 2>&1' pings "${@:2}" || true
}

take_class() {
    run_tool -Djdk.net.hosts.file="$DATA/hosts" -Djavax.net.ssl.trustStore="$DATA/trusted.p12" -Djavax.net.ssl.trustStorePassword=trusted \
        "$WHAT" "https://$SITE" || SCANNED=1
}

# both_took_part: HAProxy counts what each answered, and tells only who shows Prometheus's certificate.
both_took_part() {
    local ask=(curl -s -m 10 --cacert "$DATA/site.pem" --resolve "$SITE:8405:127.0.0.1" "https://$SITE:8405/metrics") server
    ! "${ask[@]}" | grep -m 1 '^haproxy_' || return
    "${ask[@]}" --cert "$DATA/secrets/prometheus/inner.pem" --key "$DATA/secrets/prometheus/inner.key" >"$DATA/figures" || return
    for server in one two; do
        grep -E "^haproxy_server_http_responses_total\{.*server=\"$server\",code=\"2xx\"\} [1-9][0-9]" "$DATA/figures" || return
    done
}

say_logs() {
    local name
    podman ps --all
    for name in $(podman ps --all --format '{{.Names}}' | grep -v -e -infra); do
        echo "== $name"
        podman logs --tail 8 "$name" 2>&1 | cut -c 1-400
    done
}

# say_not_run: what podman knows otherwise or not at all; docs/operations/faults.md#containers says what that means.
say_not_run() {
    say "" "Not run:" \
        "  kinds of docker/kubernetes: $(kubectl kustomize "$ROOT/docker/kubernetes" | sed -n 's/^kind: //p' | sort -u | grep -vE '^(ConfigMap|Deployment)$' | paste -sd, | sed 's/,/, /g')" \
        "  of its pods: fsGroup, probes by https, readiness, preStop, a second replica, the limit of an empty folder, spread over machines" \
        "  of docker/compose.yaml: enable_ip_masquerade; health checks without systemd (asked here instead); docker/logs.yaml" \
        "  of the images: those of registries themselves, freshclam and its signatures"
}

# remove_containers: all of the drill's storage but the images.
remove_containers() {
    podman pod rm --all --force --time 10
    podman rm --all --force --time 10
    podman volume rm --all --force
    podman secret rm --all
    podman network prune --force
} >"$DATA/removed.log" 2>&1

# end_containers: podman's network program leaves an empty table and switches forwarding on.
end_containers() {
    # or it would go on to start some
    [[ -z ${PIDS[compose]:-} ]] || end "${PIDS[compose]}" 10
    remove_containers || true
    end_all
    nft list table inet netavark 2>/dev/null | grep -q nv_ || nft delete table inet netavark 2>/dev/null || true
    [[ $FORWARDS != 0 ]] || echo 0 >/proc/sys/net/ipv4/ip_forward
    rm -f "$DATA"/kubernetes-*.yaml
}
