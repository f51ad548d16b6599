package org.tallystick.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * A refusal that no page has dealt with by itself, in words. Pages with a form catch {@link Rejection} and give it to
 * {@link Form#refuse(Rejection)}, so that what was typed stays on the page; where there is no such page any more, it is
 * shown here.
 */
@ControllerAdvice(annotations = Page.class)
class RefusedPages {

    @ExceptionHandler(Rejection.class)
    String refused(Rejection rejection, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(rejection.refusal().status());
        model.addAttribute("sentence", rejection.sentence());
        model.addAttribute("whatToDo", rejection.refusal().whatToDo());
        List<KeptForm.Field> typed = KeptForm.typed(request);
        model.addAttribute("typed", typed);
        if (!typed.isEmpty()) {
            return "error/refused";
        }
        return rejection.refusal() == Refusal.NOT_FOUND
                ? "error/404"
                : rejection.refusal() == Refusal.NOT_ALLOWED ? "error/403" : "error/refused";
    }

    /** An address, or a form, of bytes that are no text. */
    @ExceptionHandler(InvalidParameterException.class)
    String unreadable(HttpServletResponse response, Model model) {
        response.setStatus(Refusal.MALFORMED.status());
        model.addAttribute("sentence", "The address or the form is not written in UTF-8.");
        model.addAttribute("whatToDo", Refusal.MALFORMED.whatToDo());
        model.addAttribute("typed", List.of());
        return "error/refused";
    }
}
