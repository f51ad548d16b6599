package org.tallystick.assessment;

import java.util.EnumSet;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.assessment.AssessmentQuery.AssessmentSummary;
import org.tallystick.assessment.AssessmentQuery.AssessmentView;
import org.tallystick.assessment.AssessmentQuery.Assessments;
import org.tallystick.assessment.AssessmentQuery.OneAssessment;
import org.tallystick.bid.ReadBid;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.call.GrantCallQuery.OneCall;
import org.tallystick.call.GrantCallState;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.NavigationItem;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Words;

/** What an assessor is asked to read; each bid beside its criteria, with a place for points and reasons. */
@Page
class AssessmentPages {

    private static final int ORDER = 6;

    private final Sides sides;
    private final Deeds deeds;
    private final Words words;

    AssessmentPages(Sides sides, Deeds deeds, Words words) {
        this.sides = sides;
        this.deeds = deeds;
        this.words = words;
    }

    /** A line of the list. */
    record Line(AssessmentSummary one, String title, StateTag state) {}

    @Bean
    static NavigationItem assessmentsNavigation() {
        return new NavigationItem(ORDER, "Bids to read", "/assessments", EnumSet.of(Role.ASSESSOR));
    }

    @GetMapping("/assessments")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        Paged<AssessmentSummary> found =
                sides.ask(new Assessments(null, null, null, Math.max(1, page), Paging.USUAL_SIZE));
        model.addAttribute("lines", lines(found.items()));
        model.addAttribute("paging", new Paging(page, Paging.USUAL_SIZE, found.total()));
        return "assessment/list";
    }

    @GetMapping("/assessments/{assessmentId}")
    String one(@PathVariable String assessmentId, @RequestParam(defaultValue = "0") long after, Model model) {
        AssessmentView view = sides.ask(new OneAssessment(assessmentId), after);
        CallView call = call(view);
        if (own(view) && view.summary().state() == AssessmentState.INVITED) {
            String page = deeds.show(new AssessmentDeeds(view, call, words).accept(), Form.empty(), model);
            model.addAttribute("back", "/assessments");
            return page;
        }
        Form form = ScoreForm.filled(ScoreForm.lines(call.terms().criteria(), view.scores()));
        return page(view, call, form, model);
    }

    /** The button of the declaration, which is all that can be sent before it is made. */
    @PostMapping("/assessments/{assessmentId}")
    String accept(
            @PathVariable String assessmentId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        AssessmentView view = ours(assessmentId, 0);
        return deeds.send(new AssessmentDeeds(view, call(view), words).accept(), Form.of(sent), model, redirect);
    }

    @GetMapping("/assessments/{assessmentId}/{act:decline|step-back|give}")
    String show(
            @PathVariable String assessmentId,
            @PathVariable String act,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        return deeds.show(deed(assessmentId, act, after), Form.empty(), model);
    }

    @PostMapping("/assessments/{assessmentId}/{act:decline|step-back|give}")
    String send(
            @PathVariable String assessmentId,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        return deeds.send(deed(assessmentId, act, 0), Form.of(sent), model, redirect);
    }

    /** Saves what is there; where somebody saved other scores since, from another window, shows both. */
    @PostMapping("/assessments/{assessmentId}/scores")
    String save(
            @PathVariable String assessmentId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        AssessmentView view = ours(assessmentId, 0);
        CallView call = call(view);
        Form form = Form.of(sent);
        if (!writes(view, call)) {
            form.refuse(
                    "", "Nothing was saved: the scores of this bid cannot be changed now. What you typed is below.");
            return page(view, call, form, model);
        }
        List<ScoreForm.Line> lines = ScoreForm.lines(call.terms().criteria(), view.scores());
        List<Score> scores = ScoreForm.read(form, lines);
        if (scores.isEmpty() && !form.hasProblems()) {
            form.refuse("points-1", "Choose points for one criterion at least, and say why.");
        }
        if (form.hasProblems()) {
            return page(view, call, form, model);
        }
        try {
            long position = sides.send(
                            new AssessmentCommand.SaveScores(assessmentId, form.readVersion(), scores),
                            Deeds.keyOf(form))
                    .position();
            int left = lines.size() - scores.size();
            boolean check = form.value("step").equals("check") && left == 0;
            redirect.addFlashAttribute("done", saved(left));
            return "redirect:" + Deeds.after("/assessments/" + assessmentId + (check ? "/give" : ""), position);
        } catch (Rejection rejection) {
            return refused(form, rejection, assessmentId, model);
        }
    }

    private String saved(int left) {
        return left == 0
                ? "Your scores are saved. Nobody else sees them before you give them."
                : "Your scores are saved. " + words.count(left, "criterion is", "criteria are")
                        + " still to be scored.";
    }

    /** Shows what was typed beside what is there by now. */
    private String refused(Form form, Rejection rejection, String assessmentId, Model model) {
        boolean conflict = rejection.refusal() == Refusal.CONFLICT;
        form.refuse(
                conflict
                        ? Rejection.of(
                                Refusal.CONFLICT,
                                "Other scores were saved while you wrote, perhaps in another window of yours. What you"
                                        + " typed is below, beside what is saved: choose what counts.")
                        : rejection);
        Deeds.renewKey(form, rejection);
        AssessmentView now = sides.ask(new OneAssessment(assessmentId));
        if (conflict) {
            form.putReadVersion(now.version());
            model.addAttribute("theirs", true);
        }
        return page(now, call(now), form, model);
    }

    private boolean writes(AssessmentView view, CallView call) {
        return own(view)
                && view.summary().state() == AssessmentState.ACCEPTED
                && call.summary().state() == GrantCallState.ASSESSING;
    }

    private String page(AssessmentView view, CallView call, Form form, Model model) {
        AssessmentSummary summary = view.summary();
        boolean own = own(view);
        boolean assessing = call.summary().state() == GrantCallState.ASSESSING;
        boolean mine =
                own && (summary.state() == AssessmentState.ACCEPTED || summary.state() == AssessmentState.SUBMITTED);
        Deeds.keyOf(form);
        if (form.readVersion() == 0) {
            form.putReadVersion(view.version());
        }
        model.addAttribute("form", form);
        model.addAttribute("view", view);
        model.addAttribute("summary", summary);
        model.addAttribute("call", call);
        model.addAttribute("title", AssessmentWords.title(summary));
        model.addAttribute("state", AssessmentWords.state(summary.state()));
        model.addAttribute("own", own);
        model.addAttribute("writes", writes(view, call));
        model.addAttribute("mayStepBack", mine && assessing);
        model.addAttribute("home", "/assessments/" + summary.assessmentId());
        List<ScoreForm.Line> lines = ScoreForm.lines(call.terms().criteria(), view.scores());
        model.addAttribute("lines", lines);
        model.addAttribute("typed", form.hasProblems() ? ScoreForm.typed(form, lines) : List.of());
        model.addAttribute("choices", AssessmentWords.choices());
        model.addAttribute("total", AssessmentWords.total(view.totalPoints()));
        if (mine) {
            ReadBid.show(sides, summary.bidId(), call, words, model);
        }
        if (mine && summary.state() == AssessmentState.SUBMITTED) {
            model.addAttribute("others", others(summary));
        }
        return "assessment/one";
    }

    private List<Line> others(AssessmentSummary summary) {
        Assessments ofTheBid = new Assessments(summary.callId(), summary.bidId(), null, 1, Paging.USUAL_SIZE);
        return lines(sides.ask(ofTheBid).items().stream()
                .filter(one -> !one.assessmentId().equals(summary.assessmentId()))
                .toList());
    }

    private List<Line> lines(List<AssessmentSummary> all) {
        return all.stream()
                .map(one -> new Line(one, AssessmentWords.title(one), AssessmentWords.state(one.state())))
                .toList();
    }

    private Deed deed(String assessmentId, String act, long after) {
        AssessmentView view = ours(assessmentId, after);
        AssessmentDeeds all = new AssessmentDeeds(view, call(view), words);
        return switch (act) {
            case "decline" -> all.decline();
            case "step-back" -> all.stepBack();
            default -> all.give();
        };
    }

    /** Refused to all but its assessor. */
    private AssessmentView ours(String assessmentId, long after) {
        AssessmentView view = sides.ask(new OneAssessment(assessmentId), after);
        if (!own(view)) {
            throw Rejection.of(Refusal.NOT_ALLOWED, "Only who was asked to assess this bid may do this.");
        }
        return view;
    }

    private boolean own(AssessmentView view) {
        return sides.actor().role() == Role.ASSESSOR
                && view.summary().assessorId().equals(sides.actor().personId());
    }

    private CallView call(AssessmentView view) {
        return sides.ask(new OneCall(view.summary().callId()));
    }
}
