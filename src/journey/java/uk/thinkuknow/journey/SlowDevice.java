package uk.thinkuknow.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Simulates an old tablet on a school's network: a sixth of this machine's speed, 1.6 Mbit/s, 150 ms round trip. */
final class SlowDevice implements AutoCloseable {
    private static final String WATCH = """
            window.seen = {lcp: 0, cls: 0, presses: {}};
            new PerformanceObserver(list => list.getEntries().forEach(one => seen.lcp = one.startTime))
                .observe({type: 'largest-contentful-paint', buffered: true});
            new PerformanceObserver(list => list.getEntries().forEach(one => { if (!one.hadRecentInput) seen.cls += one.value; }))
                .observe({type: 'layout-shift', buffered: true});
            new PerformanceObserver(list => list.getEntries().forEach(one => { if (one.interactionId) seen.presses[one.interactionId] = Math.max(seen.presses[one.interactionId] || 0, one.duration); }))
                .observe({type: 'event', buffered: true, durationThreshold: 16});""";

    private final BrowserContext device;
    private final Page page;
    private final CDPSession session;
    private final Map<String, Long> bytes = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();

    /** Takes over an open page, for example after signing in; the traffic before that is not counted. */
    SlowDevice(Page page) {
        this.page = page;
        device = page.context();
        page.addInitScript(WATCH);
        session = device.newCDPSession(page);
        session.send("Network.enable");
        session.send("Network.clearBrowserCache");
        session.on(
                "Network.requestWillBeSent",
                sent -> addresses.put(
                        text(sent, "requestId"),
                        sent.getAsJsonObject("request").get("url").getAsString()));
        session.on(
                "Network.loadingFinished",
                done -> bytes.put(
                        text(done, "requestId"), done.get("encodedDataLength").getAsLong()));
        var network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", 150);
        network.addProperty("downloadThroughput", 1_600_000 / 8);
        network.addProperty("uploadThroughput", 750_000 / 8);
        session.send("Network.emulateNetworkConditions", network);
        var rate = new JsonObject();
        rate.addProperty("rate", 6);
        session.send("Emulation.setCPUThrottlingRate", rate);
    }

    static SlowDevice fresh(int width, int height) {
        return new SlowDevice(Chromium.device(width, height).newPage());
    }

    Page page() {
        return page;
    }

    void forgetLoaded() {
        bytes.clear();
        addresses.clear();
    }

    /** Network traffic: kilobytes, and the number of responses that were not empty. */
    record Load(double kilobytes, int requests) {}

    /** Returns the traffic so far, without responses from addresses that contain one of these texts. */
    Load load(String... but) {
        return sum(one -> counts(one, but));
    }

    /** Returns the traffic requested before the largest paint; the rest loads while the page is being read. */
    Load firstScreen() {
        var first = (List<?>)
                page.evaluate(
                        "[location.href, ...performance.getEntriesByType('resource').filter(one => one.startTime <= seen.lcp).map(one => one.name)]");
        return sum(id -> first.contains(addresses.get(id)));
    }

    private Load sum(Predicate<String> which) {
        var weights = bytes.entrySet().stream()
                .filter(one -> one.getValue() > 0 && which.test(one.getKey()))
                .mapToLong(Map.Entry::getValue)
                .toArray();
        return new Load(LongStream.of(weights).sum() / 1000.0, weights.length);
    }

    /** Lists the responses so far with their sizes, the largest first. */
    List<String> loaded(String... but) {
        return bytes.entrySet().stream()
                .filter(one -> one.getValue() > 0 && counts(one.getKey(), but))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(one -> "%6.1f kB  %s".formatted(one.getValue() / 1000.0, addresses.get(one.getKey())))
                .toList();
    }

    /** Returns the largest contentful paint, in seconds after the request. */
    double lcpSeconds() {
        return number("seen.lcp") / 1000;
    }

    double layoutShift() {
        return number("seen.cls");
    }

    /**
     * Returns the 75th percentile of the times from a press to the next paint, in milliseconds; presses under 16 ms are
     * not reported.
     */
    double inpMillis() {
        return percentile75(((List<?>) page.evaluate("Object.values(seen.presses)"))
                .stream().mapToDouble(one -> ((Number) one).doubleValue()).toArray());
    }

    /** Returns the 75th percentile; 0 if there are no values. */
    static double percentile75(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(0.75 * sorted.length) - 1];
    }

    /**
     * Returns the time from the request to the first byte in milliseconds, without the simulated 150 ms of the network.
     */
    double serverMillis() {
        return number("(n => n.responseStart - n.requestStart)(performance.getEntriesByType('navigation')[0])");
    }

    @Override
    public void close() {
        device.close();
    }

    private boolean counts(String id, String... but) {
        var address = addresses.getOrDefault(id, "");
        for (var one : but) {
            if (address.contains(one)) {
                return false;
            }
        }
        return address.startsWith("http");
    }

    private double number(String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static String text(JsonObject of, String name) {
        return of.get(name).getAsString();
    }
}
