package uk.thinkuknow;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Checks of the whole product which classes may do what is dangerous: start programs, connect to other machines, parse XML, write
 * HTML as it is, or fill something from a request.
 */
class SecurityRulesTest {
    private static final Set<String> READS_JSON = Set.of(
            "readValue", "readerFor", "forType", "treeToValue", "convertValue", "updateValue", "readerForUpdating");

    private static final String LITERAL = "\\s*\"(?:[^\"\\\\\n]++|\\\\.)*+\"\\s*";

    /** An argument of literals alone. */
    private static final String LITERALS = LITERAL + "(?:\\+" + LITERAL + ")*+[,)]";

    @Test
    void noClassStartsAProgramOrRunsAScript() {
        assertEquals(
                Set.of(),
                using(
                        "java.lang.ProcessBuilder|java.lang.Process|javax\\.script\\..*|jdk\\.jshell\\..*|java.lang.Runtime.(exec|load)"));
    }

    /** The two only take roles away from whom Keycloak has signed in. */
    @Test
    void onlyTheSignInOfTheRealmSaysWhoSomebodyIs() {
        assertEquals(
                Set.of("DemoAccounts", "SecondFactor"),
                using(
                        "io\\.quarkus\\.(security\\.(identity\\.(IdentityProvider\\w*|SecurityIdentityAugmentor)|runtime\\.QuarkusSecurityIdentity.*)"
                                + "|vertx\\.http\\.runtime\\.security\\.\\w*Mechanism.*)"));
    }

    /** Each goes to an address of the settings, or to one that {@code WebhookAddressCheck} allows; DatabaseSockets makes sockets for the driver. */
    @Test
    void onlyTheseClassesConnectToOtherMachines() {
        assertEquals(
                Set.of(
                        "ClamdClient",
                        "DatabaseSockets",
                        "DemoRehearsal",
                        "Keycloak",
                        "SmtpClient",
                        "TlsCertificate",
                        "UploadScan",
                        "WebhookHttpClient"),
                using(
                        "java\\.net\\.(Socket|DatagramSocket|URLConnection|HttpURLConnection)|java\\.net\\.http\\..*|javax\\.net\\.(Socket|ssl\\.SSLSocket|ssl\\.SSLEngine).*"
                                + "|java\\.nio\\.channels\\.\\w*SocketChannel|io\\.vertx\\..*\\.(WebClient|HttpClient|NetClient)"
                                + "|jakarta\\.mail\\.Transport|java.net.URL.(openStream|openConnection|getContent)"
                                + "|java\\.sql\\.DriverManager|javax\\.naming\\..*|jakarta\\.ws\\.rs\\.client\\..*"));
    }

    /** {@code HostileXmlTest} tries both. */
    @Test
    void onlyTwoReadersParseXml() {
        assertEquals(
                Set.of("XmlReader", "SafeSvg"),
                using(
                        "javax\\.xml\\.(stream\\.XMLInputFactory|parsers\\..*|transform\\..*|validation\\..*|xpath\\..*)|org\\.xml\\.sax\\..*"
                                + "|java\\.beans\\.XMLDecoder|org\\.apache\\.batik\\.(dom|anim|transcoder)\\..*"));
    }

    /** Qute compiles templates at the build: none is made of what somebody typed, in code or by another template. */
    @Test
    void noTemplateIsMadeWhileTheProductRuns() throws IOException {
        assertEquals(
                Set.of(),
                using("io\\.quarkus\\.qute\\.(Engine\\.(parse|putTemplate)|EngineBuilder\\.addLocator"
                        + "|(Qute|TemplateLocator|EvalSectionHelper|StrEvalNamespaceResolver)(\\W.*)?)"));
        assertEquals(Set.of(), filesWith("src/main/resources/templates", "\\{#eval\\b|\\bstr:eval\\b"));
    }

    @Test
    void onlyTheClassThatReadsOurOwnCertificateTakesAnyCertificate() throws IOException {
        var any =
                "X509(?:Extended)?TrustManager|HostnameVerifier|[tT]rust-?[aA]ll\\b|TrustAllOptions|setVerifyHost\\(false"
                        + "|tls\\.verification|ssl\\.trust\\b|checkserveridentity\", \"false";
        assertEquals(Set.of("TlsCertificate"), filesWith(any));
        assertEquals(Set.of(), filesWith("src/main/resources/application.properties", any));
    }

    /** What nobody may guess comes from the bean and from {@code PublicId}, which have a SecureRandom. */
    @Test
    void onlyTheDemoAndPausesUseChanceThatCanBeGuessed() {
        assertEquals(
                Set.of("DemoOutcomes", "DemoSessions", "DemoTallies", "RetryOnConflict"),
                using(
                        "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)|java\\.lang\\.Math\\.random"
                                + "|java\\.util\\.random\\.(RandomGeneratorFactory.*|RandomGenerator\\.(of|getDefault))|java\\.util\\.UUID\\.randomUUID"));
    }

