package uk.thinkuknow.reach.report;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import uk.thinkuknow.StaffBrowser;

/**
 * Fills in the table of targets as a manager, and sends the hidden state of the cells from the page that was opened.
 */
public final class TargetForm {
    private static final Pattern SEEN = Pattern.compile("name=\"(seen:[^\"]+)\" value=\"([^\"]*)\"");
    private final String who;
    private final String address;
    private final StaffBrowser.Opened opened;
    private final List<String> seen = new ArrayList<>();

    private TargetForm(String who, String address) {
        this.who = who;
        this.address = address;
        opened = StaffBrowser.as(who).open(address);
        SEEN.matcher(StaffBrowser.as(who).get(address).asString())
                .results()
                .forEach(found -> seen.addAll(List.of(found.group(1), found.group(2))));
    }

    public static TargetForm open(String who, String address) {
        return new TargetForm(who, address);
    }

    /** @param typed fields and values in turn, such as "autumn:north-west", "1,200" */
    public Response propose(String why, String... typed) {
        var fields = new ArrayList<>(seen);
        fields.addAll(List.of(typed));
        fields.addAll(List.of("why", why));
        return opened.send(who, address, fields.toArray(String[]::new));
    }

    /**
     * Opens the form, types and proposes.
     *
     * @return the address of the proposal
     */
    public static String proposal(String who, String address, String why, String... typed) {
        var answer = open(who, address).propose(why, typed);
        answer.then().statusCode(303);
        return answer.header("Location").replaceAll("^https?://[^/]+", "");
    }

    /**
     * Decides on all open changes of a proposal.
     *
     * @param verb "approve", "refuse" or "take-back"
     */
    public static Response decide(String who, String proposal, String verb, String why) {
        var fields = new ArrayList<String>();
        Pattern.compile("name=\"change\" value=\"(\\d+)\"")
                .matcher(StaffBrowser.as(who).get(proposal).asString())
                .results()
                .forEach(found -> fields.addAll(List.of("change", found.group(1))));
        fields.addAll(List.of("why", why));
        return StaffBrowser.as(who).post(proposal, proposal + "/" + verb, fields.toArray(String[]::new));
    }

    public static void inForce(String address, String... typed) {
        var proposal = proposal("targets-mina manager", address, "As agreed", typed);
        decide("targets-meg manager", proposal, "approve", "").then().statusCode(303);
    }
}
