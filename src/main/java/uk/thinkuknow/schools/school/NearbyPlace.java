package uk.thinkuknow.schools.school;

/**
 * The average position of the schools of a postcode district or a town, found from typed text.
 *
 * @param name as shown: "ZZ1" or "Harrowbeck"
 * @param regionKey the region that most of those schools are in
 * @param schools the number of schools averaged
 */
public record NearbyPlace(String name, GridPlace place, String regionKey, int schools) {}
