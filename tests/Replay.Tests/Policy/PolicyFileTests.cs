using DolibarrAgent.Review;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What a policy's file says, and what is wrong with one.</summary>
public sealed class PolicyFileTests : IDisposable
{
    private readonly GateOfTest gate = new();

    public void Dispose() => gate.Dispose();

    [Fact]
    public void A_whole_policy_is_read()
    {
        var policy = Good("""
            { "format": "dolibarr-policy/1",
              "allow": { "thirdparty": ["create", "update"], "supplierInvoice": ["create"] },
              "limits": { "operations": 200, "invoice": "10000.00", "total": "50000.00" },
              "enrolment": "required",
              "sign": [ { "for": ["always"], "signers": 1 }, { "for": ["bank-details", "iban-changed"], "signers": 3, "of": ["a@x", "b@x", "c@x"] } ],
              "authorMaySign": false, "statementHours": 12 }
            """);

        policy.Limits.Should().Be(new PolicyLimits { Operations = 200, Invoice = 10000m, Total = 50000m });
        policy.EnrolmentRequired.Should().BeTrue();
        policy.AuthorMaySign.Should().BeFalse();
        policy.StatementLife.Should().Be(TimeSpan.FromHours(12));
        // Of payments it says nothing.
        policy.Sign.Select(rule => rule.Signers).Should().Equal(1, 3, 2);
    }

    [Fact]
    public void What_a_file_leaves_out_is_as_strict_as_can_be()
    {
        var policy = Good("""{ "format": "dolibarr-policy/1", "allow": {} }""");

        policy.EnrolmentRequired.Should().BeTrue();
        policy.AuthorMaySign.Should().BeFalse();
        policy.Allow.Should().BeEmpty();
        policy.Sign.Should().OnlyContain(rule => rule.Signers == 2);
        policy.Sign.SelectMany(rule => rule.For).Should().Equal(RiskCodes.BankDetails, RiskCodes.Payment);
    }

    [Theory]
    [InlineData(RiskCodes.BankDetails)]
    [InlineData(RiskCodes.Payment)]
    public void A_rule_of_its_own_replaces_the_second_signer(string risk)
    {
        var policy = Good($$"""{ "format": "dolibarr-policy/1", "allow": {}, "sign": [ { "for": ["{{risk}}"], "signers": 1 } ] }""");

        policy.Sign.Should().ContainSingle(rule => rule.For.Contains(risk)).Which.Signers.Should().Be(1);
    }

    [Fact]
    public void Where_there_is_no_file_the_policy_is_the_built_in_one_without_bank_details()
    {
        var policy = ((PolicyRead.Good)PolicyFile.Read(gate.Folder)).Policy;

        policy.Sha256.Should().Be("built-in");
        policy.Allows(BankAccount()).Should().BeFalse();
        policy.Allows(BankAccount() with { Resource = "thirdparty" }).Should().BeTrue();
    }

    [Theory]
    [InlineData("""{ "format": "other/1", "allow": {} }""", "format")]
    [InlineData("""{ "allow": {} }""", "format")]
    [InlineData("""{ "format": "dolibarr-policy/1" }""", "allow")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {}, "more": 1 }""", "more")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": { "proposal": ["create"] } }""", "allow.proposal")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": { "thirdparty": ["create", "validate"] } }""", "allow.thirdparty[1]")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": { "thirdparty": "create" } }""", "allow.thirdparty")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": { "thirdparty": ["create", "create"] } }""", "allow.thirdparty[1]")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {}, "limits": { "invoice": 100 } }""", "limits.invoice")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {}, "limits": { "total": "-1" } }""", "limits.total")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {}, "limits": { "operations": 0 } }""", "limits.operations")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {}, "enrolment": "no" }""", "enrolment")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {}, "authorMaySign": "true" }""", "authorMaySign")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {}, "statementHours": 100000 }""", "statementHours")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {}, "sign": [ { "for": ["always"] } ] }""", "sign[0].signers")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {}, "sign": [ { "for": ["always"], "signers": 1 }, { "for": ["allways"], "signers": 1 } ] }""", "sign[1].for[0]")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {}, "sign": [ { "signers": 1 } ] }""", "sign[0].for")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {}, "sign": [ { "for": [], "signers": 1 } ] }""", "sign[0].for")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {}, "sign": [ { "for": ["always"], "signers": 2, "of": ["a@x"] } ] }""", "sign[0].of")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {}, "sign": [ { "for": ["always"], "signers": 1, "of": ["*@x"] } ] }""", "sign[0].of[0]")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {}, "sign": [ { "for": ["always"], "signers": 1, "of": ["a@x", "A@x"] } ] }""", "sign[0].of[1]")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {}, "allow": { "thirdparty": ["create"] } }""", "line 1")]
    [InlineData("""{ "format": "dolibarr-policy/1", "allow": {} } // mine""", "line 1")]
    [InlineData("[]", "the file")]
    [InlineData("", "line 1")]
    public void A_fault_is_told_with_its_place(string text, string place)
    {
        GateOfTest.Write(gate.PolicyFile, text);

        PolicyFile.Read(gate.Folder).Should().BeOfType<PolicyRead.Bad>().Which.Problems.Should().Contain(p => p.Code.Text == "policy-fault" && p.Place.StartsWith(place, StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_come_together()
    {
        GateOfTest.Write(gate.PolicyFile, """{ "format": "x", "allow": { "proposal": [] }, "limits": { "total": "much" }, "sign": [ { "for": ["odd"], "signers": 99 } ] }""");

        PolicyFile.Read(gate.Folder).Should().BeOfType<PolicyRead.Bad>().Which.Problems.Select(p => p.Place).Should().Contain(["format", "allow.proposal", "limits.total", "sign[0].for[0]", "sign[0].signers"]);
    }

    [Fact]
    public void A_policy_that_others_may_write_is_not_read()
    {
        GateOfTest.Write(gate.PolicyFile, """{ "format": "dolibarr-policy/1", "allow": {} }""");
        GateOfTest.LetOthersWrite(gate.PolicyFile);

        PolicyFile.Read(gate.Folder).Should().BeOfType<PolicyRead.Bad>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "writable-by-others");
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_not_the_absence_of_a_policy()
    {
        File.CreateSymbolicLink(gate.PolicyFile, "/nowhere/policy.json");

        PolicyFile.Read(gate.Folder).Should().BeOfType<PolicyRead.Bad>();
    }

    [Fact]
    public void The_example_of_the_readme_is_a_policy() =>
        Good(System.Text.RegularExpressions.Regex.Match(File.ReadAllText(Path.Combine(Root(AppContext.BaseDirectory), "README.md")), "```json\n(?<policy>\\{ \"format\": \"dolibarr-policy/1\".*?)```", System.Text.RegularExpressions.RegexOptions.Singleline).Groups["policy"].Value)
            .Sign.Should().NotBeEmpty();

    private Policy Good(string text)
    {
        GateOfTest.Write(gate.PolicyFile, text);
        var read = PolicyFile.Read(gate.Folder);
        return read is PolicyRead.Good good ? good.Policy : throw new InvalidOperationException(string.Join("; ", ((PolicyRead.Bad)read).Problems));
    }

    private static Changesets.Operation.Create BankAccount() => new() { Id = "op1", Resource = "bankAccount", Set = Changesets.Fields.None };

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "Agent.sln")) ? folder : Root(Directory.GetParent(folder)!.FullName);
}
