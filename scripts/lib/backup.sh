# A backup is a folder TO/<start time> with a full backup, the counts of its tables, the binary logs written since it began, and who
# is erased; each file encrypted. Beside each file is its seal (.hmac), which only this installation can make.
# shellcheck shell=bash

# use_backup: checks or installs MariaDB's backup tools, zstd, perl for seals, and age. age, because the machine that makes backups need
# not hold the key that decrypts them, and a changed file is detected. openssl enc offers neither.
use_backup() {
    PATH=$PATH:/usr/sbin:/usr/libexec
    { command -v mariadb-backup && command -v mariadb-binlog && command -v mariadb && command -v age && command -v zstd && command -v perl; } >/dev/null && return
    install mariadb-backup mariadb-client age zstd perl && command -v mariadb-backup >/dev/null && command -v age >/dev/null ||
        fail "Install mariadb-backup, mariadb-client, age, zstd and perl (packages of Debian or Ubuntu)."
}

sql() { mariadb --no-defaults -u"$(id -un)" -S "${2:-$DB_DIR/socket}" thinkuknow -NBe "$1"; }

# Others may write in TO. So a word from there is a number or the name of a log, or nothing: bash would run what else is in arithmetic.
LOG='[A-Za-z][A-Za-z0-9_-]*\.[0-9]+'
# backup_field BACKUP WORD: from, the binary log in which the backup began; ready, its earliest restore time; server, whose data it has.
backup_field() { sed -nE "s/^$2=([0-9]+|$LOG)\$/\\1/p" "$1/about" | head -n 1; }
# copied_until BACKUP: the second up to which its logs are copied, or its earliest restore time while no log is copied.
copied_until() { { head -n 1 "$1/upto" 2>/dev/null | grep -xE '[0-9]+'; } || backup_field "$1" ready; }
# logs_of BACKUP: the names of its logs.
logs_of() { find "$1" -maxdepth 1 -xtype f -regextype posix-extended -regex ".*/$LOG\.zst\.age" -printf '%f\n' | sed 's/\.zst\.age$//' | sort; }
# data_id: identifies the data folder. A restored folder numbers its binary logs from the start, so they must not be mixed.
data_id() { stat -c %i "$DB_DIR/data/ibdata1"; }
list_backups() { find "$TO" -mindepth 2 -maxdepth 2 -regextype posix-extended -regex '.*/[0-9]{8}T[0-9]{6}Z/about' -printf '%h\n' 2>/dev/null | sort; }
newest_backup() { list_backups | tail -n 1; }
# newest_of_ours: the newest backup that this installation has made; one that somebody else has put there takes no log.
newest_of_ours() {
    local backup
    while IFS= read -r backup; do
        [[ $(seal "$backup/about" <"$backup/about") != "$(cat "$backup/about.hmac" 2>/dev/null)" ]] || { echo "$backup" && return; }
    done < <(list_backups | tac)
}

# kept NAME: prints a line of secrets.env. add_secret NAME VALUE: adds one.
kept() { [[ ! -e $DATA/secrets.env ]] || sed -n "s/^$1=//p" "$DATA/secrets.env" | tail -n 1; }
add_secret() { (umask 077 && echo "$1=$2" >>"$DATA/secrets.env"); }

# use_key: sets RECIPIENT, the public key that encrypts, and BACKUP_SECRET, which seals. Both are in secrets.env, for the folder of the
# backups may be another machine's: anyone who can write to it must be able neither to read a backup nor to make one.
use_key() {
    mkdir -p "$TO" && TO=$(cd "$TO" && pwd)
    [[ -n $(kept BACKUP_SECRET) ]] || add_secret BACKUP_SECRET "$(random)"
    BACKUP_SECRET=$(kept BACKUP_SECRET)
    [[ -n $(kept BACKUP_RECIPIENT) ]] || make_recipient
    RECIPIENT=$(kept BACKUP_RECIPIENT)
    [[ -s $TO/recipient.txt ]] || put "$TO/recipient.txt" <<<"$RECIPIENT"
    [[ $(<"$TO/recipient.txt") == "$RECIPIENT" ]] ||
        fail "$TO/recipient.txt is not the public key of this installation: BACKUP_RECIPIENT in $DATA/secrets.env is another one." \
            "If you have just changed the key, delete the file. Otherwise somebody changed it: look who can write to $TO (docs/operations/backup.md#who-can-write-there)"
}

# make_recipient: with the private key that decrypts, on the first backup. Version 1.4 kept the public key with the backups only.
make_recipient() {
    if [[ ! -s $DATA/backup-key.txt ]]; then
        [[ ! -s $TO/recipient.txt ]] ||
            fail "$DATA/secrets.env does not have the public key of the backups, and the one in $TO is not trusted: others may write there." \
                "Once, with the key from its safe place:  echo \"BACKUP_RECIPIENT=\$(age-keygen -y /media/key/backup-key.txt)\" >>$DATA/secrets.env"
        (umask 077 && age-keygen -o "$DATA/backup-key.txt" 2>/dev/null)
        say "" "Created the key $DATA/backup-key.txt. Only this key can decrypt the backups." \
            "Copy it, and secrets.env as it is now, to two safe places on other machines; then delete the key here." ""
    fi
    add_secret BACKUP_RECIPIENT "$(age-keygen -y "$DATA/backup-key.txt")"
}

