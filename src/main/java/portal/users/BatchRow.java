package portal.users;

import java.util.UUID;

/**
 * One user of a batch.
 *
 * @param number line of the file, or place in the selection
 * @param userId null while there is none
 * @param country code, or what was written instead
 * @param licences SKUs joined by {@link UserLine#PARTED}, or what was written instead
 * @param problem null when there is none
 * @param outcome null before it was carried out
 * @param missing names of products no seat was free for; null for none
 */
public record BatchRow(
        int number,
        UUID userId,
        String signInName,
        String firstName,
        String lastName,
        String displayName,
        String country,
        String licences,
        RowProblem problem,
        Outcome outcome,
        String missing) {
    /** A row that nothing was done with yet. */
    static BatchRow open(
            int number,
            UUID userId,
            String signInName,
            String firstName,
            String lastName,
            String displayName,
            String country,
            String licences,
            RowProblem problem) {
        return new BatchRow(
                number, userId, signInName, firstName, lastName, displayName, country, licences, problem, null, null);
    }

    /** The same row with what is wrong with it, unless something else is. */
    BatchRow with(RowProblem found) {
        return problem != null
                ? this
                : new BatchRow(
                        number,
                        userId,
                        signInName,
                        firstName,
                        lastName,
                        displayName,
                        country,
                        licences,
                        found,
                        outcome,
                        missing);
    }

    /** The same row with what became of it. */
    BatchRow became(UUID user, Outcome result, String without) {
        return new BatchRow(
                number,
                user,
                signInName,
                firstName,
                lastName,
                displayName,
                country,
                licences,
                problem,
                result,
                without);
    }
}
