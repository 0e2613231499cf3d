package uk.thinkuknow.web;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Sends a trace of each request, if a collector is configured: the resource method, the duration and the status. It
 * records neither the user, their address nor the URL; the framework's own traces would, and are off.
 */
@Singleton
public class RequestTracer {
    private static final String SPAN = RequestTracer.class.getName();
    private static final int SERVER_ERROR = 500;

    private final Tracer tracer;
    private final boolean off;

    RequestTracer(Tracer tracer, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.tracer = tracer;
        this.off = off;
    }

    @ServerRequestFilter
    public void begin(ContainerRequestContext request, SimpleResourceInfo asked) {
        if (!off) {
            request.setProperty(
                    SPAN,
                    begin(asked.getResourceClass().getSimpleName() + "." + asked.getMethodName(), request.getMethod()));
        }
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(SPAN) instanceof Span span) {
            end(span, response.getStatus());
        }
    }

    /**
     * Begins the trace of a request that bypasses the filters. The caller ends it with the answer.
     *
     * @param asked the class and the method in the code
     */
    public Span begin(String asked, String method) {
        if (off) {
            return Span.getInvalid();
        }
        var span = tracer.spanBuilder(asked)
                .setNoParent()
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        span.setAttribute("http.request.method", method);
        return span;
    }

    public void end(Span span, int status) {
        span.setAttribute("http.response.status_code", status);
        if (status >= SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
