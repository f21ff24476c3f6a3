package stackelberg.study;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.scenario.FileTrouble;

/**
 * That one worker, on whichever machine, is at a job: a file beside the job's folder that names the
 * worker and is touched again and again. A worker that is gone cannot take its file away: the file
 * counts no longer when its process is no more, or, where that cannot be told, when it has not been
 * touched for a while, which does not depend on any clock that can be set. Should two workers be at
 * one job all the same, nothing is spoilt, for both write the same bytes.
 */
final class JobLock implements AutoCloseable {
    /**
     * A lock of which nothing else is known counts for so long after it was last seen to be
     * touched.
     */
    static final long PATIENCE_NANOS = 60_000_000_000L;

    private static final long TOUCH_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(JobLock.class);

    /** Locks that this process holds. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** When such a lock was last seen to change. */
    private static final Map<Path, Sighting> SEEN = new ConcurrentHashMap<>();

    private static final ScheduledExecutorService TOUCH =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "job locks");
                        thread.setDaemon(true);
                        return thread;
                    });

    static {
        TOUCH.scheduleAtFixedRate(
                () -> HELD.forEach(JobLock::touch), TOUCH_SECONDS, TOUCH_SECONDS, TimeUnit.SECONDS);
    }

    private record Sighting(String state, long nanos) {}

    /** Who holds a lock: a machine, a process of it, and when that began. */
    private record Holder(String host, long process, long began) {
        private static final Holder SELF = new Holder(hostName(), ProcessHandle.current());

        Holder(String host, ProcessHandle handle) {
            this(host, handle.pid(), began(handle));
        }

        private static long began(ProcessHandle handle) {
            return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }

        private static String hostName() {
            try {
                return InetAddress.getLocalHost().getHostName().replaceAll("\\s", "");
            } catch (UnknownHostException e) {
                return "localhost";
            }
        }

        static Optional<Holder> parse(String text) {
            String[] words = text.strip().split("\\s+");
            try {
                return words.length < 3
                        ? Optional.empty()
                        : Optional.of(
                                new Holder(
                                        words[0],
                                        Long.parseLong(words[1]),
                                        Long.parseLong(words[2])));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        boolean here() {
            return host.equals(SELF.host);
        }

        boolean gone() {
            return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
        }

        boolean alive() {
            return ProcessHandle.of(process)
                    .filter(handle -> handle.isAlive() && began(handle) == began)
                    .isPresent();
        }

        @Override
        public String toString() {
            return host + " " + process + " " + began + " " + UUID.randomUUID() + "\n";
        }
    }

    private final Path file;

    private JobLock(Path file) {
        this.file = file;
    }

    /**
     * Takes a lock; empty if another worker holds it.
     *
     * @throws IOException with a message for a person if the file cannot be written
     */
    static Optional<JobLock> take(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute.getParent());
            for (int attempt = 0; attempt < 2; attempt++) {
                if (create(absolute)) {
                    return Optional.of(new JobLock(absolute));
                }
                if (HELD.contains(absolute) || !abandoned(absolute)) {
                    return Optional.empty();
                }
                takeAway(absolute);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new IOException("cannot write " + file + ": " + FileTrouble.words(e), e);
        }
    }

    /** Whether a worker holds this lock. */
    static boolean held(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        return HELD.contains(absolute) || (Files.exists(absolute) && !abandoned(absolute));
    }

    private static boolean create(Path file) throws IOException {
        try {
            Files.writeString(
                    file,
                    Holder.SELF.toString(),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            HELD.add(file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Whether whoever made it is gone. */
    private static boolean abandoned(Path file) throws IOException {
        String text;
        FileTime touched;
        try {
            text = Files.readString(file);
            touched = Files.getLastModifiedTime(file);
        } catch (NoSuchFileException e) {
            return true;
        }
        Optional<Holder> holder = Holder.parse(text);
        if (holder.isPresent() && holder.get().here()) {
            if (holder.get().gone()) {
                return true;
            } else if (holder.get().alive()) {
                return false;
            }
            // Its number is in use, but that process seems to have begun at another time: it is
            // another one, or the clock was set since, by which the system counts such times.
        }
        String state = text + touched;
        long now = System.nanoTime();
        Sighting seen =
                SEEN.merge(
                        file,
                        new Sighting(state, now),
                        (old, fresh) -> old.state().equals(state) ? old : fresh);
        return now - seen.nanos() > PATIENCE_NANOS;
    }

    /** By a rename: of several that try, one succeeds. */
    private static void takeAway(Path file) throws IOException {
        Path aside = file.resolveSibling("." + UUID.randomUUID() + ".gone");
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(aside);
        } catch (NoSuchFileException e) {
            LOG.debug("{} was taken away by another", file);
        }
        SEEN.remove(file);
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            LOG.debug("{} cannot be touched", file, e);
        }
    }

    @Override
    public void close() {
        HELD.remove(file);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("{} stays", file, e);
        }
    }
}
