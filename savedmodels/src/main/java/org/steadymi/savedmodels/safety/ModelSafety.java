package org.steadymi.savedmodels.safety;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Whether a SavedModel is arithmetic and nothing else. A SavedModel is a program, which may read
 * and write files, call into its host or take all memory; these checks come before TensorFlow sees
 * it.
 */
public final class ModelSafety {
  private ModelSafety() {}

  /**
   * Checks where the files of a model are.
   *
   * @throws UnsafeModelException if one lies outside the folder, or TensorFlow may read another
   *     graph than the one that is checked
   */
  public static void checkFiles(Path folder) throws IOException, UnsafeModelException {
    FolderFiles.check(folder);
  }

  /**
   * Checks what TensorFlow takes for granted and may end the process over: shapes, types and sizes
   * of constants. No trust makes up for these.
   *
   * @throws UnsafeModelException naming node and function
   */
  public static void checkSound(GraphDef graph) throws UnsafeModelException {
    Soundness.check(graph);
  }

  /**
   * Checks what the graph and all of its functions do: operations and their places, the files that
   * they name, recursion, size.
   *
   * @throws UnsafeModelException naming node, function and operation
   */
  public static void checkHarmless(MetaGraphDef definition) throws UnsafeModelException {
    Body graph = Body.of(definition.getGraphDef());
    Library library = Library.of(definition.getGraphDef().getLibrary());
    List<Body> bodies = new ArrayList<>(library.bodies());
    bodies.add(graph);
    checkOperations(bodies, library, Roles.of(definition, graph, library));
    CallTree.check(graph, library);
    FileNames.check(definition, graph, library);
    StaticSizes sizes = new StaticSizes();
    for (Body body : bodies) {
      sizes.check(body);
    }
  }

  private static void checkOperations(List<Body> bodies, Library library, Roles roles)
      throws UnsafeModelException {
    Operations operations = Operations.listed();
    for (Body body : bodies) {
      for (NodeDef node : body.nodes().values()) {
        requireFunctions(body, node, library);
        if (!library.has(node.getOp())) {
          requirePlace(body, node, operations.place(node.getOp()), roles.of(body, node));
        }
      }
    }
  }

  private static void requirePlace(Body body, NodeDef node, Optional<Place> place, Set<Role> roles)
      throws UnsafeModelException {
    String operation = Names.plain(node.getOp());
    if (place.isEmpty()) {
      throw new UnsafeModelException(
          "%s: %s is not arithmetic".formatted(body.describe(node), operation));
    }
    if (!place.get().permits(roles)) {
      throw new UnsafeModelException(
          "%s: %s %s".formatted(body.describe(node), operation, place.get().restriction()));
    }
  }

  private static void requireFunctions(Body body, NodeDef node, Library library)
      throws UnsafeModelException {
    for (String name : Attributes.functions(node.getAttrMap())) {
      if (!name.isEmpty() && !library.has(name)) {
        throw new UnsafeModelException(
            "%s calls %s, which the model lacks"
                .formatted(body.describe(node), Names.quoted(name)));
      }
    }
  }
}
