package org.tallystick.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Style sheet, mark and script: named by their content, so that browsers fetch them once. */
public class StyleVersion implements WebMvcConfigurer {

    private static final int LENGTH = 12;

    private final String version;

    /** Reads the files once. */
    public StyleVersion() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : new String[] {"tallystick.css", "tallystick.js"}) {
                try (InputStream in = new ClassPathResource("static/assets/" + file).getInputStream()) {
                    digest.update(in.readAllBytes());
                }
            }
            version = HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (IOException missing) {
            throw new UncheckedIOException("the style sheet is missing from this build", missing);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Twelve hexadecimal digits. */
    public String version() {
        return version;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic());
    }
}
