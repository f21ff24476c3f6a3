package stackelberg.workbench.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.workbench.session.ClassList.Entry;

class ClassListTest {
    @TempDir private Path folder;

    @Test
    void theBestOfATaskComeFirstAndAreKept() {
        Path file = folder.resolve("data/class.json");
        ClassList list = new ClassList(file);
        list.add(new Entry("a", "Ada", 0.2, "…"));
        list.add(new Entry("b", "Ben", 9, "…"));
        list.add(new Entry("a", "Cho", 0.7, "…"));
        list.close();
        ClassList read = new ClassList(file);
        assertThat(read.tasks()).containsExactly("a", "b");
        assertThat(read.best("a")).extracting(Entry::name).containsExactly("Cho", "Ada");
        read.clear("a");
        read.close();
        assertThat(new ClassList(file).tasks()).containsExactly("b");
    }

    @Test
    void twoWindowsLoseNothingOfEachOther() {
        Path file = folder.resolve("class.json");
        ClassList earlier = new ClassList(file);
        earlier.add(new Entry("old", "Eve", 1, "…"));
        earlier.close();
        ClassList one = new ClassList(file);
        ClassList other = new ClassList(file);
        one.clear("old");
        one.add(new Entry("a", "Ada", 1, "…"));
        one.close();
        other.add(new Entry("a", "Ben", 2, "…"));
        other.close();
        assertThat(other.best("a")).extracting(Entry::name).containsExactly("Ben", "Ada");
        ClassList read = new ClassList(file);
        assertThat(read.tasks()).as("what one has cleared stays so").containsExactly("a");
        assertThat(read.best("a")).extracting(Entry::name).containsExactly("Ben", "Ada");
        read.close();
    }

    @Test
    void aFileThatCannotBeReadIsPutAside() throws Exception {
        Path file = folder.resolve("class.json");
        Files.writeString(file, "[{\"task\": ");
        ClassList list = new ClassList(file);
        assertThat(list.tasks()).isEmpty();
        assertThat(folder.resolve("class.json.unreadable")).hasContent("[{\"task\": ");
        list.close();
    }

    @Test
    void entriesWithHolesAreLeftOut() throws Exception {
        Path file = folder.resolve("class.json");
        Files.writeString(
                file,
                "[null, {\"task\": \"a\"}, {\"task\": \"a\", \"name\": \"Ada\", \"points\": 1,"
                        + " \"words\": \"w\"}]");
        ClassList list = new ClassList(file);
        assertThat(list.best("a")).containsExactly(new Entry("a", "Ada", 1, "w"));
        list.close();
    }
}
