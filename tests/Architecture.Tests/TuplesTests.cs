namespace DolibarrAgent.Architecture.Tests;

/// <summary>What goes from one method to another has names of its own: no parameter, return value, field or property is a tuple.</summary>
public class TuplesTests
{
    /// <summary>What the operations on bank accounts still hand over in pairs, until they are next worked on. Nothing may join them.</summary>
    private static readonly string[] Left =
    [
        "DolibarrAgent.Operations.BankAccountOperations::Apart",
        "DolibarrAgent.Operations.CreateBankAccount::There",
    ];

    [Theory]
    [InlineData("AgentHost")]
    [InlineData("ReplayTool")]
    public void No_signature_holds_a_tuple(string program) =>
        string.Join('\n', OursIn(program).SelectMany(Signatures.OfTuples).Except(Left, StringComparer.Ordinal)).Should().BeEmpty("a small named record says what each part is");

    private static IEnumerable<string> OursIn(string program) => Directory.GetFiles(Project.OutputOf(program), "*.dll").Where(file =>
        Path.GetFileName(file) is var name && (name.StartsWith("DolibarrAgent.", StringComparison.Ordinal) || name is "agent.dll" or "replay.dll"));
}
