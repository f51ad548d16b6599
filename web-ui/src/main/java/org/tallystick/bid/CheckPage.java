package org.tallystick.bid;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.bid.BidQuery.CertificationView;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.Receipt;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** All of a bid once more before it is sent; a lead stands for it and sends it. */
@Page
class CheckPage {

    private static final String LATER = "later";
    private static final String CHANGED =
            "Somebody else changed this bid while you read it, so nothing was sent. This is the bid as it is now: read it"
                    + " again.";

    private final Sides sides;
    private final Words words;

    CheckPage(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    @GetMapping("/bids/{bidId}/check")
    String show(@PathVariable String bidId, @RequestParam(defaultValue = "0") long after, Model model) {
        BidOfCall read = BidOfCall.ofOurs(sides, bidId, after).writable(words);
        Form form = Form.empty().putReadVersion(read.bid().version());
        return page(read, form, model);
    }

    /** Stands for it, unless that was done and nothing has changed since, and sends it. */
    @PostMapping("/bids/{bidId}/check")
    String send(
            @PathVariable String bidId,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String step,
            Model model,
            RedirectAttributes redirect) {
        BidOfCall read = BidOfCall.ofOurs(sides, bidId);
        Form form = Form.of(sent);
        boolean stands = stands(read);
        if (!stands && !form.chose("statement", "yes")) {
            form.refuse("statement", "Tick the box to sign off this bid.");
            return page(read, form, model);
        }
        try {
            Receipt receipt = stands
                    ? new Receipt(0, bidId)
                    : sides.send(
                            new BidCommand.CertifyBid(bidId, form.readVersion(), Certification.STATEMENT),
                            Deeds.keyOf(form) + "-stand");
            boolean later = step.equals(LATER);
            if (!later) {
                receipt = sides.send(new BidCommand.SubmitBid(bidId), Deeds.keyOf(form));
            }
            redirect.addFlashAttribute(
                    "done",
                    later
                            ? "The bid is signed off. It is ready, and not sent yet."
                            : "Your bid is sent to " + read.call().summary().holderName() + ".");
            return "redirect:" + Deeds.after(read.home(), receipt.position());
        } catch (Rejection rejection) {
            form.put("statement", "");
            PartSaving.refuse(form, rejection, CHANGED);
            BidOfCall now = BidOfCall.ofOurs(sides, bidId);
            form.putReadVersion(now.bid().version());
            return page(now, form, model);
        }
    }

    /** Whether somebody stands for it as it is, and the call has not changed since. */
    private static boolean stands(BidOfCall read) {
        CertificationView certified = read.bid().certification();
        return read.summary().state() == BidState.READY
                && certified != null
                && certified.callVersion() == read.bid().callVersion();
    }

    private String page(BidOfCall read, Form form, Model model) {
        read.show(model, "Check and send", words);
        model.addAttribute("form", PartSaving.withKey(form));
        model.addAttribute(
                "toDo", read.bid().tasks().stream().filter(task -> !task.done()).toList());
        model.addAttribute("complete", read.bid().tasks().stream().allMatch(BidTask::done));
        model.addAttribute("statement", Certification.STATEMENT);
        model.addAttribute("mayStand", sides.may(BidCommand.CertifyBid.class));
        model.addAttribute("stands", stands(read));
        model.addAttribute("changed", read.summary().state() == BidState.READY && !stands(read));
        model.addAttribute("holder", read.call().summary().holderName());
        ShownBid.of(read, words).show(model);
        return "bid/check";
    }
}
