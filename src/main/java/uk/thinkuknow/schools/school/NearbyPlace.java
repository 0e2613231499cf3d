package uk.thinkuknow.schools.school;

/**
 * A place found from what somebody typed: the middle of the schools of a postcode district or a town.
 *
 * @param name for people: "ZZ1" or "Harrowbeck"
 * @param regionKey the region in which most of those schools lie
 * @param schools how many the middle is taken of
 */
public record NearbyPlace(String name, GridPlace place, String regionKey, int schools) {}
