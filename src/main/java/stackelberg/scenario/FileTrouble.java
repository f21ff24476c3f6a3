package stackelberg.scenario;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in plain words why a file could not be read or written. */
public final class FileTrouble {
    private static final String FULL = "the disk is full";
    private static final String SHARE_FULL = "your share of the disk is full";

    private FileTrouble() {}

    /** The trouble as a sentence without its final stop; it does not name the file. */
    public static String words(IOException trouble) {
        if (trouble instanceof NoSuchFileException || trouble instanceof FileNotFoundException) {
            return "there is no such file or folder";
        } else if (trouble instanceof AccessDeniedException) {
            return "its permissions do not allow it";
        } else if (trouble instanceof FileAlreadyExistsException) {
            return "something of that name is already there";
        }
        String reason =
                trouble instanceof FileSystemException fileSystem
                        ? fileSystem.getReason()
                        : trouble.getMessage();
        if (reason == null) {
            return "the system gives no reason";
        }
        return switch (reason) {
            case "No space left on device", "There is not enough space on the disk" -> FULL;
            case "Disk quota exceeded" -> SHARE_FULL;
            case "Read-only file system" -> "the disk is read-only";
            case "Not a directory" -> "part of its path is a file, not a folder";
            case "Is a directory" -> "it is a folder";
            case "File name too long" -> "its name is too long";
            case "File too large" -> "it would be larger than the system allows";
            case "Stale file handle" -> "the folder in the network is gone";
            case "Input/output error" -> "the disk has a fault";
            default -> reason;
        };
    }

    /** What a person can do about it, as a clause to which another can be added. */
    public static String remedy(IOException trouble) {
        String words = words(trouble);
        return words.equals(FULL) || words.equals(SHARE_FULL)
                ? "Free some space"
                : trouble instanceof NoSuchFileException ? "Put it back where it was" : "Mend that";
    }
}
