using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DolibarrAgent.Tests;

/// <summary>What a page must be for whoever cannot see it, use a mouse or tell colours apart (WCAG 2.2, A and AA).</summary>
internal static class AccessibilityRules
{
    /// <summary>
    /// All of axe's rules, and the size of what is to be hit, which it has off. What it leaves undecided counts too, except for
    /// contrast: it gives up on single signs and on letters that reach into each other, which the rules below decide.
    /// </summary>
    private const string Axe = """
        async () => {
          const { violations, incomplete } = await axe.run({
            iframes: false,
            resultTypes: ['violations', 'incomplete'],
            rules: { 'target-size': { enabled: true } },
          });
          return [...violations, ...incomplete.filter(rule => rule.id !== 'color-contrast')]
            .flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 160)));
        }
        """;

    /// <summary>What axe does not know or does not ask for.</summary>
    private const string Ours = """
        () => {
          const wrong = [], all = s => [...document.querySelectorAll(s)];
          const say = (rule, e) => wrong.push(rule + ': ' + (e ? e.outerHTML.slice(0, 160) : ''));
          const textOf = id => (document.getElementById(id) || {}).textContent || '';
          const labelsOf = e => (e.getAttribute('aria-labelledby') || '').split(' ').map(textOf).join(' ');
          const nameOf = e => (e.getAttribute('aria-label') || labelsOf(e) || e.textContent || '').trim();
          if (!/^(en|fr)$/.test(document.documentElement.lang)) say('neither English nor French');
          const isServed = document.body.classList.contains('desk');
          for (const one of isServed ? ['h1', 'main'] : ['h1', 'header', 'main']) if (all(one).length !== 1) say('one ' + one);
          all('h1,h2,h3,h4,h5,h6').reduce((last, h) => {
            const level = +h.tagName[1];
            if (level > last + 1) say('heading jumps', h);
            return level;
          }, 0);
          for (const e of all('body > *')) if (!e.matches('header, main, aside, nav, footer, a.skip')) say('outside of a landmark', e);
          for (const e of all('aside, section, article, [role=group], [tabindex]')) if (!nameOf(e)) say('no name', e);
          for (const e of all('[aria-labelledby]')) if (!textOf(e.getAttribute('aria-labelledby')).trim()) say('labelled by nothing', e);
          for (const e of all('a:not(nav a)')) if (!isServed || (e.getAttribute('href') || '').startsWith('#')) if (!document.getElementById((e.getAttribute('href') || '').slice(1))) say('link to nothing', e);
          const ids = all('[id]').map(e => e.id); if (new Set(ids).size !== ids.length) say('an id twice');
          for (const table of all('table')) {
            if (!table.caption || !table.caption.textContent.trim()) say('no caption', table);
            for (const th of table.querySelectorAll('th')) if (!th.scope) say('no scope', th);
            const cells = table.tHead.rows[0].cells.length;
            for (const row of table.rows) {
              if (row.cells.length !== cells) say('ragged row', row);
              if (!row.querySelector('th')) say('row without a head', row);
            }
          }
          for (const td of all('td')) if (td.childNodes.length > 1) say('a value in pieces', td);
          for (const dl of all('dl > div')) if ([...dl.children].map(e => e.tagName).join(' ') !== 'DT DD') say('list of facts', dl);
          const colour = text => {
            const n = text.match(/[\d.]+/g).map(Number);
            return { rgb: n.slice(0, 3), a: n.length > 3 ? n[3] : 1 };
          };
          const linear = v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
          const light = c => { const [r, g, b] = c.rgb.map(linear); return .2126 * r + .7152 * g + .0722 * b; };
          const behind = e => {
            for (; e; e = e.parentElement) {
              const c = colour(getComputedStyle(e).backgroundColor);
              if (c.a === 1) return c;
              if (c.a > 0) say('half transparent', e);
            }
            return { rgb: [255, 255, 255], a: 1 };
          };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let n; n = walker.nextNode();) {
            const e = n.parentElement;
            if (!n.data.trim() || !e.checkVisibility()) continue;
            const style = getComputedStyle(e), [a, b] = [light(colour(style.color)), light(behind(e))].sort((x, y) => y - x);
            const ratio = (a + .05) / (b + .05);
            if (ratio < 4.5) say('contrast ' + ratio.toFixed(2), e);
            if (parseFloat(style.fontSize) < 12) say('small print', e);
          }
          // A phone zooms out until all fits, and its innerWidth grows with that.
          const width = document.documentElement.clientWidth;
          if (!document.querySelector('meta[name=viewport]')) say('no viewport');
          if (document.documentElement.scrollWidth > width) {
            say('wider than the window: ' + document.documentElement.scrollWidth);
            const sticksOut = e => e.getBoundingClientRect().right > width + 1 && !e.closest('.scroll');
            all('body *').filter(sticksOut).slice(0, 1).forEach(e => say('sticks out', e));
          }
          for (const e of all('bdi')) if (getComputedStyle(e).unicodeBidi !== 'isolate') say('not isolated', e);
          return [...new Set(wrong)].slice(0, 40);
        }
        """;

    private static readonly string AxeItself = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong, each with the rule that says so. A page's policy does not keep its scripts out: they come past it.</summary>
    public static async Task<IReadOnlyList<string>> BrokenAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(AxeItself);
        }
        return [.. await page.EvaluateAsync<string[]>(Axe), .. await page.EvaluateAsync<string[]>(Ours)];
    }
}
