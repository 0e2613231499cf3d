# Restores the full backup before a time, then the binary logs up to it, in a MariaDB that nobody else can reach.
# shellcheck shell=bash
UNPACKED='' DONE=''

# as_seconds TIME: converts a time in UTC to seconds since 1970.
as_seconds() {
    [[ $1 != latest ]] || { date +%s && return; }
    TZ=UTC date -d "${1%Z}" +%s 2>/dev/null || fail "$1 is no time. Write it in UTC, for example 2027-02-09T10:31:00"
}

require_stopped() {
    local socket
    for socket in "$DATA/mariadb/socket" "$DATA"/n[123]/socket; do
        ! mariadb --no-defaults -u"$(id -un)" -S "$socket" -e 'select 1' >/dev/null 2>&1 ||
            fail "The database in $DATA is running. Stop the installation first (Ctrl-C, or scripts/cluster down)."
    done
}

# backup_before SECONDS: prints the newest backup that can be restored to this time.
backup_before() {
    local backup ready best=''
    while IFS= read -r backup; do
        ready=$(backup_field "$backup" ready)
        [[ ! $ready =~ ^[0-9]+$ ]] || ((ready > $1)) || best=$backup
    done < <(list_backups)
    [[ -n $best ]] || fail "No backup in $TO is from before $(date -ud "@$1" +%FT%TZ). The oldest is $(list_backups | head -n 1)"
    echo "$best"
}

# require_logs_until BACKUP SECONDS: fails if no log was copied up to this time, except for the newest backup, which restores what it has.
require_logs_until() {
    local copied
    copied=$(copied_until "$1")
    (($2 > copied)) || return 0
    [[ $1 == "$(newest_backup)" ]] || fail "No log was copied from $(date -ud "@$copied" +%FT%TZ) to the next full backup ($(basename "$(next_backup "$1")")):" \
        "for example, a restored database took the place of another. Choose a time before or after that."
    step "The logs were copied up to $(date -ud "@$copied" +%FT%TZ): the restore will not contain later changes"
}

next_backup() { list_backups | grep -Fx -A 1 "$1" | tail -n 1; }

