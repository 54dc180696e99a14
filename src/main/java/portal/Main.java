package portal;

/** Starts the portal. */
public final class Main {
    private Main() {}

    /** Starts demo mode. */
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
