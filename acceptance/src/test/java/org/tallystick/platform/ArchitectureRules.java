package org.tallystick.platform;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may know what, and how things are called: rules about compiled classes, told apart by the module they are in.
 */
final class ArchitectureRules {

    /** What each module may know of the others. */
    static final Map<String, Set<String>> MAY_KNOW = Map.of(
            "shared-kernel", Set.of(),
            "platform", Set.of("shared-kernel"),
            "command-side", Set.of("shared-kernel", "platform"),
            "query-side", Set.of("shared-kernel", "platform"),
            "web-ui", Set.of("shared-kernel", "platform"),
            "launcher", Set.of("shared-kernel", "platform", "command-side", "query-side", "web-ui", "verifier"),
            "verifier", Set.of());

    /** What the shared kernel may use of others: annotations. */
    private static final List<String> KERNEL_MAY_USE = List.of(
            "org.tallystick.",
            "java.lang",
            "java.math",
            "java.nio.charset",
            "java.security",
            "java.text",
            "java.time",
            "java.util",
            "java.io.Serial",
            "org.jspecify.annotations",
            "com.fasterxml.jackson.annotation");

    /** Clocks and dice, by the class and the beginning of the method's name. */
    private static final Map<String, Pattern> CLOCKS_AND_DICE = Map.of(
            "java.time.Instant", Pattern.compile("now"),
            "java.time.LocalDate", Pattern.compile("now"),
            "java.time.LocalDateTime", Pattern.compile("now"),
            "java.time.ZonedDateTime", Pattern.compile("now"),
            "java.time.Year", Pattern.compile("now"),
            "java.time.Clock", Pattern.compile("system.*|tick.*"),
            "java.lang.System", Pattern.compile("currentTimeMillis|nanoTime|getenv|getProperty"),
            "java.util.UUID", Pattern.compile("randomUUID"),
            "java.lang.Math", Pattern.compile("random"));

    private static final Set<String> DICE = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.security.SecureRandom",
            "java.util.concurrent.ThreadLocalRandom");

    private static final Pattern EMPTY_SUFFIX = Pattern.compile(".+(Dto|DTO|Impl|Manager|Util|Utils|Helper)");

    private ArchitectureRules() {}

    /** The compiled main classes of a module. */
    static JavaClasses classesOf(String module) {
        return new ClassFileImporter()
                .importPath(SourceTree.ROOT.resolve(module).resolve("target/classes"));
    }

    /** Knows no class of the modules that are not for it. */
    static ArchRule knowsOnly(Set<String> foreign) {
        return ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are in a module that is not for them", type -> foreign.contains(type.getName())))
                .allowEmptyShould(true);
    }

    /** The kernel stands on the JDK and annotations, and does no input or output. */
    static ArchRule kernelStandsAlone() {
        return ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are of the kernel, the JDK without input and output, or annotations",
                        type -> type.getBaseComponentType().isPrimitive()
                                || KERNEL_MAY_USE.stream()
                                        .anyMatch(start -> type.getBaseComponentType()
                                                .getName()
                                                .startsWith(start))));
    }

    /** The verifier stands on the JDK and nothing else, so that no fault of others is repeated in it. */
    static ArchRule verifierStandsAlone() {
        return ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("", "java..", "org.tallystick.verifier..", "org.jspecify.annotations..");
    }

    /** Decides from what it is given: time and ids arrive in commands. */
    static ArchRule noClocksAndNoDice() {
        return ArchRuleDefinition.classes().should(new ArchCondition<>("use no clock, environment or random number") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    String owner = access.getTargetOwner().getName();
                    Pattern methods = CLOCKS_AND_DICE.get(owner);
                    if (DICE.contains(owner)
                            || (methods != null
                                    && methods.matcher(access.getName()).matches())) {
                        events.add(SimpleConditionEvent.violated(type, access.getDescription()));
                    }
                }
            }
        });
    }

    /** Reads no file, no database, no network. */
    static ArchRule noInputOrOutput() {
        return ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io",
                        "java.nio.file..",
                        "java.net..",
                        "java.sql..",
                        "javax.sql..",
                        "org.springframework.jdbc..",
                        "org.springframework.web..",
                        "org.postgresql..");
    }

    /** Is called by what it is, without a suffix that says nothing or repeats what its interface says. */
    static ArchRule noEmptySuffixes() {
        return ArchRuleDefinition.classes().should(new ArchCondition<>("have no suffix that says nothing") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String name = type.getSimpleName();
                boolean repeats = !type.isInterface()
                        && ((type.isAssignableTo(Event.class) && name.endsWith("Event"))
                                || (type.isAssignableTo(Command.class) && name.endsWith("Command")));
                if (repeats || EMPTY_SUFFIX.matcher(name).matches()) {
                    events.add(SimpleConditionEvent.violated(type, type.getName()));
                }
            }
        });
    }

    /** Is in a package that says what may be null. */
    static ArchRule packagesAreNullMarked() {
        return ArchRuleDefinition.classes().should(new ArchCondition<>("be in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                    events.add(SimpleConditionEvent.violated(type, type.getName()));
                }
            }
        });
    }
}
