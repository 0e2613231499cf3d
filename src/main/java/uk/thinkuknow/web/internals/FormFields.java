package uk.thinkuknow.web.internals;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Reads all fields of a request's form. */
public final class FormFields {
    private FormFields() {}

    /** An uploaded file: the name that its sender gave it, and its content. */
    public record SentFile(String name, FileItem content) {
        public InputStream open() throws IOException {
            return content.getInputStream();
        }
    }

    /** The uploaded files of a form; empty if the request has no form. */
    public static List<SentFile> filesOf(ResteasyReactiveContainerRequestContext request) {
        var form = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
        var files = new ArrayList<SentFile>();
        if (form != null) {
            form.forEach(name -> form.get(name).stream()
                    .filter(FormValue::isFileItem)
                    .map(field ->
                            new SentFile(Objects.requireNonNullElse(field.getFileName(), ""), field.getFileItem()))
                    .forEach(files::add));
        }
        return files;
    }

    /**
     * The values of each field of a form that was read but not handled; at most so many, the others are left out.
     *
     * @throws IllegalArgumentException if it is not written as browsers write forms
     */
    public static Map<String, List<String>> of(Buffer form, int atMost) {
        return new QueryStringDecoder(form.toString(), StandardCharsets.UTF_8, false, atMost, true).parameters();
    }

    /** The values of each field by its name, without files; empty if the request has no form. */
    public static Map<String, List<String>> of(ResteasyReactiveContainerRequestContext request) {
        var form = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
        var fields = new LinkedHashMap<String, List<String>>();
        if (form != null) {
            form.forEach(name -> fields.put(
                    name,
                    form.get(name).stream()
                            .filter(field -> !field.isFileItem())
                            .map(FormValue::getValue)
                            .toList()));
        }
        return fields;
    }
}
