# Secrets of one installation, made once; and the certificate of a public address.
# shellcheck shell=bash

random() { head -c 33 /dev/urandom | base64 | tr -d '\n' | tr '+/' 'ab'; }

# badge_key: a line for secrets.env with a new RSA key.
badge_key() {
    command -v openssl >/dev/null || install openssl >&2 || return
    local key
    key=$(openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 2>/dev/null | grep -v -- ----- | tr -d '\n')
    [[ -n $key ]] && echo "BADGE_KEYS=1:$key"
}

# use_secrets: reads DATA/secrets.env, which is made on the first start and only its owner can read. DB_OWNER_PASSWORD is of the
# account that changes the schema. WORRY_KEYS locks what children write to their safeguarding lead, and is never in the database.
# KEYCLOAK_STORE_PASSWORD locks Keycloak's file.
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
KEYCLOAK_ADMIN_PASSWORD=$(random)
KEYCLOAK_STORE_PASSWORD=$(random)
FIRST_PASSWORD=$(random | head -c 20)
DEMO=$DEMO
ENV
        mv "$DATA/secrets.env.part" "$DATA/secrets.env"
    fi
    # signs certificates of training, and is made once openssl is there
    grep -q '^BADGE_KEYS=' "$DATA/secrets.env" || badge_key >>"$DATA/secrets.env" || step "Without openssl certificates of training have no file that others can check."
    # shellcheck disable=SC1091
    source "$DATA/secrets.env"
    BADGE_KEYS=${BADGE_KEYS:-}
    [[ $DEMO == "$wanted" ]] || fail "The data in $DATA was made with$([[ $DEMO == true ]] || echo out) demo data, and that stays so." \
        "$([[ $DEMO == true ]] && echo "Leave --no-demo away" || echo "Give --no-demo"), or choose another folder with --data."
}

# use_certificate HOST: sets CERTIFICATE and KEY; makes a self-signed pair where none was given.
use_certificate() {
    local name
    if [[ -n ${CERTIFICATE:-}${KEY:-} ]]; then
        [[ -r ${CERTIFICATE:-} && -r ${KEY:-} ]] || fail "--certificate and --key go together, and both files must be readable."
        CERTIFICATE=$(readlink -f "$CERTIFICATE") KEY=$(readlink -f "$KEY")
        return
    fi
    CERTIFICATE=$DATA/certificate-$1.pem KEY=$DATA/certificate-$1.key
    SELF_SIGNED=true
    [[ -s $CERTIFICATE && -s $KEY ]] && return
    command -v openssl >/dev/null || install openssl || fail "A certificate cannot be made without openssl: install it, or give --certificate and --key."
    [[ $1 =~ ^[0-9.]+$ ]] && name=IP:$1 || name=DNS:$1
    (umask 077 && openssl req -x509 -newkey rsa:2048 -nodes -days 825 -subj "/CN=$1" -addext "subjectAltName=$name,DNS:localhost,IP:127.0.0.1" \
        -keyout "$KEY" -out "$CERTIFICATE" 2>"$DATA/certificate.log") || fail "The certificate could not be made: see $DATA/certificate.log"
}
