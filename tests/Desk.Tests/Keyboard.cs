using Microsoft.Playwright;

namespace DolibarrAgent.Desk.Tests;

/// <summary>Somebody who goes through a page with the Tab key alone.</summary>
internal sealed class Keyboard(IPage page)
{
    /// <summary>More than any page here has.</summary>
    private const int MostSteps = 120;

    private const string NameOfFocused = """
        () => {
          const e = document.activeElement;
          const label = e.labels && e.labels[0] ? e.labels[0].textContent : '';
          return (e.getAttribute('aria-label') || label || e.textContent || '').trim().replace(/\s+/g, ' ');
        }
        """;

    /// <summary>Presses Tab until what has this name is focused.</summary>
    public async Task GoToAsync(string name)
    {
        var met = new List<string>();
        for (var i = 0; i < MostSteps; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            met.Add(await page.EvaluateAsync<string>(NameOfFocused));
            if (met[^1] == name)
            {
                return;
            }
        }
        Assert.Fail($"Nothing is called '{name}' for the keyboard, but: {string.Join(" | ", met.Distinct())}");
    }

    /// <summary>The same, and presses this key on it.</summary>
    public async Task PressOnAsync(string name, string key)
    {
        await GoToAsync(name);
        await page.Keyboard.PressAsync(key);
    }
}
