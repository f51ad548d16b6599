package org.tallystick.bid;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.bid.BidQuery.SavedPart;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Receipt;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;

/** What saving any part of a bid has in common: the version that was read, the key, and where it leads. */
record PartSaving(Sides sides) {

    /** The button that saves and comes back to the list of tasks. */
    static final String STAY = "list";

    /** Has a form say which version it was made from. */
    static void putVersion(Form form, SavedPart saved) {
        form.putReadVersion(saved.version());
    }

    /** A form that can be sent twice and has its effect once. */
    static Form withKey(Form form) {
        Deeds.keyOf(form);
        return form;
    }

    /** Notes a refusal; what was typed stays, and is sent as another request next time. */
    static void refuse(Form form, Rejection rejection) {
        refuse(
                form,
                rejection,
                "Somebody else saved this while you wrote. Nothing of yours is lost: choose what counts.");
    }

    /** The same, with what to say where somebody else saved something meanwhile. */
    static void refuse(Form form, Rejection rejection, String whenConflict) {
        if (rejection.refusal() == Refusal.CONFLICT) {
            form.refuse("", whenConflict);
        } else if (rejection.refusal() == Refusal.TOO_LATE) {
            form.refuse(
                    "",
                    "The call has closed, so this could not be saved. What was saved before is kept, and what you typed is"
                            + " still below: copy it if you need it.");
        } else {
            form.refuse(rejection);
        }
        Deeds.renewKey(form, rejection);
    }

    /** Sends it; back to the list, or on to the next part, whichever button was pressed. */
    String save(BidCommand command, Form form, String done, String next, String home, RedirectAttributes redirect) {
        Receipt receipt = sides.send(command, Deeds.keyOf(form));
        redirect.addFlashAttribute("done", done);
        return "redirect:" + Deeds.after(form.value("step").equals(STAY) ? home : next, receipt.position());
    }
}
