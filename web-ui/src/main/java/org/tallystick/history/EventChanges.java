package org.tallystick.history;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.tallystick.history.HistoryQuery.LoggedEvent;
import org.tallystick.history.HistoryQuery.Subject;
import org.tallystick.history.ProvenanceQuery.AccountChange;
import org.tallystick.history.ProvenanceQuery.Changes;
import org.tallystick.history.ProvenanceQuery.StateChange;
import org.tallystick.history.ProvenanceQuery.Touched;
import org.tallystick.ledger.AccountWords;
import org.tallystick.ledger.WhyPage;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Sides;

/** Everything that an event changed, as its page says it. */
record EventChanges(Sides sides, PersonNames people) {

    /** A state that moved. */
    record State(String of, String before, String after) {}

    /**
     * Something that the event is about.
     *
     * @param href its page; empty where it has none
     * @param history where all that is about it can be read
     */
    record About(
            String kind,
            String name,
            String id,
            String href,
            String history,
            @Nullable Long previous,
            @Nullable Long next) {}

    /** What became of an account, and why it held what it held before and after. */
    record Balance(String account, AccountChange change, String beforeHref, String afterHref) {}

    void show(LoggedEvent event, Changes changes, Model model) {
        Names names = sides.names(Stream.concat(
                changes.subjects().stream().map(Touched::id),
                changes.accounts().stream().flatMap(change -> AccountWords.ids(change.account()))));
        model.addAttribute(
                "states", changes.states().stream().map(EventChanges::state).toList());
        List<About> about =
                changes.subjects().stream().map(one -> about(one, names)).toList();
        model.addAttribute("subjects", about);
        model.addAttribute("timeline", timelineOf(event, changes));
        model.addAttribute(
                "balances",
                changes.accounts().stream()
                        .map(change -> balance(change, event.position(), names))
                        .toList());
    }

    /** The history of what it happened to; as a list of events where that has no history of its own. */
    private static String timelineOf(LoggedEvent event, Changes changes) {
        return changes.subjects().stream()
                .filter(one -> one.id().equals(event.aggregateId()))
                .map(one -> TimelinePage.href(one.subject(), one.id()))
                .findFirst()
                .orElse("/events?about=" + event.aggregateId());
    }

    private static State state(StateChange change) {
        String noun = change.of().substring(change.of().indexOf(' ') + 1);
        String before = change.before() == null ? "Not there yet" : sentence(change.before());
        return new State(sentence(noun) + numbered(noun, change.which()), before, sentence(change.after()));
    }

    private static String numbered(String noun, String which) {
        return which.isEmpty() ? "" : noun.equals("payment") ? " " + which : " for payment " + which;
    }

    private About about(Touched one, Names names) {
        return new About(
                kind(one.subject()),
                TimelinePage.named(one.subject(), one.id(), names, people),
                one.id(),
                one.subject() == Subject.PERSON
                        ? ""
                        : TimelinePage.pageOf(one.subject(), one.id()).href(),
                TimelinePage.href(one.subject(), one.id()),
                one.previous(),
                one.next());
    }

    private static String kind(Subject subject) {
        return sentence(subject.name());
    }

    private static Balance balance(AccountChange change, long position, Names names) {
        String why = WhyPage.href(change.account()) + "&known=";
        return new Balance(
                AccountWords.of(change.account(), names),
                change,
                change.beforePence() == 0 ? "" : why + (position - 1),
                why + position);
    }

    private static String sentence(String stored) {
        String lower = EventWords.lower(stored);
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
