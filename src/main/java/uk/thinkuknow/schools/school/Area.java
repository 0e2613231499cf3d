package uk.thinkuknow.schools.school;

/** Where a school lies on a day: authority, region and nation, by key and by name. */
public record Area(String authorityKey, String authorityName, String regionKey, String regionName, String nation) {}
