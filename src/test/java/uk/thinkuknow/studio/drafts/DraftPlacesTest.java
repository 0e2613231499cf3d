package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests which steps a draft's lesson has. */
class DraftPlacesTest {
    @Test
    void aQuestionAskedBeforeAndAfterIsTwoSteps() throws Exception {
        var tree = (ObjectNode) new ObjectMapper().readTree("""
                {"steps": [{"key": "look"}, {"key": "talk"}], "before-and-after": [{"key": "who"}]}""");
        assertEquals(Set.of("look", "talk", "before-who", "after-who"), DraftPlaces.keys(tree));
    }
}
