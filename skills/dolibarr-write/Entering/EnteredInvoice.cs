using System.Collections.Immutable;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>A structured invoice that is on the sandbox now.</summary>
/// <param name="Operation">The operation that made it: its handle.</param>
/// <param name="Validated">False where it was left a draft.</param>
/// <param name="Differences">Why it was left a draft: where the totals part, and by how many cents; or that it was read from pages.</param>
public sealed record EnteredInvoice(string Operation, bool Validated, ImmutableArray<string> Differences);
