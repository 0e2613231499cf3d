package uk.thinkuknow.identity.staff;

import java.util.regex.Pattern;

/**
 * Which words of an account mean nobody else, so that they can be replaced in rows that do not say whose they are.
 *
 * @param name nobody else has the name
 * @param nameInText the name means nobody else in a sentence either
 * @param email nobody else has the email address
 * @param usernameInText the user name means nobody else in a sentence
 */
record OwnWords(boolean name, boolean nameInText, boolean email, boolean usernameInText) {
    static OwnWords of(Account account, StaffMembers staff) {
        var name = account.name();
        var email = account.email();
        var own = !name.equalsIgnoreCase(PeopleService.BY_ITSELF) && !staff.isNameOfAnother(name, account.id());
        return new OwnWords(
                own,
                own
                        && identifiesPerson(name)
                        && staff.namesLike(name, account.id()).stream()
                                .noneMatch(other -> isPart(name, other) || isPart(other, name)),
                email != null && !staff.isAddressOfAnother(email, account.id()),
                identifiesPerson(account.username()) && !staff.isAddressOfAnother(account.username(), account.id()));
    }

    /**
     * Returns whether a name has a character that is not a letter. One of letters alone, such as "may", also occurs in
     * sentences that do not concern the person.
     */
    private static boolean identifiesPerson(String name) {
        return name.chars().anyMatch(each -> !Character.isLetter(each));
    }

    private static boolean isPart(String words, String name) {
        return Pattern.compile(ErasureReplacements.asWords(words)).matcher(name).find();
    }
}
