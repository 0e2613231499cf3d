package uk.thinkuknow.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Which of three database nodes may begin a cluster again, when none of them runs. */
class FirstNodeTest {
    private static final String OURS = "6ae9c1d2-0000-11f1-8000-0123456789ab";
    private static final String ANOTHER = "7bf0d2e3-0000-11f1-8000-0123456789ab";

    @TempDir
    Path data;

    @Test
    void isTheFirstWhereNoneWasEverInACluster() throws Exception {
        assertEquals(new Bash(0, "1"), firstNode());
    }

    @Test
    void isTheOneWithTheMostTransactions() throws Exception {
        given(1, OURS + ":41", false);
        given(2, OURS + ":43", false);
        given(3, OURS + ":42", false);
        assertEquals("2", firstNode().last());
    }

    @Test
    void isTheOneStoppedLastAmongEquals() throws Exception {
        given(1, OURS + ":43", false);
        given(2, OURS + ":43", false);
        given(3, OURS + ":43", true);
        assertEquals("3", firstNode().last());
    }

    @Test
    void ignoresANodeThatWasNeverInTheCluster() throws Exception {
        given(2, OURS + ":7", false);
        given(3, OURS + ":6", false);
        assertEquals("2", firstNode().last());
    }

    @Test
    void isNoneWhereTheOneStoppedLastHasLessThanAnother() throws Exception {
        given(1, OURS + ":42", true);
        given(2, OURS + ":43", false);
        refuses("Node 1 says it was the last to be stopped, but node 2 has more (transaction 43).");
    }

    @Test
    void isNoneWhereTwoNodesBelongToDifferentClusters() throws Exception {
        given(1, OURS + ":42", false);
        given(2, ANOTHER + ":43", false);
        refuses("Node 2 belongs to another cluster (" + ANOTHER + ")");
    }

    @Test
    void isNoneWhereANodeDoesNotKnowItsCluster() throws Exception {
        given(1, "00000000-0000-0000-0000-000000000000:-1", false);
        refuses("Node 1 has data but does not know its cluster");
    }

    @Test
    void isNoneWhereANodeCannotSayHowFarItHadCome() throws Exception {
        given(1, "", false);
        refuses("Node 1 cannot say how far it had come");
    }

    private void given(int node, String position, boolean stoppedLast) throws IOException {
        var folder = Files.createDirectories(data.resolve("n" + node + "/data")).getParent();
        Files.createFile(folder.resolve("joined"));
        Files.writeString(folder.resolve("position"), position);
        Files.writeString(folder.resolve("data/grastate.dat"), "safe_to_bootstrap: " + (stoppedLast ? 1 : 0) + "\n");
    }

    private Bash firstNode() throws IOException, InterruptedException {
        return Bash.run(List.of("common", "galera"), data, "first_node");
    }

    private void refuses(String words) throws IOException, InterruptedException {
        var answer = firstNode();
        assertEquals(1, answer.exit(), answer.output());
        assertTrue(answer.output().contains(words), answer.output());
    }
}
