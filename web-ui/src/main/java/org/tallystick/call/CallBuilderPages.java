package org.tallystick.call;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.fund.FundQuery;
import org.tallystick.fund.FundQuery.FundSummary;
import org.tallystick.fund.FundState;
import org.tallystick.platform.Access;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.Receipt;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Settings;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** Writing a call: one page with everything, looked at as applicants will see it, then kept or published. */
@Page
class CallBuilderPages {

    private static final int MOST_FUNDS = 100;

    private final Sides sides;
    private final Words words;
    private final Findings findings;

    CallBuilderPages(Sides sides, Words words, ObjectProvider<Settings> settings) {
        this.sides = sides;
        this.words = words;
        this.findings = Findings.of(settings);
    }

    @GetMapping("/calls/new")
    String begin(HttpSession session, Model model) {
        Access.require(sides.actor(), GrantCallCommand.DraftCall.class);
        Optional<Form> begun = BegunCall.in(session, sides.actor().personId());
        model.addAttribute("begun", begun.isPresent());
        return write(draft(begun.orElseGet(this::blank), null), model);
    }

    @PostMapping("/calls/new")
    String goOn(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "preview") String step,
            HttpSession session,
            Model model,
            RedirectAttributes redirect) {
        Access.require(sides.actor(), GrantCallCommand.DraftCall.class);
        if (step.equals("anew")) {
            BegunCall.forget(session);
            return "redirect:/calls/new";
        }
        Form form = Form.of(sent);
        if (step.equals("later")) {
            BegunCall.keep(session, sides.actor().personId(), form);
            redirect.addFlashAttribute(
                    "done",
                    "What you wrote so far is there when you come back to “Write a call”, until you log out."
                            + " It is no draft yet: nobody else sees it.");
            return "redirect:/calls";
        }
        String next = go(draft(form, null), step, model, redirect);
        if (next.startsWith("redirect:")) {
            BegunCall.forget(session);
        }
        return next;
    }

    @GetMapping("/calls/{callId}/{act:edit|amend}")
    String change(@PathVariable String callId, @PathVariable String act, Model model) {
        CallView call = writable(callId, act);
        Form form = Form.empty().putReadVersion(call.version());
        new TermsWriter(words).fill(form, call.terms());
        return write(draft(form, call), model);
    }

    /** The button says what is asked: another row, one less, the preview, back to writing, or to keep it. */
    @PostMapping("/calls/{callId}/{act:edit|amend}")
    String goOnChanging(
            @PathVariable String callId,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "preview") String step,
            Model model,
            RedirectAttributes redirect) {
        Form form = Form.of(sent);
        try {
            return go(draft(form, writable(callId, act)), step, model, redirect);
        } catch (Rejection rejection) {
            // Approved, opened or withdrawn since: what was typed stays on the page.
            if (rejection.refusal() != Refusal.WRONG_STATE) {
                throw rejection;
            }
            CallFields.refuse(form, rejection);
            return write(draft(form, sides.ask(new GrantCallQuery.OneCall(callId))), model);
        }
    }

    private String go(CallDraft draft, String step, Model model, RedirectAttributes redirect) {
        if (!step.equals("preview") && !step.equals("keep")) {
            Repeated.step(draft.form(), step);
            return write(draft, model);
        }
        Optional<CallTerms> terms = new TermsReader(draft.form()).read();
        if (draft.announced()) {
            draft.form().text("reason", "Say why it changes. Applicants are told.");
        }
        if (terms.isEmpty() || draft.form().hasProblems()) {
            return write(draft, model);
        }
        return step.equals("keep") ? keep(draft, terms.get(), model, redirect) : preview(draft, terms.get(), model);
    }

    private String keep(CallDraft draft, CallTerms terms, Model model, RedirectAttributes redirect) {
        Form form = draft.form();
        try {
            Receipt receipt = sides.send(draft.command(terms, sides.actor().organisationId()), Deeds.keyOf(form));
            redirect.addFlashAttribute(
                    "done", draft.announced() ? "The call is changed. Everybody can read why." : "The draft is kept.");
            return "redirect:" + Deeds.after("/calls/" + receipt.id(), receipt.position());
        } catch (Rejection rejection) {
            CallFields.refuse(form, rejection);
            Deeds.renewKey(form, rejection);
            CallView call = draft.call();
            if (rejection.refusal() == Refusal.CONFLICT && call != null) {
                showBoth(draft, call, terms, model);
            }
            return write(draft, model);
        }
    }

    /** Somebody else wrote it since: both versions beside one another, and the person chooses. */
    private void showBoth(CallDraft draft, CallView call, CallTerms mine, Model model) {
        draft.form().putReadVersion(call.version());
        model.addAttribute("theirs", new TermsWriter(words).beside(call.terms(), mine, draft.fundNames()));
        model.addAttribute("theirVersion", call.version());
    }

    private String write(CallDraft draft, Model model) {
        Deeds.keyOf(draft.form());
        model.addAttribute("form", draft.form());
        model.addAttribute("draft", draft);
        CallView call = draft.call();
        model.addAttribute("title", title(call, draft));
        model.addAttribute("summary", call == null ? null : call.summary());
        return "call/write";
    }

    private String preview(CallDraft draft, CallTerms terms, Model model) {
        Deeds.keyOf(draft.form());
        model.addAttribute("form", draft.form());
        model.addAttribute("draft", draft);
        model.addAttribute(
                "shown", ShownCall.of(terms, findings.of(terms), findings.mostHours(terms), draft.fundNames(), words));
        model.addAttribute("longer", longer(draft.call(), terms));
        model.addAttribute("notEnough", draft.announced() ? List.of() : CallWords.notEnoughFree(terms, draft.funds()));
        model.addAttribute("terms", terms);
        model.addAttribute("holder", sides.actor().organisationName());
        return "call/preview";
    }

    /** Whether a change makes bids take longer than they did. */
    private static boolean longer(@Nullable CallView call, CallTerms terms) {
        return call != null
                && Effort.of(terms).hours() > Effort.of(call.terms()).hours();
    }

    private static String title(@Nullable CallView call, CallDraft draft) {
        return call == null ? "Write a call" : draft.announced() ? "Change the call" : "Edit the draft";
    }

    private CallView writable(String callId, String act) {
        CallView call = sides.ask(new GrantCallQuery.OneCall(callId));
        CallAct.required(act, call, sides.actor());
        return call;
    }

    private CallDraft draft(Form form, @Nullable CallView call) {
        List<FundSummary> funds = sides.ask(new FundQuery.Funds(null, 1, MOST_FUNDS)).items().stream()
                .filter(fund -> fund.state() == FundState.OPEN && sides.actor().actsFor(fund.holder()))
                .toList();
        CallDraft draft = new CallDraft(form, call, funds, words.today());
        if (call != null && draft.announced()) {
            TermsWriter.money(form, call.terms());
        }
        return draft;
    }

    /** A few empty rows to begin with; empty ones are left out. */
    private Form blank() {
        Form form = Form.empty();
        Repeated.ENVELOPE.putCount(form, 1);
        Repeated.ELIGIBILITY.putCount(form, 2);
        Repeated.QUESTIONS.putCount(form, 3);
        Repeated.CRITERIA.putCount(form, 3);
        return form.put("opensAt-time", "9am").put("closesAt-time", "5pm");
    }
}
