# Changes the product's code a little, in many places, and runs the tests: a change that no test notices is a survivor.
# shellcheck shell=bash
PIT=1.30.2
PIT_JUNIT=1.2.3

# Which code is changed: name | classes | packages whose tests of src/test are run.
MUTATED='counting|uk.thinkuknow.counting.*|counting
marking|uk.thinkuknow.curriculum.lesson.Mark*|curriculum/lesson
sign-in|uk.thinkuknow.identity.signin.*|identity
small-numbers|uk.thinkuknow.counting.small.*|counting/small'

# mutations_drill [NAME...]: prints how many changes the tests notice; the survivors go to target/mutations.
mutations_drill() {
    local name classes packages wanted=" $* "
    use_jdk
    use_maven
    build_tests
    fetch_pit
    while IFS='|' read -r name classes packages; do
        [[ $# == 0 || $wanted == *" $name "* ]] || continue
        mutate "$name" "$classes" "$packages" || return 1
    done <<<"$MUTATED"
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

# mutate NAME CLASSES PACKAGES: the tests' own versions of libraries come before PIT's.
mutate() {
    local folder=$ROOT/target/mutations/$1 tests
    tests=$(cd "$ROOT/src/test/java" && find "uk/thinkuknow/$3" -name '*Test.java' | sed 's/\.java$//; s:/:.:g' | paste -sd,)
    mkdir -p "$folder"
    run "$RUN/mutations/$1.log" "$JAVA_HOME/bin/java" -Xmx512m -cp "$ROOT/target/test-classes:$ROOT/target/classes:$(<"$RUN/test.classpath"):$(<"$RUN/mutations/classpath")" \
        org.pitest.mutationtest.commandline.MutationCoverageReport --reportDir "$folder" --targetClasses "$2" --targetTests "$tests" \
        --excludedTestClasses 'uk.thinkuknow.*Fuzz' --sourceDirs "$ROOT/src/main/java" --outputFormats XML --timestampedReports=false --threads 2 \
        --jvmArgs -Djava.util.logging.manager=org.jboss.logmanager.LogManager || fail "PIT failed. See $RUN/mutations/$1.log"
    survivors "$folder/mutations.xml" | sort >"$folder/survivors.txt"
    say "NOTE  mutations $1: $(grep -cE "status=.(KILLED|TIMED_OUT|MEMORY_ERROR)" "$folder/mutations.xml") of $(grep -c '<mutation ' "$folder/mutations.xml") noticed," \
        "      $(grep -c SURVIVED "$folder/survivors.txt" || true) survive, $(grep -c NO_COVERAGE "$folder/survivors.txt" || true) have no test of src/test: target/mutations/$1/survivors.txt"
}

# survivors FILE: prints class, line, state and change of each mutation that no test noticed.
survivors() {
    sed 's:<mutation :\n&:g' "$1" | sed -nE "s:.*status=.(SURVIVED|NO_COVERAGE).*<mutatedClass>([^<]*)<.*<lineNumber>([0-9]*)<.*<description>([^<]*)<.*:\2 \3 \1 \4:p"
}
