using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>The people at a third party: <c>llx_socpeople</c>.</summary>
internal static class ContactTable
{
    public const string Name = "socpeople";

    private const string ThirdParty = "fk_soc";

    public static ObjectTable Table { get; } = new("contacts", Name)
    {
        Fields =
        [
            new("lastname", "lastname", Cleaning.Text, 50),
            new("firstname", "firstname", Cleaning.Text, 50),
            new("socid", ThirdParty, Cleaning.Id),
            new("ref_ext", "ref_ext", Cleaning.TextOrNull, 255),
            new("email", "email", Cleaning.SmallText, 255),
            new("poste", "poste", Cleaning.Text, 255),
            new("phone_pro", "phone", Cleaning.Text, 30),
            new("phone_perso", "phone_perso", Cleaning.Text, 30),
            new("phone_mobile", "phone_mobile", Cleaning.Text, 30),
            new("fax", "fax", Cleaning.Text, 30),
            new("address", "address", Cleaning.Text, 255),
            new("zip", "zip", Cleaning.Text, 25),
            new("town", "town", Cleaning.Text, 255),
            new("country_id", "fk_pays", Cleaning.Id),
            new("state_id", "fk_departement", Cleaning.Id),
            new("note_public", "note_public", Cleaning.Text),
            new("note_private", "note_private", Cleaning.Text),
            new("photo", "photo", Cleaning.Text, 255),
        ],
        Defaults = new[] { "firstname", "email", "poste", "phone", "phone_perso", "phone_mobile", "fax", "address", "zip", "town" }.ToImmutableDictionary(column => column, _ => (string?)""),
        Stored = (before, asked) => before is not null && before["photo"] == asked.GetValueOrDefault("photo")
            ? asked.SetItem("photo", "")
            : asked,
        Needed = ["lastname"],
        Select = "SELECT t.rowid FROM llx_socpeople as t"
            + " LEFT JOIN llx_socpeople_extrafields as te ON te.fk_object = t.rowid WHERE t.entity IN (1)",
        ReadBy = ["email"],
        Read = Rights.ReadContacts,
        Write = Rights.WriteContacts,
        Delete = Rights.DeleteContacts,
        Shape = Shape.Load("contact"),
        Answered = (_, row, view) => view.Without("actiontypecode")
            .Filled(("trackid", $"ctc{row.Id.ToString(CultureInfo.InvariantCulture)}")),
        IsSeen = (row, user, database) => user.May(Rights.SeeAllThirdParties) || (PartyOf(row, database)?.IsSeenBy(user) ?? false),
        Refused = (columns, database) => columns.GetValueOrDefault(ThirdParty) is { } id && !database.ThirdParties.ContainsKey(PhpNumber.Integer(id))
            ? $"ERROR:  23503: insert or update on table \"llx_socpeople\" violates foreign key constraint \"fk_socpeople_fk_soc\"\nDETAIL:  Key (fk_soc)=({id}) is not present in table \"llx_societe\".\nSCHEMA NAME:  public\nTABLE NAME:  llx_socpeople\nCONSTRAINT NAME:  fk_socpeople_fk_soc\nLOCATION:  ri_ReportViolation, ri_triggers.c:2596"
            : null,
        More = (row, database) => new Dictionary<string, JsonNode?>
        {
            ["ref"] = row.Id.ToString(CultureInfo.InvariantCulture),
            ["user_creation_id"] = row.CreatedBy.ToString(CultureInfo.InvariantCulture),
            ["user_modification_id"] = row.ModifiedBy.ToString(CultureInfo.InvariantCulture),
            ["fk_soc"] = row[ThirdParty],
            ["socname"] = PartyOf(row, database)?["nom"],
            ["mail"] = row["email"],
            ["country_code"] = Countries.CodeOf(row["fk_pays"]),
        },
        InLists = ImmutableDictionary<string, JsonNode>.Empty.Add("roles", new JsonArray()),
        Words = new ObjectWords("api_contacts.class.php")
        {
            NotRead = new("No permission to read contacts", 81),
            NotListed = 192,
            NotWritten = new("No permission to create/update contacts", 341),
            NotChanged = 388,
            NotDeleted = new("No permission to delete contacts", 443),
            Missing = 679,
            NotCreated = new("Error creating contact", 362),
            NotStored = 426,
            Absent = new("Contact not found", 91),
            AbsentForChange = 393,
            AbsentForDelete = 447,
            ListRefused = new("Error when retrieve contacts", 303),
            BadFilter = 260,
            Deleted = "Contact deleted",
        },
    };

    /// <summary>The contacts that are left when a third party goes, and its own with it.</summary>
    public static ImmutableSortedDictionary<long, ObjectRow> Without(Database database, long thirdParty) =>
        database.ObjectsOf(Name).RemoveRange(database.ObjectsOf(Name).Values.Where(row => PhpNumber.Integer(row[ThirdParty] ?? "") == thirdParty).Select(row => row.Id));

    private static ThirdParty? PartyOf(ObjectRow row, Database database) => database.ThirdParties.GetValueOrDefault(PhpNumber.Integer(row[ThirdParty] ?? ""));
}
