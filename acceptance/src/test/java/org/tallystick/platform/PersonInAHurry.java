package org.tallystick.platform;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.tallystick.bid.BidCommand;
import org.tallystick.bid.PlainBids;
import org.tallystick.history.LastMinuteCall;

/**
 * Saves the answer of a bid again and again, and sends it at last or never does. What gets no answer is sent again
 * under the same key, as a browser's reload would.
 */
final class PersonInAHurry implements Callable<Void> {

    /** Of all of them: requests that are under way, and that were cut off half way. */
    static final class Wire {
        final AtomicInteger underWay = new AtomicInteger();
        final AtomicInteger cutOff = new AtomicInteger();
    }

    /** Begins a request of somebody to a path, wherever that is served now. */
    @FunctionalInterface
    interface Served {
        HttpRequest.Builder request(String path, Actor actor);
    }

    private static final int PARTS_BESIDE_THE_ANSWER = 3;
    /** Longer than what answers may take to be there again. */
    private static final Duration PATIENCE = Started.PATIENCE.plusSeconds(60);

    private static final int PAUSE_MILLIS = 40;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int number;
    private final int savesBeforeSending;
    private final Instant closes;
    private final Wire wire;
    private final Served served;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private volatile boolean sent;

    /**
     * @param savesBeforeSending after how many saves the bid is sent; beyond all of them where it never is
     */
    PersonInAHurry(int number, int savesBeforeSending, Instant closes, Wire wire, Served served) {
        this.number = number;
        this.savesBeforeSending = savesBeforeSending;
        this.closes = closes;
        this.wire = wire;
        this.served = served;
    }

    String bid() {
        return LastMinuteCall.bid(number);
    }

    /** Begins a request of theirs. */
    HttpRequest.Builder request(String path) {
        return served.request(path, LastMinuteCall.lead(number));
    }

    /** The texts that were saved, one after the other; the first of them is the second version. */
    List<String> acknowledged() {
        return acknowledged;
    }

    /** Whether the bid was taken. */
    boolean sent() {
        return sent;
    }

    @Override
    public Void call() throws Exception {
        while (acknowledged.size() < savesBeforeSending) {
            int read = 1 + acknowledged.size();
            String text = "Version " + (read + 1) + " of " + number;
            if (!taken(PlainBids.answer(bid(), read, text), "save-" + read)) {
                return null;
            }
            acknowledged.add(text);
            Thread.sleep(RandomGenerator.getDefault().nextInt(PAUSE_MILLIS));
        }
        int version = PARTS_BESIDE_THE_ANSWER + 1 + acknowledged.size();
        sent = taken(PlainBids.certified(bid(), version), "certify")
                && taken(new BidCommand.SubmitBid(bid()), "submit");
        return null;
    }

    /** Whether it was taken; false where it came too late. Anything else is a fault. */
    private boolean taken(Command command, String key) throws Exception {
        HttpRequest request = request("/api/commands/" + command.getClass().getSimpleName())
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(command)))
                .build();
        HttpResponse<String> answer = answer(request);
        if (answer.statusCode() == 200) {
            return true;
        }
        if (!answer.body().contains("\"too-late\"") || Instant.now().isBefore(closes)) {
            throw new AssertionError(key + " of " + bid() + ": " + answer.body());
        }
        return false;
    }

    private HttpResponse<String> answer(HttpRequest request) throws InterruptedException {
        Instant lastTry = closes.plus(PATIENCE);
        while (Instant.now().isBefore(lastTry)) {
            wire.underWay.incrementAndGet();
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 500) {
                    return answer;
                }
            } catch (ConnectException notThere) {
                // It is not there again yet.
            } catch (IOException cut) {
                wire.cutOff.incrementAndGet();
            } finally {
                wire.underWay.decrementAndGet();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("Nothing answers " + request.uri());
    }
}
