import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.PrintWriter;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prints the lists of names and the Brown clusters of edu.emory.mathcs.nlp:nlp4j-english:1.1.2 (Apache-2.0), which are
 * serialized objects, as tables that `npm run train -- tables` reads. With the two .xz of that jar unpacked in a folder:
 *
 *     java -cp nlp4j-common-1.1.2.jar PrintNameLists.java <folder>     writes <folder>/names.tsv, <folder>/clusters.tsv
 */
public class PrintNameLists {
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Object tree = read(folder.resolve("en-named-entity-gazetteers-simplified"));
    Field root = tree.getClass().getDeclaredField("n_root");
    root.setAccessible(true);
    try (PrintWriter out = write(folder.resolve("names.tsv"))) {
      printPhrases((Map<?, ?>) root.get(tree), new ArrayList<>(), out);
    }
    try (PrintWriter out = write(folder.resolve("clusters.tsv"))) {
      Map<?, ?> clusters = (Map<?, ?>) read(folder.resolve("en-brown-clusters-simplified-lowercase"));
      for (Map.Entry<?, ?> entry : clusters.entrySet()) {
        // A word has the starts of its path, and the path.
        String path = "";
        for (Object start : (Iterable<?>) entry.getValue())
          if (start.toString().length() > path.length()) path = start.toString();
        out.println(entry.getKey() + "\t" + path);
      }
    }
  }

  /** The codes of the lists that hold it, by comma, and the phrase, for each phrase of a tree of words. */
  static void printPhrases(Map<?, ?> node, List<String> words, PrintWriter out) throws Exception {
    Field field = node.getClass().getDeclaredField("value");
    field.setAccessible(true);
    if (field.get(node) instanceof Iterable<?> codes) {
      List<String> printed = new ArrayList<>();
      for (Object code : codes) printed.add(code.toString());
      out.println(String.join(",", printed) + "\t" + String.join(" ", words));
    }
    for (Map.Entry<?, ?> child : node.entrySet()) {
      words.add((String) child.getKey());
      printPhrases((Map<?, ?>) child.getValue(), words, out);
      words.remove(words.size() - 1);
    }
  }

  static Object read(Path file) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return in.readObject();
    }
  }

  static PrintWriter write(Path file) throws IOException {
    return new PrintWriter(Files.newBufferedWriter(file));
  }
}
