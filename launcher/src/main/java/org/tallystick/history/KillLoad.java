package org.tallystick.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;
import org.tallystick.platform.Json;

/**
 * People who enter one contribution after the other, over HTTP, through whichever process answers; what is not answered
 * they send again under the same key until it is.
 */
final class KillLoad implements AutoCloseable {

    static final String GOVERNOR = "GB-GOR-KL900";
    private static final int PEOPLE = 6;
    private static final int MOST_PENCE = 977;
    private static final int PAUSE_MILLIS = 40;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final UnaryOperator<HttpRequest.Builder> signed;
    private final List<URI> addresses;
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger cutOff = new AtomicInteger();
    private final ReadWriteLock resting = new ReentrantReadWriteLock(true);
    private volatile boolean goingOn = true;

    /**
     * Sent to any of the addresses.
     *
     * @param signed says on whose behalf a request is
     */
    KillLoad(List<URI> addresses, UnaryOperator<HttpRequest.Builder> signed) {
        this.addresses = List.copyOf(addresses);
        this.signed = signed;
    }

    /** Opens a fund for each, and begins. */
    void start() throws InterruptedException {
        List<Callable<Boolean>> openings = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            String fund = "kill-" + person;
            openings.add(() -> send("OpenFund", fund, opening(fund)));
        }
        threads.invokeAll(openings);
        acknowledged.clear();
        for (int person = 0; person < PEOPLE; person++) {
            String fund = "kill-" + person;
            threads.execute(() -> enter(fund));
        }
    }

    private void enter(String fund) {
        try {
            for (int number = 0; goingOn; number++) {
                String reference = fund + "-" + number;
                resting.readLock().lock();
                try {
                    send("ReceiveContribution", reference, contribution(fund, 1 + number % MOST_PENCE, reference));
                } finally {
                    resting.readLock().unlock();
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String opening(String fund) {
        return """
            {"fundId": "%s", "name": "Under load", "holder": "%s", "purpose": "To be killed under",
             "currency": "GBP", "drawOrder": "PRO_RATA", "commitAgainst": "RECEIVED"}""".formatted(fund, GOVERNOR);
    }

    private static String contribution(String fund, int pence, String reference) {
        return """
            {"fundId": "%s", "contributor": "%s", "financialYear": "2026-27", "restriction": "unrestricted",
             "amountPence": %d, "reference": "%s"}""".formatted(fund, GOVERNOR, pence, reference);
    }

    /** Sends until it is answered. */
    private boolean send(String command, String key, String json) throws InterruptedException {
        for (int attempt = key.hashCode() & 1; ; attempt++) {
            HttpRequest request = signed.apply(HttpRequest.newBuilder(
                            addresses.get(attempt % addresses.size()).resolve("/api/commands/" + command)))
                    .timeout(LONGEST_ANSWER)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build();
            underWay.incrementAndGet();
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == OK) {
                    long position = Json.mapper()
                            .readTree(answer.body())
                            .path("position")
                            .asLong();
                    acknowledged.put(key, position);
                    return true;
                }
                if (answer.statusCode() >= CLIENT_ERROR && answer.statusCode() < SERVER_ERROR) {
                    refused.add(key + ": " + answer.body());
                    return false;
                }
                cutOff.incrementAndGet();
            } catch (java.net.ConnectException nobodyThere) {
                // Nothing was sent.
            } catch (IOException broken) {
                cutOff.incrementAndGet();
            } finally {
                underWay.decrementAndGet();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** What was answered, by its key, with the position in the answer. */
    Map<String, Long> acknowledged() {
        return acknowledged;
    }

    /** What was refused, though nothing of it may be. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** Commands that were sent and are not answered now. */
    int underWay() {
        return underWay.get();
    }

    /** Commands that had been sent and got no answer, or one that said that it cannot be known what became of them. */
    int cutOff() {
        return cutOff.get();
    }

    /** Does something while nobody sends anything and everything sent is answered. */
    <T> T atRest(Callable<T> work) throws Exception {
        resting.writeLock().lock();
        try {
            return work.call();
        } finally {
            resting.writeLock().unlock();
        }
    }

    /** Lets everybody finish. */
    void finish() throws InterruptedException {
        goingOn = false;
        threads.shutdown();
        if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Somebody still waits for an answer.");
        }
    }

    @Override
    public void close() {
        goingOn = false;
        threads.shutdownNow();
        client.shutdownNow();
    }
}
