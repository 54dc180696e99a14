package portal;

/** Starts the portal. */
public final class Main {
    private Main() {}

    /** Serves. */
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
