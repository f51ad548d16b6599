package org.tallystick.platform;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * A refusal that no page has dealt with by itself, in words. Pages with a form catch {@link Rejection} and give it to
 * {@link Form#refuse(Rejection)}, so that what was typed stays on the page.
 */
@ControllerAdvice(annotations = Page.class)
class RefusedPages {

    @ExceptionHandler(Rejection.class)
    String refused(Rejection rejection, HttpServletResponse response, Model model) {
        response.setStatus(rejection.refusal().status());
        model.addAttribute("sentence", rejection.sentence());
        model.addAttribute("whatToDo", rejection.refusal().whatToDo());
        return rejection.refusal() == Refusal.NOT_FOUND
                ? "error/404"
                : rejection.refusal() == Refusal.NOT_ALLOWED ? "error/403" : "error/refused";
    }
}
