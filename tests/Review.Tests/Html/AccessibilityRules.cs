namespace DolibarrAgent.Review.Tests;

/// <summary>What a page must be for whoever cannot see it, use a mouse or tell colours apart (WCAG 2.2, A and AA), as an expression that lists what is wrong.</summary>
internal static class AccessibilityRules
{
    public const string Script = """
        (() => {
          const wrong = [], all = s => [...document.querySelectorAll(s)], say = (rule, e) => wrong.push(rule + ': ' + (e ? e.outerHTML.slice(0, 160) : ''));
          const textOf = id => (document.getElementById(id) || {}).textContent || '';
          const nameOf = e => (e.getAttribute('aria-label') || (e.getAttribute('aria-labelledby') || '').split(' ').map(textOf).join(' ') || e.getAttribute('alt') || e.textContent || '').trim();
          if (!/^(en|fr)$/.test(document.documentElement.lang)) say('lang');
          if (!document.title.trim()) say('title');
          for (const landmark of ['header', 'main']) if (all(landmark).length !== 1) say('one ' + landmark);
          if (all('h1').length !== 1) say('one h1');
          all('h1,h2,h3,h4,h5,h6').reduce((last, h) => { const level = +h.tagName[1]; if (level > last + 1) say('heading jumps', h); if (!h.textContent.trim()) say('heading is empty', h); return level; }, 0);
          for (const e of all('body > *')) if (!e.matches('header, main, aside, a.skip')) say('outside of a landmark', e);
          for (const e of all('img, object, a, summary, aside, section, article, [role=group], [tabindex]')) if (!nameOf(e)) say('no name', e);
          for (const e of all('img')) if (!e.hasAttribute('alt')) say('no alt', e);
          for (const e of all('[tabindex]')) if (e.tabIndex > 0) say('positive tabindex', e);
          for (const e of all('[aria-labelledby]')) if (!textOf(e.getAttribute('aria-labelledby')).trim()) say('labelled by nothing', e);
          for (const e of all('a')) if (!document.getElementById((e.getAttribute('href') || '').slice(1))) say('link to nothing', e);
          const ids = all('[id]').map(e => e.id); if (new Set(ids).size !== ids.length) say('an id twice');
          for (const table of all('table')) {
            if (!table.caption || !table.caption.textContent.trim()) say('no caption', table);
            for (const th of table.querySelectorAll('th')) { if (!th.scope) say('no scope', th); if (!th.textContent.trim()) say('empty head', th); }
            const width = table.tHead.rows[0].cells.length;
            for (const row of table.rows) { if (row.cells.length !== width) say('ragged row', row); if (!row.querySelector('th')) say('row without a head', row); }
          }
          for (const td of all('td')) if (td.childNodes.length > 1) say('a value in pieces', td);
          for (const dl of all('dl > div')) if (dl.children.length !== 2 || dl.children[0].tagName !== 'DT' || dl.children[1].tagName !== 'DD') say('list of facts', dl);
          for (const e of all('ol, ul')) if ([...e.children].some(c => c.tagName !== 'LI')) say('list', e);
          const colour = text => { const n = text.match(/[\d.]+/g).map(Number); return { r: n[0], g: n[1], b: n[2], a: n.length > 3 ? n[3] : 1 }; };
          const light = c => { const [r, g, b] = [c.r, c.g, c.b].map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
          const behind = e => { for (; e; e = e.parentElement) { const c = colour(getComputedStyle(e).backgroundColor); if (c.a === 1) return c; if (c.a > 0) say('half transparent', e); } return { r: 255, g: 255, b: 255 }; };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let n; n = walker.nextNode();) {
            const e = n.parentElement;
            if (!n.data.trim() || !e.checkVisibility()) continue;
            const [a, b] = [light(colour(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x), ratio = (a + .05) / (b + .05);
            if (ratio < 4.5) say('contrast ' + ratio.toFixed(2), e);
            if (parseFloat(getComputedStyle(e).fontSize) < 12) say('small print', e);
          }
          if (document.documentElement.scrollWidth > innerWidth) {
            say('wider than the window: ' + document.documentElement.scrollWidth);
            for (const e of all('body *')) if (e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll')) { say('sticks out', e); break; }
          }
          for (const e of all('bdi')) if (getComputedStyle(e).unicodeBidi !== 'isolate') say('not isolated', e);
          return [...new Set(wrong)].slice(0, 40);
        })()
        """;
}
