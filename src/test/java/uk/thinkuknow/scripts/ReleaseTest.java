package uk.thinkuknow.scripts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests how release files are signed and checked, with throw-away keys, and how two builds are compared. */
class ReleaseTest {
    private static final List<String> PARTS = List.of("common", "releasing");
    private static final String BYTECODE = "quarkus/generated-bytecode.jar";

    @TempDir
    Path data;

    @BeforeEach
    void keys() throws Exception {
        Files.createDirectories(data.resolve("files"));
        Files.writeString(data.resolve("files/app.tar.gz"), "the application");
        Files.writeString(data.resolve("files/app.sbom.json"), "its libraries");
        run(
                "RUN=$DATA; for key in ours theirs; do openssl genpkey -algorithm ed25519 -out $DATA/$key.pem;"
                        + " openssl pkey -in $DATA/$key.pem -pubout -out $DATA/$key.pub; done; sign_files $DATA/files $DATA/ours.pem");
    }

    @Test
    void filesAreAsTheyWereSigned() throws Exception {
        assertEquals(0, run("verify_files $DATA/files $DATA/ours.pub").exit());
    }

    @Test
    void anotherKeyAChangedFileAChangedListAndAnAddedFileAreRefused() throws Exception {
        refuses("was not signed with", "verify_files $DATA/files $DATA/theirs.pub");
        refuses("is not as SHA256SUMS", "echo more >>$DATA/files/app.tar.gz; verify_files $DATA/files $DATA/ours.pub");
        refuses(
                "was not signed with",
                "(cd $DATA/files && sha256sum app.* >SHA256SUMS); verify_files $DATA/files $DATA/ours.pub");
        keys();
        refuses("is not in SHA256SUMS", "touch $DATA/files/other; verify_files $DATA/files $DATA/ours.pub");
    }

    @Test
    void thereIsNoSignatureWithoutAKey() throws Exception {
        refuses("Name the private key", "RUN=$DATA; sign_files $DATA/files $DATA/none.pem");
    }

    @Test
    void theSameFilesGiveTheSameArchive() throws Exception {
        run("cp -r $DATA/files $DATA/again; touch -d 2001-01-01 $DATA/again/*; chmod 600 $DATA/again/app.sbom.json;"
                + " pack_release $DATA/files $DATA/a 1795000000; pack_release $DATA/again $DATA/b 1795000000");
        assertEquals(-1, Files.mismatch(data.resolve("a"), data.resolve("b")));
    }

    @Test
    void twoBuildsAreEqualOnlyIfEveryFileIs() throws Exception {
        build("one", "a", "b");
        build("same", "a", "b");
        assertEquals(
                "PASS  two builds: 2 files are equal, 0 are not",
                run("compare_builds $DATA/one $DATA/same").last());
        build("turned", "b", "a");
        var turned = run("compare_builds $DATA/one $DATA/turned");
        assertEquals(0, turned.exit(), turned.output());
        assertTrue(turned.output().contains("names of its classes; the content of 0 differs"), turned.output());
        build("other", "a", "c");
        assertEquals(1, run("compare_builds $DATA/one $DATA/other").exit());
        Files.writeString(data.resolve("same/more"), "x");
        assertEquals(1, run("compare_builds $DATA/one $DATA/same").exit());
        assertEquals(1, run("compare_builds $DATA/same $DATA/one").exit());
    }

    private void build(String name, String... classes) throws IOException {
        var jar = data.resolve(name).resolve(BYTECODE);
        Files.createDirectories(jar.getParent());
        Files.writeString(data.resolve(name).resolve("app.jar"), "app");
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var each : classes) {
                var entry = new ZipEntry(each + ".class");
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(each.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
    }

    private Bash run(String command) throws IOException, InterruptedException {
        return Bash.run(PARTS, data, command);
    }

    private void refuses(String words, String command) throws IOException, InterruptedException {
        var answer = run(command);
        assertEquals(1, answer.exit(), answer.output());
        assertTrue(answer.output().contains(words), answer.output());
    }
}
