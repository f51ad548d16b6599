package org.tallystick.platform;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * Bearer tokens: those of the configured OpenID Connect issuer, and the short-lived ones by which pages in a process of
 * their own act for the person who is logged in to them.
 */
public final class ActorTokens implements JwtDecoder {

    private static final String ISSUER = "tallystick";
    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final String ROLE = "tallystick_role";
    private static final String ORGANISATION = "tallystick_organisation";
    private static final String ORGANISATION_NAME = "tallystick_organisation_name";

    private final JwtEncoder encoder;
    private final JwtDecoder own;
    private final @Nullable JwtDecoder issuer;
    private final Clock clock;

    /** Without a shared secret, one is drawn that holds in this process only. */
    public ActorTokens(Settings settings, Clock clock) {
        SecretKey key = new SecretKeySpec(secret(settings).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
        this.own = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        this.issuer = settings.has(Setting.OIDC_ISSUER)
                ? new SupplierJwtDecoder(() -> JwtDecoders.fromIssuerLocation(settings.get(Setting.OIDC_ISSUER)))
                : null;
        this.clock = clock;
    }

    /** A token by which another process of this installation acts for somebody for two minutes. */
    public String tokenFor(Actor actor) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(actor.personId())
                .claim("name", actor.name())
                .claim(ROLE, actor.role().name())
                .claim(ORGANISATION, actor.organisationId())
                .claim(ORGANISATION_NAME, actor.organisationName())
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .build();
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims))
                .getTokenValue();
    }

    @Override
    public Jwt decode(String token) {
        try {
            Jwt jwt = own.decode(token);
            if (ISSUER.equals(jwt.getClaimAsString("iss"))) {
                return jwt;
            }
        } catch (BadJwtException foreign) {
            if (issuer == null) {
                throw foreign;
            }
        }
        if (issuer == null) {
            throw new BadJwtException("The token is of no issuer that is known here.");
        }
        return issuer.decode(token);
    }

    /**
     * Who a token speaks for: its subject, in the role and for the organisation of its claims.
     *
     * @throws BadCredentialsException where it names no role, or one that nobody may log in as
     */
    static Authentication authenticated(Jwt jwt) {
        return Logins.authenticated(actorOf(jwt.getSubject(), jwt.getClaims()));
    }

    /** Who claims speak for. */
    public static Actor actorOf(@Nullable String subject, java.util.Map<String, Object> claims) {
        try {
            Role role = Role.valueOf(text(claims, ROLE).toUpperCase(Locale.ROOT).replace(' ', '_'));
            boolean own = ISSUER.equals(text(claims, "iss"));
            if (role == Role.OPERATOR && !own) {
                throw new BadCredentialsException("Nobody logs in as the operator.");
            }
            return new Actor(
                    own ? Require.id(subject, "sub") : pseudonym(subject),
                    text(claims, "name"),
                    role,
                    text(claims, ORGANISATION),
                    text(claims, ORGANISATION_NAME));
        } catch (IllegalArgumentException | Rejection wrong) {
            throw new BadCredentialsException("The token does not say in which role its subject acts.", wrong);
        }
    }

    /** A provider's subjects have any form, and some are e-mail addresses: events name people by a hash of it. */
    private static String pseudonym(@Nullable String subject) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Require.given(subject, "sub").getBytes(StandardCharsets.UTF_8));
            return "p-" + HexFormat.of().formatHex(hash, 0, 10);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(java.util.Map<String, Object> claims, String name) {
        Object value = claims.get(name);
        return value == null ? "" : value.toString();
    }

    private static String secret(Settings settings) {
        if (settings.has(Setting.INTERNAL_SECRET)) {
            return settings.get(Setting.INTERNAL_SECRET);
        }
        byte[] drawn = new byte[32];
        new SecureRandom().nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
