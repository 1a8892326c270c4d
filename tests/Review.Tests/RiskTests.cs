namespace DolibarrAgent.Review.Tests;

public sealed class RiskTests
{
    private static readonly string[] Iban = ["FR7630006000011234567890189", "FR1420041010050500013M02606"];

    [Fact]
    public void Whatever_touches_a_bank_account_concerns_bank_details() =>
        ReviewPage.Of(MoreExamples.BankAccount).Warnings.Where(w => w.Code.ToString() == RiskCodes.BankDetails).Select(w => w.On.ToString()).Should().Equal("op1", "op2");

    [Fact]
    public void Taking_a_bank_account_away_concerns_bank_details() => Codes(With(new Operation.Delete
    {
        Id = "op1",
        Resource = "bankAccount",
        On = new Reference.Found(Fields.None.With("iban", Iban[0])),
        Before = Fields.None.With("iban", Iban[0]),
    })).Should().Contain(RiskCodes.BankDetails);

    [Fact]
    public void An_IBAN_that_is_changed_says_from_what_to_what() => Texts(With(Change()), RiskCodes.IbanChanged).Should().ContainSingle()
        .Which.Should().Contain($"from {Iban[0]} to {Iban[1]}");

    [Fact]
    public void An_IBAN_that_is_not_among_the_documents_is_a_warning() =>
        Texts(With(Change() with { From = ["pdf"] }) with { Evidence = Says(Iban[0]) }, RiskCodes.IbanChanged).Should().HaveCount(2);

    [Fact]
    public void An_IBAN_that_is_one_of_the_documents_is_none() =>
        Texts(With(Change() with { From = ["pdf"] }) with { Evidence = Says($"{Iban[0]}, FR14 2004 1010 0505 0001 3M02 606") }, RiskCodes.IbanChanged).Should().ContainSingle();

    [Fact]
    public void A_new_suppliers_account_is_a_warning_even_where_the_recorder_noted_nothing() =>
        Codes(Examples.Invoice with { Evidence = Says(Iban[0]), Warnings = [] }).Should().Contain(RiskCodes.IbanUnknown);

    [Fact]
    public void A_new_suppliers_account_is_not_told_twice() =>
        Codes(Examples.Invoice with { Evidence = Says(Iban[0]), Warnings = [new Warning(RiskCodes.IbanUnknown, "op2", "noted")] }).Where(code => code == RiskCodes.IbanUnknown).Should().ContainSingle();

    [Fact]
    public void A_known_suppliers_account_that_the_recorder_found_on_file_is_not_a_warning() => Codes(MoreExamples.KnownSupplier).Should().BeEmpty();

    [Theory]
    [InlineData("2025-01-01", false)]
    [InlineData("2024-12-31", true)]
    [InlineData("0001-01-01", true)]
    public void What_is_older_than_the_year_before_is_in_a_closed_period(string date, bool isClosed) => Codes(Dated(date)).Contains(RiskCodes.ClosedPeriod).Should().Be(isClosed);

    [Theory]
    [InlineData("2026-11-23", false)]
    [InlineData("2026-11-24", false)]
    [InlineData("2026-11-25", true)]
    public void A_day_that_had_not_begun_anywhere_on_earth_is_in_the_future(string date, bool isFuture) => Codes(Dated(date)).Contains(RiskCodes.DateInFuture).Should().Be(isFuture);

    [Fact]
    public void The_same_supplier_day_and_total_twice_is_suspected_to_be_a_duplicate() =>
        ReviewPage.Of(MoreExamples.SeveralInvoices).Warnings.Where(w => w.Code.ToString() == RiskCodes.DuplicateSuspected).Select(w => w.On.ToString()).Should().Equal("op2");

    [Fact]
    public void Every_code_that_the_review_finds_is_in_the_list() =>
        MoreExamples.All.Values.Append(Examples.Hostile).SelectMany(changeset => ReviewPage.Of(changeset).Warnings).Where(w => w.Source == WarningSource.Review)
            .Select(w => w.Code.ToString()).Should().BeSubsetOf(RiskCodes.All);

    [Fact]
    public void Warnings_stand_in_the_order_of_the_list()
    {
        var codes = Codes(MoreExamples.EveryWarning).Distinct().Where(RiskCodes.All.Contains).ToList();
        codes.Should().Equal(RiskCodes.WorstFirst);
    }

    [Fact]
    public void A_warning_by_a_code_that_nobody_knows_comes_before_what_is_usual() =>
        RiskCodes.RankOf("of-tomorrow").Should().BeLessThan(RiskCodes.RankOf(RiskCodes.NewSupplier)).And.BeGreaterThan(RiskCodes.RankOf(RiskCodes.ClosedPeriod));

    [Fact]
    public void A_supplier_whose_name_looks_like_the_documents_and_is_not_is_said_to_resemble_it() =>
        Texts(Examples.Invoice with
        {
            Operations = [.. Examples.Invoice.Operations.Select(o => o is Operation.Create { Resource: "thirdparty" } c ? c with { Set = c.Set.With("name", "\u0410\u0421\u041c\u0415") } : o)],
            Evidence = [.. Examples.Invoice.Evidence.Select(e => e is Evidence.File f ? f with { Says = f.Says.With("sellerName", "ACME") } : e)],
        }, RiskCodes.NameResembles).Should().ContainSingle().Which.Should().EndWith("looks like “ACME” and is written with other characters.");

    [Fact]
    public void Each_code_is_in_the_list_once() => RiskCodes.WorstFirst.Should().OnlyHaveUniqueItems();

    [Fact]
    public void An_account_that_is_not_on_file_belongs_to_the_class_of_changed_IBANs() => RiskCodes.ClassesOf(RiskCodes.IbanNotOnFile).Should().Equal(RiskCodes.IbanNotOnFile, RiskCodes.IbanChanged);

    [Fact]
    public void A_warning_whose_code_hides_something_is_hidden_text() =>
        Codes(Examples.Invoice with { Warnings = [new Warning("new-supplier\u200b", null, "x")] }).Should().Contain(RiskCodes.HiddenText);

    private static Operation Change() => new Operation.Update
    {
        Id = "op1",
        Resource = "bankAccount",
        On = new Reference.Found(Fields.None.With("iban", Iban[0])),
        Before = Fields.None.With("iban", Iban[0]),
        Set = Fields.None.With("iban", Iban[1]),
        After = Fields.None.With("iban", Iban[1]),
    };

    private static Changeset With(Operation operation) => Examples.Invoice with { Operations = [operation], Warnings = [] };

    private static System.Collections.Immutable.ImmutableArray<Evidence> Says(string ibans) =>
        [Examples.Invoice.Evidence[0], (Evidence.File)Examples.Invoice.Evidence[1] with { Says = ((Evidence.File)Examples.Invoice.Evidence[1]).Says.With("ibans", ibans) }];

    private static Changeset Dated(string date) => Examples.Invoice with
    {
        Operations = Examples.Invoice.Operations.SetItem(1, (Operation.Create)Examples.Invoice.Operations[1] with { Set = Examples.Invoice.Operations[1].Asked.With("date", date) }),
    };

    private static IEnumerable<string> Codes(Changeset changeset) => ReviewPage.Of(changeset).Warnings.Select(w => w.Code.ToString());

    private static IEnumerable<string> Texts(Changeset changeset, string code) => ReviewPage.Of(changeset).Warnings.Where(w => w.Code.ToString() == code).Select(w => w.Text.ToString());
}
