namespace DolibarrAgent.Intake;

/// <summary>One way in which the document asks to be paid (BG-16). What it does not say is null.</summary>
/// <param name="Code">BT-81, UNTDID 4461: 30 and 58 a transfer, 59 a direct debit, …</param>
public sealed record PaymentMeans(string? Code)
{
    /// <summary>BT-82.</summary>
    public string? Text { get; init; }

    /// <summary>BT-83: what is to be written on the transfer.</summary>
    public string? Reference { get; init; }

    /// <summary>BT-85: whose account it is.</summary>
    public string? AccountName { get; init; }

    /// <summary>BT-86.</summary>
    public string? Bic { get; init; }

    /// <summary>BT-89: the mandate of a direct debit.</summary>
    public string? Mandate { get; init; }

    /// <summary>BT-91: our account, from which a direct debit is taken.</summary>
    public string? DebitedAccount { get; init; }
}
