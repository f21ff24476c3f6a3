package stackelberg.pomdp;

/** The followers' response could not be certified; the message is a clause with the gaps. */
public final class NotCertifiedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotCertifiedException(String message) {
        super(message);
    }
}
