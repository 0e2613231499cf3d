# A backup is a folder TO/<start time> with a full backup and the binary logs written since it began, each file encrypted.
# shellcheck shell=bash

# use_backup: checks or installs MariaDB's backup tools, zstd, and age. age, because the machine that makes backups need not hold
# the key that decrypts them, and a changed file is detected. openssl enc offers neither.
use_backup() {
    PATH=$PATH:/usr/sbin:/usr/libexec
    { command -v mariadb-backup && command -v mariadb-binlog && command -v mariadb && command -v age && command -v zstd; } >/dev/null && return
    install mariadb-backup mariadb-client age zstd && command -v mariadb-backup >/dev/null && command -v age >/dev/null ||
        fail "Install mariadb-backup, mariadb-client, age and zstd (packages of Debian or Ubuntu)."
}

sql() { mariadb --no-defaults -u"$(id -un)" -S "${2:-$DB_DIR/socket}" thinkuknow -NBe "$1"; }

# backup_field BACKUP WORD: from, the binary log in which the backup began; ready, its earliest restore time; server, whose data it has.
backup_field() { sed -n "s/^$2=//p" "$1/about"; }
# copied_until BACKUP: the second up to which its logs are copied, or its earliest restore time while no log is copied.
copied_until() { if [[ -s $1/upto ]]; then cat "$1/upto"; else backup_field "$1" ready; fi; }
# data_id: identifies the data folder. A restored folder numbers its binary logs from the start, so they must not be mixed.
data_id() { stat -c %i "$DB_DIR/data/ibdata1"; }
list_backups() { find "$TO" -mindepth 2 -maxdepth 2 -name about -printf '%h\n' 2>/dev/null | sort; }
newest_backup() { list_backups | tail -n 1; }

# use_key: makes TO/recipient.txt, the public key that encrypts, on the first backup, with the private key that decrypts.
use_key() {
    mkdir -p "$TO" && TO=$(cd "$TO" && pwd)
    [[ ! -s $TO/recipient.txt ]] || return 0
    [[ -s $DATA/backup-key.txt ]] || (umask 077 && age-keygen -o "$DATA/backup-key.txt" 2>/dev/null)
    age-keygen -y "$DATA/backup-key.txt" >"$TO/recipient.txt"
    say "" "Created the key $DATA/backup-key.txt. Only this key can decrypt the backups." \
        "Copy it to two safe places on other machines, then delete it here." ""
}

encrypt_to() { zstd -q -3 | age -R "$TO/recipient.txt" -o "$1.part" && mv "$1.part" "$1" || { rm -f "$1.part" && return 1; }; }

# fits_newest_backup: does the newest backup belong to the data of this database?
fits_newest_backup() {
    local backup
    backup=$(newest_backup)
    [[ -n $backup && $(backup_field "$backup" server) == "$(data_id)" ]]
}

# has_entries FILE: does a binary log hold more than its header?
has_entries() { (($(sql "show binlog events in '$1' limit 20" | cut -f3 | grep -cvE '^(Format_desc|Gtid_list|Binlog_checkpoint)$') > 0)); }

