package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that a OneRoster export of a school's information system fills the list of classes, and that no name of a
 * person in it leaves the device.
 */
@Tag("journey")
class OneRosterJourneyTest {
    private static final String CHILD = "Zebedee-Planted";
    private static final String TEACHER = "Quintessa-Planted";
    private static final Map<String, String> EXPORT = Map.of(
            "manifest.csv",
            "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.classes,bulk\nfile.enrollments,bulk\n",
            "classes.csv",
            """
            sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
            c1,,,"Oneroster, 9P",05,co1,9P,homeroom,,s1,t1,,,
            c2,,,Oneroster mixed,,co1,MX,homeroom,,s1,t1,,,
            c3,,,Maths set 1,05,co2,M1,scheduled,,s1,t1,,,
            c4,tobedeleted,,Gone,05,co1,GO,homeroom,,s1,t1,,,
            c5,,,Last year,05,co1,LY,homeroom,,s1,t0,,,
            """,
            "academicSessions.csv",
            "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\nt0,,,Old,schoolYear,2020-09-01,2021-08-31,,2021\nt1,,,Now,schoolYear,2026-09-01,2099-08-31,,2027\n",
            "enrollments.csv",
            """
            sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
            e1,,,c1,s1,u1,student,false,,
            e2,,,c1,s1,u2,student,false,,
            e3,,,c1,s1,u2,student,false,,
            e4,,,c1,s1,u9,teacher,true,,
            e5,,,c2,s1,u3,student,false,,2020-01-01
            e6,tobedeleted,,c2,s1,u1,student,false,,
            e7,,,c2,s1,u4,student,false,,
            e8,,,c2,s1,u5,student,false,,
            e9,,,c3,s1,u5,student,false,,
            """,
            "users.csv",
            """
            sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
            u1,,,true,planted1,,Zebedee-Planted,"Smith ""Zeb"", junior",,,zebedee-planted@example.org,,,,05,
            u4,,,true,planted4,,Zebedee-Planted,Other,,,,,,,03,
            u5,,,true,planted5,,Zebedee-Planted,Third,,,,,,,04,
            u9,,,true,planted9,,Quintessa-Planted,Teach,,,,,,,,
            """);

    private final String base = Product.running().address();

    @Test
    void anExportBecomesClassesAndNoNameOfAPersonLeavesTheDevice() throws IOException {
        var page = Chromium.signedIn("tess", "/classes/from-a-list");
        var sent = new ArrayList<String>();
        page.onRequest(request -> {
            if (!request.url().contains("/assets/")) {
                sent.add(request.url() + " " + request.postData());
            }
        });
        page.setInputFiles("#files", zip(EXPORT));
        assertThat(page.locator("#read")).containsText("2 home classes read.");
        assertThat(page.locator("#read")).containsText("1 subject group left out.");
        assertEquals(
                List.of("Oneroster, 9P\tYear 5\t2", "Oneroster mixed\tYear 3 and Year 4\t2"),
                page.inputValue("#list").lines().toList());
        assertEquals(List.of(), sent);
        page.getByText("Check the list").click();
        assertThat(page.locator("#understood")).isVisible();
        Chromium.assertAccessible(page);
        page.getByText("Make these 2 classes").click();
        assertThat(page.locator(".tuk-flash")).containsText("2 classes are made.");
        assertThat(page.locator("main")).containsText("Years 3 and 4 · Ages 8 to 10 · 2 cards");

        page.navigate(base + "/classes/from-a-list");
        page.setInputFiles("#files", zip(EXPORT));
        assertThat(page.locator("#read")).containsText("2 home classes read.");
        page.getByText("Check the list").click();
        assertThat(page.locator("main")).containsText("All these classes are there already");

        assertFalse(String.join("\n", sent).toLowerCase().contains("planted"), () -> String.join("\n", sent));
        assertTrue(String.join("\n", sent).contains("Oneroster"));
        assertTrue(isOnDisk("Oneroster mixed"), "the search itself finds what is stored");
        assertFalse(isOnDisk(CHILD));
        assertFalse(isOnDisk(TEACHER));
        page.context().close();
    }

    @Test
    void filesThatCannotBeReadAreReportedAndTheTypedListStays() throws IOException {
        var page = Chromium.signedIn("tess", "/classes/from-a-list");
        page.fill("#list", "Typed before, 12");
        says(page, "There is no classes.csv among these files.", file("users.csv", EXPORT.get("users.csv")));
        says(page, "This is no zip file.", file("export.zip", "no zip"));
        says(page, "A quotation mark is opened and never closed.", file("classes.csv", "title\n\"open"));
        says(
                page,
                "This export holds only what has changed.",
                file("classes.csv", EXPORT.get("classes.csv")),
                file("manifest.csv", "propertyName,value\nfile.classes,delta\n"));
        says(page, "No class of this year is in these files.", file("classes.csv", "sourcedId,title\n"));
        page.fill("#list", "Typed before, 12");
        says(page, "There is no classes.csv", file("photo.jpg", "\u0000\u0001"));
        assertEquals("Typed before, 12", page.inputValue("#list"));
        page.context().close();
    }

    @Test
    void ifTheFilesHoldSeveralSchoolsTheTeacherChoosesOne() throws IOException {
        var page = Chromium.signedIn("tess", "/classes/from-a-list");
        page.setInputFiles("#files", new FilePayload[] {
            file("orgs.csv", "sourcedId,status,name,type\r\ns1,,First School,school\r\ns2,,Second School,school\r\n"),
            file(
                    "CLASSES.csv",
                    "\ufeffsourcedId,status,title,grades,classType,schoolSourcedId\r\na,,1A,01,homeroom,s1\r\nb,,R,KG,homeroom,s2")
        });
        assertThat(page.locator("#read")).containsText("classes of 2 schools");
        page.selectOption("#which-school", "s2");
        assertEquals("R\tReception", page.inputValue("#list"));
        Chromium.assertAccessible(page);
        page.context().close();
    }

    private static void says(Page page, String words, FilePayload... files) {
        page.setInputFiles("#files", files);
        assertThat(page.locator("#read")).containsText(words);
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8));
    }

    private static FilePayload zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var each : new LinkedHashMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry("export/" + each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new FilePayload("export.zip", "application/zip", bytes.toByteArray());
    }

    /**
     * Returns whether any file that the product has written holds these words: tables, database logs, the product's log
     * and temporary files.
     */
    private static boolean isOnDisk(String words) throws IOException {
        var found = new AtomicBoolean();
        Files.walkFileTree(Path.of("target/journey"), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes any) {
                found.compareAndSet(false, any.isRegularFile() && Files.isReadable(file) && holds(file, words));
                return found.get() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path gone, IOException why) {
                return FileVisitResult.CONTINUE; // running servers delete their own temporary files
            }
        });
        return found.get();
    }

    private static boolean holds(Path file, String words) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words);
        } catch (IOException gone) {
            return false;
        }
    }
}
