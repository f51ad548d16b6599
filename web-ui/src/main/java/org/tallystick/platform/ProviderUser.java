package org.tallystick.platform;

import java.util.Map;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody logged in through the provider; the claims of the id token say in which role they act. */
final class ProviderUser extends DefaultOidcUser implements Acting {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;

    private ProviderUser(OidcUserRequest request, Actor actor) {
        super(AuthorityUtils.createAuthorityList("ROLE_" + actor.role()), request.getIdToken());
        this.actor = actor;
    }

    static ProviderUser of(OidcUserRequest request) {
        Map<String, Object> claims = request.getIdToken().getClaims();
        try {
            return new ProviderUser(
                    request, ActorTokens.actorOf(request.getIdToken().getSubject(), claims));
        } catch (BadCredentialsException noRole) {
            throw new OAuth2AuthenticationException(new OAuth2Error("no_role"), noRole);
        }
    }

    @Override
    public Actor actor() {
        return actor;
    }
}
