package portal.customers;

/** The version of a row as a form's hidden field brings it back. */
final class Version {
    private Version() {}

    /** A version; one that never was when the field was tampered with. */
    static int of(String field) {
        return field.matches("-1|[0-9]{1,9}") ? Integer.parseInt(field) : Integer.MIN_VALUE;
    }
}
