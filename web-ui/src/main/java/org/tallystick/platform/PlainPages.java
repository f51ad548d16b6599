package org.tallystick.platform;

import org.springframework.web.bind.annotation.GetMapping;

/** Pages that only say something. */
@Page
class PlainPages {

    @GetMapping("/how-to-read-the-figures")
    String howToReadTheFigures() {
        return "how-to-read-the-figures";
    }

    @GetMapping("/accessibility")
    String accessibility() {
        return "accessibility";
    }
}
