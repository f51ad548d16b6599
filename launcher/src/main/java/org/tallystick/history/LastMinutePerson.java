package org.tallystick.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.bid.BidCommand;
import org.tallystick.bid.BidEvent;
import org.tallystick.bid.PlainBids;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** One of those who save and send in the last minute; every fifth only when it is over. */
final class LastMinutePerson implements Runnable {

    private static final int PARTS_BESIDE_THE_ANSWER = 3;
    private static final Duration AFTERWARDS = Duration.ofMillis(100);

    private final LastMinuteCall call;
    private final int number;
    private final LastMinute.Size size;
    private final RunningClock clock;
    private final JdbcTemplate floor;
    private final Random random;
    private final Instant sendsAt;
    private final Map<Integer, String> acknowledged = new HashMap<>();
    private final List<Double> saves = new ArrayList<>();
    private final List<Double> sendings = new ArrayList<>();
    private final List<Double> inserts = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int version = 1;
    private boolean sent;

    LastMinutePerson(LastMinuteCall call, int number, LastMinute.Size size, RunningClock clock, JdbcTemplate floor) {
        this.call = call;
        this.number = number;
        this.size = size;
        this.clock = clock;
        this.floor = floor;
        this.random = new Random(number);
        long before = random.nextLong(size.minute().toMillis() / 3);
        this.sendsAt =
                number % 5 == 4 ? call.closes().plus(AFTERWARDS) : call.closes().minusMillis(before);
    }

    @Override
    public void run() {
        try {
            while (clock.instant().isBefore(sendsAt)) {
                Thread.sleep(random.nextLong(2 * size.pause().toMillis()));
                save();
                insert();
            }
            send();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void save() {
        String text = words();
        double millis = tried(PlainBids.answer(LastMinuteCall.bid(number), version, text));
        if (millis >= 0) {
            acknowledged.put(++version, text);
            saves.add(millis);
        }
    }

    private void insert() {
        long begun = System.nanoTime();
        floor.update("INSERT INTO history.floor (words) VALUES (?)", words());
        inserts.add((System.nanoTime() - begun) / 1e6);
    }

    private void send() {
        String bid = LastMinuteCall.bid(number);
        double standing = tried(PlainBids.certified(bid, PARTS_BESIDE_THE_ANSWER + version));
        double sending = standing < 0 ? -1 : tried(new BidCommand.SubmitBid(bid));
        sent = sending >= 0;
        if (sent) {
            sendings.add(standing + sending);
        }
    }

    /** How many milliseconds it took; less than none where it was too late. Any other refusal is a fault. */
    private double tried(BidCommand command) {
        long begun = System.nanoTime();
        try {
            call.side().send(command, LastMinuteCall.lead(number));
            return (System.nanoTime() - begun) / 1e6;
        } catch (Rejection refused) {
            if (refused.refusal() != Refusal.TOO_LATE || !call.hasClosed()) {
                wrong.add(command + " was refused: " + refused.sentence());
            }
            return -1;
        }
    }

    /** What was acknowledged and is not in the history, and what is and was not. */
    List<String> lost(EventStore history) {
        List<String> lost = new ArrayList<>(wrong);
        Map<Integer, String> kept = new HashMap<>();
        boolean there = false;
        boolean lapsed = false;
        for (var events = history.readEvents(LastMinuteCall.bid(number), 0); events.hasNext(); ) {
            switch (events.next().getPayload()) {
                case BidEvent.BidQuestionAnswered answered -> kept.put(answered.version(), answered.text());
                case BidEvent.BidSubmitted submitted -> {
                    there = true;
                    if (!submitted.submittedAt().isBefore(call.closes())) {
                        lost.add(LastMinuteCall.bid(number) + " was taken too late.");
                    }
                }
                case BidEvent.BidLapsed _ -> lapsed = true;
                default -> {}
            }
        }
        acknowledged.forEach((version, text) -> {
            if (!text.equals(kept.get(version))) {
                lost.add("Version " + version + " of " + LastMinuteCall.bid(number) + " is not there.");
            }
        });
        if (there != sent || lapsed == sent) {
            lost.add(LastMinuteCall.bid(number) + (sent ? " was sent and is not there." : " is not a lapsed draft."));
        }
        return lost;
    }

    private String words() {
        return "We open the door on the day they leave. ".repeat(14) + random.nextInt();
    }

    boolean sent() {
        return sent;
    }

    List<Double> saves() {
        return saves;
    }

    List<Double> sendings() {
        return sendings;
    }

    List<Double> inserts() {
        return inserts;
    }
}
