package org.tallystick.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something a person does with one button, on a page of its own: what it is about, what is asked, and in words beside
 * the button what happens and who will see it. {@link Deeds} shows and sends it.
 *
 * @param about what kind of thing it is done to, above the title: "Fund: Northfield resettlement fund"
 * @param title what is done
 * @param lead a sentence or two of explanation, or empty
 * @param facts what one should have before one's eyes when deciding
 * @param asks the questions, in their order
 * @param button what the button says: what happens
 * @param kind of the button: empty for the first choice, or "warning"
 * @param consequence what is irreversible
 * @param seenBy who will see it
 * @param other another way to go on, such as "It did not arrive", or a link with an empty address for none
 * @param done what the next page says
 * @param crumbs where the page lies
 * @param next where to go afterwards, and on cancelling
 * @param command makes the command from what was typed; notes problems on the form, and is empty where there are any
 */
public record Deed(
        String about,
        String title,
        String lead,
        List<Row> facts,
        List<Ask> asks,
        String button,
        String kind,
        String consequence,
        String seenBy,
        Link other,
        String done,
        List<Link> crumbs,
        String next,
        Function<Form, Optional<? extends Command>> command) {

    public Deed {
        facts = List.copyOf(facts);
        asks = List.copyOf(asks);
        crumbs = List.copyOf(crumbs);
    }

    /** What happens beside the button. */
    public record Effect(String button, String kind, String consequence, String seenBy, String done) {

        /** The usual button. */
        public static Effect of(String button, String consequence, String seenBy, String done) {
            return new Effect(button, "", consequence, seenBy, done);
        }

        /** A red button, for what takes something away. */
        public static Effect warning(String button, String consequence, String seenBy, String done) {
            return new Effect(button, "warning", consequence, seenBy, done);
        }
    }

    /** What the form is about: its title, its place and what one sees above the questions. */
    public record Subject(String about, List<Row> facts, List<Link> crumbs, String next) {

        /** The same with other things before one's eyes. */
        public Subject with(List<Row> other) {
            return new Subject(about, other, crumbs, next);
        }

        /** A deed done to this. */
        public Deed deed(
                String title,
                String lead,
                List<Ask> asks,
                Effect effect,
                Function<Form, Optional<? extends Command>> command) {
            return new Deed(
                    about,
                    title,
                    lead,
                    facts,
                    asks,
                    effect.button(),
                    effect.kind(),
                    effect.consequence(),
                    effect.seenBy(),
                    new Link("", ""),
                    effect.done(),
                    crumbs,
                    next,
                    command);
        }
    }

    /** The same with another way to go on beside the button. */
    public Deed or(Link way) {
        return new Deed(
                about, title, lead, facts, asks, button, kind, consequence, seenBy, way, done, crumbs, next, command);
    }

    /** The questions that are asked now. */
    public List<Ask> asksIn(Form form) {
        return asks.stream().filter(ask -> ask.askedIn(form)).toList();
    }

    /** The label of a question, for a refusal that names the component of the command. */
    Optional<String> labelOf(String field) {
        return asks.stream()
                .filter(ask -> ask.name().equals(field))
                .map(Ask::label)
                .findFirst();
    }
}
