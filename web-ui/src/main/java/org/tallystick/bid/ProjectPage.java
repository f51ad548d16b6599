package org.tallystick.bid;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.platform.Beside;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** The project in short: what it is called, what will be done for whom, where, and from when. */
@Page
class ProjectPage {

    private static final String LAST_BID = "last";

    private final Sides sides;
    private final Words words;
    private final PartSaving saving;

    ProjectPage(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
        this.saving = new PartSaving(sides);
    }

    /**
     * The form; filled in from the last other bid where that was asked for.
     *
     * @param from "last" for that
     */
    @GetMapping("/bids/{bidId}/project")
    String show(
            @PathVariable String bidId,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        BidOfCall read = BidOfCall.ofWriters(sides, bidId, after).writable(words);
        Form form = Form.empty();
        Project known = read.bid().project().project();
        Project last = sides.ask(new BidQuery.OfferedFacts(bidId)).project();
        if (from.equals(LAST_BID) && last != null) {
            fill(form, last, words);
            form.put("startsOn", "");
        } else if (known != null) {
            fill(form, known, words);
        }
        PartSaving.putVersion(form, read.bid().project().saved());
        model.addAttribute("last", from.equals(LAST_BID) ? null : last);
        return page(read, form, model);
    }

    @PostMapping("/bids/{bidId}/project")
    String save(
            @PathVariable String bidId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        BidOfCall read = BidOfCall.ofWriters(sides, bidId, 0);
        Form form = Form.of(sent);
        String title = form.text("title", "Enter what the project is called.");
        String summary = form.text("summary", "Say what will be done, and for whom.");
        String place = form.text("place", "Say where the work is to be.");
        Optional<LocalDate> starts = form.date("startsOn", "the first day of the work");
        if (form.hasProblems() || starts.isEmpty()) {
            return page(read, form, model);
        }
        try {
            return saving.save(
                    new BidCommand.DescribeProject(bidId, form.readVersion(), title, summary, place, starts.get()),
                    form,
                    "Your project is saved.",
                    TaskLine.after(read.bid(), BidPart.PROJECT, 0),
                    read.home(),
                    redirect);
        } catch (Rejection rejection) {
            PartSaving.refuse(form, rejection);
            BidOfCall now = rejection.refusal() == Refusal.CONFLICT ? BidOfCall.ofWriters(sides, bidId, 0) : read;
            if (rejection.refusal() == Refusal.CONFLICT) {
                PartSaving.putVersion(form, now.bid().project().saved());
                model.addAttribute(
                        "theirs",
                        beside(now.bid().project().project(), new Project(title, summary, place, starts.get())));
            }
            return page(now, form, model);
        }
    }

    private Beside beside(@Nullable Project theirs, Project mine) {
        return Beside.differing(
                "What differs",
                List.of("As it is saved now", "As you wrote it"),
                theirs == null ? Map.of() : parts(theirs),
                parts(mine));
    }

    private Map<String, String> parts(Project project) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("Title", project.title());
        parts.put("What will be done, for whom", project.summary());
        parts.put("Where", project.place());
        parts.put("Starts", words.date(project.startsOn()));
        return parts;
    }

    private static void fill(Form form, Project project, Words words) {
        form.put("title", project.title())
                .put("summary", project.summary())
                .put("place", project.place())
                .put("startsOn", words.date(project.startsOn()));
    }

    private String page(BidOfCall read, Form form, Model model) {
        read.show(model, "Your project in short", words);
        model.addAttribute("form", PartSaving.withKey(form));
        model.addAttribute("startsFrom", read.terms().timetable().startsFrom());
        return "bid/project";
    }
}
