# Checks of scripts/doctor that look at Keycloak as its administrator sees it.
# shellcheck shell=bash
REALM_FILE=$ROOT/docker/keycloak/thinkuknow-realm.json
REALM=thinkuknow

# keycloak PATH: prints what Keycloak answers its administrator; needs TOKEN.
keycloak() { curl -sSfm 10 "${INSECURE[@]}" -K - "$KEYCLOAK_SEEN/admin/realms/$REALM$1" <<<"header = \"Authorization: Bearer $TOKEN\""; }

# user_profile: prints what our file says of names and addresses.
user_profile() { jq -r '.components["org.keycloak.userprofile.UserProfileProvider"][0].config["kc.user.profile.config"][0]' "$REALM_FILE"; }

# sign_in_to_keycloak: sets TOKEN; reports why there is none, and fails.
sign_in_to_keycloak() {
    local password name
    TOKEN='' INSECURE=()
    needs curl jq || return
    [[ -n $KEYCLOAK_SEEN ]] || { unseen "Keycloak's address is not known: the application does not run." "Start it; see the check running" && return 1; }
    # a self-signed certificate is no danger between programs of one machine
    ! is_here "$KEYCLOAK_SEEN" || INSECURE=(-k)
    password=${KEYCLOAK_ADMIN_PASSWORD:-$(sed -n 's/^KEYCLOAK_ADMIN_PASSWORD=//p' "$SECRETS")}
    password=${password:-$(setting KC_BOOTSTRAP_ADMIN_PASSWORD)}
    password=${password//\\/\\\\} password=${password//\"/\\\"}
    name=${KEYCLOAK_ADMIN:-$(sed -n 's/^KEYCLOAK_ADMIN=//p' "$SECRETS")}
    # by standard input, so that no password shows in the process list
    TOKEN=$(printf 'data-urlencode = "%s"\n' grant_type=password client_id=admin-cli username="${name:-admin}" "password=$password" |
        curl -sSfm 10 "${INSECURE[@]}" -K - "$KEYCLOAK_SEEN/realms/master/protocol/openid-connect/token" | jq -r '.access_token // empty')
    [[ -n $TOKEN ]] && return
    unseen "Keycloak did not let its administrator in." "Start it; if the password has changed, KEYCLOAK_ADMIN_PASSWORD=… scripts/doctor"
    return 1
}

look_at_realm() {
    local live clients keys actions profile
    sign_in_to_keycloak || return
    live=$(keycloak '') && clients=$(keycloak '/clients?max=500') && keys=$(keycloak /keys) &&
        actions=$(keycloak /authentication/required-actions) && profile=$(keycloak /users/profile) || { unseen "Keycloak has no realm thinkuknow that its administrator may see." "Import docker/keycloak/thinkuknow-realm.json" && return; }
    judge_realm "$live"
    judge_clients "$clients"
    judge_realm_keys "$keys"
    judge_own_accounts "$actions" "$profile"
    judge_administrator
}

# judge_realm LIVE: each simple setting and attribute of our file is that of the running realm.
judge_realm() {
    local name wanted is other=0
    while IFS=$'\t' read -r name wanted is; do
        fault "The realm's $name is $is, and has to be $wanted." "In Keycloak's console: realm thinkuknow, Realm settings or Authentication" && other=1
    done < <(jq -r --argjson live "$1" '($live + $live.attributes) as $is | (. + .attributes) | to_entries[]
        | select((.value | type) != "object" and (.value | type) != "array") | select($is[.key] != .value)
        | [.key, (.value | tostring), ($is[.key] | tostring)] | @tsv' "$REALM_FILE")
    ((other)) || well "Keycloak's realm is set as docker/keycloak/thinkuknow-realm.json has it."
}

# judge_clients LIVE: no client takes a password itself, and ours are as our file has them.
judge_clients() {
    local client name wanted is other=0
    while read -r client; do
        fault "The client $client takes a name and a password itself: no second factor is asked there." \
            "In Keycloak's console: realm thinkuknow, Clients, $client, switch off Direct access grants and Implicit flow" && other=1
    done < <(jq -r '.[] | select(.enabled and (.directAccessGrantsEnabled or .implicitFlowEnabled)) | .clientId' <<<"$1")
    while read -r client; do
        fault "The client $client sends people who have signed in anywhere (*)." "In Keycloak's console: name its addresses one by one" && other=1
    done < <(jq -r '.[] | select(.enabled and ((.redirectUris // []) | any(test("^([a-z]+:?/*)?\\*")))) | .clientId' <<<"$1")
    while IFS=$'\t' read -r client name wanted is; do
        fault "The client $client has $name $is, and it has to be $wanted." "In Keycloak's console: realm thinkuknow, Clients, $client" && other=1
    done < <(jq -r --argjson live "$1" 'def scopes: .defaultClientScopes + .optionalClientScopes | if . then sort | join(" ") else null end;
        .clients[] | .clientId as $id | ([$live[] | select(.clientId == $id)][0] // {}) as $is
        | {enabled, publicClient, standardFlowEnabled, serviceAccountsEnabled, fullScopeAllowed, pkce: .attributes["pkce.code.challenge.method"], scopes: scopes} | to_entries[]
        | select(.value != null) | (if .key == "pkce" then $is.attributes["pkce.code.challenge.method"]
            elif .key == "scopes" then ($is | scopes) else $is[.key] end) as $has | select($has != .value)
        | [$id, .key, (.value | tostring), ($has | tostring)] | @tsv' "$REALM_FILE")
    ((other)) || well "No client of Keycloak takes a password itself, and ours are as our file has them."
}

# judge_realm_keys KEYS: no key of RSA that signs is under 3,072 bits. Its public part in base64 has 392 letters with 2,048 bits, 564 with 3,072.
judge_realm_keys() {
    if jq -e 'any(.keys[]; .type == "RSA" and .status == "ACTIVE" and (.publicKey // "" | length) < 560)' <<<"$1" >/dev/null; then
        fault "Keycloak signs with a key of RSA with fewer than 3,072 bits." "scripts/realm-update"
    else
        well "No key of Keycloak's that signs is weaker than 128 bits."
    fi
}

# judge_own_accounts ACTIONS PROFILE: people change their own password and device for codes, and nothing else of their accounts: a name and
# an address say in the product who somebody is.
judge_own_accounts() {
    local action name other=0
    while read -r action; do
        fault "People may do $action to their own accounts." "scripts/realm-update" && other=1
    done < <(jq -r --argjson live "$1" '[.requiredActions[] | select(.enabled) | .alias] as $on
        | $live[] | select(.enabled) | .alias | select(IN($on[]) | not)' "$REALM_FILE")
    while read -r name; do
        fault "People may change their own $name, and so take the one of somebody else." "scripts/realm-update" && other=1
    done < <(jq -r --argjson ours "$(user_profile)" '[.attributes[] | select(.permissions.edit == ["admin"]) | .name] as $kept
        | $ours.attributes[].name | select(IN($kept[]) | not)' <<<"$2")
    if ! jq -e '(.unmanagedAttributePolicy // "DISABLED") | IN("DISABLED", "ADMIN_VIEW", "ADMIN_EDIT")' <<<"$2" >/dev/null; then
        fault "People may add what they like to their own accounts." "scripts/realm-update" && other=1
    fi
    ((other)) || well "Only administrators change a name or an address."
}

# judge_administrator: nobody has a name that everybody would try first. A demo that only this machine reaches may.
judge_administrator() {
    local name known=0
    for name in admin administrator root; do
        curl -sSfm 10 "${INSECURE[@]}" -K - "$KEYCLOAK_SEEN/admin/realms/master/users?exact=true&username=$name" <<<"header = \"Authorization: Bearer $TOKEN\"" |
            jq -e 'length == 0' >/dev/null || { judge_by_demo "Keycloak's administrator is called $name, as everybody would guess." "Make another and remove it (docs/operations/keys.md#keycloaks-administrator)" && known=1; }
    done
    ((known)) || well "No administrator of Keycloak has a name that everybody would guess."
}

look_at_second_factor() {
    local steps config role
    sign_in_to_keycloak || return
    steps=$(keycloak '/authentication/flows/staff%20forms/executions') || { fault "Keycloak has no flow for staff: nobody is asked for a second factor." "Import docker/keycloak/thinkuknow-realm.json again" && return; }
    config=$(jq -r '[.[] | select(.providerId == "conditional-user-role" and .requirement == "REQUIRED")][0].authenticationConfig // empty' <<<"$steps")
    role=$([[ -z $config ]] || keycloak "/authentication/config/$config" | jq -r '.config.condUserRole // empty')
    judge_flow "$steps" "$role"
    judge_roles
    judge_token "$steps"
}

# judge_token STEPS: the ID token says that a code was shown; without it the product gives nobody but teachers a role. Keycloak shows that
# the step of a code has a reference, and not which.
judge_token() {
    local config
    if ! keycloak '/clients?clientId=thinkuknow' | jq -e 'any(.[0].protocolMappers[]?; .protocolMapper == "oidc-amr-mapper" and .config["id.token.claim"] == "true")' >/dev/null; then
        fault "The ID token does not say whether a code was shown: only teachers have a role." "scripts/realm-update" && return
    fi
    while read -r config; do
        keycloak "/authentication/config/${config:-none}" | jq -e '.config | has("default.reference.value") and has("default.reference.maxAge")' >/dev/null ||
            { fault "A step of the sign-in that asks for a code does not tell the ID token." "scripts/realm-update" && return; }
    done < <(jq -r '.[] | select(.providerId == "auth-otp-form") | .authenticationConfig // "none"' <<<"$1")
    well "The ID token says whether a code was shown."
}

# judge_flow STEPS ROLE: after name and password a code is required of users with the role.
judge_flow() {
    local fix="In Keycloak's console: realm thinkuknow, Authentication, staff, as docker/keycloak/thinkuknow-realm.json has it"
    if ! jq -e '[.[] | select(.displayName == "staff who must have a second factor" and .requirement == "CONDITIONAL")] | length == 1' <<<"$1" >/dev/null ||
        ! jq -e '[.[] | select(.providerId == "auth-otp-form" and .requirement == "REQUIRED")] | length >= 2' <<<"$1" >/dev/null; then
        fault "The sign-in does not require a code of those who must have a second factor." "$fix"
    elif [[ $2 == second-factor ]]; then
        well "The sign-in requires a code of users with the role second-factor."
    elif [[ $DEMO == true ]] && is_here "$ADDRESS"; then
        well "Nobody is asked for a code, in a demo that only this machine reaches."
    else
        judge_by_demo "The sign-in requires a code of users with the role ${2:-(none)} only." "$fix: the role second-factor"
    fi
}

# judge_roles: each role that our file gives the role second-factor has it.
judge_roles() {
    local role missing=0
    while read -r role; do
        keycloak "/roles/$role/composites" | jq -e 'any(.name == "second-factor")' >/dev/null ||
            { fault "Users with the role $role are not asked for a code." "In Keycloak's console: Realm roles, $role, Associated roles, add second-factor" && missing=1; }
    done < <(jq -r '.roles.realm[] | select(.composites.realm // [] | any(. == "second-factor")) | .name' "$REALM_FILE")
    ((missing)) || well "Each role that must have a second factor has the role second-factor."
}
