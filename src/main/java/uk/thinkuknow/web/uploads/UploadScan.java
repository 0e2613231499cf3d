package uk.thinkuknow.web.uploads;

import io.quarkus.logging.Log;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLog.Attempt;
import uk.thinkuknow.web.internals.FormFields;

/**
 * Has every uploaded file of every form scanned before the resource sees it, if {@code THINKUKNOW_ANTIVIRUS} names a
 * clamd. A file that is not scanned is not taken.
 */
class UploadScan {
    private volatile @Nullable ClamdClient scanner;
    private final TlsConfigurationRegistry tls;
    private final SecurityLog log;

    UploadScan(
            @ConfigProperty(name = "thinkuknow.antivirus") Optional<String> antivirus,
            TlsConfigurationRegistry tls,
            SecurityLog log) {
        this.tls = tls;
        this.log = log;
        use(antivirus.orElse(""));
    }

    /** @param address host:port of clamd; if it is empty, nothing is scanned */
    final void use(String address) {
        int colon = address.lastIndexOf(':');
        scanner = colon < 0
                ? null
                : new ClamdClient(
                        address.substring(0, colon),
                        Integer.parseInt(address.substring(colon + 1)),
                        tls.get(ClamdClient.NAME).map(UploadScan::sockets));
    }

    private static SSLSocketFactory sockets(TlsConfiguration tls) {
        try {
            return tls.createSSLContext().getSocketFactory();
        } catch (Exception e) {
            throw new IllegalStateException("the authority of the scanner's certificate cannot be used", e);
        }
    }

    @ServerRequestFilter
    @WithFormRead
    void scan(ResteasyReactiveContainerRequestContext request) {
        var clamd = scanner;
        if (clamd != null) {
            FormFields.filesOf(request).forEach(file -> scan(clamd, file, request.getSecurityContext()));
        }
    }

    private void scan(ClamdClient clamd, FormFields.SentFile file, SecurityContext sender) {
        Optional<String> found;
        try (var content = file.open()) {
            found = clamd.scan(content);
        } catch (IOException e) {
            Log.errorf("a file was not taken, because the scanner for malware does not answer: %s", e.getMessage());
            throw new Refused("web.notScanned");
        }
        if (found.isPresent()) {
            var who = sender.getUserPrincipal() == null
                    ? ""
                    : sender.getUserPrincipal().getName();
            log.record(Attempt.FILE, who, who + ", malware " + found.get());
            throw new Refused("web.malware", file.name());
        }
    }
}
