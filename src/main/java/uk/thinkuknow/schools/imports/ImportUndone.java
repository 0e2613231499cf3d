package uk.thinkuknow.schools.imports;

/** Event: an import is undone, so that each package removes the rows it wrote for it. */
public record ImportUndone(long importId) {}
