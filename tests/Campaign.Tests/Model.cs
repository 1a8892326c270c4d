using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.Campaign.Tests;

/// <summary>
/// What prod must hold, kept by following what took effect there, one by one, with nothing of the product in it: how
/// often each operation of the small job took effect, and what its fields are. Says what was done that must not be.
/// </summary>
internal sealed class Model
{
    private const string OldPhone = "+33111111111";
    private const string NewPhone = "+33102030405";

    private readonly Dictionary<string, int> effects = [];
    private readonly List<string> wrong = [];
    private readonly HashSet<string> saidToBeDone = [];
    private int followed;
    private string phone = OldPhone;
    private int phoneByHand;
    private int linesByHand;
    private bool handHasBeenThere;
    private bool invoiceIsAsRecorded = true;
    private bool isValidated;

    /// <summary>Every rule that was broken.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    /// <summary>Whether a person has done anything on prod.</summary>
    public bool HandHasBeenThere => handHasBeenThere;

    /// <summary>The invoice that the changeset made, on prod; null before, and where it was deleted.</summary>
    public long? Invoice { get; private set; }

    /// <summary>The supplier that the changeset made, on prod.</summary>
    public long? Supplier { get; private set; }

    public bool WasSaidToBeDone(string operation) => saidToBeDone.Contains(operation);

    public int EffectsOf(string operation) => effects.GetValueOrDefault(operation);

    /// <summary>Follows what has taken effect since.</summary>
    public void Follow(SimulatedDolibarr prod)
    {
        foreach (var effect in prod.Effects.Skip(followed))
        {
            followed++;
            if (effect.Key == "agent")
            {
                Ours(effect);
            }
            else
            {
                ByHand(effect);
            }
        }
    }

    /// <summary>What a replay said of it.</summary>
    /// <param name="faults">Whether calls went wrong, in this run or in one whose outcome is still open.</param>
    public void Heard(Came came, bool faults)
    {
        switch (came)
        {
            case Came.Through { Replay: ConfirmedReplay.Done { Replayed: var replayed } }:
                foreach (var operation in replayed.Operations)
                {
                    Heard(operation.Operation.Id, operation.Outcome, faults);
                }
                break;
            case Came.Through { Replay: ConfirmedReplay.NothingToDo { Plan: var plan } }:
                foreach (var operation in plan.Operations)
                {
                    Heard(operation.Operation.Id, operation.Outcome, faults);
                }
                break;
            case Came.Through { Replay: ConfirmedReplay.Stopped { Plan: var plan } }:
                Must(faults || handHasBeenThere, $"a plan is stopped and nobody did anything: {string.Join("; ", plan.Problems)}");
                Must(handHasBeenThere || plan.Problems.All(p => p.Code.Kind == ProblemKind.Failure), $"a conflict that nobody made: {string.Join("; ", plan.Problems)}");
                break;
        }
    }

    private void Heard(string operation, string outcome, bool faults)
    {
        var times = effects.GetValueOrDefault(operation);
        switch (outcome)
        {
            case Outcomes.Applied:
                Must(times > 0 || IsSoByHand(operation), $"{operation} is called applied and never took effect");
                saidToBeDone.Add(operation);
                break;
            case Outcomes.AlreadyApplied:
                Must(times > 0 || IsSoByHand(operation), $"{operation} is called already applied and never took effect");
                saidToBeDone.Add(operation);
                break;
            case Outcomes.Failed or Outcomes.NotReached:
                Must(times == 0, $"{operation} is called {outcome} and took effect");
                Must(faults || handHasBeenThere, $"{operation} is called {outcome} and nothing was in its way");
                break;
            case Outcomes.Conflict:
                Must(handHasBeenThere, $"{operation} is called a conflict and nobody else wrote to prod");
                break;
            case Outcomes.Unknown:
                Must(faults, $"{operation} is called unknown and every call was answered");
                break;
        }
    }

    /// <summary>Whether prod is as the operation would make it, by a person's doing.</summary>
    private bool IsSoByHand(string operation) => operation switch
    {
        "op4" => isValidated,
        "op5" => phone == NewPhone,
        _ => false,
    };

    private void Ours(LoggedRequest effect)
    {
        var body = effect.Body is { } text ? JsonNode.Parse(text) : null;
        switch (effect.Call.Split(' ', '/'))
        {
            case ["POST", "", "thirdparties"]:
                Supplier = effect.Created;
                Once("op1");
                break;
            case ["POST", "", "supplierinvoices"]:
                Must(Supplier is not null, "an invoice was entered before its supplier");
                Invoice = effect.Created;
                Once("op2");
                break;
            case ["POST", "", "documents", "upload"]:
                Once("op3");
                break;
            case ["POST", "", "supplierinvoices", _, "validate"]:
                Must(invoiceIsAsRecorded || WasUnderWay(effect, linesByHand), "an invoice was validated with other totals than those that were confirmed");
                isValidated = true;
                Once("op4");
                break;
            case ["PUT", "", "thirdparties", _] when body!["phone"] is { } given:
                Must(phone is OldPhone or NewPhone || WasUnderWay(effect, phoneByHand), $"the phone number {phone}, which nobody had seen, was overwritten");
                phone = given.ToString();
                Once("op5");
                break;
            default:
                wrong.Add($"nobody asked for {effect.Call}");
                break;
        }
    }

    private void ByHand(LoggedRequest effect)
    {
        handHasBeenThere = true;
        switch (effect.Call.Split(' ', '/'))
        {
            case ["PUT", "", "thirdparties", _] when JsonNode.Parse(effect.Body!)!["phone"] is { } given:
                phone = given.ToString();
                phoneByHand = effect.Number;
                break;
            case ["POST", "", "supplierinvoices", _, "lines"]:
                invoiceIsAsRecorded = false;
                linesByHand = effect.Number;
                break;
            case ["POST", "", "supplierinvoices", _, "validate"]:
                isValidated = true;
                break;
            case ["DELETE", "", "supplierinvoices", _]:
                Invoice = null;
                break;
        }
    }

    /// <summary>Whether it was sent before a person wrote, and dealt with behind it: nobody can call such a call back.</summary>
    private static bool WasUnderWay(LoggedRequest effect, int byHand) => effect.LateEffectOf < byHand;

    private void Once(string operation)
    {
        effects[operation] = effects.GetValueOrDefault(operation) + 1;
        Must(effects[operation] == 1, $"{operation} took effect {effects[operation]} times");
    }

    private void Must(bool holds, string otherwise)
    {
        if (!holds)
        {
            wrong.Add(otherwise);
        }
    }
}
