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

/** Runs the W3C's Nu HTML checker in this process, without a network. */
final class HtmlChecker {
    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

    private static final Errors FOUND = new Errors();

    /** Created once, because most of the time goes into reading its schema. */
    private static @Nullable SimpleDocumentValidator checker;

    private HtmlChecker() {}

    /** Returns the errors of a page as {@code address:line: message}; warnings are only advice and left out. */
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

    /** Collects the errors that the checker reports for a page, and ignores its warnings. */
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
