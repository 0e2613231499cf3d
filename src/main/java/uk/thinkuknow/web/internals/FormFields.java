package uk.thinkuknow.web.internals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Reads all fields of a request's form. */
public final class FormFields {
    private FormFields() {}

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
