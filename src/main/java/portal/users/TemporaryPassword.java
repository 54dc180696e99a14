package portal.users;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import portal.platform.Vault;

/** A password for one sign-in, to be read out on the phone: no characters that look or sound alike. */
final class TemporaryPassword {
    /** 32 of them, so that a byte's lowest five bits choose one evenly. */
    private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private TemporaryPassword() {}

    /** Sixteen characters (80 bits) in groups of four; the first letter and the end satisfy rules about kinds of characters. */
    static String random(Vault vault) {
        byte[] bytes = vault.bytes(GROUPS * GROUP);
        String groups = IntStream.range(0, GROUPS)
                .mapToObj(group -> IntStream.range(0, GROUP)
                        .mapToObj(i -> String.valueOf(CHARACTERS.charAt(bytes[group * GROUP + i] & 31)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
        return "P" + groups + "7";
    }
}
