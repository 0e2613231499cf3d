# Changes the product's code a little, in many places, and runs the tests: a change that no test notices is a survivor.
# shellcheck shell=bash
PIT=1.30.2
PIT_JUNIT=1.2.3

# Which code is changed: name | classes | those left out, by how their names begin | package whose tests of src/test are run, with those
# below it. Of signing in, what needs Quarkus, a database or Keycloak is left out: only tests of src/http and src/journey reach it, and PIT
# cannot run those.
MUTATED='counting|uk.thinkuknow.counting.*|small|counting
marking|uk.thinkuknow.curriculum.lesson.Mark*||curriculum/lesson
sign-in|uk.thinkuknow.identity.signin.*|AccessDenialLog BackChannelLogout ReauthenticationFilter SignInResource SignInTokenStore SignIns|identity
small-numbers|uk.thinkuknow.counting.small.*||counting/small'

# mutations_drill [NAME...]: prints how many changes the tests notice; the survivors go to target/mutations.
mutations_drill() {
    local name classes without package status=0
    for name; do grep -q "^$name|" <<<"$MUTATED" || fail "There are no mutations of $name, only of: $(cut -d'|' -f1 <<<"$MUTATED" | paste -sd' ')"; done
    use_jdk
    use_maven
    build_tests
    fetch_pit
    while IFS='|' read -r name classes without package <&3; do
        [[ $# == 0 || " $* " == *" $name "* ]] || continue
        mutate "$name" "$classes" "$without" "$package"
        judge_mutations "$name" "$ROOT/target/mutations/$name" "$ROOT/scripts/lib/mutations.table" || status=1
        [[ -z $without ]] || say "      left out: ${without// /, }"
    done 3<<<"$MUTATED" # not the standard input, which a command in the loop would read
    return "$status"
}

# fetch_pit: writes the class path of PIT to .run/mutations/classpath.
fetch_pit() {
    mkdir -p "$RUN/mutations"
    cat >"$RUN/mutations/pom.xml" <<POM
<project><modelVersion>4.0.0</modelVersion><groupId>tools</groupId><artifactId>mutations</artifactId><version>1</version><dependencies>
<dependency><groupId>org.pitest</groupId><artifactId>pitest-command-line</artifactId><version>$PIT</version></dependency>
<dependency><groupId>org.pitest</groupId><artifactId>pitest-junit5-plugin</artifactId><version>$PIT_JUNIT</version></dependency>
</dependencies></project>
POM
    run "$RUN/mutations/fetch.log" "${MAVEN[@]:0:3}" -f "$RUN/mutations/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
        -Dmdep.outputFile="$RUN/mutations/classpath" || fail "Downloading PIT failed. See $RUN/mutations/fetch.log"
}

# mutate NAME CLASSES WITHOUT PACKAGE: the tests' own versions of libraries come before PIT's. Tests that read all classes of the product
# are no tests of these.
mutate() {
    local folder=$ROOT/target/mutations/$1 tests without=()
    # the search fails where there is nothing to leave out
    tests=$(cd "$ROOT/src/test/java" && { find "uk/thinkuknow/$4" -name '*Test.java' -exec grep -L ProductClasses {} + || true; } | sed 's/\.java$//; s:/:.:g' | paste -sd,)
    [[ -z $3 ]] || without=(--excludedClasses "${2%\*}${3// /*,${2%\*}}*")
    mkdir -p "$folder"
    run "$RUN/mutations/$1.log" "$JAVA_HOME/bin/java" -Xmx512m -cp "$ROOT/target/test-classes:$ROOT/target/classes:$(<"$RUN/test.classpath"):$(<"$RUN/mutations/classpath")" \
        org.pitest.mutationtest.commandline.MutationCoverageReport --reportDir "$folder" --targetClasses "$2" "${without[@]}" --targetTests "$tests" \
        --excludedTestClasses 'uk.thinkuknow.*Fuzz' --sourceDirs "$ROOT/src/main/java" --outputFormats XML --timestampedReports=false --threads 2 \
        --jvmArgs -Djava.util.logging.manager=org.jboss.logmanager.LogManager || fail "PIT failed. See $RUN/mutations/$1.log"
}

# judge_mutations NAME FOLDER ACCEPTED: reads mutations.xml in the folder, and writes survivors.txt and untested.txt there. Prints PASS if
# each survivor is in the list of those accepted, else FAIL and the others.
judge_mutations() {
    local all=$2/mutations.xml new verdict=PASS
    mutations_of SURVIVED "$all" >"$2/survivors.txt"
    mutations_of NO_COVERAGE "$all" >"$2/untested.txt"
    new=$(awk -F ' *[|] *' 'NR == FNR { if (/^[^#]/) known[$1, $2, $3]++; next } known[$1, $2, $3]-- <= 0' "$3" "$2/survivors.txt")
    [[ -z $new ]] || verdict=FAIL
    say "$verdict  mutations $1: $(grep -cE 'status=.(KILLED|TIMED_OUT|MEMORY_ERROR)' "$all") of $(grep -c '<mutation ' "$all") changes are noticed" \
        "      ($(grep -c TIMED_OUT "$all" || true) because a test took too long), $(grep -c . "$2/survivors.txt" || true) survive," \
        "      $(grep -c . "$2/untested.txt" || true) are reached by no test of src/test: target/mutations/$1"
    [[ -z $new ]] || say "      Survivors that scripts/lib/mutations.table does not accept:" "$(sed 's/^/      /' <<<"$new")"
    [[ $verdict == PASS ]]
}

# mutations_of STATE FILE: prints class, method, change and line of each mutation in this state. A lambda is part of its method.
mutations_of() {
    sed 's:<mutation :\n&:g; s/&lt;init&gt;/new/g' "$2" |
        sed -nE "s:.*status=.$1.*<mutatedClass>uk\.thinkuknow\.([^<]*)<.*<mutatedMethod>(lambda[$])?([^<$]*).*<lineNumber>([0-9]*)<.*<description>([^<]*)<.*:\1 | \3 | \5 | \4:p" |
        sed 's: for uk/[^|]* | : | :' | sort
}
