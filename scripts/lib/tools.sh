# Finds the tools that the scripts need, and installs missing ones where possible.
# shellcheck shell=bash

# use_jdk: sets JAVA_HOME to a JDK 25 or newer.
use_jdk() {
    local home
    mkdir -p "$RUN"
    for home in "${JAVA_HOME:-}" "$(java_in_path)" /usr/lib/jvm/* "$RUN/jdk"; do
        is_jdk "$home" && { export JAVA_HOME=$home; return; }
    done
    install openjdk-25-jdk-headless || fail \
        "No JDK 25 in JAVA_HOME, PATH, /usr/lib/jvm or .run/jdk." \
        "Install one (on Debian 13 or Ubuntu: apt-get install openjdk-25-jdk-headless), or unpack one into .run/jdk."
    for home in /usr/lib/jvm/*; do
        is_jdk "$home" && { export JAVA_HOME=$home; return; }
    done
    fail "openjdk-25-jdk-headless is installed, but /usr/lib/jvm has no JDK 25. Set JAVA_HOME to one."
}

java_in_path() {
    local java
    java=$(command -v javac) && dirname "$(dirname "$(readlink -f "$java")")"
}

is_jdk() {
    [[ -x $1/bin/javac && -r $1/release ]] && (($(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release") >= 25))
}

# Options for JVMs that live a few minutes. The second compiler costs more than it gains; code of the first needs more stack, and more room
# than 48 MB: what no longer fits would be thrown away and compiled again.
SHORT_JVM="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.25 -Xss4m -XX:ReservedCodeCacheSize=240m"

# use_maven: sets MAVEN to the installed one if it is new enough, otherwise to the wrapper, which downloads one.
use_maven() {
    MAVEN=("$ROOT/mvnw")
    if command -v mvn >/dev/null && [[ $(mvn -v 2>/dev/null | sed -n '1s/.*Maven \([0-9.]*\).*/\1/p') =~ ^(3\.9|[4-9]\.) ]]; then
        MAVEN=(mvn)
    elif ! "$ROOT/mvnw" -v >"$RUN/wrapper.log" 2>&1; then
        install maven || fail "Downloading Maven failed. See .run/wrapper.log, or install Maven 3.9."
        MAVEN=(mvn)
    fi
    export MAVEN_OPTS=${MAVEN_OPTS:-$SHORT_JVM}
    MAVEN+=(-B -ntp -f "$ROOT/pom.xml")
}

# use_node: finds or installs Node 20 and npm, which check scripts and styles.
use_node() {
    is_node && command -v npm >/dev/null && return
    install nodejs npm && is_node || fail \
        "No Node 20.19 or newer with npm. Install one (on Debian 13: apt-get install nodejs npm)."
}

is_node() {
    local version
    version=$(node --version 2>/dev/null) && [[ $version =~ ^v([0-9]+)\.([0-9]+) ]] &&
        ((BASH_REMATCH[1] > 20 || BASH_REMATCH[1] == 20 && BASH_REMATCH[2] >= 19))
}

# use_packages FOLDER: installs the npm packages of its lock file, unless that has been done.
use_packages() {
    cmp -s "$1/package-lock.json" "$1/node_modules/installed" && return
    run "$RUN/npm.log" npm ci --no-audit --no-fund --ignore-scripts --prefix "$1" || fail "npm ci failed in $1. See .run/npm.log"
    cp "$1/package-lock.json" "$1/node_modules/installed"
}

# fetch GROUP:ARTIFACT:VERSION[:TYPE] DIR: downloads an artifact from the Maven repository.
fetch() {
    [[ -v MAVEN ]] || use_maven
    run "$RUN/fetch.log" "${MAVEN[@]}" -N org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
        -Dartifact="$1" -DoutputDirectory="$2" || fail "Downloading $1 failed. See $RUN/fetch.log"
}

# use_chromium: sets CHROMIUM for the browser journeys.
use_chromium() {
    CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)} ||
        { install chromium && CHROMIUM=$(command -v chromium); } ||
        fail "Chromium is missing. Install it, or name one in CHROMIUM=/path/to/chromium."
    # the headless build needs less memory and CPU; without it the full one works too
    [[ $CHROMIUM != /usr/bin/chromium ]] || command -v chromium-headless-shell >/dev/null || install chromium-headless-shell || true
    export CHROMIUM
}
