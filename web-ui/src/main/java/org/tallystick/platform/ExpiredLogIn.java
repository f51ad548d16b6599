package org.tallystick.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What a security chain for pages needs so that nothing typed is lost and a wrong password costs one field only. */
public class ExpiredLogIn
        implements AuthenticationEntryPoint,
                AccessDeniedHandler,
                AuthenticationSuccessHandler,
                AuthenticationFailureHandler {

    private final AuthenticationEntryPoint toLogIn = new LoginUrlAuthenticationEntryPoint("/log-in");
    private final AuthenticationSuccessHandler whereTheyWere = new SavedRequestAwareAuthenticationSuccessHandler();
    private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();

    /** Nobody is logged in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException, ServletException {
        if (KeptForm.keep(request)) {
            response.sendRedirect(request.getContextPath() + "/log-in?expired");
        } else {
            toLogIn.commence(request, response, nobody);
        }
    }

    /** A form from a session that is gone has a token nobody knows any more; anything else is not allowed. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (!(denied instanceof CsrfException)) {
            forbidden.handle(request, response, denied);
            return;
        }
        boolean kept = !request.getServletPath().equals("/log-in") && KeptForm.keep(request);
        boolean loggedIn = request.getUserPrincipal() != null;
        response.sendRedirect(request.getContextPath() + (kept && loggedIn ? "/carry-on" : "/log-in?expired"));
    }

    /** Back to what they were writing, or to the page they asked for. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        if (KeptForm.in(request.getSession()).isPresent()) {
            response.sendRedirect(request.getContextPath() + "/carry-on");
        } else {
            whereTheyWere.onAuthenticationSuccess(request, response, authentication);
        }
    }

    /** The username stays. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String username = request.getParameter("username");
        request.getSession().setAttribute(LogInPage.USERNAME_TRIED, username == null ? "" : username);
        response.sendRedirect(
                request.getContextPath() + (failure instanceof LockedException ? "/log-in?wait" : "/log-in?error"));
    }
}