# require_sealed BACKUP: fails unless this installation made each file of the backup, and no log before the last is missing.
require_sealed() {
    local file logs from
    if [[ -n $UNSEALED ]]; then
        step "NOT CHECKED who made $(basename "$1"), as --unsealed says: anyone who could write to $TO may have made it"
        return
    fi
    BACKUP_SECRET=$(kept BACKUP_SECRET)
    [[ -n $BACKUP_SECRET ]] || fail "There is no BACKUP_SECRET in $DATA/secrets.env, so nobody can see whether the backups are this installation's." \
        "Copy the old machine's secrets.env there, from its safe place. If it is lost: --unsealed restores what is there without looking who made it."
    [[ -e $1/about.hmac ]] || fail "$1 has no seal. Backups of version 1.4 and older have none: if it is one, and nobody else" \
        "could write to $TO, add --unsealed. If it is from after the upgrade, it was changed: take another."
    for file in "$1/about" "$1"/*.age; do
        [[ $(seal "$file" <"$file") == "$(cat "$file.hmac" 2>/dev/null)" ]] || fail_unsealed "$file"
    done
    [[ ! -e $1/upto || $(copied_until "$1" | seal "$1/upto") == "$(sed -n 2p "$1/upto")" ]] || fail_unsealed "$1/upto"
    logs=$(logs_of "$1") from=$(backup_field "$1" from)
    file=$(tail -n 1 <<<"$logs")
    [[ -z $logs || $(wc -l <<<"$logs") == $((10#${file##*.} - 10#${from##*.} + 1)) ]] || fail "A log in $1 is missing, before $file. Take another backup."
}

fail_unsealed() { fail "$1 is not as this installation wrote it: it is damaged, or somebody changed it. Nothing was restored." "Take another backup, and look who can write to $TO (docs/operations/backup.md#who-can-write-there)"; }

# open FILE: decrypts and unpacks it.
open() { age -d -i "$KEY" "$1" | zstd -dq; }

# unpack BACKUP: decrypts and unpacks the full backup to INTO/data, and makes it consistent.
unpack() {
    UNPACKED=true
    rm -rf "$INTO" && mkdir -p "$INTO/data" "$INTO/tmp" "$INTO/logs"
    open "$1/full.mbs.zst.age" | mbstream -x -C "$INTO/data" ||
        fail "Opening the backup $1 failed. Check the key and the free disk space."
    mariadb-backup --no-defaults --prepare --target-dir="$INTO/data" >"$INTO/prepare.log" 2>&1 || fail "Preparing the backup failed. See $INTO/prepare.log"
    step "Unpacked $(basename "$1")"
}

# start_scratch: starts the restored database on a socket only, without a binary log. Its name is restored: mariadb may be running.
start_scratch() {
    rm -f "$INTO/pid"
    background restored "$INTO/mariadb.log" "${MARIADBD[@]}" --defaults-file="$ROOT/docker/mariadb/thinkuknow.cnf" --user="$(id -un)" \
        --datadir="$INTO/data" --tmpdir="$INTO/tmp" --socket=../socket --pid-file="$INTO/pid" --skip-networking --skip-log-bin --sync-binlog=0
    await restored 120 test -s "$INTO/pid" || fail "The restored database did not start. See $INTO/mariadb.log"
}

# end_scratch: counts the tables of the restored database, and stops it.
end_scratch() {
    count_tables "$INTO/socket" >"$INTO/counts"
    end "${PIDS[restored]}" 120
    unset 'PIDS[restored]'
    rm -f "$DATA/restored.pid"
}

# same_counts COUNTED RESTORED: prints the differences, without the binary log's position.
same_counts() { diff <(grep -vi snapshot "$1") <(grep -vi snapshot "$2"); }
sum_of_counts() { awk '/^rows/ { tables++; rows += $3 } END { print tables " tables, " rows " rows" }' "$1"; }

# replay BACKUP OPTION...: applies the logs from the end of the full backup on.
replay() {
    local backup=$1 file info from position
    shift
    info=$(cat "$INTO"/data/*_binlog_info | head -n 1)
    from=$(cut -f1 <<<"$info") position=$(cut -f2 <<<"$info")
    for file in $(logs_of "$backup"); do
        [[ ! $file < $from ]] || continue
        open "$backup/$file.zst.age" >"$INTO/logs/$file" || fail "Opening the log $file failed. Check the key and the free disk space."
    done
    [[ -e $INTO/logs/$from ]] || { step "No changes were logged after the full backup" && return; }
    # times in the log are in UTC, but --stop-datetime is read in local time, so both run in UTC
    (cd "$INTO/logs" && TZ=UTC mariadb-binlog --no-defaults --disable-log-bin --start-position="$position" "$@" [!.]* 2> >(grep -v 'Did not reach stop datetime' >&2)) |
        mariadb --no-defaults -u"$(id -un)" -S "$INTO/socket" --binary-mode || fail "Applying the logs failed. See the error above."
    step "Applied $(find "$INTO/logs" -type f | wc -l) logs"
}

restore_to() {
    local seconds backup
    seconds=$(as_seconds "$1")
    ((seconds <= $(date +%s))) || fail "$1 is in the future: in UTC it is now $(date -u +%FT%T)."
    step "Restoring to $(date -ud "@$seconds" +%FT%TZ), in Britain $(TZ=Europe/London date -d "@$seconds" '+%a %d %b %Y %H:%M:%S %Z')"
    backup=$(backup_before "$seconds")
    require_logs_until "$backup" "$seconds"
    require_sealed "$backup"
    unpack "$backup"
    start_scratch
    replay "$backup" --stop-datetime="$(date -ud "@$seconds" '+%F %T')"
    [[ -z $IN_PLACE ]] || list_erased
    end_scratch
    say "" "Rows: $(awk '$1 == "rows" && ($2 == "session" || $2 == "seat" || $2 == "event" || $2 == "signed_return") { printf "%s %s  ", $2, $3 }' "$INTO/counts")"
    note_restored "$backup"
    if [[ -n $IN_PLACE ]]; then put_in_place; else say "Data: $INTO/data  Counts: $INTO/counts. Nothing else was changed."; fi
    DONE=true
    step "Restored"
}

# list_erased: writes to DATA/erase-again who was erased after that second, for the application, which erases them at its next start. All
# backups' lists know it, and the database that is to be replaced.
list_erased() {
    local backup file all="$INTO/erased" here=$DATA/mariadb ids
    while IFS= read -r backup; do
        for file in "$backup"/erased-*.zst.age; do
            [[ -e $file ]] || continue
            [[ -n $UNSEALED || $(seal "$file" <"$file") == "$(cat "$file.hmac" 2>/dev/null)" ]] || fail_unsealed "$file"
            open "$file" >>"$all" || step "Cannot open $file, who was erased by then: it has another key"
        done
    done < <(list_backups)
    [[ ! -d $DATA/n1/data ]] || here=$DATA/n1
    [[ ! -d $here/data ]] || erased_here "$here" >>"$all" ||
        step "The database in $here does not start: whom it erased since the last copy of its log is not erased again"
    ids=$(grep -sxE '[0-9a-z]{4,12}' "$all" | sort -u | sed "s/.*/'&'/" | paste -sd,) || true
    [[ -n $ids ]] || return 0
    (umask 077 && sql "select public_id from staff where erased_at is null and public_id in ($ids)" "$INTO/socket" >>"$DATA/erase-again")
    ids=$(sort -u "$DATA/erase-again" | wc -l)
    if ((ids > 0)); then step "Erased after that second: $ids. The product erases them again when it starts"; else rm -f "$DATA/erase-again"; fi
}

