# Backups: a folder for each full one, TO/<when>, with the binary logs that were written since it began, each file encrypted.
# shellcheck shell=bash

# use_backup: MariaDB's own tools; age, because what encrypts here cannot decrypt: the machine that makes backups need not
# hold the key that opens them, and a file that was changed is refused. openssl enc can do neither. zstd packs before that.
use_backup() {
    PATH=$PATH:/usr/sbin:/usr/libexec
    { command -v mariadb-backup && command -v mariadb-binlog && command -v mariadb && command -v age && command -v zstd; } >/dev/null && return
    install mariadb-backup mariadb-client age zstd && command -v mariadb-backup >/dev/null && command -v age >/dev/null ||
        fail "Backups need the packages mariadb-backup, mariadb-client, age and zstd of Debian or Ubuntu."
}

sql() { mariadb --no-defaults -u"$(id -un)" -S "${2:-$DB_DIR/socket}" thinkuknow -NBe "$1"; }

# about LINE WORD: from, the binary log in which it began; ready, when it could first be restored to; server, whose data it is.
about() { sed -n "s/^$2=//p" "$1/about"; }
# upto LINE: the second up to which its log is copied; its own end while no log was copied.
upto() { if [[ -s $1/upto ]]; then cat "$1/upto"; else about "$1" ready; fi; }
# who_writes: a data folder that was put in place of another counts its binary logs anew, so theirs must not be mixed.
who_writes() { stat -c %i "$DB_DIR/data/ibdata1"; }
lines() { find "$TO" -mindepth 2 -maxdepth 2 -name about -printf '%h\n' 2>/dev/null | sort; }
newest_line() { lines | tail -n 1; }

# use_key: TO/recipient.txt, with which everything is locked; made on the first backup, with the key that opens it.
use_key() {
    mkdir -p "$TO" && TO=$(cd "$TO" && pwd)
    [[ ! -s $TO/recipient.txt ]] || return 0
    [[ -s $DATA/backup-key.txt ]] || (umask 077 && age-keygen -o "$DATA/backup-key.txt" 2>/dev/null)
    age-keygen -y "$DATA/backup-key.txt" >"$TO/recipient.txt"
    say "" "A key was made: $DATA/backup-key.txt opens the backups and nothing else does." \
        "Copy it to two safe places that are not this machine, then delete it here." ""
}

lock_to() { zstd -q -3 | age -R "$TO/recipient.txt" -o "$1.part" && mv "$1.part" "$1" || { rm -f "$1.part" && return 1; }; }

# is_followed: does what this database writes go on from the newest backup?
is_followed() {
    local line
    line=$(newest_line)
    [[ -n $line && $(about "$line" server) == "$(who_writes)" ]]
}

# is_written FILE: does a binary log hold more than its head?
is_written() { (($(sql "show binlog events in '$1' limit 20" | cut -f3 | grep -cvE '^(Format_desc|Gtid_list|Binlog_checkpoint)$') > 0)); }

# ship_log: closes the binary log if something was written, and adds what is closed to the newest backup, and to another
# LINE where one is named. Whoever calls it with || has no errexit in here: what can fail says so itself.
ship_log() {
    local line now file number asked
    asked=$(($(date +%s) - 1)) # of a cluster's other node the last may still be on its way to this one
    is_followed || fail "The newest backup in $TO is of other data than $DB_DIR has now: make a new one with scripts/backup full"
    now=$(sql "show binlog status" | cut -f1) && [[ -n $now ]] || fail "The database in $DB_DIR does not answer."
    ! is_written "$now" || sql "flush binary logs" || fail "The database in $DB_DIR does not answer."
    now=$(sql "show binlog status" | cut -f1) && [[ -n $now ]] || fail "The database in $DB_DIR does not answer."
    for line in "$(newest_line)" "$@"; do
        [[ -n $line && $(about "$line" server) == "$(who_writes)" ]] || continue
        file=$(about "$line" from)
        while [[ $file < $now ]]; do
            if [[ ! -e $line/$file.zst.age ]]; then
                [[ -r $DB_DIR/data/$file ]] || fail "The binary log $file is gone and was never copied: make a new full backup with scripts/backup full"
                lock_to "$line/$file.zst.age" <"$DB_DIR/data/$file" || fail "The log could not be written to $line: is that disk full?"
            fi
            number=$((10#${file##*.} + 1))
            file=${file%.*}.$(printf %06d "$number")
        done
        echo "$asked" >"$line/upto.part" && mv "$line/upto.part" "$line/upto" || fail "The log could not be written to $line: is that disk full?"
    done
}

# full_backup: while everything goes on; then a list of counts and checksums at one moment, to hold a restore against.
full_backup() {
    local older line from
    older=$(newest_line)
    line=$TO/$(date -u +%Y%m%dT%H%M%SZ)
    mkdir -p "$line.part"
    from=$(sql "show binlog status" | cut -f1) && [[ -n $from ]] || fail "The database in $DB_DIR does not answer."
    mariadb-backup --no-defaults --backup --stream=mbstream --user="$(id -un)" --socket="$DB_DIR/socket" --datadir="$DB_DIR/data" \
        --target-dir="$DB_DIR/tmp" 2>"$TO/mariadb-backup.log" | lock_to "$line.part/full.mbs.zst.age" ||
        fail "The backup failed: see $TO/mariadb-backup.log"
    printf '%s\n' "from=$from" "ready=$(date +%s)" "server=$(who_writes)" >"$line.part/about"
    count_all "$DB_DIR/socket" >"$line.part/counts" || fail "The tables in $DB_DIR could not be counted."
    mv "$line.part" "$line"
    ship_log ${older:+"$older"} || return
    step "Full backup $line: $(du -h "$line/full.mbs.zst.age" | cut -f1)"
    forget_old
}

# count_all SOCKET: where the binary log stood, then each table with its rows and a sum of them, all as at one moment. CHECKSUM
# TABLE would not do: it takes in what lies in the place of columns that are only computed.
count_all() {
    local each
    each=$(sql "set group_concat_max_len = 1000000; select concat('select ''rows'', ''', table_name, ''', count(*), ifnull(bit_xor(cast(conv(left(md5(concat_ws('','', ',
        group_concat(concat('ifnull(\`', column_name, '\`, ''~'')') order by ordinal_position), ')), 16), 16, 10) as unsigned)), 0) from \`', table_name, '\`;')
        from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema = 'thinkuknow' and table_type = 'BASE TABLE' and extra not like '%GENERATED%' group by table_name" "$1")
    sql "start transaction with consistent snapshot; show status like 'binlog_snapshot_file'; show status like 'binlog_snapshot_position'; $each" "$1"
}

# forget_old: what is older than KEEP days, but never the newest.
forget_old() {
    local line ready
    while IFS= read -r line; do
        ready=$(about "$line" ready)
        [[ $ready =~ ^[0-9]+$ ]] || { step "$line does not say when it was made, and was left: look at its file about" && continue; }
        ((ready > $(date +%s) - KEEP * 86400)) || { rm -rf "$line" && step "Deleted $line: older than $KEEP days"; }
    done < <(lines | head -n -1)
}
