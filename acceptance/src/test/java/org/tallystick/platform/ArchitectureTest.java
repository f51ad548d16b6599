package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The boundaries of house and domain, and for each of them a small offender that it catches. */
class ArchitectureTest {

    private static final Set<String> DOMAINS = Set.of(
            "registry",
            "fund",
            "call",
            "bid",
            "assessment",
            "award",
            "payment",
            "ledger",
            "directory",
            "referral",
            "history",
            "control",
            "opendata",
            "replay",
            "platform",
            "verifier");

    private static final Map<String, JavaClasses> CLASSES = new TreeMap<>();

    static Set<String> modules() {
        return ArchitectureRules.MAY_KNOW.keySet();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_knows_only_those_below_it(String module) {
        ArchitectureRules.knowsOnly(foreignTo(module)).check(classesOf(module));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void packages_are_named_after_domains(String module) {
        assertThat(classesOf(module))
                .allSatisfy(type -> assertThat(type.getPackageName()).startsWith("org.tallystick."))
                .allSatisfy(type ->
                        assertThat(type.getPackageName().split("\\.")[2]).isIn(DOMAINS));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void names_say_something_to_their_end(String module) {
        ArchitectureRules.noEmptySuffixes().allowEmptyShould(true).check(classesOf(module));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void packages_say_what_may_be_null(String module) {
        ArchitectureRules.packagesAreNullMarked().allowEmptyShould(true).check(classesOf(module));
    }

    @Test
    void the_kernel_stands_on_the_jdk_and_annotations() {
        ArchitectureRules.kernelStandsAlone().check(classesOf("shared-kernel"));
    }

    @Test
    void the_verifier_stands_on_the_jdk_alone() {
        ArchitectureRules.verifierStandsAlone().check(classesOf("verifier"));
    }

    @Test
    void nothing_decides_by_clock_or_dice() {
        ArchitectureRules.noClocksAndNoDice().check(classesOf("shared-kernel"));
        ArchitectureRules.noClocksAndNoDice().check(aggregates());
    }

    @Test
    void an_aggregate_reads_and_writes_nothing() {
        ArchitectureRules.noInputOrOutput().check(aggregates());
    }

    @Test
    void a_foreign_module_would_be_noticed() {
        assertCaught(ArchitectureRules.knowsOnly(Set.of(UUID.class.getName())), KnowsTooMuch.class);
    }

    @Test
    void the_kernel_leaning_on_more_would_be_noticed() {
        assertCaught(ArchitectureRules.kernelStandsAlone(), Reads.class);
    }

    @Test
    void the_verifier_leaning_on_anything_would_be_noticed() {
        assertCaught(ArchitectureRules.verifierStandsAlone(), FundShutEvent.class);
    }

    @Test
    void clock_and_dice_would_be_noticed() {
        assertCaught(ArchitectureRules.noClocksAndNoDice(), Clock.class);
        assertCaught(ArchitectureRules.noClocksAndNoDice(), Dice.class);
        assertCaught(ArchitectureRules.noClocksAndNoDice(), KnowsTooMuch.class);
    }

    @Test
    void input_and_output_in_an_aggregate_would_be_noticed() {
        assertCaught(ArchitectureRules.noInputOrOutput(), Reads.class);
        assertCaught(ArchitectureRules.noInputOrOutput(), Prints.class);
    }

    @Test
    void a_name_that_ends_in_nothing_would_be_noticed() {
        assertCaught(ArchitectureRules.noEmptySuffixes(), FundManager.class);
        assertCaught(ArchitectureRules.noEmptySuffixes(), FundShutEvent.class);
        assertThatCode(() -> ArchitectureRules.noEmptySuffixes().check(only(Clock.class)))
                .doesNotThrowAnyException();
    }

    @Test
    void an_unmarked_package_would_be_noticed() {
        assertCaught(ArchitectureRules.packagesAreNullMarked(), JavaClass.class);
    }

    /** Aggregates and what they are made of: the command side's domains, without its machinery. */
    private static JavaClasses aggregates() {
        JavaClasses found = classesOf("command-side")
                .that(DescribedPredicate.describe(
                        "of a domain", type -> !type.getPackageName().endsWith(".platform")));
        assertThat(found).isNotEmpty();
        return found;
    }

    private static Set<String> foreignTo(String module) {
        return modules().stream()
                .filter(other -> !other.equals(module)
                        && !ArchitectureRules.MAY_KNOW
                                .getOrDefault(module, Set.of())
                                .contains(other))
                .flatMap(other -> classesOf(other).stream())
                .map(JavaClass::getName)
                .filter(name -> !name.endsWith("package-info"))
                .collect(Collectors.toSet());
    }

    private static JavaClasses classesOf(String module) {
        return CLASSES.computeIfAbsent(module, ArchitectureRules::classesOf);
    }

    private static void assertCaught(ArchRule rule, Class<?> offender) {
        assertThatThrownBy(() -> rule.check(only(offender)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(offender.getSimpleName());
    }

    private static JavaClasses only(Class<?> type) {
        return new ClassFileImporter().importClasses(type);
    }

    // What follows breaks one rule each.

    static final class KnowsTooMuch {
        UUID id() {
            return UUID.randomUUID();
        }
    }

    static final class Clock {
        Instant now() {
            return Instant.now();
        }
    }

    static final class Dice {
        int roll() {
            return ThreadLocalRandom.current().nextInt(6);
        }
    }

    static final class Reads {
        boolean there(Path file) {
            return Files.exists(file);
        }
    }

    static final class Prints {
        void say() {
            System.err.println("said");
        }
    }

    record FundManager(@Nullable String name) {}

    record FundShutEvent(String fundId) implements Event {}
}
