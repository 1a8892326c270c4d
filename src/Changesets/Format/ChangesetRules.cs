using System.Text.RegularExpressions;

namespace DolibarrAgent.Changesets;

/// <summary>What must hold within one changeset, whatever its resources are: ids, order, evidence, references.</summary>
internal static partial class ChangesetRules
{
    public static IEnumerable<Problem> Check(Changeset changeset) =>
        Whole(changeset).Concat(OfEvidence(changeset)).Concat(OfOperations(changeset));

    private static IEnumerable<Problem> Whole(Changeset changeset)
    {
        if (!ChangesetId.IsValid(changeset.Id))
        {
            yield return Wrong(Codes.BadId, "id", $"'{changeset.Id}' is not a changeset id.");
        }
        foreach (var warning in changeset.Warnings)
        {
            if (warning.On is { } on && changeset.OperationNamed(on) is null)
            {
                yield return Wrong(Codes.UnknownOperation, "warnings", $"The warning '{warning.Code}' is about '{on}', which is not an operation here.");
            }
        }
    }

    private static IEnumerable<Problem> OfEvidence(Changeset changeset)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var evidence in changeset.Evidence)
        {
            var place = $"evidence {evidence.Id}";
            if (!EvidenceId().IsMatch(evidence.Id))
            {
                yield return Wrong(Codes.BadId, place, $"'{evidence.Id}' is not an id for evidence: lower-case letters, digits and hyphens.");
            }
            if (evidence is Evidence.File { In: { } mail } && !seen.Contains(mail))
            {
                yield return Wrong(Codes.UnknownEvidence, place, $"It is recorded as part of '{mail}', which is not listed before it.");
            }
            if (!seen.Add(evidence.Id))
            {
                yield return Wrong(Codes.DuplicateId, place, $"The id '{evidence.Id}' is used twice.");
            }
        }
    }

    private static IEnumerable<Problem> OfOperations(Changeset changeset)
    {
        var created = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var operation in changeset.Operations)
        {
            number++;
            if (operation.Id != $"op{number}")
            {
                yield return Wrong(Codes.BadId, $"operation {number}", $"Its id is '{operation.Id}', not 'op{number}': operations are numbered in the order in which they were done.");
            }
            foreach (var problem in References(operation, created).Concat(Evidenced(changeset, operation)).Concat(Keys(operation)))
            {
                yield return problem;
            }
            if (operation is Operation.Create)
            {
                created[operation.Id] = operation.Resource;
            }
        }
    }

    private static IEnumerable<Problem> References(Operation operation, Dictionary<string, string> created)
    {
        foreach (var reference in operation.References())
        {
            switch (reference)
            {
                case Reference.Created { Operation: var by } when !created.ContainsKey(by):
                    yield return Wrong(Codes.UnknownReference, operation.Id, $"It names what '{by}' creates, but no operation before it creates anything by that id.");
                    break;
                case Reference.Found { Keys.Count: 0 }:
                    yield return Wrong(Codes.EmptyReference, operation.Id, "It names an object by no key at all.");
                    break;
            }
        }
        if (operation is { TakesAway: true, DoneTo: Reference.Created { Operation: var made } })
        {
            yield return Wrong(Codes.MadeAndTakenAway, operation.Id, $"It takes away what '{made}' of the same changeset makes. What goes is named by its business keys.");
        }
        if (operation.DoneTo is Reference.Created { Operation: var id } && created.TryGetValue(id, out var resource) && resource != operation.Resource)
        {
            yield return Wrong(Codes.OtherResource, operation.Id, $"It is done to a {operation.Resource}, but '{id}' creates a {resource}.");
        }
    }

    private static IEnumerable<Problem> Evidenced(Changeset changeset, Operation operation)
    {
        foreach (var id in operation.From)
        {
            if (changeset.EvidenceNamed(id) is null)
            {
                yield return Wrong(Codes.UnknownEvidence, operation.Id, $"It rests on '{id}', which is not evidence here.");
            }
        }
        if (operation is Operation.Attach attach && changeset.EvidenceNamed(attach.File)?.Blob is null)
        {
            yield return Wrong(Codes.UnknownEvidence, operation.Id, $"It attaches '{attach.File}', which is not a file here.");
        }
    }

    private static IEnumerable<Problem> Keys(Operation operation)
    {
        if (operation is Operation.Create create)
        {
            foreach (var key in create.Keys)
            {
                if (!create.Set.Has(key))
                {
                    yield return Wrong(Codes.UnknownKey, operation.Id, $"Its key '{key}' is not among the fields that it sets.");
                }
            }
        }
    }

    private static Problem Wrong(ProblemCode code, string place, string message) => new(code, place, message, ChangesetReader.Remedy);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex EvidenceId();
}
