using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Benchmarks;

/// <summary>
/// The floor: the writes of a job by a bare HttpClient, with the bodies that the product sends, and without any safety.
/// No ledger, no look-up, no read-back; ids are taken from the answers. Throws <see cref="HttpRequestException"/> at the first refusal.
/// </summary>
/// <param name="http">A client of the API's root, which ends with a slash, with the key.</param>
/// <param name="changeset">The id that begins the markers.</param>
internal sealed class BareWriter(HttpClient http, string changeset)
{
    // The product asks the server for it; France is 1 in every Dolibarr's own dictionary.
    private const int France = 1;

    private readonly ConcurrentDictionary<string, long> ids = new(StringComparer.Ordinal);

    /// <summary>All in the job's order, one after the other.</summary>
    public async Task WriteAsync(Job job, CancellationToken cancel)
    {
        foreach (var operation in job.Operations)
        {
            await SendAsync(operation, job, cancel);
        }
    }

    /// <summary>The same, many at once where nothing depends on another: only to fill an instance.</summary>
    public async Task FillAsync(Job job, CancellationToken cancel)
    {
        foreach (var kind in job.Operations.GroupBy(operation => (operation.Do, operation.Resource)))
        {
            await Parallel.ForEachAsync(kind, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancel }, async (operation, stop) => await SendAsync(operation, job, stop));
        }
    }

    private async Task SendAsync(Operation operation, Job job, CancellationToken cancel)
    {
        var (path, body) = operation switch
        {
            Operation.Create { Resource: "thirdparty" } party => ("thirdparties", Json(json => Party(json, party))),
            Operation.Create invoice => ("supplierinvoices", Json(json => Invoice(json, invoice))),
            Operation.Attach attach => ("documents/upload", Json(json => Upload(json, Made(attach.To), attach.File, job.Files[attach.File]))),
            Operation.Validate validate => (string.Create(CultureInfo.InvariantCulture, $"supplierinvoices/{Made(validate.On)}/validate"), Json(_ => { })),
            _ => throw new InvalidOperationException($"A job has no {operation.Do}."),
        };
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content, cancel);
        var said = await answer.Content.ReadAsStringAsync(cancel);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"POST {path} for {operation.Id} was answered {(int)answer.StatusCode}: {said}");
        }
        if (operation is Operation.Create)
        {
            ids[operation.Id] = long.Parse(said.Trim().Trim('"'), CultureInfo.InvariantCulture);
        }
    }

    private long Made(Reference reference) => ids[((Reference.Created)reference).Operation];

    private static byte[] Json(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private void Party(Utf8JsonWriter json, Operation.Create party)
    {
        json.WriteString("name", party.Set.TextOf("name"));
        json.WriteNumber("fournisseur", 1);
        json.WriteString("code_fournisseur", "auto");
        json.WriteString("tva_intra", party.Set.TextOf("vatNumber"));
        json.WriteString("idprof1", party.Set.TextOf("siren"));
        json.WriteString("email", party.Set.TextOf("email"));
        json.WriteNumber("country_id", France);
        json.WriteString("ref_ext", $"{changeset}/{party.Id}");
    }

    private void Invoice(Utf8JsonWriter json, Operation.Create invoice)
    {
        json.WriteNumber("socid", Made(invoice.Set.ReferenceOf("supplier")!));
        json.WriteString("ref_supplier", invoice.Set.TextOf("supplierReference"));
        json.WriteNumber("type", 0);
        json.WriteString("date", invoice.Set.TextOf("date"));
        json.WriteString("date_echeance", invoice.Set.TextOf("dueDate"));
        json.WriteString("ref_ext", $"{changeset}/{invoice.Id}");
        json.WriteStartArray("lines");
        foreach (var line in invoice.Set.RowsOf("lines"))
        {
            json.WriteStartObject();
            json.WriteString("desc", line.TextOf("description"));
            json.WriteNumber("qty", Number(line, "quantity"));
            json.WriteNumber("subprice", Number(line, "unitPrice"));
            json.WriteNumber("tva_tx", Number(line, "vatRate"));
            json.WriteNumber("product_type", 1);
            json.WriteNumber("remise_percent", 0);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Upload(Utf8JsonWriter json, long invoice, string evidence, byte[] bytes)
    {
        json.WriteString("filename", Job.FileName(evidence));
        json.WriteString("modulepart", "supplier_invoice");
        // A draft's reference until it is validated.
        json.WriteString("ref", string.Create(CultureInfo.InvariantCulture, $"(PROV{invoice})"));
        json.WriteBase64String("filecontent", bytes);
        json.WriteString("fileencoding", "base64");
        json.WriteNumber("overwriteifexists", 0);
    }

    private static decimal Number(Fields line, string name) => decimal.Parse(line.TextOf(name)!, CultureInfo.InvariantCulture);
}
