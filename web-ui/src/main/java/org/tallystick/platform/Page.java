package org.tallystick.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/**
 * A controller that answers with pages. {@link PagesConfiguration} finds it in any package, whichever process it runs
 * in. It may declare its place in the navigation as a static bean method of type {@link NavigationItem}.
 */
@Documented
@Controller
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Page {}
