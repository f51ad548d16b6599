package org.tallystick.platform;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Gives every view, error pages included, the variables "words", "shell" and "fields". Templates cannot use beans for
 * this, since Thymeleaf forbids them wherever fragments are called.
 */
class EveryView implements SmartInitializingSingleton {

    private final ThymeleafViewResolver views;
    private final Words words;
    private final Shell shell;
    private final Fields fields;

    EveryView(ThymeleafViewResolver views, Words words, Shell shell, Fields fields) {
        this.views = views;
        this.words = words;
        this.shell = shell;
        this.fields = fields;
    }

    @Override
    public void afterSingletonsInstantiated() {
        // A page is sent whole or not at all: a fault half-way becomes an error page, and forms can still open a
        // session.
        views.setProducePartialOutputWhileProcessing(false);
        views.addStaticVariable("words", words);
        views.addStaticVariable("shell", shell);
        views.addStaticVariable("fields", fields);
    }
}
