using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>
/// What may be replayed on prod, up to which amounts, and whose signature it takes. In a file what is not allowed is
/// refused. Its written form is <c>policy.json</c> in the folder of the gate, format <c>dolibarr-policy/1</c>.
/// </summary>
public sealed record Policy
{
    public const string Format = "dolibarr-policy/1";

    public const string FileName = GateFiles.Policy;

    /// <summary>The class of a rule that always holds.</summary>
    public const string Always = "always";

    /// <summary>The class of what nobody can take back.</summary>
    public const string CannotBeUndone = "cannot-be-undone";

    /// <summary>The resource whose operations are bank details.</summary>
    public const string BankAccount = "bankAccount";

    /// <summary>What holds where no rule of a file says otherwise.</summary>
    private static readonly ImmutableArray<SignRule> ByDefault = [new([RiskCodes.BankDetails], 2, []), new([RiskCodes.Payment], 2, [])];

    /// <summary>Where there is no file: everything but bank details and payments, by the typed code.</summary>
    public static Policy BuiltIn { get; } = new();

    /// <summary>SHA-256 of the file in hexadecimal, or <c>built-in</c>.</summary>
    public string Sha256 { get; init; } = "built-in";

    public bool IsBuiltIn => Allow is null;

    /// <summary>The operations that are allowed, by resource (<c>thirdparty</c>: <c>create</c>, <c>update</c>); null in the built-in policy.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>>? Allow { get; init; }

    public PolicyLimits Limits { get; init; } = new();

    /// <summary>Whether prod must have been enrolled, and still be what it was then.</summary>
    public bool EnrolmentRequired { get; init; }

    /// <summary>The rules as they hold: bank details and payments take two different signers unless a rule says otherwise.</summary>
    public ImmutableArray<SignRule> Sign { get; init; } = ByDefault;

    /// <summary>The risk classes for which a changeset must bear a recorder's signature, as a <see cref="SignRule"/> names them; none where it need not.</summary>
    public ImmutableArray<string> RecorderFor { get; init; } = [];

    /// <summary>Whether the signature of the changeset's own author counts.</summary>
    public bool AuthorMaySign { get; init; } = true;

    /// <summary>What may become of invoices that were read from printed pages.</summary>
    public PrintedRule Printed { get; init; } = PrintedRule.Draft;

    /// <summary>The longest that a statement may be signed for.</summary>
    public TimeSpan StatementLife { get; init; } = TimeSpan.FromHours(24);

    public bool Allows(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return Allow is null ? Catalogue.Named(operation.Resource) is { KeptApart: Apart.No } : Allow.TryGetValue(operation.Resource,
            out var kinds) && kinds.Contains(operation.Do);
    }

    /// <summary>The rules of a file as they hold, with those for bank details and for payments where the file has none.</summary>
    internal static ImmutableArray<SignRule> Holding(ImmutableArray<SignRule> written) =>
        [.. written, .. ByDefault.Where(rule => !written.Any(one => one.For.Contains(rule.For[0])))];
}

/// <summary>The most that one replay may do; null where it is not limited.</summary>
public sealed record PolicyLimits
{
    public int? Operations { get; init; }

    /// <summary>The most that one invoice or payment may come to, with tax; a credit note by its absolute value.</summary>
    public decimal? Invoice { get; init; }

    /// <summary>The most that all invoices, or all payments, may come to together.</summary>
    public decimal? Total { get; init; }
}

/// <summary>Whose signature a risk takes.</summary>
/// <param name="For">Codes of risks, <c>always</c> or <c>cannot-be-undone</c>.</param>
/// <param name="Signers">How many different people.</param>
/// <param name="Of">Out of these; out of all who may sign where it is empty.</param>
public sealed record SignRule(ImmutableArray<string> For, int Signers, ImmutableArray<string> Of);

/// <summary>A rule that a plan falls under.</summary>
/// <param name="Because">The codes of the rule that the plan bears, each with its operations: <c>bank-details (op1)</c>.</param>
public sealed record SignatureNeed(SignRule Rule, ImmutableArray<string> Because)
{
    /// <summary><c>2 signatures of alice@example.org, bob@example.org</c>.</summary>
    public override string ToString() =>
        $"{Rule.Signers} {(Rule.Signers == 1 ? "signature" : "signatures by different people")}{(Rule.Of.IsEmpty ? "" : $" out of {string.Join(", ", Rule.Of)}")}, because of {string.Join(", ", Because)}";
}
