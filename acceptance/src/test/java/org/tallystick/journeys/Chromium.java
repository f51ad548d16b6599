package org.tallystick.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A browser for each thread, since Playwright wants to be called from one thread only; it ends with this process. */
final class Chromium {

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

    private static final ThreadLocal<Browser> BROWSERS = ThreadLocal.withInitial(Chromium::started);

    private Chromium() {}

    /** Of this thread, started when it is first asked for. */
    static Browser browser() {
        return BROWSERS.get();
    }

    private static Browser started() {
        Path program = PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "These tests need Chromium as /usr/bin/chromium or /usr/bin/chromium-browser:"
                                + " ./tallystick test installs it."));
        // Nothing is fetched from elsewhere: neither a browser of Playwright's own nor what Chromium likes to update.
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }
}
