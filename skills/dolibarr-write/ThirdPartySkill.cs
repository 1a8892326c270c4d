namespace DolibarrAgent.DolibarrWrite;

public sealed class ThirdPartySkill
{
    private readonly Session session;

    internal ThirdPartySkill(Session session) => this.session = session;
}