    @Test
    void onlyThePublicFiguresAndCertificatesLetAnotherSiteReadThem() throws IOException {
        var reads = "(?i)access-control-|\\.cors\\b|CorsHandler";
        assertEquals(Set.of("BadgeIssuerResource", "FiguresResource"), filesWith(reads));
        assertEquals(Set.of(), filesWith("src/main/resources/application.properties", reads));
        assertEquals(Set.of("BadgeIssuerResource", "BadgesResource"), filesWith("\\bBadgeIssuerResource\\b"));
    }

    /**
     * Markdown is sanitised. The others have rendered templates, messages whose arguments are escaped, and documents of
     * our own.
     */
    @Test
    void onlyTheseClassesWriteHtmlAsItIs() throws IOException {
        assertEquals(
                Set.of(
                        "ImpactAssessmentResource",
                        "Markdown",
                        "MessageNamespaces",
                        "PaperLesson",
                        "PeriodsResource",
                        "PlayerStep",
                        "QuestionView",
                        "QuestionViews",
                        "TextTemplateExtension"),
                using("io\\.quarkus\\.qute\\.RawString\\.<init>"));
    }

    /** Each has a test of its name behind https, but the two that only take away a cookie of another. */
    @Test
    void onlyTheseClassesSetCookies() throws IOException {
        assertEquals(
                Set.of("ClassroomApi", "ErrorPages", "Flash", "HostCookies", "LinkCodes", "UnfinishedSignInCookies"),
                filesWith("addCookie\\(|NewCookie\\.Builder|SET_COOKIE|\"Set-Cookie\""));
    }

    /** A browser would show what is sent without a word about it. PDFs it shows in its own reader. */
    @Test
    void theseClassesSendFilesAndAllButPdfsAsDownloads() throws IOException {
        assertEquals(
                Set.of(
                        "AuditResource",
                        "ExchangeResource",
                        "FiguresResource",
                        "HeldDataResource",
                        "MissingReturnsResource",
                        "PaperRegisterResource",
                        "PeriodsResource",
                        "ReachCsv",
                        "TableExporter",
                        "TargetsResource",
                        "YearLinesResource"),
                filesWith("\"attachment; filename="));
        assertEquals(Set.of("PackResource", "PdfRenderer", "ResultResource"), filesWith("\"inline; filename="));
    }

    @Test
    void whateverWritesCsvMakesItsTextHarmless() throws IOException {
        var writers = filesWith("CsvWriter\\.builder\\(");
        writers.removeAll(filesWith("SpreadsheetText(\\.|::)(cells|harmless)\\b"));
        assertEquals(Set.of(), writers);
    }

    /** A register is read after its request, and deleted then. */
    @Test
    void onlyARegisterThatIsReadIsWrittenToAFile() {
        assertEquals(
                Set.of("ImportsResource"),
                using(
                        "java\\.nio\\.file\\.Files\\.(write\\w*|copy|move|create\\w*|newOutputStream|newBufferedWriter|newByteChannel)"
                                + "|java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile)|java\\.nio\\.channels\\.FileChannel"));
    }

    /** Commands of the command line are given paths; lessons that come with the product are in a folder. */
    @Test
    void onlyCommandsAndTheReaderOfLessonsMakeAPathOfWords() {
        assertEquals(
                Set.of("ImportCommand", "LessonFolder", "LessonsCheck", "YearCommand"),
                using(
                        "java\\.nio\\.file\\.(Path\\.(of|resolve\\w*)|Paths|FileSystem\\.getPath)|java\\.io\\.(File|FileInputStream|FileReader)"
                                + "|java\\.util\\.(zip\\.ZipFile|jar\\.JarFile)|io\\.vertx\\..*(\\.sendFile|\\.FileSystem)"));
    }

    @Test
    void onlyOneAnswerOfOurOwnWordsIsJsonWrittenByHand() throws IOException {
        assertEquals(Set.of("ErrorPages"), filesWith("\\\\\":|\\{\\s*\"\\w+\"\\s*:"));
    }

    /** They put in columns, tables and kinds of the product's own lists. What somebody typed is a parameter. */
    @Test
    void onlyTheseClassesPutTextInQuotesOfSqlAndItIsOurs() throws IOException {
        assertEquals(
                Set.of("AuditEntries", "ImportReports", "SchoolComparison", "StaffSuccessionListener"),
                filesWith("(?i)(?:= |like |\\()'%?\"+\\s*\\+|'%*%s%*'"));
    }

