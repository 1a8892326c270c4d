using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>What a PUT answers beyond what is stored.</summary>
internal static class Echo
{
    /// <summary>What the server takes out of every answer, so that it is not seen even where it was just sent.</summary>
    private static readonly string[] Hidden =
    [
        "lines", "nom", "name_bis", "note", "siren", "siret", "ape", "departement", "departement_code", "pays", "particulier", "prefix_comm",
        "commercial_id", "total_ht", "total_tva", "total_localtax1", "total_localtax2", "total_ttc", "thirdparty", "fk_delivery_address", "db",
        "fields", "error", "errors", "country", "state", "state_code", "region", "contact", "projet", "project", "fk_projet", "author", "context",
        "element", "table_element", "picto", "oldcopy", "linked_objects", "origin", "mode_reglement", "cond_reglement", "model_pdf", "fk_bank",
    ];

    /// <summary>
    /// Puts what was sent and is not a member into an answer to a PUT: the server answers with the very object that took
    /// it, so that a field that is not stored looks as if it were.
    /// </summary>
    public static void Into(JsonObject answer, JsonObject sent)
    {
        foreach (var (name, value) in sent.Where(field => !answer.ContainsKey(field.Key) && !Hidden.Contains(field.Key)))
        {
            answer[name] = CleanText.Value(name, value);
        }
    }
}
