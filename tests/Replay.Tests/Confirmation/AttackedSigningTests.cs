using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What a good signature does not confirm. Each case is one attack, and each ends without a write on prod.</summary>
public sealed class AttackedSigningTests : SigningTest
{
    [Fact]
    public async Task A_signature_for_another_selection_is_refused_with_both()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset, Selection.Only(["op1"]));

        var came = await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement));

        Refused(came, "other-selection");
        ((ConfirmedReplay.Refused)came).Problem.Message.Should().Contain("signed is 'op1', it is 'all' now");
    }

    [Fact]
    public async Task A_signature_for_all_does_not_confirm_a_part()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);

        Refused(await ConfirmSignedAsync(changeset, Selection.Only(["op1"]), statement, await Gate.SignAsync(Alice, statement)), "other-selection");
    }

    [Fact]
    public async Task A_part_that_was_signed_is_replayed_and_nothing_else()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset, Selection.Only(["op1"]));

        (await ConfirmSignedAsync(changeset, Selection.Only(["op1"]), statement, await Gate.SignAsync(Alice, statement))).Should().BeOfType<ConfirmedReplay.Done>();
        Writes.Should().Be(1);
    }

    [Fact]
    public async Task A_changeset_that_was_edited_after_it_was_signed_is_refused()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);
        var signature = await Gate.SignAsync(Alice, statement);
        await File.WriteAllTextAsync(changeset, (await File.ReadAllTextAsync(changeset, Cancel)).Replace("Hébergeur Dupont SARL, 35.20 EUR", "Hébergeur Dupont SARL, 35.21 EUR", StringComparison.Ordinal), Cancel);

        Refused(await ConfirmSignedAsync(changeset, statement, signature), "other-changeset");
    }

    [Fact]
    public async Task A_changeset_with_duplicate_members_is_not_even_loaded()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        await File.WriteAllTextAsync(changeset, (await File.ReadAllTextAsync(changeset, Cancel)).Replace("\"title\":", "\"title\": \"x\",\n  \"title\":", StringComparison.Ordinal), Cancel);

        (await LoadedChangeset.LoadAsync(changeset, Cancel)).Should().BeOfType<LoadResult.Bad>();
    }

    [Fact]
    public async Task A_blob_that_was_swapped_is_not_even_loaded()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        await File.WriteAllTextAsync(Directory.GetFiles(Path.Combine(Path.GetDirectoryName(changeset)!, "blobs"))[0], "%PDF another invoice", Cancel);

        (await LoadedChangeset.LoadAsync(changeset, Cancel)).Should().BeOfType<LoadResult.Bad>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "blob-changed");
    }

    [Fact]
    public async Task A_signature_for_another_target_is_refused()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        await using var session = Judging(Purpose.Look);
        var plan = await session.PlanAsync(await LoadAsync(changeset), Cancel);
        var elsewhere = plan with { Target = plan.Target with { Origin = "https://erp.example.net:443" } };
        var path = Path.Combine(Gate.Statements, "elsewhere.json");
        StatementFile.Write(path, Statement.Of(elsewhere, Language.English, Clock.GetUtcNow().AddHours(1))).Should().BeNull();

        var came = await ConfirmSignedAsync(changeset, path, await Gate.SignAsync(Alice, path));

        Refused(came, "other-target");
        ((ConfirmedReplay.Refused)came).Problem.Message.Should().Contain("erp.example.net");
    }

    [Fact]
    public async Task A_statement_for_another_enrolment_is_refused()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        await using var session = Judging(Purpose.Look);
        var plan = await session.PlanAsync(await LoadAsync(changeset), Cancel);
        var path = Path.Combine(Gate.Statements, "enrolled.json");
        StatementFile.Write(path, Statement.Of(plan, Language.English, Clock.GetUtcNow().AddHours(1)) with { TargetEnrolled = new string('a', 64) }).Should().BeNull();

        Refused(await ConfirmSignedAsync(changeset, path, await Gate.SignAsync(Alice, path)), "other-target");
    }

    [Fact]
    public async Task A_statement_that_has_expired_is_refused()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset, hours: 1);
        var signature = await Gate.SignAsync(Alice, statement);
        Clock.Ahead = TimeSpan.FromMinutes(61);

        Refused(await ConfirmSignedAsync(changeset, statement, signature), "expired");
    }

    [Fact]
    public async Task A_statement_that_is_good_for_longer_than_the_policy_allows_is_refused()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);
        await File.WriteAllTextAsync(statement, (await File.ReadAllTextAsync(statement, Cancel)).Replace("\"notAfter\": \"20", "\"notAfter\": \"21", StringComparison.Ordinal), Cancel);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement)), "too-long");
    }

    [Fact]
    public async Task Prod_that_changed_between_the_signature_and_the_replay_voids_it()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);
        var signature = await Gate.SignAsync(Alice, statement);
        using (var person = Prod.ClientOf("admin"))
        using (var body = new StringContent("""{"name":"Hébergeur Dupond SARL","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR22424761419"}""", System.Text.Encoding.UTF8, "application/json"))
        {
            (await person.PostAsync(new Uri("thirdparties", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
        }

        Refused(await ConfirmSignedAsync(changeset, statement, signature), "target-changed", "other-risks");
    }

    [Fact]
    public async Task A_policy_that_changed_after_the_signature_voids_it()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);
        var signature = await Gate.SignAsync(Alice, statement);
        Gate.Policy(OneForAll, "\"authorMaySign\": true, \"statementHours\": 48");

        Refused(await ConfirmSignedAsync(changeset, statement, signature), "other-policy");
    }

    [Theory]
    [InlineData("\"does\":", "\"does\": [],\n  \"Does\":")]
    [InlineData("\"title\":", "\"title\": \"x\",\n  \"title\":")]
    [InlineData("{\n", "{\n  \"more\": \"\",\n")]
    [InlineData("\n}\n", "\n}\n\n")]
    [InlineData("\"format\": \"dolibarr-statement/2\"", "\"format\": \"dolibarr-sentence/2\"")]
    public async Task A_statement_in_another_form_is_refused_though_it_is_signed(string what, string instead)
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);
        var text = await File.ReadAllTextAsync(statement, Cancel);
        text.Should().Contain(what);
        await File.WriteAllTextAsync(statement, text.Replace(what, instead, StringComparison.Ordinal), Cancel);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement)), "statement-edited");
    }

    [Fact]
    public async Task A_statement_of_an_older_format_is_refused_as_one_that_says_less()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);
        var text = (await File.ReadAllTextAsync(statement, Cancel)).Replace("dolibarr-statement/2", "dolibarr-statement/1", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(statement, text.Split('\n').Where(line => !line.Contains("\"recorder\":", StringComparison.Ordinal)), Cancel);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement)), "statement-format");
    }

    [Theory]
    [InlineData("Supplier invoice F-2026-1", "Supplier invoice F-2026-2")]
    [InlineData("you approve replaying", "you approve looking at")]
    public async Task A_statement_whose_words_are_not_the_plans_is_refused_though_it_is_signed(string what, string instead)
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);
        await File.WriteAllTextAsync(statement, (await File.ReadAllTextAsync(statement, Cancel)).Replace(what, instead, StringComparison.Ordinal), Cancel);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement)), "statement-edited");
    }

    [Fact]
    public async Task A_statement_from_which_a_risk_was_taken_is_refused_though_it_is_signed()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);
        var (whole, _) = StatementFile.Parse(await File.ReadAllBytesAsync(statement, Cancel), statement);
        whole!.Risks.Should().NotBeEmpty();
        await File.WriteAllBytesAsync(statement, StatementFile.Bytes(whole with { Risks = whole.Risks[1..] }), Cancel);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement)), "other-risks");
    }

    [Fact]
    public async Task A_statement_that_was_edited_after_it_was_signed_is_refused()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset, hours: 1);
        var signature = await Gate.SignAsync(Alice, statement);
        var other = await StatementAsync(changeset, hours: 2);

        Refused(await ConfirmSignedAsync(changeset, other, signature), "bad-signature");
    }

    [Fact]
    public async Task A_list_of_signers_that_others_may_write_says_nothing()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);
        var signature = await Gate.SignAsync(Alice, statement);
        GateOfTest.LetOthersWrite(Gate.AllowedSigners);

        Refused(await ConfirmSignedAsync(changeset, statement, signature), "writable-by-others");
    }

    [Theory]
    [InlineData("*@example.org")]
    [InlineData("alice@example.org,bob@example.org")]
    [InlineData("!eve@example.org")]
    [InlineData("al?ce@example.org")]
    public async Task A_name_in_the_list_that_is_a_pattern_is_refused(string pattern)
    {
        var changeset = await RecordedAsync(OneForAll);
        await Gate.AllowAsync(Alice, pattern);
        var statement = await StatementAsync(changeset);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement)), "signers-fault");
    }

    [Fact]
    public async Task A_certificate_authority_in_the_list_is_refused()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        GateOfTest.Write(Gate.AllowedSigners, (await File.ReadAllTextAsync(Gate.AllowedSigners, Cancel)).Replace($"{Alice} ", $"{Alice} cert-authority ", StringComparison.Ordinal));
        var statement = await StatementAsync(changeset);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement)), "signers-fault");
    }

    [Fact]
    public async Task Without_a_list_of_signers_no_signature_counts()
    {
        var changeset = await RecordedAsync(OneForAll);
        var statement = await StatementAsync(changeset);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement)), "no-signers");
    }

    [Fact]
    public async Task The_authors_signature_does_not_count_where_the_policy_says_so()
    {
        Two.More["DOLIBARR_AUTHOR"] = "Alice@example.org";
        var changeset = await RecordedAsync(OneForAll, Alice, Bob);
        Gate.Policy(OneForAll, "\"authorMaySign\": false");
        var statement = await StatementAsync(changeset);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement)), "author-signed", "signatures-missing");
        (await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Bob, statement))).Should().BeOfType<ConfirmedReplay.Done>();
    }

    [Fact]
    public async Task Where_author_and_signer_must_differ_and_nobody_knows_the_author_it_is_refused()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        Gate.Policy(OneForAll, "\"authorMaySign\": false");
        var statement = await StatementAsync(changeset);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement)), "author-unknown");
    }

    [Fact]
    public async Task All_that_is_wrong_comes_together()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset, Selection.Only(["op1"]), hours: 1);
        var signature = await Gate.SignAsync("eve@example.org", statement);
        Clock.Ahead = TimeSpan.FromHours(2);

        Refused(await ConfirmSignedAsync(changeset, statement, signature), "other-selection", "expired", "not-allowed");
    }
}
