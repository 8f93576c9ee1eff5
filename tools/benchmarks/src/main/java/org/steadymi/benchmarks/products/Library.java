package org.steadymi.benchmarks.products;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.steadymi.benchmarks.training.Programs;

/** Whose products of matrices take the machine's measure. */
enum Library {
  /** The one that training uses. */
  TENSORFLOW,
  PYTORCH,
  NUMPY;

  /** It has both of the others. */
  private static final String ENVIRONMENT = "pytorch";

  private static final String SCRIPT = "products.py";

  /** Its name. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Why it cannot take part, in one line; empty if it can. */
  Optional<String> missing(Programs programs) {
    return this == TENSORFLOW ? Optional.empty() : programs.missing(id(), ENVIRONMENT);
  }

  /** A process whose unit of work is every product of a list once. */
  List<String> command(Programs programs, List<Product> products) {
    if (this == TENSORFLOW) {
      return ProductsPeer.command(products);
    }
    List<String> arguments = new ArrayList<>(List.of(id()));
    products.forEach(product -> arguments.add(product.text()));
    return programs.script(ENVIRONMENT, SCRIPT, arguments);
  }
}
