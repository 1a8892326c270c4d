namespace DolibarrAgent.Desk;

/// <summary>
/// The only script: it adds what happens to the list on the page, and loads the page anew at the end. Without it the page asks
/// again by itself.
/// </summary>
internal static class DeskScript
{
    public const string Source = """
        'use strict';
        const list = document.querySelector('[data-events]');
        if (list) {
          const source = new EventSource(list.dataset.events + '?after=' + list.children.length);
          source.onmessage = message => {
            const item = document.createElement('li');
            item.textContent = message.data;
            list.append(item);
          };
          source.addEventListener('ended', () => { source.close(); location.reload(); });
          // The desk was closed, or is busy: the page as it is then tells.
          source.onerror = () => { source.close(); setTimeout(() => location.reload(), 2000); };
        }

        """;
}