# hmac SECRET: prints the HMAC-SHA256 of what it reads. Not openssl: its arguments would have the secret, and everybody sees arguments.
hmac() { SECRET=$1 perl -MDigest::SHA=hmac_sha256_hex -e 'local $/; print hmac_sha256_hex(<STDIN>, $ENV{SECRET}), "\n"'; }

# seal FILE: prints the seal of what it reads, as that file of that backup, so that no file can be put in the place of another.
seal() { { echo "$(basename "$(dirname "$1")" .part)/$(basename "$1")" && sha256sum; } | hmac "$BACKUP_SECRET"; }

# put FILE: writes what it reads to a new file, never through a link that somebody has left there.
put() { rm -f "$1" && (set -o noclobber && cat >"$1"); }

# encrypt_to FILE: compresses, encrypts and seals what it reads, to a new file as put does.
encrypt_to() (
    rm -f "$1.part" "$1.hmac"
    set -o noclobber
    { zstd -q -3 | age -r "$RECIPIENT" | tee /dev/fd/3 | seal "$1" >"$1.hmac"; } 3>"$1.part" && mv -fT "$1.part" "$1" && return
    rm -f "$1.part" "$1.hmac"
    return 1
)

# write_erased BACKUP: keeps the public ids of erased members of staff, so that a restore can erase them again; a new file if they have
# changed, named so that it does not say how many.
write_erased() {
    local ids file
    ids=$(erased_in "$DB_DIR/socket") || return
    file=$1/erased-$(hmac "$BACKUP_SECRET" <<<"$ids" | cut -c1-16).zst.age
    [[ -e $file ]] || encrypt_to "$file" <<<"$ids"
}
erased_in() { sql "select public_id from staff where erased_at is not null order by id" "$1"; }

# fits_newest_backup: does the newest backup belong to the data of this database?
fits_newest_backup() {
    local backup
    backup=$(newest_of_ours)
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
    for backup in "$(newest_of_ours)" "$@"; do
        [[ -n $backup && $(backup_field "$backup" server) == "$(data_id)" ]] || continue
        file=$(backup_field "$backup" from)
        [[ -n $file ]] || fail "$backup does not say with which log it begins. Make a new one: scripts/backup full"
        while [[ $file < $now ]]; do
            if [[ ! -e $backup/$file.zst.age ]]; then
                [[ -r $DB_DIR/data/$file ]] || fail "The binary log $file was deleted before it was copied. Make a new full backup: scripts/backup full"
                encrypt_to "$backup/$file.zst.age" <"$DB_DIR/data/$file" || fail "Writing the log to $backup failed. Check for free disk space."
            fi
            number=$((10#${file##*.} + 1))
            file=${file%.*}.$(printf %06d "$number")
        done
        { echo "$asked" && seal "$backup/upto" <<<"$asked"; } | put "$backup/upto.part" && mv -fT "$backup/upto.part" "$backup/upto" ||
            fail "Writing the log to $backup failed. Check for free disk space."
    done
    write_erased "$(newest_of_ours)" || fail "Noting who is erased failed. Check that the database in $DB_DIR runs, and for free disk space."
}

say_copied() { step "Copied everything up to $(date -ud "@$(copied_until "$(newest_of_ours)")" +%T) UTC"; }

# full_backup: makes a full backup of the running database, then counts and checksums of all tables to verify a restore with.
full_backup() {
    local older backup from about
    older=$(newest_of_ours)
    backup=$TO/$(date -u +%Y%m%dT%H%M%SZ)
    mkdir "$backup.part" || fail "Making the folder $backup.part failed. Somebody else may have made it: look who can write to $TO"
    from=$(sql "show binlog status" | cut -f1) && [[ -n $from ]] || fail "The database in $DB_DIR does not answer. Check that the installation runs."
    mariadb-backup --no-defaults --backup --stream=mbstream --user="$(id -un)" --socket="$DB_DIR/socket" --datadir="$DB_DIR/data" \
        --target-dir="$DB_DIR/tmp" 2>"$RUN/mariadb-backup.log" | encrypt_to "$backup.part/full.mbs.zst.age" ||
        fail "The backup failed. See $RUN/mariadb-backup.log"
    about=$(printf '%s\n' "from=$from" "ready=$(date +%s)" "server=$(data_id)")
    put "$backup.part/about" <<<"$about" && seal "$backup.part/about" <<<"$about" | put "$backup.part/about.hmac" ||
        fail "Writing to $backup.part failed. Check for free disk space."
    count_tables "$DB_DIR/socket" | encrypt_to "$backup.part/counts.zst.age" || fail "Counting the tables in $DB_DIR failed. Check that the database runs, and try again."
    mv -T "$backup.part" "$backup"
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
