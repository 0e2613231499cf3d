package uk.thinkuknow.schools.school;

/** The authority, region and nation of a school on one day, each by key and name. */
public record Area(String authorityKey, String authorityName, String regionKey, String regionName, String nation) {}
