package uk.thinkuknow.operations.system;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Records the traces that a collector would receive while a test listens. */
@Singleton
public class TraceCapture implements SpanExporter {
    private final List<SpanData> heard = new ArrayList<>();
    private boolean listening;

    @Inject
    Instance<OpenTelemetry> telemetry;

    public synchronized void listen(boolean on) {
        listening = on;
        heard.clear();
    }

    /** All spans since the test began to listen, with every attribute. */
    public List<SpanData> heard() {
        ((OpenTelemetrySdk) telemetry.get()).getSdkTracerProvider().forceFlush().join(60, TimeUnit.SECONDS);
        synchronized (this) {
            return List.copyOf(heard);
        }
    }

    @Override
    public synchronized CompletableResultCode export(Collection<SpanData> spans) {
        if (listening) {
            heard.addAll(spans);
        }
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
