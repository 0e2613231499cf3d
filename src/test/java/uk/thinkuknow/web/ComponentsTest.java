package uk.thinkuknow.web;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.UserTagSectionHelper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComponentsTest {
    @Test
    void t() throws Exception {
        var builder = Engine.builder().addDefaults().addValueResolver(new ReflectionValueResolver());
        MessageNamespaces.addTo(builder);
        try (var files = Files.list(Path.of("src/main/resources/templates/tags"))) {
            files.forEach(f -> {
                var name = f.getFileName().toString().replace(".html", "");
                builder.addSectionHelper(new UserTagSectionHelper.Factory(name, "tags/" + name + ".html"));
            });
        }
        builder.addLocator(id -> {
            var p = Path.of("src/main/resources/templates").resolve(id);
            if (!Files.exists(p)) return Optional.empty();
            return Optional.of(new io.quarkus.qute.TemplateLocator.TemplateLocation() {
                public java.io.Reader read() {
                    try {
                        return Files.newBufferedReader(p);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }

                public Optional<io.quarkus.qute.Variant> getVariant() {
                    return Optional.of(io.quarkus.qute.Variant.forContentType("text/html"));
                }
            });
        });
        var engine = builder.build();
        System.out.println(engine.parse(
                        "{#input name='a<b' label='La & bel' hint='Hi' maxlength=20 autocomplete='o\"ff' data-x='y' value=id /}",
                        io.quarkus.qute.Variant.forContentType("text/html"))
                .data("id", "ID<")
                .render());
        System.out.println(engine.parse(
                        "{#error-x text='a' /}{#input name='n' label='A' plain=true error='bad' by='z' /}",
                        io.quarkus.qute.Variant.forContentType("text/html"))
                .data("id", "ID<")
                .render());
    }
}
