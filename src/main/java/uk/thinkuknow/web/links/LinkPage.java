package uk.thinkuknow.web.links;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The page that a link in an email opens. Its script sends the code behind the #, which browsers keep from servers,
 * proxies and their logs; without scripts people paste the link from the email.
 *
 * @param action the address that takes the code
 */
@CheckedTemplate(basePath = "web/links", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record LinkPage(String action) implements TemplateInstance {}
