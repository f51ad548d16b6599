package org.tallystick.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.tallystick.award.AwardSamples;
import org.tallystick.fund.FundSamples;

/** The frame of the pages with nothing behind it: three people, a stopped clock. */
@SpringBootConfiguration
@EnableAutoConfiguration(excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@Import(PagesConfiguration.class)
public class PagesAlone {

    static final Actor ASHA = new Actor("p-1", "Asha Rahman", Role.GOVERNOR, "o-1", "HMP Northfield");
    static final String PASSWORD = "tally";

    /** By what they log in as: "asha", or any role in small letters; those with money at Northfield. */
    static final Map<String, Actor> PEOPLE = people();

    /** For looking at the pages by hand, with something on them. */
    public static void main(String[] args) {
        FakeSides sides = SpringApplication.run(PagesAlone.class, args).getBean(FakeSides.class);
        FundSamples.into(sides, 3);
        AwardSamples.into(sides, 500);
        HomeSamples.into(sides);
    }

    /** Both sides, as the test wants them. */
    @Bean
    FakeSides fakeSides() {
        return new FakeSides();
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-22T14:05:00Z"), ZoneOffset.UTC);
    }

    @Bean
    DemoPeople demoPeople() {
        return new DemoPeople() {
            @Override
            public List<DemoPerson> people() {
                return List.of(
                        new DemoPerson("asha", "Asha Rahman", "governor", "HMP Northfield"),
                        new DemoPerson(
                                "gwen",
                                "Gwenllian Prys-Featherstonehaugh",
                                "applicant lead",
                                "The Wend Valley and District Association of Families and Friends"));
            }

            @Override
            public String password() {
                return PASSWORD;
            }
        };
    }

    @Bean
    NavigationItem styleGuide() {
        return new NavigationItem(10, "Style guide", "/styleguide", Set.of(Role.values()));
    }

    private static Map<String, Actor> people() {
        Map<String, Actor> people = new HashMap<>(Map.of("asha", ASHA));
        Set<Role> northfield =
                EnumSet.of(Role.GOVERNOR, Role.COMMISSIONER, Role.PAYER, Role.COORDINATOR, Role.REFERRER);
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            people.put(
                    name,
                    northfield.contains(role)
                            ? new Actor("p-" + name, "Asha Rahman", role, "o-1", "HMP Northfield")
                            : new Actor("p-" + name, "Gwen Prys", role, "o-2", "Second Chance Kitchen"));
        }
        return Map.copyOf(people);
    }

    @Bean
    AuthenticationProvider authentication() {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication asked) throws AuthenticationException {
                Actor actor = PEOPLE.get(asked.getName());
                if (actor != null && PASSWORD.equals(asked.getCredentials())) {
                    return new TestingAuthenticationToken(actor, null, List.of());
                }
                throw new BadCredentialsException("no");
            }

            @Override
            public boolean supports(Class<?> kind) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
            }
        };
    }
}
