# Brings the realm of a running Keycloak up to docker/keycloak/thinkuknow-realm.json: Keycloak itself imports that file once. Needs TOKEN
# and KEYCLOAK_SEEN (checks-keycloak.sh).
# shellcheck shell=bash

# tell METHOD PATH JSON: sends JSON to Keycloak as its administrator; the token and the words by a pipe, not in the process list.
tell() {
    curl -sSfm 20 "${INSECURE[@]}" -o /dev/null -X "$1" -H 'Content-Type: application/json' -K <(echo "header = \"Authorization: Bearer $TOKEN\"") \
        --data-binary @- "$KEYCLOAK_SEEN/admin/realms/$REALM$2" <<<"$3"
}

# update_realm: may be repeated. Keys come first, because the realm's algorithm needs one.
update_realm() { update_keys && update_settings && update_scopes && update_mappers && update_codes && update_actions && update_profile; }

# update_keys: adds the keys that are missing. RSA keys under 3,072 bits sign nothing more; they still verify the tokens they signed.
update_keys() {
    local live realm key id
    live=$(keycloak '/components?type=org.keycloak.keys.KeyProvider') && realm=$(keycloak '' | jq -r .id) || return
    while IFS= read -r key; do
        tell POST /components "$key" || return
    done < <(jq -c --argjson live "$live" --arg realm "$realm" '.components["org.keycloak.keys.KeyProvider"][] | . as $key
        | select(any($live[]; .name == $key.name) | not) | . + {providerType: "org.keycloak.keys.KeyProvider", parentId: $realm}' "$REALM_FILE")
    while IFS=$'\t' read -r id key; do
        tell PUT "/components/$id" "$key" || return
    done < <(jq -r '.[] | select(.providerId | test("^rsa(-enc)?-generated$")) | select((.config.keySize[0] // "2048" | tonumber) < 3072)
        | select(.config.active[0] != "false") | .config.active = ["false"] | [.id, tojson] | join("\t")' <<<"$live")
}

# update_settings: the simple settings, and the attributes of ours. Keycloak drops what is not sent, so the others are sent as they are.
update_settings() {
    local live
    live=$(keycloak '' | jq -c .attributes) || return
    tell PUT '' "$(jq -c --arg realm "$REALM" --argjson live "$live" '{attributes: ($live + .attributes)}
        + with_entries(select((.value | type) != "object" and (.value | type) != "array")) + {realm: $realm}' "$REALM_FILE")"
}

# update_scopes: our clients have the scopes of our file and no others.
update_scopes() {
    local live all method path
    live=$(keycloak '/clients?max=500') && all=$(keycloak /client-scopes) || return
    while read -r method path; do
        tell "$method" "$path" '' || return
    done < <(jq -r --argjson live "$live" --argjson all "$all" '.clients[] | select(.defaultClientScopes) | . as $wanted
        | $live[] | select(.clientId == $wanted.clientId) as $is | ("default", "optional") as $kind | ($kind + "ClientScopes") as $list
        | (($is[$list] - $wanted[$list])[] | ["DELETE", .]), (($wanted[$list] - $is[$list])[] | ["PUT", .])
        | .[1] as $name | "\(.[0]) /clients/\($is.id)/\($kind)-client-scopes/\($all[] | select(.name == $name).id)"' "$REALM_FILE" | sort)
}

# update_mappers: what the ID token says of the second factor.
update_mappers() {
    local client mapper
    client=$(keycloak '/clients?clientId=thinkuknow' | jq -c '.[0]') || return
    while IFS= read -r mapper; do
        tell POST "/clients/$(jq -r .id <<<"$client")/protocol-mappers/models" "$mapper" || return
    done < <(jq -c --argjson live "$client" '.clients[] | select(.clientId == "thinkuknow") | .protocolMappers[] | . as $mapper
        | select(any($live.protocolMappers[]?; .protocolMapper == $mapper.protocolMapper) | not)' "$REALM_FILE")
}

# update_codes: what a code is called in the token. The first step of the flow that asks for one is for those who must.
update_codes() {
    local steps id config name='code of those who must'
    steps=$(keycloak '/authentication/flows/staff%20forms/executions') || return
    while IFS=$'\t' read -r id config; do
        [[ -n $config ]] || tell POST "/authentication/executions/$id/config" \
            "$(jq -c --arg name "$name" '.authenticatorConfig[] | select(.alias == $name)' "$REALM_FILE")" || return
        name='code of those who have'
    done < <(jq -r '.[] | select(.providerId == "auth-otp-form") | [.id, .authenticationConfig // ""] | @tsv' <<<"$steps")
}

# update_actions: what people may do to their own accounts. An action that our file does not name is switched off.
update_actions() {
    local live alias action
    live=$(keycloak /authentication/required-actions) || return
    while IFS=$'\t' read -r alias action; do
        tell PUT "/authentication/required-actions/$alias" "$action" || return
    done < <(jq -r --argjson live "$live" '[.requiredActions[] | select(.enabled) | .alias] as $on | $live[]
        | select(.enabled != IN(.alias; $on[])) | .enabled |= not | [.alias, tojson] | join("\t")' "$REALM_FILE")
}

# update_profile: only administrators change a name or an address.
update_profile() { tell PUT /users/profile "$(user_profile)"; }