# erased_here FOLDER: starts its database for a moment, on a socket only, and prints who is erased in it.
erased_here() {
    local status=0
    mkdir -p "$INTO/old"
    background old "$INTO/old.log" "${MARIADBD[@]}" --defaults-file="$ROOT/docker/mariadb/thinkuknow.cnf" --user="$(id -un)" \
        --datadir="$1/data" --tmpdir="$INTO/old" --socket=../socket --pid-file="$INTO/old/pid" --skip-networking --skip-log-bin
    await old 120 test -s "$INTO/old/pid" && erased_in "$1/socket" || status=1
    end "${PIDS[old]}" 120
    unset 'PIDS[old]'
    rm -f "$DATA/old.pid"
    return "$status"
}

# end_restore: ends what runs, and removes what is unpacked unless the restore succeeded.
end_restore() {
    end_all
    [[ -n $UNPACKED && -z $DONE ]] || return 0
    if rm -rf "$INTO"/{data,logs,tmp,old,before,erased,counted,counts,differences}; then
        step "Removed what was unpacked in $INTO: the whole database, unencrypted"
    else
        say "The whole database, unencrypted, is still in $INTO. Delete it."
    fi
}

# put_in_place: moves the old data aside and the restored data in. In a cluster the first node gets it, and the others copy it.
put_in_place() {
    local aside node home=$DATA/mariadb
    aside=data.aside-$(date -u +%Y%m%dT%H%M%SZ)
    for node in 1 2 3; do
        [[ -d $DATA/n$node ]] || continue
        home=$DATA/n1
        mv "$DATA/n$node/data" "$DATA/n$node/$aside" 2>/dev/null || true
        rm -f "$DATA/n$node/joined"
    done
    [[ ! -d $home/data ]] || mv "$home/data" "$home/$aside"
    mv "$INTO/data" "$home/data"
    rm -f "$home/data/grastate.dat" "$home/data/gvwstate.dat"
    rm -rf "$INTO" # the logs in it are not encrypted
    say "The old data is in $aside, next to each folder data. Start as usual, then at once: scripts/backup follow"
}

# verify: restores the newest backup to the moment of its counts, and compares all tables with them.
verify() {
    local backup counts file position
    backup=$(newest_backup)
    [[ -n $backup ]] || fail "No backup in $TO. Make one: scripts/backup full"
    require_sealed "$backup"
    counts=$(counts_of "$backup") || fail "Opening the counts of $backup failed. Check the key."
    file=$(awk '$1 ~ /snapshot_file/ {print $2}' <<<"$counts") position=$(awk '$1 ~ /snapshot_position/ {print $2}' <<<"$counts")
    [[ -e $backup/$file.zst.age ]] || fail "The log $file is not copied yet. Copy it: scripts/backup log"
    unpack "$backup"
    start_scratch
    replay_until "$backup" "$file" "$position"
    end_scratch
    echo "$counts" >"$INTO/counted"
    if same_counts "$INTO/counted" "$INTO/counts" >"$INTO/differences"; then
        note_restored "$backup"
        say "PASS  $(basename "$backup"): $(sum_of_counts "$INTO/counts"), every count and checksum equal; took $SECONDS s"
        rm -rf "$INTO" # it is the whole database, unencrypted
        DONE=true
    else
        say "FAIL  $(basename "$backup"): these differ, as counted at the backup (<) and as restored (>):" "$(cat "$INTO/differences")"
        return 1
    fi
}

# counts_of BACKUP: version 1.4 did not encrypt them.
counts_of() { if [[ -e $1/counts.zst.age ]]; then open "$1/counts.zst.age"; else cat "$1/counts"; fi; }

# note_restored BACKUP: for scripts/doctor; the folder of the backups may be one that cannot be written to from here.
note_restored() { printf '%s\n' "at=$(date +%s)" "backup=$(basename "$1")" | put "$TO/restored" 2>/dev/null || step "Cannot note in $TO that a backup was restored"; }

# replay_until BACKUP FILE POSITION: applies the logs up to this position.
replay_until() {
    local log
    mkdir -p "$INTO/before"
    for log in $(logs_of "$1"); do
        [[ $log > $2 ]] || ln -s "$1/$log.zst.age" "$INTO/before/$log.zst.age"
    done
    replay "$INTO/before" --stop-position="$3"
}
