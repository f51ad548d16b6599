package org.tallystick.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The one endpoint of all queries: a GET at each address of {@link Resources}, answered as JSON or, where it is
 * streamed, as a file.
 */
@RestController
public class QueryEndpoint {

    private final QueryPort queries;
    private final Map<String, Class<? extends Query<?>>> byPath = new HashMap<>();

    QueryEndpoint(QueryPort queries) {
        this.queries = queries;
        Resources.all().forEach((query, path) -> byPath.put(path, query));
    }

    /** Takes its addresses in the mapping of the process. */
    void register(RequestMappingHandlerMapping mapping) {
        Method method = answer();
        byPath.keySet()
                .forEach(path -> mapping.registerMapping(
                        RequestMappingInfo.paths(path)
                                .methods(RequestMethod.GET)
                                .options(mapping.getBuilderConfiguration())
                                .build(),
                        this,
                        method));
    }

    private static Method answer() {
        try {
            return QueryEndpoint.class.getDeclaredMethod("answer", HttpServletRequest.class, HttpServletResponse.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers the query of the address. */
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        Class<? extends Query<?>> type = Objects.requireNonNull(byPath.get(String.valueOf(pattern)));
        Actor actor = ApiSecurity.actor();
        Access.require(actor, type);
        Map<String, String[]> parameters = request.getParameterMap();
        Query<?> query = QueryBinder.bind(type, path(request), parameters);
        long after = QueryBinder.after(parameters);
        QueryPort port = QueryBinder.replay(parameters).map(queries::at).orElse(queries);
        if (query instanceof StreamedQuery streamed) {
            stream(port, streamed, actor, after, response);
            return;
        }
        byte[] answer = Json.mapper().writeValueAsBytes(port.ask(query, actor, after));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }

    private static void stream(
            QueryPort port, StreamedQuery query, Actor actor, long after, HttpServletResponse response)
            throws IOException {
        FileDownload file = new FileDownload(response, query);
        try {
            port.write(query, actor, after, file);
            file.close();
        } catch (RuntimeException e) {
            if (file.begun()) {
                // A file that broke off must not look like a whole one: the connection is cut.
                throw new IOException("The file broke off", e);
            }
            throw e;
        }
    }

    @SuppressWarnings("unchecked") // as documented there
    private static Map<String, String> path(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : (Map<String, String>) variables;
    }
}
