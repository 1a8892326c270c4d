namespace DolibarrAgent.Intake;

/// <summary>What words on a page announce.</summary>
internal enum LabelKind
{
    /// <summary>The number of this invoice.</summary>
    Number,

    /// <summary>A number of something else: an order, a customer, another invoice.</summary>
    OtherNumber,

    /// <summary>The day of this invoice.</summary>
    Date,

    /// <summary>A day that does not say of what.</summary>
    PlainDate,

    /// <summary>The day of something else: a delivery, an order, another invoice.</summary>
    OtherDate,

    /// <summary>The day on which it is to be paid.</summary>
    DueDate,

    /// <summary>The amount without VAT.</summary>
    Net,

    /// <summary>The VAT.</summary>
    Vat,

    /// <summary>The amount with VAT, or what is to be paid.</summary>
    Gross,

    /// <summary>Another amount: a discount, a deposit, a price, a capital.</summary>
    OtherAmount,

    /// <summary>The currency of the invoice.</summary>
    Currency,

    /// <summary>Why no VAT is asked.</summary>
    NoVat,

    /// <summary>Who sells stands under it.</summary>
    Seller,

    /// <summary>Who buys stands under it.</summary>
    Buyer,

    /// <summary>Somebody else stands under it: a payee, a tax representative, where it is delivered.</summary>
    OtherParty,

    /// <summary>A VAT number or another legal id of the buyer.</summary>
    BuyerId,

    /// <summary>A VAT number or another legal id of the seller.</summary>
    SellerId,

    /// <summary>Yet another company, in a sentence: a factor, a tax representative, the group.</summary>
    OtherCompany,

    /// <summary>What a company prints of itself alone: its register, its capital, its bank.</summary>
    Register,

    /// <summary>How a company is reached.</summary>
    Contact,

    /// <summary>Whose account it is: that of the buyer, from which the amount is debited.</summary>
    DebtorAccount,

    /// <summary>A title of something that asks for no entry: a reminder, a statement, a pro forma.</summary>
    OtherTitle,

    /// <summary>A title that an invoice also refers to: a quote, an order, a delivery note.</summary>
    ReferredTitle,

    /// <summary>The buyer writes this invoice for the seller.</summary>
    SelfBilled,

    /// <summary>An invoice for a deposit, as its title.</summary>
    Deposit,

    /// <summary>A discount for paying early: days near it are none on which all is to be paid.</summary>
    EarlyPayment,

    /// <summary>What is kept back for the tax office, though it is part of the invoice.</summary>
    Withheld,

    /// <summary>A SIREN, a SIRET, or the register where one stands.</summary>
    CompanyId,

    /// <summary>A VAT number.</summary>
    VatNumber,

    /// <summary>The word for an invoice, as its title.</summary>
    Invoice,

    /// <summary>The word for a credit note, as its title.</summary>
    CreditNote,

    /// <summary>The word for the number of anything: it counts where a title stands before it.</summary>
    PlainNumber,

    /// <summary>VAT that the amount with VAT contains.</summary>
    IncludedVat,

    /// <summary>The sum of the lines of the pages before.</summary>
    Carried,

    /// <summary>Head of the column that says what is sold. This and those behind it are looked for in heads of tables alone.</summary>
    LineText,

    /// <summary>Head of the column of quantities.</summary>
    LineQuantity,

    /// <summary>Head of the column of prices of one.</summary>
    LinePrice,

    /// <summary>Head of a column of amounts.</summary>
    LineAmount,

    /// <summary>Head of the column of rates.</summary>
    LineRate,
}
