package portal.invitations;

import java.util.Arrays;
import java.util.Optional;
import portal.platform.database.Coded;

/** Who may use the link: one customer once, or any customer. */
public enum InvitationKind implements Coded {
    ONE,
    STANDING;

    /** By its code; one customer when nothing was chosen, empty for anything else. */
    static Optional<InvitationKind> of(String code) {
        return code.isEmpty()
                ? Optional.of(ONE)
                : Arrays.stream(values())
                        .filter(kind -> kind.code().equals(code))
                        .findFirst();
    }
}
