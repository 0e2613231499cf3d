# Checks of scripts/doctor that look at what is kept on disks: secrets, backups and free space.
# shellcheck shell=bash

NEEDED_SECRETS='THINKUKNOW_SECRET THINKUKNOW_DB_PASSWORD THINKUKNOW_DB_OWNER_PASSWORD THINKUKNOW_KEYCLOAK_SECRET THINKUKNOW_KEYCLOAK_ACCOUNTS_SECRET'
# of docker/compose.yaml only; the names of version 1.3 too
OTHER_SECRETS='THINKUKNOW_DB_ROOT_PASSWORD KEYCLOAK_DB_PASSWORD KEYCLOAK_ADMIN_PASSWORD KC_DB_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD'

look_at_secrets() {
    local name value seen='' bad=0
    if ! grep -qE '(PASSWORD|SECRET|KEYS)=.' "$SECRETS"; then :; elif readable_by_others "$SECRETS"; then bad=1; fi
    look_at_kept || bad=1
    for name in "${DATA:-/none}"/certificate-*.key; do
        [[ ! -e $name ]] || ! readable_by_others "$name" || bad=1
    done
    # two containers read it as users of one group
    name=$(setting THINKUKNOW_KEY)
    [[ ! -e $name ]] || ! readable_by_others "$name" 007 || bad=1
    [[ -n $SETTINGS$APPLICATION ]] || { unseen "The secrets in use are not known: the application does not run." "Start it; see the check running" && return; }
    for name in $NEEDED_SECRETS $OTHER_SECRETS; do
        value=$(setting "$name")
        [[ -n $value || $NEEDED_SECRETS == *$name* ]] || continue
        judge_secret "$name" "$value" || bad=1
        [[ -n $value ]] || continue
        [[ $'\n'$seen != *$'\n'$value$'\n'* ]] || { fault "$name has the value of another secret." "Make a new one: head -c 33 /dev/urandom | base64 (docs/operations/keys.md#change-a-secret)" && bad=1; }
        seen+=$value$'\n'
    done
    name=$(sed -n 's/^KEYCLOAK_ADMIN=//p' "$SECRETS")
    [[ ! ${name,,} =~ ^(admin|administrator|root|keycloak|user|test)$ ]] || { fault "KEYCLOAK_ADMIN is $name, as everybody would guess." "Choose another before Keycloak's first start; afterwards see docs/operations/keys.md#keycloaks-administrator" && bad=1; }
    [[ ! -d $DATA/keycloak ]] || (((8#$(stat -Lc %a "$DATA/keycloak") & 8#077) == 0)) ||
        { fault "Others on this machine can read the folder of Keycloak's file, $DATA/keycloak." "chmod 700 $DATA/keycloak; somebody may have copied it, so change what is in it (docs/operations/keys.md#change-a-secret)" && bad=1; }
    judge_keys && ((bad == 0)) && well "Each secret is long, of its own, and readable by its owner only."
    look_at_demo
}

# look_at_kept: files of secrets that this user or others can read, secrets in the environment, and old ones.
look_at_kept() {
    local file name bad=0
    for file in "${KEPT:-/none}"/[A-Z]* "${KEPT:-/none}"/*/*; do
        [[ -f $file ]] || continue
        [[ -r $file ]] || { unseen "This user cannot read the secrets in $KEPT." "sudo scripts/doctor …" && return 1; }
        [[ $file == *.pem ]] || ! readable_by_others "$file" || bad=1
        [[ $file == *.* || $file == *FIRST_PASSWORD || $file == *BOOTSTRAP* || -z $(find "$file" -mtime +400) ]] ||
            { warn "$(basename "$file") is older than 400 days." "Change it (docs/operations/keys.md#change-a-secret)" && bad=1; }
    done
    for name in $(settings_in_words | sed -n 's/^\([A-Z_]*\(PASSWORD\|SECRET\|_KEYS\)\)=..*/\1/p' | sort -u); do
        grep -qwF "$name" "$ROOT/scripts/lib/secrets.table" || continue
        warn "$name is in the environment, not in a file of its own: everyone who may look at the process or the container can read it." \
            "$(if [[ -n $SETTINGS ]]; then echo "sudo scripts/secrets make --from $SETTINGS, then delete it there"; else echo "Write it into $KEPT/$name and start again without it"; fi) (docs/operations/keys.md#containers)" && bad=1
    done
    return "$bad"
}

# readable_by_others FILE [MODE]: reports a file that other users of the machine can read.
readable_by_others() {
    (((8#$(stat -Lc %a "$1") & 8#${2:-077}) != 0)) && fault "Others on this machine can read $1." "chmod 600 $1; somebody may have copied it, so change what is in it"
}

# judge_secret NAME VALUE: reports a secret that is missing, short or known to others; fails then.
judge_secret() {
    local make="Make one: head -c 33 /dev/urandom | base64 (docs/operations/keys.md#change-a-secret)"
    if [[ -z $2 ]]; then
        case $1 in
            *OWNER*) warn "$1 is not set: one database user does all, and triggers alone protect the audit." "Set THINKUKNOW_DB_OWNER and its password (docs/operations/configuration.md)" ;;
            *ACCOUNTS*) warn "$1 is not set: changes of accounts wait." "$make; set the same in Keycloak's client thinkuknow-accounts" ;;
            *) fault "$1 is not set." "$make" ;;
        esac
    elif [[ $2 == *development* || ${2,,} == *changeme* || ${2,,} == *password* || $2 == thinkuknow ]]; then
        fault "$1 is one that everybody knows." "$make"
    elif ((${#2} < 32)); then
        fault "$1 has ${#2} characters: it can be guessed." "$make"
    else
        return 0
    fi
    return 1
}

# judge_keys: the keys that encrypt worries and sign certificates.
judge_keys() {
    local each worries badges bad=0
    worries=$(setting THINKUKNOW_WORRY_KEYS) badges=$(setting THINKUKNOW_BADGE_KEYS)
    [[ -n $worries ]] || { fault "THINKUKNOW_WORRY_KEYS is not set: the worry box is closed." "echo \"1:\$(openssl rand -base64 32)\" (docs/operations/keys.md#the-worry-key)" && bad=1; }
    for each in ${worries//,/ }; do
        [[ $(base64 -d <<<"${each#*:}" 2>/dev/null | wc -c) == 32 && $each != dev:* ]] || { fault "The worry key ${each%%:*} is not 32 bytes in Base64, or is one that everybody knows." "Put a new one in front (docs/operations/keys.md#the-worry-key)" && bad=1; }
    done
    judge_badge_key "${badges%%,*}" || bad=1
    [[ -n $badges ]] || { warn "THINKUKNOW_BADGE_KEYS is not set: certificates of training have no file that others can check." "docs/operations/keys.md#the-badge-key" && bad=1; }
    return "$bad"
}

# judge_badge_key NAME:KEY: the first one signs.
judge_badge_key() {
    local bits
    bits=$(base64 -d <<<"${1#*:}" 2>/dev/null | openssl pkey -inform DER -noout -text 2>/dev/null | sed -n 's/.*Private-Key: (\([0-9]*\) bit.*/\1/p')
    [[ -z $bits ]] || ((bits >= 3072)) || ! warn "The badge key ${1%%:*} has $bits bits, and one that signs has 3072: without it certificates of training have no file that others can check." "Put a new one in front (docs/operations/keys.md#the-badge-key)"
}

# look_at_demo: sign-ins that everybody knows.
look_at_demo() {
    if [[ $DEMO != true && $(setting THINKUKNOW_USERS) == demo-users ]]; then
        fault "Invented users whose passwords are public can sign in where real children are." "Set THINKUKNOW_USERS=first-administrator, and delete them in Keycloak's console"
    elif [[ $DEMO == true && -n $ADDRESS ]] && ! is_here "$ADDRESS"; then
        warn "This is a demo that others can reach: its passwords are public." "Enter no real data here; for real children begin with --no-demo"
    fi
}

look_at_backups() {
    local newest now age key=well
    [[ -n $TO ]] || { unseen "The folder of the backups is not known." "Name it: scripts/doctor --backups DIR" && return; }
    newest=$(newest_backup) now=$(date +%s)
    if [[ -z $newest ]]; then
        judge_by_demo "There is no backup in $TO." "scripts/backup follow --to a folder on another disk (docs/operations/backup.md)"
        return
    fi
    [[ $(backup_field "$newest" ready) =~ ^[0-9]+$ ]] || { fault "The newest backup, $newest, does not say when it was made." "Make another: scripts/backup full" && return; }
    age=$((now - $(backup_field "$newest" ready)))
    if ((age > 26 * 3600)); then fault "The newest full backup is $(age_in_words "$age") old." "Look into the window of scripts/backup follow, and start it again"; else
        well "The newest full backup is $(age_in_words "$age") old."
    fi
    age=$((now - $(copied_until "$newest")))
    if ((age > 600)); then fault "The log was copied $(age_in_words "$age") ago: what happened since would be lost with this disk." "Look into the window of scripts/backup follow, and start it again"; else
        well "The log was copied $(age_in_words "$age") ago."
    fi
    judge_seal "$newest"
    judge_place
    judge_restored "$now"
}

# judge_by_demo WORDS FIX: a fault, but in a demo a warning.
judge_by_demo() { if [[ $DEMO == true ]]; then warn "$@"; else fault "$@"; fi; }

# judge_seal BACKUP: anyone who can write to the folder of the backups must be able neither to read the next one nor to make one.
judge_seal() {
    local recipient
    [[ -n $DATA ]] || return 0
    recipient=$(kept BACKUP_RECIPIENT)
    if [[ -z $recipient ]]; then
        warn "The public key of the backups is not in secrets.env: the next backup asks for it." "docs/operations/backup.md#from-version-14"
    elif [[ -s $TO/recipient.txt && $(<"$TO/recipient.txt") != "$recipient" ]]; then
        fault "$TO/recipient.txt is not this installation's public key, and scripts/backup refuses to go on." "Look who can write to $TO (docs/operations/backup.md#who-can-write-there)"
    fi
    if [[ ! -e $1/about.hmac ]]; then
        warn "The newest backup has no seal: nobody can see who made it." "Make another: scripts/backup full"
    elif [[ $(BACKUP_SECRET=$(kept BACKUP_SECRET) seal "$1/about" <"$1/about") != "$(cat "$1/about.hmac")" ]]; then
        fault "This installation did not make the newest backup." "Make another: scripts/backup full, and look who can write to $TO (docs/operations/backup.md#who-can-write-there)"
    fi
}

# judge_place: backups on the disk that they are to replace, the key that opens them beside them, and Keycloak's file.
judge_place() {
    local file
    [[ -n $DATA ]] || return 0
    [[ $(stat -c %d "$TO") != "$(stat -c %d "$DATA")" ]] || judge_by_demo "The backups are on the same disk as the data: they are lost together." "scripts/backup follow --to a folder on another disk or machine"
    [[ ! -e $DATA/backup-key.txt ]] || judge_by_demo "The key that opens the backups is still on this machine." "Copy it to two safe places, then rm $DATA/backup-key.txt (docs/operations/backup.md#the-key-of-the-backups)"
    file=$(find "$TO" -maxdepth 1 -name 'keycloak-*.age' -mtime -31 -print -quit)
    [[ -n $file ]] || judge_by_demo "No copy of Keycloak's file is younger than a month: accounts would be lost." "docs/operations/backup.md#keycloaks-file"
}

# judge_restored NOW: scripts/restore notes in the folder of the backups when one was restored.
judge_restored() {
    local last verify="scripts/restore --verify (docs/operations/backup.md#check-that-a-backup-can-be-restored)"
    last=$(sed -n 's/^at=//p' "$TO/restored" 2>/dev/null)
    if [[ ! $last =~ ^[0-9]+$ ]]; then
        judge_by_demo "No backup was ever restored: nobody knows whether that works." "$verify"
    elif (($1 - last > 31 * 86400)); then
        judge_by_demo "A backup was last restored $(age_in_words $(($1 - last))) ago." "$verify"
    else
        well "A backup was last restored $(age_in_words $(($1 - last))) ago."
    fi
}

look_at_disk() {
    local folder disk seen=' '
    for folder in "$DATA" "$TO" "${DATA:+$RUN}"; do
        [[ -d $folder ]] || continue
        disk=$(stat -c %d "$folder")
        [[ $seen != *" $disk "* ]] || continue
        seen+="$disk "
        # used, free kB, used inodes
        judge_disk "$folder" "$(df -Pk "$folder" | awk 'NR == 2 { sub("%", "", $5); print $5, $4 }') $(df -Pi "$folder" | awk 'NR == 2 { sub("%", "", $5); print $5 + 0 }')"
    done
    [[ -n $DATA$TO ]] || unseen "No folder of this installation is on this machine." "Run scripts/doctor on the machine that has them"
}

# judge_disk FOLDER "USED FREE INODES": the runbook goes into a day with half of the disk free; scripts/start needs 400 MB.
judge_disk() {
    local used free inodes
    read -r used free inodes <<<"$2"
    if ((used > 85 || free < 1000000 || inodes > 90)); then
        fault "The disk of $1 is nearly full: $used % used, $((free / 1024)) MB free, $inodes % of inodes." "docs/operations/runbook.md#the-disk-is-full"
    elif ((used > 65 || inodes > 75)); then
        warn "The disk of $1 fills: $used % used, $((free / 1024)) MB free, $inodes % of inodes." "docs/operations/runbook.md#the-disk-is-full"
    else
        well "The disk of $1 has $((free / 1024)) MB free, $used % used."
    fi
}
