package uk.thinkuknow.scripts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests how scripts/start waits for what it starts, and that it hides Keycloak's password from other users. */
class StartingTest {
    private static final List<String> PARTS = List.of("common", "keycloak", "application");
    private static final String START =
            "APP=$DATA/app JAVA_HOME=$DATA/jdk PORT=1 DB_PORT=2 KEYCLOAK_PORT=3 MANAGEMENT_PORT=4 ADDRESS=a\n"
                    + "KEYCLOAK_ADDRESS=k DEMO=true SCHEME=http; mkdir -p $DATA/app/lib/main $DATA/jdk\n"
                    + "touch $DATA/app/lib/main/config-source-file-system.jar; echo 'JAVA_RUNTIME_VERSION=\"25+9\"' >$DATA/jdk/release\n"
                    + "store_secrets() { :; }; background() { shift 2; echo \"$*\"; }\n";

    @TempDir
    Path data;

    @Test
    void aMachineThatNeedsTenMinutesIsWaitedFor() throws Exception {
        var started = run("sleep() { SECONDS=$((SECONDS + 20)); }; answers() { ((SECONDS > 600)); }\n"
                + "PIDS[keycloak]=$$; PIDS[application]=$$; MANAGEMENT_PORT=1; KEYCLOAK_MANAGEMENT_PORT=2\n"
                + "SECONDS=0; await_keycloak; SECONDS=0; await_application; echo both");
        assertEquals("both", started.last());
    }

    @Test
    void whatEndsAtOnceIsNotWaitedFor() throws Exception {
        var ended = run("touch $DATA/application.log; MANAGEMENT_PORT=1; answers() { return 1; }\n"
                + "true & PIDS[application]=$!; wait; await_application");
        assertEquals(1, ended.exit());
        assertTrue(ended.output().contains("The application did not start."), ended.output());
    }

    @Test
    void thePasswordOfKeycloaksStoreIsOnNoCommandLine() throws Exception {
        Files.createDirectories(data.resolve("keycloak/bin"));
        Files.createFile(data.resolve("keycloak/store.mv.db"));
        var java = data.resolve("keycloak/bin/java");
        Files.writeString(
                java, "#!/bin/bash\necho \"line: $*\"\nfor each; do [[ $each != @* ]] || cat \"${each#@}\"; done\n");
        assertTrue(java.toFile().setExecutable(true));
        run("JAVA_HOME=$DATA/keycloak KEYCLOAK=$DATA KEYCLOAK_STORE_PASSWORD=not-for-others; query_store 'select 1'");
        var said = Files.readAllLines(data.resolve("keycloak.log"));
        assertFalse(said.getFirst().contains("not-for-others"), said.toString());
        assertTrue(said.contains("\"not-for-others\""), said.toString());
        assertTrue(said.contains("\"select 1\""), said.toString());
    }

    @Test
    void keycloaksFolderIsForItsUserAloneAlsoOneOfAnEarlierVersion() throws Exception {
        assertEquals(
                "700", run("umask 022; close_store; stat -c %a $DATA/keycloak").last());
        assertEquals(
                "700",
                run("chmod 755 $DATA/keycloak; close_store; stat -c %a $DATA/keycloak")
                        .last());
    }

    @Test
    void aLogIsForItsUserAndGroupAlsoOneOfAnEarlierVersion() throws Exception {
        for (var before : List.of("", "touch $DATA/a.log && chmod 666 $DATA/a.log; ")) {
            var started = run("umask 022; " + before + "background a $DATA/a.log echo said; wait; cat $DATA/a.log; "
                    + "stat -c %a $DATA/a.log; rm $DATA/a.log");
            assertTrue(started.output().lines().toList().getFirst().equals("said"), started.output());
            assertTrue(started.last().matches("6[046]0"), started.last());
        }
    }

    /** The certificate of a site comes with its chain, whose authorities sign certificates of others too. */
    @Test
    void theApplicationTrustsTheOneCertificateOfItsOwnKeycloak() throws Exception {
        var started = run(START
                        + "for name in own authority; do openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=$name"
                        + " -keyout $DATA/key -out $DATA/$name 2>/dev/null; done; cat $DATA/own $DATA/authority >$DATA/chain\n"
                        + "SCHEME=https CERTIFICATE=$DATA/chain KEY=$DATA/key; start_application")
                .output();
        var trusted = data.resolve("keycloak-trusted.pem");
        assertTrue(started.contains(" -Dquarkus.oidc.tls.tls-configuration-name=keycloak "), started);
        assertTrue(started.contains(" -Dquarkus.tls.keycloak.trust-store.pem.certs=" + trusted + " "), started);
        assertFalse(started.contains("trust-all") || started.contains("tls.verification"), started);
        assertEquals(Files.readString(data.resolve("own")), Files.readString(trusted));
    }

    @Test
    void aBuildThatRehearsedStartsWithWhatJavaLearned() throws Exception {
        assertFalse(run(START + "start_application").output().contains("AOT"));
        var learned = run(START + "touch $DATA/app/25+9.aot; start_application").output();
        assertTrue(learned.contains("-XX:AOTCache=" + data.resolve("app/25+9.aot") + " "), learned);
    }

    @Test
    void aRehearsalThatFailsOrLeavesNoFileKeepsNobodyFromStarting() throws Exception {
        var learn = "APP=$DATA/app JAVA_HOME=$DATA/jdk RUN=$DATA/run; mkdir -p $DATA/app $DATA/jdk\n"
                + "echo 'JAVA_RUNTIME_VERSION=\"25+9\"' >$DATA/jdk/release\n";
        for (var rehearse : List.of("fail no", "return 0", "exit 3")) {
            var without = run(learn + "rehearse() { " + rehearse + "; }; learn_to_start; echo goes on");
            assertEquals("goes on", without.last());
            assertTrue(without.output().contains("starts take longer"), without.output());
        }
        var learned = run(learn + "rehearse() { touch $1/learned; }; learn_to_start; learn_to_start; ls $DATA/app");
        assertEquals("25+9.aot", learned.last());
        assertEquals(
                1,
                learned.output()
                        .lines()
                        .filter(line -> line.contains("Rehearsing"))
                        .count());
    }

    private Bash run(String command) throws Exception {
        return Bash.run(PARTS, data, command);
    }
}
