namespace DolibarrAgent.Desk;

/// <summary>How the desk's own parts look, beside those of a review.</summary>
internal static class DeskStyle
{
    public const string Sheet = """

        .desk nav.desk { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; padding: .5rem .25rem 1rem; }
        nav.desk a { padding: .375rem 0; font-weight: 600; }
        nav.desk form { display: flex; gap: .5rem; margin-inline-start: auto; min-width: 0; }
        nav.desk input { min-width: 0; width: 22rem; max-width: 100%; }
        button, input[type=text], input[type=search], input[type=file] {
          font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 6px;
          padding: .4375rem .75rem;
          max-width: 100%;
        }
        button { cursor: pointer; font-weight: 600; }
        button.main { background: var(--link); color: var(--paper); border-color: var(--link); }
        button.quiet { font-weight: 400; }
        ::placeholder { color: var(--quiet); opacity: 1; }
        .pick { display: inline-block; padding: .25rem .5rem .25rem 0; }
        .pick input { width: 1.25rem; height: 1.25rem; vertical-align: middle; margin: 0; accent-color: var(--link); }
        .actions { display: flex; flex-wrap: wrap; gap: .75rem; padding: 1rem 0; }
        .state { white-space: nowrap; }
        .strong { font-weight: 600; }
        .warning { color: var(--alarm); }
        .last-word { color: var(--final); }
        .good {
          background: var(--paper); border: 1px solid var(--line); border-inline-start: 10px solid var(--good); border-radius: 8px;
          padding: 1rem 1.25rem; margin: 0 0 1rem;
        }
        p.alarm { margin: 0 0 1rem; }
        .what-now, footer {
          background: var(--paper); border: 2px solid var(--link); border-radius: 8px; padding: 1.25rem; margin: 1.5rem 0;
        }
        .what-now > * + *, footer > * + *, section > p + p { margin-top: .75rem; }
        section > h2 { margin-bottom: .5rem; }
        form > * + * { margin-top: .75rem; }
        nav form > * + * { margin-top: 0; }
        .field label { display: block; margin-bottom: .25rem; }
        .field input { width: 24rem; }
        main > .warning { margin: 1rem 0; }
        .code-of-plan { font-size: 1.5rem; letter-spacing: .08em; }
        .sum { font-size: 1.25rem; font-weight: 600; }
        .problems { list-style: none; padding: 0; }
        .events { font-size: .9375rem; }
        .events li + li { margin-top: .125rem; }
        .desk > main table { background: var(--paper); }
        .desk.queue th:first-child, .desk.plan th:first-child, .desk.run th:first-child,
        .desk.history th:first-child { padding-inline-start: .875rem; }
        .desk.queue caption, .desk.plan caption, .desk.run caption, .desk.history caption {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; padding: 0;
        }
        .desk main > section, .desk main > form, .desk main > table { margin-top: 1rem; }
        button { white-space: nowrap; }
        .desk tbody th { color: var(--ink); }
        .desk td > span > p + p { margin-top: .25rem; }
        @media screen and (max-width: 40rem) {
          nav.desk form { width: 100%; margin: 0; }
          .desk tbody td { grid-template-columns: minmax(0, 6rem) minmax(0, 1fr); }
          .desk td { text-align: start; }
          .desk > main tbody tr { padding-inline: .875rem; }
          .desk > main tbody th:first-child { padding-inline-start: 0; }
        }
        @media screen and (min-width: 64rem) {
          .desk.review { grid-template-rows: auto auto 1fr auto; }
          .desk nav.desk { grid-column: 1 / -1; grid-row: 1; }
          .desk.review > header { grid-row: 2; }
          .desk.review > main { grid-row: 3; }
          .desk.review > footer { grid-row: 4; grid-column: 1; }
          .desk.review > aside { grid-row: 2 / span 3; }
        }
        @media print { nav.desk, footer, .what-now, .actions { display: none; } }

        """;
}
