package org.tallystick.bid;

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
import org.tallystick.assessment.YearAmount;
import org.tallystick.award.AwardQuery;
import org.tallystick.award.AwardWords;
import org.tallystick.bid.BidQuery.BidSummary;
import org.tallystick.history.HistoryQuery;
import org.tallystick.history.Timeline;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.NavigationItem;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Receipt;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** The bids of an organisation, and each with its list of what is to be written. */
@Page
class BidPages {

    private static final int ORDER = 6;

    private final Sides sides;
    private final Words words;
    private final PersonNames people;
    private final PartOfBid part;

    BidPages(Sides sides, Words words, PersonNames people) {
        this.sides = sides;
        this.words = words;
        this.people = people;
        this.part = new PartOfBid(words, people);
    }

    @Bean
    static NavigationItem bidsNavigation() {
        return new NavigationItem(ORDER, "Bids", "/bids", EnumSet.of(Role.APPLICANT_LEAD, Role.APPLICANT_MEMBER));
    }

    @GetMapping("/bids")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        Paged<BidSummary> found = sides.ask(new BidQuery.Bids(null, null, Math.max(1, page), Paging.USUAL_SIZE));
        model.addAttribute(
                "lines",
                found.items().stream().map(bid -> BidWords.Line.of(bid, words)).toList());
        model.addAttribute("paging", new Paging(page, Paging.USUAL_SIZE, found.total()));
        boolean ours = sides.may(BidCommand.StartBid.class);
        model.addAttribute("ours", ours);
        model.addAttribute(
                "partnerships",
                ours && page <= 1
                        ? sides.ask(new BidQuery.Partnerships(1, Paged.MOST)).items().stream()
                                .map(one -> BidWords.PartnershipLine.of(one, words))
                                .toList()
                        : List.of());
        return "bid/list";
    }

    /** One click on the page of a call; where there is a bid already, on with that one. */
    @PostMapping("/bids/start")
    String start(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes redirect) {
        Form form = Form.of(sent);
        String callId = form.value("callId");
        String bidId = Deeds.idFrom(form, "bid-");
        try {
            Receipt receipt = sides.send(
                    new BidCommand.StartBid(bidId, callId, sides.actor().organisationId()), Deeds.keyOf(form));
            redirect.addFlashAttribute("done", "Your bid is begun. Only people of your organisation can see it.");
            return "redirect:" + Deeds.after("/bids/" + receipt.id(), receipt.position());
        } catch (Rejection rejection) {
            if (rejection.refusal() != Refusal.ALREADY_EXISTS) {
                throw rejection;
            }
            return "redirect:"
                    + sides.ask(new BidQuery.Bids(callId, null, 1, 1)).items().stream()
                            .findFirst()
                            .map(bid -> "/bids/" + bid.bidId())
                            .orElseThrow(() -> rejection);
        }
    }

    @GetMapping("/bids/{bidId}")
    String one(
            @PathVariable String bidId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "") String history,
            Model model) {
        BidOfCall read = BidOfCall.read(sides, bidId, after);
        if (read.part().isPresent()) {
            return part.page(read, model);
        }
        BidSummary summary = read.summary();
        read.show(model, BidWords.title(summary), words);
        boolean over = BidWords.isOver(summary, words);
        boolean writes = read.ours() && summary.state().isDraft() && !over;
        model.addAttribute("crumbs", words.crumbs("Bids", "/bids", BidWords.title(summary), ""));
        model.addAttribute("state", BidWords.state(summary.state()));
        model.addAttribute("ours", read.ours());
        model.addAttribute("over", over);
        model.addAttribute("writes", writes);
        model.addAttribute("lead", read.actor().role() == Role.APPLICANT_LEAD);
        model.addAttribute("tasks", writes ? TaskLine.of(read.bid(), people, words) : List.of());
        model.addAttribute("acts", BidAct.offered(read, words));
        model.addAttribute("mayHours", BidAct.HOURS.fits(read, words));
        ShownBid.of(read, words).show(model);
        award(read, model);
        if (read.actor().role() == Role.ASSESSOR) {
            model.addAttribute("crumbs", words.crumbs("Bids to read", "/assessments", BidWords.title(summary), ""));
        } else if (!read.ours()) {
            BidAsReceived.of(read, sides, words).show(read, words, model);
        }
        if (read.ours() || read.actor().role() == Role.AUDITOR) {
            new Timeline(sides, words, people).show(HistoryQuery.Subject.BID, bidId, history, model);
        }
        return "bid/one";
    }

    /** What an award comes to, and what comes next for it: the agreement may be signed already. */
    private void award(BidOfCall read, Model model) {
        BidQuery.OutcomeView outcome = read.bid().outcome();
        if (!read.ours() || outcome == null) {
            return;
        }
        String awardId = outcome.awardId();
        model.addAttribute(
                "awardedPence",
                outcome.amounts().stream().mapToLong(YearAmount::amountPence).sum());
        model.addAttribute(
                "awardNext",
                awardId == null ? "" : AwardWords.next(sides.ask(new AwardQuery.OneAward(awardId)), words));
    }
}
