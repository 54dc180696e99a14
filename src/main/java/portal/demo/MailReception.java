package portal.demo;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One SMTP transaction: the message is safe on disk before the sender hears that it was taken. */
final class MailReception implements MessageHandler {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Path directory;
    private final int largest;
    private final AtomicInteger refusal;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    MailReception(Path directory, int largest, AtomicInteger refusal) {
        this.directory = directory;
        this.largest = largest;
        this.refusal = refusal;
    }

    @Override
    public void from(String from) {
        sender = from;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        int code = refusal.get();
        if (code != 0) {
            throw new RejectException(code, code < 500 ? "Try again later" : "No such mailbox");
        }
        recipients.add(recipient);
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(MailFile.envelope(sender, recipients).getBytes(StandardCharsets.UTF_8));
        byte[] content = data.readNBytes(largest + 1);
        if (content.length > largest) {
            // What follows on the line would be read as commands.
            data.transferTo(OutputStream.nullOutputStream());
            throw new RejectException(552, "Message is larger than " + largest + " bytes");
        }
        message.writeBytes(content);
        store(message.toByteArray());
        return null;
    }

    private void store(byte[] message) throws RejectException {
        try {
            OwnerOnlyFile.replace(directory.resolve(IDS.generate() + ".eml"), message);
        } catch (IOException failure) {
            throw new RejectException(451, "The message could not be stored");
        }
    }

    @Override
    public void done() {}
}
