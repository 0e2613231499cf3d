package uk.thinkuknow.journey;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker of the W3C, in this process and without the network. */
final class HtmlChecker {
    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

    private static final Errors FOUND = new Errors();

    /** Made once: most of its time goes into reading its schema. */
    private static @Nullable SimpleDocumentValidator checker;

    private HtmlChecker() {}

    /** What is wrong with a page, as {@code address:line: message}; its warnings are advice and left out. */
    static synchronized List<String> errorsIn(String address, String html) {
        FOUND.address = address;
        FOUND.all.clear();
        try {
            if (checker == null) {
                var made = new SimpleDocumentValidator();
                made.setUpMainSchema(SCHEMA, FOUND);
                made.setUpValidatorAndParsers(FOUND, false, false);
                checker = made;
            }
            var page = new InputSource(new StringReader(html));
            page.setSystemId(address);
            checker.checkHtmlInputSource(page);
        } catch (Exception e) {
            throw new IllegalStateException("the checker could not check " + address, e);
        }
        return List.copyOf(FOUND.all);
    }

    private static final class Errors implements ErrorHandler {
        private final List<String> all = new ArrayList<>();
        private String address = "";

        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) {
            all.add(address + ":" + error.getLineNumber() + ": " + error.getMessage());
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            error(error);
        }
    }
}
