package uk.thinkuknow;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of the product, read once for all tests of its structure: they take seconds to read and 200 MB to hold. */
public final class ProductClasses {
    public static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("uk.thinkuknow");

    private ProductClasses() {}
}
