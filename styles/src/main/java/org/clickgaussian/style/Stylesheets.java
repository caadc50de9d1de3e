package org.clickgaussian.style;

import java.net.URL;
import java.util.List;

/** Where the stylesheets lie. */
public final class Stylesheets {
  private Stylesheets() {}

  /** The addresses of all sheets of the light theme, in the order in which they apply. */
  public static List<String> light() {
    return List.of(
        address("light.css"),
        address("workbench.css"),
        address("icons.css"),
        address("viewport.css"),
        address("curves.css"),
        address("compare.css"),
        address("features.css"));
  }

  /** The addresses of all sheets of the dark theme, in the order in which they apply. */
  public static List<String> dark() {
    return List.of(
        address("dark.css"),
        address("workbench.css"),
        address("icons.css"),
        address("viewport.css"),
        address("curves.css"),
        address("compare.css"),
        address("features.css"));
  }

  private static String address(String name) {
    URL sheet = Stylesheets.class.getResource(name);
    if (sheet == null) {
      throw new IllegalStateException("the stylesheet " + name + " is missing in the program");
    }
    return sheet.toExternalForm();
  }
}
