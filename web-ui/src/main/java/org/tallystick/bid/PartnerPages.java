package org.tallystick.bid;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.bid.BidQuery.PartnerView;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** The partners of a bid: asked, changed and taken out by its lead; each agrees to its own part, or leaves. */
@Page
class PartnerPages {

    private final Sides sides;
    private final Deeds deeds;
    private final Words words;
    private final PartOfBid part;

    PartnerPages(Sides sides, Deeds deeds, Words words, PersonNames people) {
        this.sides = sides;
        this.deeds = deeds;
        this.words = words;
        this.part = new PartOfBid(words, people);
    }

    @GetMapping("/bids/{bidId}/partners")
    String list(@PathVariable String bidId, @RequestParam(defaultValue = "0") long after, Model model) {
        BidOfCall read = BidOfCall.ofOurs(sides, bidId, after);
        read.show(model, "Partners", words);
        model.addAttribute("partners", PartnerLine.of(read.bid(), words));
        model.addAttribute("mayChange", read.isWritten(words) && sides.may(BidCommand.InvitePartner.class));
        model.addAttribute("writes", read.isWritten(words));
        ShownBid.of(read, words).show(model);
        return "bid/partners";
    }

    @GetMapping("/bids/{bidId}/partners/add")
    String add(@PathVariable String bidId, Model model) {
        return deeds.show(adding(bidId), Form.empty(), model);
    }

    @PostMapping("/bids/{bidId}/partners/add")
    String send(
            @PathVariable String bidId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        return deeds.send(adding(bidId), Form.of(sent), model, redirect);
    }

    private Deed adding(String bidId) {
        return new PartnerDeeds(sides, BidOfCall.ofOurs(sides, bidId).writable(words)).add();
    }

    @GetMapping("/bids/{bidId}/partners/{partner}/{act:change|remove}")
    String show(@PathVariable String bidId, @PathVariable String partner, @PathVariable String act, Model model) {
        BidOfCall read = BidOfCall.ofOurs(sides, bidId).writable(words);
        PartnerView known = known(read, partner);
        return deeds.show(deed(read, known, act), PartnerDeeds.filled(known), model);
    }

    @PostMapping("/bids/{bidId}/partners/{partner}/{act:change|remove}")
    String send(
            @PathVariable String bidId,
            @PathVariable String partner,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        BidOfCall read = BidOfCall.ofOurs(sides, bidId).writable(words);
        return deeds.send(deed(read, known(read, partner), act), Form.of(sent), model, redirect);
    }

    private Deed deed(BidOfCall read, PartnerView partner, String act) {
        PartnerDeeds all = new PartnerDeeds(sides, read);
        return act.equals("change") ? all.change(partner) : all.remove(partner);
    }

    private static PartnerView known(BidOfCall read, String partner) {
        return read.bid()
                .partner(partner)
                .orElseThrow(() -> Rejection.of(Refusal.NOT_FOUND, "This organisation is no partner in the bid."));
    }

    /** Stands for the reader's own part, as it was read on the page of the bid. */
    @PostMapping("/bids/{bidId}/agree")
    String agree(
            @PathVariable String bidId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        BidOfCall read = BidOfCall.ofParties(sides, bidId, 0);
        Form form = Form.of(sent);
        if (!form.chose("statement", "yes")) {
            form.refuse("statement", "Tick the box to agree to your part.");
            return part.page(read, form, model);
        }
        try {
            long position = sides.send(
                            new BidCommand.AgreeAsPartner(
                                    bidId,
                                    read.organisationId(),
                                    form.readVersion(),
                                    PartOfBid.budgetVersion(form),
                                    Certification.OF_PARTNER),
                            Deeds.keyOf(form))
                    .position();
            redirect.addFlashAttribute(
                    "done", "You agreed to your part. " + read.summary().applicantName() + " sends the bid.");
            return "redirect:" + Deeds.after(read.home(), position);
        } catch (Rejection rejection) {
            form.put("statement", "");
            PartSaving.refuse(
                    form,
                    rejection,
                    "Your part or your budget was changed while you read it, so you have not agreed. This is how it is now:"
                            + " read it again.");
            BidOfCall now = BidOfCall.ofParties(sides, bidId, 0);
            now.part().ifPresent(own -> PartOfBid.putVersions(form, own));
            return part.page(now, form, model);
        }
    }

    @GetMapping("/bids/{bidId}/leave")
    String leave(@PathVariable String bidId, Model model) {
        return deeds.show(leaving(bidId), Form.empty(), model);
    }

    /** Leads to the list: the bid is not to be seen any more. */
    @PostMapping("/bids/{bidId}/leave")
    String leave(
            @PathVariable String bidId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        return deeds.send(leaving(bidId), Form.of(sent), model, redirect);
    }

    private Deed leaving(String bidId) {
        BidOfCall read = BidOfCall.ofParties(sides, bidId, 0).writable(words);
        return new PartnerDeeds(sides, read)
                .leave(read.part()
                        .orElseThrow(() -> Rejection.of(
                                Refusal.NOT_ALLOWED, "Your organisation leads this bid: it can withdraw it.")));
    }
}
