namespace DolibarrAgent.DolibarrWrite;

public sealed class SupplierInvoiceSkill
{
    private readonly Session session;

    internal SupplierInvoiceSkill(Session session) => this.session = session;
}