    /** They are made of constants and of lists of ours, and of typed words only in quotes. */
    @Test
    void onlyTheseClassesMakeAPatternOfMoreThanALiteral() throws IOException {
        assertEquals(
                Set.of(
                        "ErasureReplacements",
                        "Facts",
                        "GapTextBuilder",
                        "GiftText",
                        "InvisibleCharacters",
                        "MarkedWords",
                        "MoodleGaps",
                        "OwnWords",
                        "TraitsByPath",
                        "UnsuitableWords"),
                filesWith("Pattern\\.compile\\((?!" + LITERALS + ")"));
        var ofTexts = filesWith("\\.(?:matches|replaceAll|replaceFirst|split)\\((?!" + LITERALS
                + "|\\)|\\w+ ->|\\(\\w+, \\w+\\) ->|Matcher\\.)");
        ofTexts.retainAll(using("java\\.lang\\.String\\.(matches|replaceAll|replaceFirst|split)"));
        assertEquals(
                Set.of(
                        "ClassList",
                        "GiftAnswers",
                        "ImportedQuestion",
                        "NationsFormat",
                        "QtiGaps",
                        "RichTextReader",
                        "StepList",
                        "UntoldReturns"),
                ofTexts);
    }

    /** Each time the encoding is called; and no typed word follows the name of a parameter without it. */
    @Test
    void whatIsTypedIsEncodedInAnAddress() throws IOException {
        assertEquals(
                List.of(
                        "AccountsResource",
                        "AuditFilter",
                        "AuditResource",
                        "CoverageLists",
                        "CoverageLists",
                        "DaysReachResource",
                        "ErasureReplacements",
                        "Keycloak",
                        "LessonSearch",
                        "LetterService",
                        "LibraryResource",
                        "MissingReturnsFilter",
                        "MissingReturnsFilter",
                        "ReachResource",
                        "SignInAct",
                        "TableQuery",
                        "TargetTableQuery",
                        "TrainedPeoplePages"),
                foundIn("URLEncoder\\.encode\\("));
        assertEquals(
                List.of(),
                foundIn(
                        "[?&\"](?:words|name|phase|held|factor|subject)=\"\\s*\\+(?!\\s*(?:URLEncoder\\.|coded\\(|TargetTableQuery\\.coded\\(|query\\b))"));
    }

    /** Files that anybody may have, the calls of children (in {@code AccessMatrixTest}), Keycloak's reports, and filters. */
    @Test
    void onlyTheseClassesSeeARequestBesideItsRoute() {
        assertEquals(
                Set.of(
                        "Assets",
                        "BackChannelLogout",
                        "BodyFilter",
                        "ClassroomApi",
                        "Drawings",
                        "ExpiredSignInFilter",
                        "FormsOnlyFilter",
                        "HostCookies",
                        "LoadShedder",
                        "MetricsGuard",
                        "Recordings",
                        "SecurityHeaders",
                        "SignInAct",
                        "SignInFailureFilter",
                        "SlowSenders",
                        "UnfinishedSignInCookies"),
                using("io\\.vertx\\.ext\\.web\\.Router(\\..*)?|io\\.quarkus\\.vertx\\.web\\.Route.*"
                        + "|io\\.quarkus\\.vertx\\.http\\.runtime\\.filters\\.Filters(\\..*)?"));
    }

    /** The page for signing in takes an address of a request, by {@code ownPage}; the others make a path of ours a line before. */
    @Test
    void onlyTheseClassesLeadElsewhereThanToAPathThatIsWrittenThere() throws IOException {
        assertEquals(
                Set.of(
                        "BookingActRunner",
                        "ChangeResource",
                        "ClaimsResource",
                        "ConfirmationResource",
                        "DraftResource",
                        "DraftWelshResource",
                        "EventAttendanceResource",
                        "FilesResource",
                        "Flash",
                        "HolidaysResource",
                        "LinkCodes",
                        "MissingReturnsResource",
                        "OwnDaysResource",
                        "PaperRegisterResource",
                        "ReviewResource",
                        "SignInResource",
                        "StudioResource",
                        "TeacherRoom",
                        "UploadResource"),
                filesWith(
                        "(?:(?:[sS]eeOther|seeOtherNotDone|temporaryRedirect|location)\\(|AuthenticationRedirectException\\()"
                                + "(?!\\s*(?:(?:java\\.net\\.)?URI\\.create\\(\\s*|UriBuilder\\.fromPath\\()?+"
                                + "(?:\"/(?!\"\\s*\\+)|(?:[A-Z]\\w*\\.)?[A-Z_]{3,}\\b(?![.(])))"));
        assertEquals(Set.of("ClassroomApi", "SignInAct"), filesWith("\"[Ll]ocation\"|\\bLOCATION\\b"));
    }

