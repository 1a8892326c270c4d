using System.Globalization;
using System.Net;

namespace DolibarrAgent.Simulator;

/// <summary>
/// What goes wrong with one request, and whether what it asks for is done all the same. Under any fault with an effect
/// the resource is asked as ever, and may itself refuse; the client just does not hear its answer. A read has no effect
/// to lose, but is struck in the same way. As text a fault is what <c>simulator --fault</c> takes.
/// </summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>The kind of fault in kebab case, as the command line and the log name it.</summary>
    public abstract string Name { get; }

    /// <summary>When what the request asks for is done.</summary>
    public virtual EffectMoment Effect => EffectMoment.AtOnce;

    /// <summary>The status that is sent in place of the resource's own, 0 when none is; null when its own is sent.</summary>
    internal virtual int? StatusInstead => 0;

    /// <summary>What follows the name where the fault has something to set; empty otherwise.</summary>
    private protected virtual string Suffix => "";

    /// <inheritdoc/>
    public sealed override string ToString() => Name + Suffix;

    /// <summary>The connection is closed and nothing is done.</summary>
    public sealed record Lost : Fault
    {
        /// <inheritdoc/>
        public override string Name => "lost";

        /// <inheritdoc/>
        public override EffectMoment Effect => EffectMoment.Never;
    }

    /// <summary>It is done, then the connection is closed without an answer.</summary>
    public sealed record EffectThenClose : Fault
    {
        /// <inheritdoc/>
        public override string Name => "effect-then-close";
    }

    /// <summary>It is done, then the connection is reset (TCP RST) without an answer.</summary>
    public sealed record EffectThenReset : Fault
    {
        /// <inheritdoc/>
        public override string Name => "effect-then-reset";
    }

    /// <summary>It is done, and the resource's own answer comes after <paramref name="Held"/> on the server's clock; null: not before the client has gone.</summary>
    public sealed record EffectThenLate(TimeSpan? Held = null) : Fault
    {
        /// <inheritdoc/>
        public override string Name => "effect-then-late";

        internal override int? StatusInstead => Held is null ? 0 : null;

        private protected override string Suffix => Held is { } held ? string.Create(CultureInfo.InvariantCulture, $":{held.TotalMilliseconds:0}") : "";
    }

    /// <summary>It is done, and 500 is answered, in Dolibarr's JSON.</summary>
    public sealed record EffectThenServerError : Fault
    {
        /// <inheritdoc/>
        public override string Name => "effect-then-500";

        internal override int? StatusInstead => StatusCodes.Status500InternalServerError;
    }

    /// <summary>The first of its statements is done where it is not one transaction, and 500 is answered, in Dolibarr's JSON.</summary>
    public sealed record HalfThenServerError : Fault
    {
        /// <inheritdoc/>
        public override string Name => "half-then-500";

        /// <inheritdoc/>
        public override EffectMoment Effect => EffectMoment.Half;

        internal override int? StatusInstead => StatusCodes.Status500InternalServerError;
    }

    /// <summary>Nothing is done: the database is stopped, and Dolibarr shows a page of its own with status 202.</summary>
    public sealed record DatabaseDown : Fault
    {
        /// <inheritdoc/>
        public override string Name => "database-down";

        /// <inheritdoc/>
        public override EffectMoment Effect => EffectMoment.Never;

        internal override int? StatusInstead => StatusCodes.Status202Accepted;
    }

    /// <summary>Nothing is done: the database is starting, so the key cannot be looked up, and 401 is answered.</summary>
    public sealed record KeyUnread : Fault
    {
        /// <inheritdoc/>
        public override string Name => "key-unread";

        /// <inheritdoc/>
        public override EffectMoment Effect => EffectMoment.Never;

        internal override int? StatusInstead => StatusCodes.Status401Unauthorized;
    }

    /// <summary>It is done, and a page of HTML is answered with status 200, as a portal or a proxy does.</summary>
    public sealed record EffectThenHtml : Fault
    {
        /// <inheritdoc/>
        public override string Name => "effect-then-html";

        internal override int? StatusInstead => StatusCodes.Status200OK;
    }

    /// <summary>
    /// It is done, and the first half of the answer's body is sent under a <c>Content-Length</c> that promises more; then
    /// the connection is closed. An answer that has no body (304) is not sent at all.
    /// </summary>
    public sealed record EffectThenTruncated : Fault
    {
        /// <inheritdoc/>
        public override string Name => "effect-then-truncated";

        internal override int? StatusInstead => null;
    }

    /// <summary>It is done, and the answer, with status 200, goes on until the client leaves.</summary>
    public sealed record EffectThenEndless : Fault
    {
        /// <inheritdoc/>
        public override string Name => "effect-then-endless";

        internal override int? StatusInstead => StatusCodes.Status200OK;
    }

    /// <summary>The connection is closed without an answer, and it is done later: the request had got stuck on its way.</summary>
    public sealed record CloseThenEffect(LateEffect When) : Fault
    {
        /// <inheritdoc/>
        public override string Name => "close-then-effect";

        /// <inheritdoc/>
        public override EffectMoment Effect => EffectMoment.Later;

        private protected override string Suffix => When.Suffix;
    }

    /// <summary>Nothing is done, and 429 is answered, with <c>Retry-After</c> in whole seconds where it is given.</summary>
    public sealed record TooManyRequests(TimeSpan? RetryAfter = null) : Fault
    {
        /// <inheritdoc/>
        public override string Name => "too-many-requests";

        /// <inheritdoc/>
        public override EffectMoment Effect => EffectMoment.Never;

        internal override int? StatusInstead => StatusCodes.Status429TooManyRequests;

        private protected override string Suffix => Seconds(RetryAfter);
    }

    /// <summary>Nothing is done, and 503 is answered in Dolibarr's JSON, with <c>Retry-After</c> in whole seconds where it is given.</summary>
    public sealed record Unavailable(TimeSpan? RetryAfter = null) : Fault
    {
        /// <inheritdoc/>
        public override string Name => "unavailable";

        /// <inheritdoc/>
        public override EffectMoment Effect => EffectMoment.Never;

        internal override int? StatusInstead => StatusCodes.Status503ServiceUnavailable;

        private protected override string Suffix => Seconds(RetryAfter);
    }

    /// <summary>Nothing is done, and 503 is answered as a proxy in front of Dolibarr does: a page of HTML.</summary>
    public sealed record ProxyUnavailable(TimeSpan? RetryAfter = null) : Fault
    {
        /// <inheritdoc/>
        public override string Name => "proxy-unavailable";

        /// <inheritdoc/>
        public override EffectMoment Effect => EffectMoment.Never;

        internal override int? StatusInstead => StatusCodes.Status503ServiceUnavailable;

        private protected override string Suffix => Seconds(RetryAfter);
    }

    /// <summary>Nothing is done, and the client is sent elsewhere with status 302, 307 or 308.</summary>
    public sealed record Redirect(HttpStatusCode Status, Uri To) : Fault
    {
        /// <inheritdoc/>
        public override string Name => string.Create(CultureInfo.InvariantCulture, $"redirect-{(int)Status}");

        /// <inheritdoc/>
        public override EffectMoment Effect => EffectMoment.Never;

        internal override int? StatusInstead => (int)Status;

        private protected override string Suffix => $":{To}";
    }

    private static string Seconds(TimeSpan? time) => time is { } given ? string.Create(CultureInfo.InvariantCulture, $":{given.TotalSeconds:0}") : "";
}
