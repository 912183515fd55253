package io.entrepot.connectors.spi.sandbox;

import java.util.List;

/** Writes a page; every text is escaped on its way in. */
final class Html {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--line:color-mix(in srgb,currentColor 18%,transparent);
      --soft:color-mix(in srgb,currentColor 62%,transparent)}
      body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1.25rem}
      h1{font-size:1.5rem;margin:0}h2{font-size:1.05rem;margin:2rem 0 .5rem}
      p{margin:.25rem 0 1rem;color:var(--soft)}a{color:inherit}
      dl{display:flex;flex-wrap:wrap;gap:.75rem;margin:1rem 0}
      dl div{border:1px solid var(--line);border-radius:.5rem;padding:.5rem .9rem;min-width:6rem}
      dt{color:var(--soft);font-size:.85rem}dd{margin:0;font-size:1.25rem;
      font-variant-numeric:tabular-nums}
      .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}
      th,td{text-align:left;padding:.35rem .9rem .35rem 0;border-bottom:1px solid var(--line);
      vertical-align:top}th{color:var(--soft);font-weight:500;white-space:nowrap}
      td:first-child{white-space:nowrap}code{font-size:.85rem;overflow-wrap:anywhere}
      .on{font-weight:600}
      """;

  private final StringBuilder text = new StringBuilder(4096);

  Html(String title) {
    text.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
        .append(escaped(title))
        .append("</title><style>")
        .append(STYLE)
        .append("</style>");
    element("h1", title);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  Html heading(String heading) {
    return element("h2", heading);
  }

  Html paragraph(String sentence) {
    return element("p", sentence);
  }

  Html link(String address, String words) {
    text.append("<p><a href=\"")
        .append(escaped(address))
        .append("\">")
        .append(escaped(words))
        .append("</a></p>");
    return this;
  }

  /** Name and value in boxes. */
  Html figures(List<List<String>> figures) {
    text.append("<dl>");
    for (List<String> figure : figures) {
      text.append("<div>");
      element("dt", figure.get(0)).element("dd", figure.get(1));
      text.append("</div>");
    }
    text.append("</dl>");
    return this;
  }

  Html table(List<String> columns, List<List<String>> rows) {
    text.append("<div class=\"scroll\"><table><tr>");
    columns.forEach(column -> element("th", column));
    text.append("</tr>");
    for (List<String> row : rows) {
      text.append("<tr>");
      row.forEach(cell -> element("td", cell));
      text.append("</tr>");
    }
    text.append("</table></div>");
    return this;
  }

  private Html element(String name, String content) {
    text.append('<').append(name).append('>').append(escaped(content));
    text.append("</").append(name).append('>');
    return this;
  }

  SandboxAnswer page() {
    // Nothing on the page may run, whatever a partner wrote into its books.
    return SandboxAnswer.html(200, text.append("</html>").toString())
        .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .with("X-Content-Type-Options", "nosniff");
  }
}