# copy_log: rotates the binary log if it has entries, and copies the closed logs to the newest backup and to each BACKUP named.
# errexit is off when it is called with ||, so each command that can fail reports the failure itself.
copy_log() {
    local backup now file number asked
    asked=$(($(date +%s) - 1)) # the newest rows of a cluster may still be on their way to this node
    fits_newest_backup || fail "The newest backup in $TO belongs to other data than $DB_DIR. Make a new one: scripts/backup full"
    now=$(sql "show binlog status" | cut -f1) && [[ -n $now ]] || fail "The database in $DB_DIR does not answer. Check that the installation runs."
    ! has_entries "$now" || sql "flush binary logs" || fail "The database in $DB_DIR does not answer. Check that the installation runs."
    now=$(sql "show binlog status" | cut -f1) && [[ -n $now ]] || fail "The database in $DB_DIR does not answer. Check that the installation runs."
    for backup in "$(newest_backup)" "$@"; do
        [[ -n $backup && $(backup_field "$backup" server) == "$(data_id)" ]] || continue
        file=$(backup_field "$backup" from)
        while [[ $file < $now ]]; do
            if [[ ! -e $backup/$file.zst.age ]]; then
                [[ -r $DB_DIR/data/$file ]] || fail "The binary log $file was deleted before it was copied. Make a new full backup: scripts/backup full"
                encrypt_to "$backup/$file.zst.age" <"$DB_DIR/data/$file" || fail "Writing the log to $backup failed. Check for free disk space."
            fi
            number=$((10#${file##*.} + 1))
            file=${file%.*}.$(printf %06d "$number")
        done
        echo "$asked" >"$backup/upto.part" && mv "$backup/upto.part" "$backup/upto" || fail "Writing the log to $backup failed. Check for free disk space."
    done
}

say_copied() { step "Copied everything up to $(date -ud "@$(copied_until "$(newest_backup)")" +%T) UTC"; }

# full_backup: makes a full backup of the running database, then counts and checksums of all tables to verify a restore with.
full_backup() {
    local older backup from
    older=$(newest_backup)
    backup=$TO/$(date -u +%Y%m%dT%H%M%SZ)
    mkdir -p "$backup.part"
    from=$(sql "show binlog status" | cut -f1) && [[ -n $from ]] || fail "The database in $DB_DIR does not answer. Check that the installation runs."
    mariadb-backup --no-defaults --backup --stream=mbstream --user="$(id -un)" --socket="$DB_DIR/socket" --datadir="$DB_DIR/data" \
        --target-dir="$DB_DIR/tmp" 2>"$TO/mariadb-backup.log" | encrypt_to "$backup.part/full.mbs.zst.age" ||
        fail "The backup failed. See $TO/mariadb-backup.log"
    printf '%s\n' "from=$from" "ready=$(date +%s)" "server=$(data_id)" >"$backup.part/about"
    count_tables "$DB_DIR/socket" >"$backup.part/counts" || fail "Counting the tables in $DB_DIR failed. Check that the database runs, and try again."
    mv "$backup.part" "$backup"
    copy_log ${older:+"$older"} || return
    step "Full backup $backup: $(du -h "$backup/full.mbs.zst.age" | cut -f1)"
    delete_old_backups
}

# count_tables SOCKET: prints the binary log's position, then each table with its number of rows and a checksum, all as at one moment.
# Not CHECKSUM TABLE: that includes stale bytes in the place of virtual columns.
count_tables() {
    local each
    each=$(sql "set group_concat_max_len = 1000000; select concat('select ''rows'', ''', table_name, ''', count(*), ifnull(bit_xor(cast(conv(left(md5(concat_ws('','', ',
        group_concat(concat('ifnull(\`', column_name, '\`, ''~'')') order by ordinal_position), ')), 16), 16, 10) as unsigned)), 0) from \`', table_name, '\`;')
        from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema = 'thinkuknow' and table_type = 'BASE TABLE' and extra not like '%GENERATED%' group by table_name" "$1")
    sql "start transaction with consistent snapshot; show status like 'binlog_snapshot_file'; show status like 'binlog_snapshot_position'; $each" "$1"
}

# delete_old_backups: deletes backups older than KEEP days, but never the newest.
delete_old_backups() {
    local backup ready
    while IFS= read -r backup; do
        ready=$(backup_field "$backup" ready)
        [[ $ready =~ ^[0-9]+$ ]] || { step "Kept $backup: it does not say when it was made. Check its file about" && continue; }
        ((ready > $(date +%s) - KEEP * 86400)) || { rm -rf "$backup" && step "Deleted $backup: older than $KEEP days"; }
    done < <(list_backups | head -n -1)
}
