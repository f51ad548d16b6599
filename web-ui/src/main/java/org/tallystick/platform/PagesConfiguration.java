package org.tallystick.platform;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** All pages and their frame: what a process imports to serve them. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = "org.tallystick",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Page.class))
@Import({
    Deeds.class,
    EveryView.class,
    ExpiredLogIn.class,
    Fields.class,
    PageSecurity.class,
    PersonNames.class,
    RefusedPages.class,
    SentBefore.class,
    Shell.class,
    Sides.class,
    StyleVersion.class,
    UnreadableRequests.class,
    Words.class
})
public class PagesConfiguration {}
