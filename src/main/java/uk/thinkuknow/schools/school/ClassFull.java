package uk.thinkuknow.schools.school;

import uk.thinkuknow.common.Refused;

/** Thrown when a class cannot have another card in force: at most 60 may be, and a class has 120 numbers a year. */
public final class ClassFull extends Refused {
    ClassFull(String name) {
        super("school.classFull", name);
    }
}
