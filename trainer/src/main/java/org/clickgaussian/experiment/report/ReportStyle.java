package org.clickgaussian.experiment.report;

/** How the report of a comparison looks. */
final class ReportStyle {
  /** Everything up to the content. */
  static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <title>Comparison of runs</title>
      <style>
      :root { --back: #ffffff; --panel: #f3f5f7; --text: #1b1f24; --muted: #59636e;
        --line: #d5dae0; --best: #0a6b3d; --worse: #a33a00; --warn: #7a5a00;
        --s0: #0072b2; --s1: #d55e00; --s2: #009e73; --s3: #a23b9c; --s4: #7a6a00;
        --s5: #3d8fc4; --s6: #b07900; }
      @media (prefers-color-scheme: dark) {
        :root { --back: #16191d; --panel: #1f242a; --text: #e4e8ec; --muted: #9aa5b1;
          --line: #353c45; --best: #5fd39a; --worse: #ff9d6b; --warn: #e8c25a;
          --s0: #56b4e9; --s1: #ff8f4d; --s2: #3fd0a4; --s3: #d98ad6; --s4: #d9c74a;
          --s5: #9bc8ee; --s6: #f0c25e; } }
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; padding: 0 1.5em;
        max-width: 1340px; background: var(--back); color: var(--text); }
      h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin-top: 2em; }
      .note { color: var(--muted); margin: 0.3em 0; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      th, td { padding: 3px 14px 3px 0; text-align: left; border-bottom: 1px solid var(--line);
        white-space: nowrap; }
      th { color: var(--muted); font-weight: 600; }
      small { color: var(--muted); } .worse small { color: var(--worse); }
      .better small { color: var(--best); }
      .best { font-weight: 700; color: var(--best); } .best small { font-weight: 400; }
      .legend { list-style: none; padding: 0; }
      .key { display: inline-block; width: 26px; height: 0; margin-right: 8px;
        border-top: 3px solid currentColor; vertical-align: middle; }
      .key.dashed { border-top-style: dashed; }
      .warnings { color: var(--warn); }
      details { margin-top: 1.5em; } summary { cursor: pointer; font-weight: 600; }
      .charts, .figures { display: flex; flex-wrap: wrap; gap: 14px; }
      svg { background: var(--panel); border-radius: 6px; padding: 6px; }
      svg text { fill: var(--text); } svg .grid { stroke: var(--line); }
      .series-0 { color: var(--s0); } .series-1 { color: var(--s1); }
      .series-2 { color: var(--s2); } .series-3 { color: var(--s3); }
      .series-4 { color: var(--s4); } .series-5 { color: var(--s5); }
      .series-6 { color: var(--s6); }
      figure { margin: 0; max-width: 300px; } figure img { max-width: 100%; max-height: 240px;
        display: block; border-radius: 4px; }
      figcaption { color: var(--muted); font-size: 13px; }
      .swatch { display: inline-block; width: 12px; height: 12px; border-radius: 3px;
        margin: 0 5px 0 10px; }
      </style>
      </head>
      <body>
      """;

  private ReportStyle() {}
}
