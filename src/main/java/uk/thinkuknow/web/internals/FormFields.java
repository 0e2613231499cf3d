package uk.thinkuknow.web.internals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Reads all fields of a form that a request brought. */
public final class FormFields {
    private FormFields() {}

    /** The values by the names of their fields, files left out; none where the request brought no form. */
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
