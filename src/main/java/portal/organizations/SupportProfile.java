package portal.organizations;

/** How a partner's customers reach its support; each part null when not told. */
public record SupportProfile(String email, String phone, String website) {
    /** Whether nothing is told. */
    public boolean empty() {
        return email == null && phone == null && website == null;
    }
}
