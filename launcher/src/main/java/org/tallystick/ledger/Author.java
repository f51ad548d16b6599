package org.tallystick.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.Rejection;

/**
 * Writes histories: looks at what there is by the model and does something that fits, or almost; now and then as
 * somebody else, a second time, with a clock that has gone back, or with a sum that is not there.
 */
final class Author {

    /** Several of it together still are a sum that a command takes. */
    private static final long MOST_PENCE = 1_000_000_000_000L;

    private static final Instant LAST_MOMENT = Instant.parse("2028-05-01T00:00:00Z");

    final Random random;

    /** Whether people mostly do what comes next: few histories get to shared costs and promotions by chance. */
    final boolean orderly;

    final Model model;
    private final List<Step> written = new ArrayList<>();
    private final FundAuthor funds = new FundAuthor(this);
    private final CallAuthor calls = new CallAuthor(this);
    private final AwardAuthor awards = new AwardAuthor(this);
    private Instant now = Cast.CURTAIN;
    private int names;

    Author(long seed, Model model) {
        this.random = new Random(seed);
        this.orderly = seed % 3 == 0;
        this.model = model;
    }

    /** The next step. */
    Step next() {
        moveClock();
        Step step = null;
        if (!written.isEmpty() && random.nextInt(25) == 0) {
            Step earlier = any(written.subList(Math.max(0, written.size() - 5), written.size()));
            step = new Step(now, earlier.actor(), earlier.command());
        }
        while (step == null) {
            step = thought();
        }
        if (random.nextInt(20) == 0) {
            step = new Step(step.at(), any(Cast.ALL), step.command());
        }
        written.add(step);
        return step;
    }

    /** Something that fits; nothing where it cannot even be asked for. */
    private @Nullable Step thought() {
        try {
            Step applying = oneIn(orderly ? 12 : 3) ? null : calls.applying();
            if (applying != null) {
                return applying;
            }
            return switch (random.nextInt(orderly ? 8 : 12)) {
                case 0, 1 -> funds.next();
                case 2, 3, 4, 5, 6 -> calls.next();
                default -> awards.next();
            };
        } catch (Rejection malformed) {
            return null;
        }
    }

    /** At the end everything is settled that can be. */
    List<Step> end() {
        List<Step> steps = new ArrayList<>(awards.end());
        steps.addAll(calls.end());
        return steps;
    }

    /** What awards did not spend then is free, or goes back. */
    List<Step> emptied() {
        return funds.end();
    }

    /** Then all that is free goes back to where it came from, and the funds are closed. */
    List<Step> closed() {
        return funds.closed();
    }

    /** While a call is open people are busy, and time goes by slowly. */
    private void moveClock() {
        if (orderly && calls.allHaveApplied()) {
            now = calls.moment().orElse(now);
            return;
        }
        if (!oneIn(orderly ? 60 : 8) && !calls.open().isEmpty()) {
            now = now.plusSeconds(random.nextInt(900));
            return;
        }
        int kind = random.nextInt(40);
        if (kind < 30) {
            now = now.plusSeconds(random.nextInt(7_200));
        } else if (kind < 35) {
            now = now.plus(Duration.ofHours(random.nextInt(150)));
        } else if (kind < 38) {
            now = calls.moment().orElse(now).plusMillis(random.nextInt(3) - 1L);
        } else {
            now = now.minusSeconds(random.nextInt(7_200));
        }
        if (now.isAfter(LAST_MOMENT)) {
            now = LAST_MOMENT;
        }
    }

    Step step(Actor actor, Command command) {
        return new Step(now, actor, command);
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return Step.day(now);
    }

    /** A day on which something is said to have happened: mostly none, which is today. */
    @Nullable
    LocalDate day() {
        return random.nextInt(10) < 7 ? null : today().minusDays(random.nextInt(15));
    }

    String name(String kind) {
        return kind + "-" + ++names;
    }

    <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    @Nullable
    <T> T anyOrNull(List<T> several) {
        return several.isEmpty() ? null : any(several);
    }

    /** A sum of money about a limit: often the limit itself, sometimes a penny more, mostly less. */
    long about(long limit) {
        long most = Math.clamp(limit, 1, MOST_PENCE);
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> most;
            case 3 -> most + 1;
            case 4 -> 1;
            default -> 1 + random.nextLong(most);
        };
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }
}
