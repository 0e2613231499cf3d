# The secrets of an installation, created once, and the certificate of its public address.
# shellcheck shell=bash

random() { head -c 33 /dev/urandom | base64 | tr -d '\n' | tr '+/' 'ab'; }

# badge_key: prints a line for secrets.env with a new RSA key.
badge_key() {
    command -v openssl >/dev/null || install openssl >&2 || return
    local key
    key=$(openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 2>/dev/null | grep -v -- ----- | tr -d '\n')
    [[ -n $key ]] && echo "BADGE_KEYS=1:$key"
}

# use_secrets: reads DATA/secrets.env, created on the first start and readable by its owner only. DB_OWNER_PASSWORD belongs to the
# database user that changes the schema. WORRY_KEYS encrypts what children write to their safeguarding lead, and is never in the
# database. KEYCLOAK_STORE_PASSWORD opens Keycloak's store, which is not encrypted. BACKUP_SECRET seals backups; scripts/backup adds it on a machine of an
# older version, and BACKUP_RECIPIENT, the public key of the backups.
use_secrets() {
    local wanted=$DEMO
    if [[ ! -s $DATA/secrets.env ]]; then
        (umask 077 && cat >"$DATA/secrets.env.part") <<ENV
APP_SECRET=$(random)
DB_PASSWORD=$(random)
DB_OWNER_PASSWORD=$(random)
WORRY_KEYS=1:$(head -c 32 /dev/urandom | base64)
KEYCLOAK_SECRET=$(random)
KEYCLOAK_ACCOUNTS_SECRET=$(random)
KEYCLOAK_ADMIN=keeper-$(head -c 6 /dev/urandom | od -An -tx1 | tr -d ' \n')
KEYCLOAK_ADMIN_PASSWORD=$(random)
KEYCLOAK_STORE_PASSWORD=$(random)
FIRST_PASSWORD=$(random | head -c 24)
BACKUP_SECRET=$(random)
DEMO=$DEMO
ENV
        mv "$DATA/secrets.env.part" "$DATA/secrets.env"
    fi
    # signs training certificates; created later if openssl was missing at first
    grep -q '^BADGE_KEYS=' "$DATA/secrets.env" || badge_key >>"$DATA/secrets.env" || step "openssl is missing: training certificates have no file that others can verify. Install openssl."
    # shellcheck disable=SC1091
    source "$DATA/secrets.env"
    BADGE_KEYS=${BADGE_KEYS:-}
    renew_badge_key
    [[ $DEMO == "$wanted" ]] || fail "The data in $DATA was created with$([[ $DEMO == true ]] || echo out) demo data, which cannot change." \
        "$([[ $DEMO == true ]] && echo "Omit --no-demo" || echo "Add --no-demo"), or choose another folder with --data."
}

# renew_badge_key: one of version 1.3 has 2,048 bits (1,600 symbols), and only verifies: a new one signs.
renew_badge_key() {
    local first=${BADGE_KEYS%%,*} new
    [[ -n $first ]] && ((${#first} < 2000)) && new=$(badge_key) || return 0
    BADGE_KEYS="$(date -u +%Y%m%d%H%M):${new#BADGE_KEYS=1:},$BADGE_KEYS"
    # not by another command: everybody on this machine can read its arguments
    (umask 077 && while read -r new; do [[ $new != BADGE_KEYS=* ]] || new=BADGE_KEYS=$BADGE_KEYS; printf '%s\n' "$new"; done \
        <"$DATA/secrets.env" >"$DATA/secrets.env.part") && mv "$DATA/secrets.env.part" "$DATA/secrets.env"
}

# store_secrets: writes those of the application to files in DATA/secrets, each when it has changed: so the file's time is its age.
store_secrets() {
    local name value
    mkdir -p "$DATA/secrets" && chmod 700 "$DATA/secrets"
    while read -r name value; do
        [[ -n $value && $value != "$(cat "$DATA/secrets/$name" 2>/dev/null)" ]] || continue
        (umask 077 && echo "$value" >"$DATA/secrets/$name.part") && mv "$DATA/secrets/$name.part" "$DATA/secrets/$name"
    done <<SECRETS
THINKUKNOW_SECRET $APP_SECRET
THINKUKNOW_WORRY_KEYS $WORRY_KEYS
THINKUKNOW_BADGE_KEYS $BADGE_KEYS
THINKUKNOW_DB_PASSWORD $DB_PASSWORD
THINKUKNOW_DB_OWNER_PASSWORD ${DB_OWNER_PASSWORD:-}
THINKUKNOW_KEYCLOAK_SECRET $KEYCLOAK_SECRET
THINKUKNOW_KEYCLOAK_ACCOUNTS_SECRET $KEYCLOAK_ACCOUNTS_SECRET
SECRETS
}

# use_certificate HOST: sets CERTIFICATE and KEY; creates a self-signed pair if none was named.
use_certificate() {
    local name
    if [[ -n ${CERTIFICATE:-}${KEY:-} ]]; then
        [[ -r ${CERTIFICATE:-} && -r ${KEY:-} ]] || fail "Name both --certificate and --key, as files that can be read."
        CERTIFICATE=$(readlink -f "$CERTIFICATE") KEY=$(readlink -f "$KEY")
        return
    fi
    CERTIFICATE=$DATA/certificate-$1.pem KEY=$DATA/certificate-$1.key
    SELF_SIGNED=true
    [[ -s $CERTIFICATE && -s $KEY ]] && return
    command -v openssl >/dev/null || install openssl || fail "openssl is missing. Install it, or name --certificate and --key."
    [[ $1 =~ ^[0-9.]+$ ]] && name=IP:$1 || name=DNS:$1
    (umask 077 && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 825 -subj "/CN=$1" -addext "subjectAltName=$name,DNS:localhost,IP:127.0.0.1" \
        -keyout "$KEY" -out "$CERTIFICATE" 2>"$DATA/certificate.log") || fail "Creating the certificate failed. See $DATA/certificate.log"
}
