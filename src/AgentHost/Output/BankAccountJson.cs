using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.DolibarrWrite;

namespace DolibarrAgent.AgentHost;

/// <summary>The same as one line: <c>changeset</c>, <c>supplier</c>, the accounts <c>before</c> and <c>after</c> (null where they could not be read again), <c>warnings</c>, and <c>problems</c> where it was refused.</summary>
internal static class BankAccountJson
{
    public static string Of(Result<EnteredBankAccount> result) => Json.Line(writer =>
    {
        var entered = (result as Result<EnteredBankAccount>.Ok)?.Value;
        writer.WriteString("changeset", entered?.Path);
        writer.WriteString("supplier", entered?.Supplier);
        Write(writer, "before", entered?.Before);
        Write(writer, "after", entered?.After);
        IngestJson.Write(writer, entered?.Changeset.Warnings ?? []);
        if (result is Result<EnteredBankAccount>.Refused refused)
        {
            ProblemLines.Write(writer, "problems", refused.Problems);
        }
    });

    private static void Write(Utf8JsonWriter writer, string name, ImmutableArray<BankAccount>? accounts)
    {
        if (accounts is null)
        {
            writer.WriteNull(name);
            return;
        }
        writer.WriteStartArray(name);
        foreach (var account in accounts)
        {
            writer.WriteStartObject();
            writer.WriteString("iban", IbanForm.Bare(account.Iban));
            writer.WriteString("bic", account.Bic);
            writer.WriteString("bank", account.Bank);
            writer.WriteString("label", account.Label);
            writer.WriteBoolean("default", account.IsDefault);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
