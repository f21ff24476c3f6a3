package stackelberg.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import stackelberg.scenario.FileTrouble;

/** Where folders lie that were thrown away, until the bin is emptied. */
public final class Bin {
    private final Path shelf;
    private final Path bin;

    /**
     * @param shelf where they lie otherwise; need not be there
     * @param bin where they lie then; need not be there
     */
    public Bin(Path shelf, Path bin) {
        this.shelf = shelf;
        this.bin = bin;
    }

    /** Where they lie then. */
    public Path folder() {
        return bin;
    }

    /** Whether this lies where it can be thrown away from. */
    public boolean takes(Path folder) {
        return shelf.toAbsolutePath()
                .normalize()
                .equals(folder.toAbsolutePath().normalize().getParent());
    }

    /**
     * Moves a folder to the bin.
     *
     * @throws IOException with a message for a person if that fails
     */
    public void throwAway(Path folder) throws IOException {
        move(folder, bin);
    }

    /**
     * Moves a folder out of the bin.
     *
     * @return where it is now
     * @throws IOException with a message for a person if that fails
     */
    public Path takeBack(Path folder) throws IOException {
        return move(folder, shelf);
    }

    private static Path move(Path folder, Path to) throws IOException {
        try {
            Files.createDirectories(to);
            Path target = to.resolve(folder.getFileName());
            for (int i = 2; Files.exists(target); i++) {
                target = to.resolve(folder.getFileName() + "-" + i);
            }
            return Files.move(folder, target);
        } catch (IOException e) {
            throw new IOException("cannot move " + folder + ": " + FileTrouble.words(e), e);
        }
    }

    /**
     * Deletes for good what lies in the bin, also what cannot be read any more.
     *
     * @throws IOException with a message for a person if some of it stays
     */
    public void empty() throws IOException {
        for (Path folder : folders()) {
            delete(folder);
        }
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(bin)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(bin)) {
            return all.filter(Files::isDirectory).toList();
        } catch (UncheckedIOException e) {
            throw new IOException("cannot read " + bin + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (NoSuchFileException e) {
            // Someone else emptied the bin.
        } catch (IOException | UncheckedIOException e) {
            throw new IOException("cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }
}
