package uk.thinkuknow.identity.staff;

/** The roles of staff, by the names of Keycloak's realm roles. */
public final class Role {
    public static final String TEACHER = "teacher";
    public static final String DSL = "dsl";
    public static final String TRAINER = "trainer";
    public static final String REVIEWER = "reviewer";
    public static final String MANAGER = "manager";
    public static final String ADMINISTRATOR = "administrator";
    public static final String AUDITOR = "auditor";

    /** Everyone with an account, with or without a role. */
    public static final String ANYONE_SIGNED_IN = "**";

    private Role() {}
}
