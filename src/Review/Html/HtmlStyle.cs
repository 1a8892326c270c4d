namespace DolibarrAgent.Review;

/// <summary>How the page looks: on a desk in two columns, on a phone in one, by day and by night, on paper.</summary>
internal static class HtmlStyle
{
    public const string Sheet = """

        :root {
          --paper: #ffffff; --ground: #f4f5f7; --ink: #1b1f24; --quiet: #4d5661; --line: #d5dae0; --link: #0b4fa8; --mark: #6b3fa0;
          --alarm: #8a1c10; --alarm-ground: #fdf1ef; --alarm-line: #b3261e; --final: #6d4700; --final-ground: #fdf6e7; --final-line: #b27700;
          --good: #14602f; --note-ground: #eef0f4;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #1c2026; --ground: #14171b; --ink: #e7eaee; --quiet: #b0b8c2; --line: #3a424c; --link: #8fbcff; --mark: #ccb0f2;
            --alarm: #ffb4a9; --alarm-ground: #351a18; --alarm-line: #ff8a7a; --final: #f5cd85; --final-ground: #30260f; --final-line: #d9a441;
            --good: #8fd9a8; --note-ground: #272d35;
          }
        }
        * { box-sizing: border-box; }
        html { color-scheme: light dark; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
        body {
          margin: 0; padding: 1rem; background: var(--ground); color: var(--ink);
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
          font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
        }
        h1, h2, h3, p, dl, ol, ul, figure, blockquote { margin: 0; }
        h1 { font-size: 1.625rem; line-height: 1.25; margin: .25rem 0 .5rem; }
        h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .75rem; }
        h3 { font-size: 1.0625rem; line-height: 1.4; margin: 0 0 .75rem; }
        a { color: var(--link); text-underline-offset: .15em; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
        bdi { unicode-bidi: isolate; }
        code { font: .875em/1.5 ui-monospace, "SFMono-Regular", Consolas, "Liberation Mono", monospace; }
        .mark { color: var(--mark); font-size: .9em; }
        .id { color: var(--quiet); font-weight: 400; margin-inline-end: .25rem; }
        .quiet, .lead { color: var(--quiet); }
        .kicker { color: var(--quiet); font-size: .9375rem; }
        .lead { margin: 0 0 1.25rem; max-width: 44rem; }
        .skip { position: absolute; left: -100rem; top: 0; padding: .75rem 1rem; background: var(--paper); z-index: 2; }
        .skip:focus { left: 0; }
        header { padding: .5rem .25rem 1.5rem; }
        header .quiet { font-size: .875rem; margin-top: 1rem; }
        dl > div { display: grid; grid-template-columns: minmax(7rem, 11rem) minmax(0, 1fr); gap: 0 1rem; padding: .125rem 0; }
        dt { color: var(--quiet); }
        dd { margin: 0; }
        section, article { margin: 0 0 1.5rem; }
        article, .document, .alarm, .final, .calm { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 1.25rem; }
        article > * + *, .document > * + * { margin-top: 1rem; }
        .alarm { background: var(--alarm-ground); border: 2px solid var(--alarm-line); border-inline-start-width: 10px; }
        .alarm h2, .alarm .code { color: var(--alarm); }
        .final { background: var(--final-ground); border: 2px solid var(--final-line); border-inline-start-width: 10px; }
        .final h2 { color: var(--final); }
        .alarm h2::before, .final h2::before { content: "⚠\FE0E" / ""; margin-inline-end: .5rem; }
        ol, ul { padding-inline-start: 1.5rem; }
        li + li { margin-top: .75rem; }
        table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
        caption { text-align: start; color: var(--quiet); padding: 0 0 .375rem; }
        caption strong { color: var(--ink); }
        th, td { text-align: start; vertical-align: top; padding: .4375rem .625rem; border-top: 1px solid var(--line); }
        th:first-child { padding-inline-start: 0; }
        thead th { overflow-wrap: break-word; border-top: 0; border-bottom: 2px solid var(--line); font-size: .875rem; color: var(--quiet); }
        tbody th { font-weight: 400; color: var(--quiet); }
        .number { text-align: end; white-space: nowrap; }
        .yes { color: var(--good); white-space: nowrap; }
        .no { color: var(--alarm); font-weight: 700; white-space: nowrap; }
        tr:has(.no) { background: var(--alarm-ground); box-shadow: inset 4px 0 0 var(--alarm-line); }
        tr:has(.no) > th { padding-inline-start: .75rem; }
        tr:has(.no) > td { font-weight: 600; }
        del { color: var(--quiet); }
        ins { font-weight: 600; text-decoration: none; }
        .scroll { overflow-x: auto; }
        .scroll table { min-width: 34rem; }
        .scroll td, .scroll th { min-width: 3rem; }
        .scroll caption { max-width: 80rem; }
        figure { background: var(--note-ground); border-radius: 6px; padding: .875rem 1rem; border: 1px dashed var(--quiet); }
        figcaption { color: var(--quiet); font-size: .875rem; font-weight: 600; margin-bottom: .25rem; }
        blockquote { font-style: italic; }
        object { display: block; width: 100%; height: 70vh; min-height: 24rem; border: 1px solid var(--line); border-radius: 4px; background: var(--ground); }
        img { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); background: #ffffff; }
        .pages { position: absolute; }
        .place { display: block; color: var(--quiet); font-size: .875rem; }
        .crop { display: block; width: 100%; min-width: 13rem; max-width: 24rem; height: auto; margin-top: .25rem; border: 1px solid var(--line); background: #ffffff; }
        .crop rect { fill: none; stroke: #b27700; stroke-width: 1.2; }
        .refused { border-inline-start: 6px solid var(--final-line); background: var(--final-ground); padding: .75rem 1rem; }
        .paper, .stamp { display: none; }
        .invoice { background: var(--paper); border: 2px solid var(--line); border-radius: 8px; padding: 1.25rem; }
        .invoice .gross { font-size: 2rem; line-height: 1.2; }
        .invoice > p { margin-bottom: .75rem; }
        .badge { display: inline-block; background: var(--note-ground); border-radius: 1rem; padding: 0 .625rem; font-size: .875rem; }
        .badge.loud { background: var(--final-ground); color: var(--final); font-weight: 600; }
        .whole { white-space: nowrap; }
        .record > * + * { margin-top: .5rem; }
        summary { color: var(--link); cursor: pointer; padding: .25rem 0; }
        .text { font: .8125rem/1.6 ui-monospace, "SFMono-Regular", Consolas, "Liberation Mono", monospace; white-space: pre-wrap; background: var(--note-ground); border-radius: 4px; padding: .75rem; margin-top: .5rem; }
        @media screen and (max-width: 40rem) {
          body { padding: .5rem; }
          article, .document, .alarm, .final, .calm { padding: .875rem; }
          dl > div { grid-template-columns: minmax(0, 1fr); padding: .25rem 0; }
          dt { font-size: .875rem; }
          .crop { min-width: 0; }
          table, caption, tbody, tr, th, td { display: block; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
          .scroll { overflow: visible; }
          .scroll table { min-width: 0; }
          tbody tr { border-top: 1px solid var(--line); padding: .5rem 0; }
          tbody th, tbody td, tr:has(.no) > th { border: 0; padding: .125rem 0; }
          tbody th { font-weight: 600; }
          tbody td { display: grid; grid-template-columns: minmax(0, 8rem) minmax(0, 1fr); gap: 0 .75rem; }
          tbody td::before { content: attr(data-column); color: var(--quiet); unicode-bidi: isolate; }
          tbody td:empty { display: none; }
          tbody tr:has(.no) { padding: .5rem .75rem; }
          .number { white-space: normal; }
          tbody .number { text-align: end; }
          tbody .number::before { text-align: start; }
        }
        @media screen and (min-width: 64rem) {
          body { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 44%); grid-template-rows: auto 1fr; gap: 0 1.5rem; padding: 1.5rem; max-width: 120rem; margin: 0 auto; }
          body:not(:has(> aside)) { grid-template-columns: minmax(0, 72rem); justify-content: center; }
          header, main { grid-column: 1; }
          aside { grid-column: 2; grid-row: 1 / span 2; position: sticky; top: 1.5rem; height: calc(100vh - 3rem); overflow-y: auto; padding: .25rem; }
          object { height: calc(100vh - 11rem); }
        }
        @media print {
          :root {
            --paper: #ffffff; --ground: #ffffff; --ink: #000000; --quiet: #333333; --line: #999999; --link: #000000; --mark: #333333;
            --alarm: #000000; --alarm-ground: #ffffff; --alarm-line: #000000; --final: #000000; --final-ground: #ffffff; --final-line: #555555;
            --good: #000000; --note-ground: #ffffff;
          }
          html { color-scheme: light; }
          body { padding: 0; font-size: 10pt; }
          .skip, object, img, .document details, .crop { display: none; }
          .record ::details-content { content-visibility: visible; block-size: auto; }
          .paper { display: block; }
          .stamp { display: block; border: 1.5pt solid #000000; padding: .5rem .75rem 2.5rem; margin-top: .75rem; break-inside: avoid; }
          .scroll { overflow: visible; }
          .scroll table { min-width: 0; font-size: 8.5pt; }
          .scroll td, .scroll th { min-width: 0; padding: .25rem; }
          .number, .yes, .no { white-space: normal; }
          article, .document, .alarm, .final, .calm { padding: .5rem .75rem; border-radius: 0; }
          h1, h2, h3, caption { break-after: avoid; }
          tr, li, dl > div { break-inside: avoid; }
        }

        """;
}
