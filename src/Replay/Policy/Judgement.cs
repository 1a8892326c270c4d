using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>A plan under a policy: what the policy forbids, and whose signatures it asks for.</summary>
internal static class Judgement
{
    public static Plan Under(this Plan plan, PolicyRead read)
    {
        if (read is PolicyRead.Bad bad)
        {
            return plan.HasNothingToDo ? plan : plan with { Problems = plan.Problems.AddRange(bad.Problems) };
        }
        var policy = ((PolicyRead.Good)read).Policy;
        return plan.HasNothingToDo ? plan with { Policy = policy } : plan with
        {
            Policy = policy,
            Needs = Needs(plan, policy),
            Problems = [.. plan.Problems, .. Forbidden(plan, policy).Concat(Beyond(plan.Selected, policy.Limits)).Concat(NotEnrolled(plan,
                policy)).Concat(NotByRecorder(plan, policy)).Concat(Unnamed(plan.Selected)).Concat(Printed(plan, policy))],
        };
    }

    private static IEnumerable<Problem> Forbidden(Plan plan, Policy policy) => plan.Selected.Where(operation => !policy.Allows(operation)).Select(operation => policy.IsBuiltIn
        ? new Problem(Codes.PolicyForbids, operation.Id,
            "Bank details and payments are replayed only under a policy that says who signs for them, and there is no policy here.",
            "Ask who keeps the gate for a policy.json that allows them and names who may sign.")
        : new Problem(Codes.PolicyForbids, operation.Id, $"The policy does not allow to {operation.Do} a {operation.Resource}."));

    private static IEnumerable<Problem> Beyond(ImmutableArray<Operation> operations, PolicyLimits limits)
    {
        if (operations.Length > limits.Operations)
        {
            yield return Limit("the changeset", $"It has {operations.Length} operations, the policy allows {limits.Operations} in one replay.");
        }
        if (limits is { Invoice: null, Total: null })
        {
            yield break;
        }
        var total = 0m;
        foreach (var (first, amount) in Amounts.Of(operations))
        {
            if (amount is not { } known)
            {
                yield return Limit(first.Id,
                    $"The amount of this {TitleOf(first)} is not in the changeset, so nobody can tell whether it is within the policy's limits.");
                continue;
            }
            total += known;
            if (known > limits.Invoice)
            {
                yield return Limit(first.Id,
                    $"This {TitleOf(first)} amounts to {Decimals.Cents(known)}, the policy allows {Decimals.Cents(limits.Invoice)} for one.");
            }
        }
        if (total > limits.Total)
        {
            yield return Limit("the changeset", $"It amounts to {Decimals.Cents(total)} in all, the policy allows {Decimals.Cents(limits.Total)} in one replay.");
        }
    }

    private static IEnumerable<Problem> NotEnrolled(Plan plan, Policy policy) => policy.EnrolmentRequired && plan.Target.Enrolled.Length == 0
        ? [new Problem(Codes.NotEnrolled, plan.Target.Instance, $"The policy asks that {plan.Target.Instance} was enrolled, and it was not, or its enrolment could not be compared.")]
        : [];

    /// <summary>Bank details whose owner the changeset names by an id alone: nobody could see from what they sign whom they pay.</summary>
    private static IEnumerable<Problem> Unnamed(ImmutableArray<Operation> operations) => operations
        .Where(operation => operation.Resource == Policy.BankAccount && (operation.DoneTo is Reference.Found account ? account.Keys : operation.Asked).ReferenceOf("thirdparty") is Reference.Found owner && string.IsNullOrWhiteSpace(owner.Keys.TextOf("name")))
        .Select(operation => new Problem(Codes.OwnerUnnamed, operation.Id, "The changeset names the owner of these bank details by an id and not by name: whoever signs could not see who it is."));

    /// <summary>Invoices that were read from printed pages and are made final, as far as the policy leaves them drafts.</summary>
    private static IEnumerable<Problem> Printed(Plan plan, Policy policy) =>
        from validate in plan.Selected.OfType<Operation.Validate>()
        where validate.On is Reference.Created created && plan.Checks.FromPages.Contains(created.Operation)
            && (policy.Printed != PrintedRule.SupplierOnFile || HasNewSupplier(plan, created.Operation))
        select new Problem(Codes.PrintedNotFinal, validate.Id, policy.Printed == PrintedRule.SupplierOnFile
            ? "It makes an invoice final that was read from printed pages, and whose supplier is new."
            : "It makes an invoice final that was read from printed pages, and the policy leaves those drafts.");

    private static bool HasNewSupplier(Plan plan, string invoice) =>
        plan.Loaded.Changeset.OperationNamed(invoice)?.Asked.ReferenceOf("supplier") is not Reference.Found;

    private static ImmutableArray<SignatureNeed> Needs(Plan plan, Policy policy)
    {
        var borne = BorneBy(plan);
        return [.. policy.Sign
            .Select(rule => new SignatureNeed(rule, Because(rule.For, borne)))
            .Where(need => !need.Because.IsEmpty)];
    }

    private static IEnumerable<Problem> NotByRecorder(Plan plan, Policy policy) => policy.RecorderFor.IsEmpty || Because(policy.RecorderFor, BorneBy(plan)) is not { IsEmpty: false } because
        ? []
        : RecorderCheck.Missing(plan.Recorder, string.Join(", ", because)) is { } missing ? [missing] : [];

    /// <summary>The risk classes that a plan bears, each with the operations that bear it.</summary>
    private static ILookup<string, string> BorneBy(Plan plan) => Borne(plan).ToLookup(risk => risk.Class, risk => risk.On, StringComparer.Ordinal);

    private static IEnumerable<BorneRisk> Borne(Plan plan)
    {
        yield return new BorneRisk(Policy.Always, "");
        var risks = PlanRisks.Of(plan, Language.English);
        foreach (var risk in risks.Warnings)
        {
            foreach (var name in RiskCodes.ClassesOf(risk.Code))
            {
                yield return new BorneRisk(name, risk.Operation);
            }
        }
        foreach (var final in risks.Final)
        {
            yield return new BorneRisk(Policy.CannotBeUndone, final.Operation);
        }
    }

    private sealed record BorneRisk(string Class, string On);

    private static ImmutableArray<string> Because(ImmutableArray<string> classes, ILookup<string, string> borne) => [.. classes.Where(borne.Contains).Select(name => Because(name, borne[name]))];

    private static string Because(string name, IEnumerable<string> on)
    {
        var operations = on.Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return operations.Count == 0 ? name : $"{name} ({string.Join(", ", operations)})";
    }

    private static Problem Limit(string place, FormattableString message) =>
        new(Codes.BeyondLimit, place, message.ToString(CultureInfo.InvariantCulture));

    private static string TitleOf(Operation operation) =>
        operation.Resource == PaymentFields.Resource.Name ? PaymentFields.Resource.Title.English : "invoice";
}
