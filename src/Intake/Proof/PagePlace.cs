namespace DolibarrAgent.Intake;

/// <summary>Where something stands on a page.</summary>
/// <param name="Page">The page's number, from 1.</param>
/// <param name="Box">In points, from the top left corner.</param>
/// <param name="Text">As the page shows it.</param>
public sealed record PagePlace(int Page, Box Box, string Text);
