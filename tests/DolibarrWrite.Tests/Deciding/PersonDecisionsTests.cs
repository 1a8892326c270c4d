using DolibarrAgent.Intake;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests.Deciding;

/// <summary>What a person decides holds for one document, and only where the document leaves it open.</summary>
public sealed class PersonDecisionsTests : IAsyncLifetime
{
    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    public static TheoryData<string> Decisions => ["buyer", "supplier", "kind"];

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task A_mail_with_two_invoices_takes_none(string decision)
    {
        var mail = SampleEmail.With(SampleCatalogue.Hosting);
        var bytes = (mail with { Attachments = [.. mail.Attachments, .. SampleEmail.With(SampleCatalogue.Mixed).Attachments] }).ToBytes();
        using var skill = Skills.On(two, Of(decision));

        Skills.Refused(await Ingest.RunAsync(skill, "x.eml", bytes, Skills.Cancel)).Should().Contain(problem => problem.Code.Text == "decision-for-several");
        TwoInstances.Writes(two.Sandbox).Should().BeEmpty();
    }

    [Theory]
    [InlineData("380", EntryKind.CreditNote)]
    [InlineData("381", EntryKind.Invoice)]
    [InlineData("386", EntryKind.Invoice)]
    public async Task A_type_that_is_clear_is_not_decided_otherwise(string type, EntryKind said)
    {
        var result = await Skills.IngestAsync(two, SampleCatalogue.Hosting with { TypeCode = type }, new PersonDecisions { Kind = said });

        Skills.Refused(result).Should().ContainSingle().Which.Code.Text.Should().Be("type-is-clear");
    }

    private static PersonDecisions Of(string decision) => decision switch
    {
        "buyer" => new PersonDecisions { BuyerAccepted = "it is ours" },
        "supplier" => new PersonDecisions { SupplierCode = "SU-1" },
        _ => new PersonDecisions { Kind = EntryKind.Invoice },
    };
}
