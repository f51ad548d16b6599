package org.tallystick.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.web.util.UriComponentsBuilder;

/** An OpenID Connect provider that lets everybody in at once, as whoever the test says. */
final class FakeProvider implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;
    private final AtomicReference<String> nonce = new AtomicReference<>("");
    private Map<String, Object> person = Map.of();

    FakeProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",\
                "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],\
                "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer())));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString(true)));
        server.createContext("/authorize", this::authorize);
        server.createContext(
                "/token",
                exchange -> answer(
                        exchange,
                        "{\"access_token\":\"%s\",\"id_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                                .formatted(token("api", key), token("tallystick-pages", key))));
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Whom it speaks for from now on, by the claims beyond the registered ones; {@code sub} among them. */
    void become(Map<String, Object> claims) {
        person = claims;
    }

    /** A bearer token of this provider. */
    String token() {
        return token("api", key);
    }

    /** A token that says the same and is signed by a key that is not the provider's. */
    String forgedToken() throws JOSEException {
        return token("api", new RSAKeyGenerator(2048).keyID("k1").generate());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String token(String audience, RSAKey signer) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(audience)
                .claim("nonce", nonce.get())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        person.forEach(claims::claim);
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims.build());
        try {
            jwt.sign(new RSASSASigner(signer));
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
        return jwt.serialize();
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked =
                UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams();
        nonce.set(String.valueOf(asked.getFirst("nonce")));
        String back = java.net.URLDecoder.decode(String.valueOf(asked.getFirst("redirect_uri")), StandardCharsets.UTF_8)
                + "?code=c&state=" + asked.getFirst("state");
        exchange.getResponseHeaders().add("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