    /** Of words of ours, keys and ids. */
    @Test
    void eachFileThatIsDownloadedHasANameOfOurs() throws IOException {
        var named = foundIn(
                "\\.header\\(\"Content-Disposition\", \"(?:attachment|inline); filename=\\\\\"(?<name>.*)\\)\n");
        assertEquals(
                List.of(
                        "AuditResource: audit.csv",
                        "ExchangeResource: key.csv",
                        "ExchangeResource: name",
                        "FiguresResource: reach-found.key().ending",
                        "HeldDataResource: held-id.json",
                        "MissingReturnsResource: missing-returns.csv",
                        "PackResource: pack-id.pdf",
                        "PaperRegisterResource: paper-registers.csv",
                        "PdfRenderer: safe(fileName)",
                        "PeriodsResource: name",
                        "ReachCsv: name",
                        "ResultResource: name.pdf",
                        "TableExporter: file",
                        "TargetsResource: view.fileName().csv",
                        "YearLinesResource: return-lines-wanted.csv"),
                named);
        assertEquals(named.size(), foundIn("(?i)content.?disposition").size(), "in no other way");
    }

    /** Commands of the command line answer there. */
    @Test
    void onlyCommandsWriteToStandardOutputThemselves() throws IOException {
        assertEquals(
                Set.of("ImportCommand", "LessonsCheck", "TotalsCommand", "YearCommand"),
                filesWith("System\\.(out|err)\\b|addHandler\\(|new \\w*Handler\\([^)]*\\.log"));
    }

    /** What a form may change is a record or a list of fields; an entity takes each value by a method that checks it. */
    @Test
    void noEntityIsFilledFromARequest() {
        var filled = new TreeSet<String>();
        for (var type : ProductClasses.ALL) {
            if (type.isAnnotatedWith(Path.class)) {
                type.getMethods().stream()
                        .filter(SecurityRulesTest::answersRequests)
                        .forEach(method -> entitiesIn(method)
                                .forEach(entity -> filled.add(method.getFullName() + " reads " + entity)));
            }
            type.getReferencedClassObjects().stream()
                    .filter(named -> isEntity(named.getRawType()) && readsJson(named.getOwner()))
                    .forEach(named -> filled.add(named.getOwner().getFullName() + " reads "
                            + named.getRawType().getName()));
        }
        assertEquals(new TreeSet<>(), filled);
    }

    private static boolean readsJson(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream().anyMatch(call -> READS_JSON.contains(call.getName()));
    }

    private static boolean answersRequests(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(each -> each.getRawType().isAnnotatedWith(HttpMethod.class));
    }

    private static List<String> entitiesIn(JavaMethod method) {
        var read = new HashSet<JavaClass>();
        method.getParameterTypes().forEach(type -> addWithFields(type.getAllInvolvedRawTypes(), read));
        return read.stream()
                .filter(SecurityRulesTest::isEntity)
                .map(JavaClass::getName)
                .toList();
    }

    private static void addWithFields(Collection<JavaClass> types, Set<JavaClass> read) {
        for (var type : types) {
            if (type.getPackageName().startsWith("uk.thinkuknow") && read.add(type)) {
                type.getFields().forEach(field -> addWithFields(field.getType().getAllInvolvedRawTypes(), read));
            }
        }
    }

    private static boolean isEntity(JavaClass type) {
        return type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Embeddable.class);
    }

    /** The classes that depend on a type, or call or name a method or constructor, whose name matches. */
    private static Set<String> using(String names) {
        var sought = Pattern.compile(names).asMatchPredicate();
        return ProductClasses.ALL.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(each ->
                                        sought.test(each.getTargetClass().getName()))
                        || type.getAccessesFromSelf().stream()
                                .anyMatch(access ->
                                        sought.test(access.getTargetOwner().getName() + "." + access.getName())))
                .map(SecurityRulesTest::outermost)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceAll("^.*\\.|\\$.*$", "");
    }

    private static Set<String> filesWith(String pattern) throws IOException {
        return filesWith("src/main/java", pattern);
    }

    private static Set<String> filesWith(String folder, String pattern) throws IOException {
        return new TreeSet<>(foundIn(folder, pattern));
    }

    private static List<String> foundIn(String pattern) throws IOException {
        return foundIn("src/main/java", pattern);
    }

    /** The files in which a pattern is found, each as often as it is found there, with what its group "name" is. */
    private static List<String> foundIn(String folder, String pattern) throws IOException {
        var sought = Pattern.compile(pattern);
        try (var files = Files.walk(java.nio.file.Path.of(folder))) {
            var found = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString().replace(".java", "");
                sought.matcher(Files.readString(file)).results().forEach(match -> found.add(name + named(match)));
            }
            Collections.sort(found);
            return found;
        }
    }

    private static String named(MatchResult match) {
        return match.namedGroups().containsKey("name")
                ? ": " + match.group("name").replaceAll("[\"\\\\+ ]", "")
                : "";
    }
}
