using System.Reflection;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr.Tests;

public class WriteGateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Nothing_but_get_passes_without_a_permit(string method)
    {
        var dolibarr = new FakeDolibarr();
        using var http = Pipeline.Open(dolibarr.Connection, permit: null);
        using var request = new HttpRequestMessage(new HttpMethod(method), dolibarr.Connection.Server.Api + "/thirdparties");
        await FluentActions.Awaiting(() => http.SendAsync(request, Token)).Should().ThrowAsync<WriteRefusedException>();
        dolibarr.Arrivals.Should().BeEmpty();
    }

    [Fact]
    public async Task A_permit_for_another_origin_opens_nothing()
    {
        var dolibarr = new FakeDolibarr();
        using var writer = DolibarrWriter.Open(dolibarr.Connection, new WritePermit(Known.Server("https://erp-sandbox.example.com").Origin));
        var error = Known.Refused(await writer.SupplierInvoices.ValidateAsync(1, Token));
        error.Should().Match<Refusal>(it => it.Code == Codes.WriteRefused && it.HttpStatus == 0);
        error.Remedy.Should().Contain("replay --confirm");
        dolibarr.Arrivals.Should().BeEmpty();
    }

    [Fact]
    public async Task A_permit_for_this_origin_lets_a_write_pass()
    {
        var dolibarr = new FakeDolibarr().On("DELETE", "/thirdparties/1", new Canned(200, """{"success":{"code":200,"message":"Object deleted"}}"""));
        using var writer = dolibarr.Writer();
        Known.Ok(await writer.Objects.DeleteAsync(ThirdPartyFields.Resource, 1, Token)).Should().Be(Done.Now);
    }

    [Fact]
    public void Nothing_public_writes_or_makes_a_permit()
    {
        var types = typeof(DolibarrReader).Assembly.GetExportedTypes();
        types.Should().NotContain(type => type.Name.Contains("Writ", StringComparison.Ordinal) || type.Name.Contains("Permit", StringComparison.Ordinal));
        typeof(DolibarrReader).GetMethods(BindingFlags.Public | BindingFlags.Static).Single().GetParameters()
            .Should().ContainSingle().Which.ParameterType.Should().Be<Connection>();
    }

    [Fact]
    public void Only_the_operations_and_these_tests_see_what_is_internal() =>
        typeof(DolibarrReader).Assembly.GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>()
            .Select(attribute => attribute.AssemblyName).Should().BeEquivalentTo("DolibarrAgent.Operations", "DolibarrAgent.Dolibarr.Tests");

    [Fact]
    public void The_reading_interfaces_know_no_method_but_get() =>
        typeof(DolibarrReader).Assembly.GetTypes()
            .Where(type => type.IsInterface && type.Name.StartsWith("IRead", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods())
            .Should().NotBeEmpty().And.OnlyContain(method => method.GetCustomAttribute<Refit.GetAttribute>() != null);
}
