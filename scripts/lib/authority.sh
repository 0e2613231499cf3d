# The folders of secrets of an installation with containers, and its own authority for certificates inside.
# shellcheck shell=bash

# user_of SERVICE: prints the user that its container runs as.
user_of() { case $1 in mariadb) echo 999 ;; keycloak) echo 1000 ;; application | sign-in | scanner) echo 10001 ;; prometheus) echo 65534 ;; *) echo 0 ;; esac; }

# keep SERVICE FILE: stores what it reads, readable by the service's user only, and at once as a whole.
keep() {
    local folder=$TO/$1
    [[ -d $folder ]] || { mkdir -p "$folder" && { [[ -n $MINE ]] || chown "$(user_of "$1")" "$folder"; }; }
    cat >"$folder/.part" && chmod 400 "$folder/.part"
    [[ -n $MINE ]] || chown "$(user_of "$1")" "$folder/.part"
    mv "$folder/.part" "$folder/$2"
}

# make_secrets: one value for all services that have a secret, from FROM if it has it.
make_secrets() {
    local name services how before value service
    while read -r name services how before; do
        value=$(cat "$TO"/*/"$name" 2>/dev/null | head -n 1)
        [[ -n $value || -z $FROM ]] || value=$(sed -n "s/^\($name\|$before\)=//p" "$FROM" | tail -n 1)
        [[ -n $value ]] || value=$("new_$how")
        [[ -n $value ]] || continue
        for service in ${services//,/ }; do [[ -s $TO/$service/$name ]] || keep "$service" "$name" <<<"$value"; done
    done < <(table_of_secrets)
}
table_of_secrets() { grep -v '^#' "$ROOT/scripts/lib/secrets.table" | tr -d '|'; }

new_random() { random; }
new_worry() { echo "$(date -u +%Y%m%d%H%M):$(openssl rand -base64 32)"; }
new_badge() { badge_key | sed "s/^BADGE_KEYS=1:/$(date -u +%Y%m%d%H%M):/"; }
new_none() { :; }

# change_secret NAME: a new value in each folder that has it; keys that open what is older stay behind the new one.
change_secret() {
    local name services how before value service
    read -r name services how before < <(table_of_secrets | awk -v name="$1" '$1 == name') || fail "No secret $1. See scripts/lib/secrets.table"
    value=$("new_$how")
    [[ -n $value ]] || fail "$1 comes from somebody else: write it into its file yourself."
    [[ $how != worry && $how != badge ]] || value+=,$(cat "$TO/${services%%,*}/$name")
    for service in ${services//,/ }; do keep "$service" "$name" <<<"$value"; done
    : "$before"
}

# make_inner: both, if openssl is there.
make_inner() {
    command -v openssl >/dev/null || install openssl || { step "openssl is missing: the nodes speak to each other unencrypted" && return; }
    make_authority && make_certificates missing
}

# make_authority: once; ten years, and for certificates of services only.
make_authority() {
    [[ ! -s $TO/authority/inner-ca.pem ]] || return 0
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 2>/dev/null | keep authority inner-ca.key
    openssl req -x509 -new -key "$TO/authority/inner-ca.key" -days 3650 -subj "/CN=ThinkUKnow inside" \
        -addext basicConstraints=critical,CA:TRUE,pathlen:0 -addext keyUsage=critical,keyCertSign | keep authority inner-ca.pem
}

# make_certificates missing|all: each service's, for the name by which others check it, and the authority's for all who check. One that ends
# within 60 days is missing too.
make_certificates() {
    local service
    for service in application keycloak scanner prometheus node; do
        [[ $1 == missing ]] && openssl x509 -in "$TO/$service/inner.pem" -noout -checkend 5184000 >/dev/null 2>&1 || make_certificate "$service"
    done
    for service in application sign-in keycloak scanner prometheus node; do keep "$service" inner-ca.pem <"$TO/authority/inner-ca.pem"; done
}

make_certificate() {
    [[ -s $TO/authority/inner-ca.key ]] || fail "The authority's key is not here. Put its copy back as $TO/authority/inner-ca.key for the moment."
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 2>/dev/null | keep "$1" inner.key
    openssl req -x509 -new -key "$TO/$1/inner.key" -CA "$TO/authority/inner-ca.pem" -CAkey "$TO/authority/inner-ca.key" -days 397 -subj "/CN=$1" 2>/dev/null \
        -addext basicConstraints=critical,CA:FALSE -addext keyUsage=critical,digitalSignature -addext extendedKeyUsage=serverAuth,clientAuth \
        -addext "subjectAltName=DNS:$1" | keep "$1" inner.pem
}
