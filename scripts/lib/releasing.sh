# Packs, signs and compares builds.
# shellcheck shell=bash

# pack_release APP ARCHIVE TIME: packs the files of a build, so that the same files give the same archive.
pack_release() {
    tar -c --sort=name --mtime="@$3" --owner=0 --group=0 --numeric-owner --mode=go=rX,u+rw,a-s --exclude=./built -C "$1" . | gzip -n9 >"$2"
}

# sign_files FOLDER KEY: writes SHA256SUMS of the files in a folder, and SHA256SUMS.sig, signed with a private key (PEM, Ed25519).
sign_files() {
    [[ -r $2 ]] || fail "Name the private key with --key. It is kept outside this folder; create one with: openssl genpkey -algorithm ed25519"
    (cd "$1" && rm -f SHA256SUMS SHA256SUMS.sig && sha256sum -- * >"$RUN/sums" && mv "$RUN/sums" SHA256SUMS)
    openssl pkeyutl -sign -rawin -inkey "$2" -in "$1/SHA256SUMS" -out "$1/SHA256SUMS.sig" || fail "Signing with $2 failed."
}

# verify_files FOLDER PUBLIC-KEY: fails unless the list was signed with that key's private half and every file is as listed.
verify_files() {
    openssl pkeyutl -verify -rawin -pubin -inkey "$2" -in "$1/SHA256SUMS" -sigfile "$1/SHA256SUMS.sig" >/dev/null 2>&1 ||
        fail "SHA256SUMS was not signed with $2."
    (cd "$1" && sha256sum --check --strict --quiet SHA256SUMS) || fail "A file is not as SHA256SUMS lists it."
    cmp -s <(cd "$1" && printf '%s\n' * | grep -v '^SHA256SUMS' | sort) <(sed 's/^[^ ]*  //' "$1/SHA256SUMS" | sort) || fail "A file is not in SHA256SUMS."
}

# compare_builds ONE OTHER: every file must be the same in both. Quarkus 3.33.2 writes generated-bytecode.jar, and lists inside some of its
# classes, in an order that changes, and later versions do not: of this file only the names of the classes are compared, and it says so.
compare_builds() {
    local file same=0 other=0
    while read -r file; do
        if cmp -s "$1/$file" "$2/$file"; then
            same=$((same + 1))
        elif [[ $file == */generated-bytecode.jar ]] && cmp -s <(list_classes "$1/$file" | cut -d' ' -f1) <(list_classes "$2/$file" | cut -d' ' -f1); then
            say "NOTE  $file: not compared but for the names of its classes; the content of $(comm -23 <(list_classes "$1/$file") <(list_classes "$2/$file") | grep -c . || true) differs"
        else
            say "FAIL  $file differs, or is in one build only"
            other=$((other + 1))
        fi
    done < <({ cd "$1" && find . -type f; cd "$OLDPWD" && cd "$2" && find . -type f; } | grep -vxF ./built | sort -u)
    say "$([[ $other == 0 ]] && echo PASS || echo FAIL)  two builds: $same files are equal, $other are not"
    ((other == 0))
}

# list_classes JAR: prints name and checksum of each file in it, by name.
list_classes() { unzip -qlv "$1" | awk '$7 ~ /^[0-9a-f]+$/ { print $8, $7 }' | sort; }
