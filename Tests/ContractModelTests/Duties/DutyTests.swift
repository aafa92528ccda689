import ContractModel
import TestSupport
import Testing

/// Each duty of a sentence of a lease as who, how and what.
func duties(_ sentence: String) -> [String] {
  let agreement = Fixtures.agreement(
    of:
      "LEASE between Oak Ltd (\"Landlord\") and Elm Ltd (\"Tenant\")\n\n1. Agent. \"Escrow Agent\" means Ash Ltd.\n\n2. Duties. \(sentence)\n"
  )
  return Duty.all(in: agreement).map { "\($0.bearer) \($0.modality.words) \(agreement.words($0.action))" }
}

/// Who shall, may or shall not do what.
@Suite struct DutyTests {
  @Test(arguments: [
    ("Tenant shall pay the rent.", ["Tenant shall pay the rent"]),
    (
      "The Tenant shall pay the rent and shall not assign the lease.",
      ["Tenant shall pay the rent", "Tenant shall not assign the lease"]
    ),
    (
      "Landlord, at its own expense, may enter; Tenant agrees not to lock the door.",
      ["Landlord may enter", "Tenant shall not lock the door"]
    ),
    ("Each Party will keep this secret.", ["each Party shall keep this secret"]),
    ("Neither Party may assign.", ["each Party shall not assign"]),
    ("The Parties must meet.", ["the Parties shall meet"]),
    ("The prevailing party is entitled to recover its costs.", ["the prevailing party may recover its costs"]),
    ("Escrow Agent hereby agrees to hold the deposit.", ["Escrow Agent shall hold the deposit"]),
    ("Landlord has the right to inspect.", ["Landlord may inspect"]),
    ("Tenant unconditionally agrees to indemnify Landlord.", ["Tenant shall indemnify Landlord"]),
    (
      "Neither the Landlord nor the Tenant shall cut the hedge.",
      ["Landlord shall not cut the hedge", "Tenant shall not cut the hedge"]
    ),
    ("The Landlord and the Tenant shall share the fee.", ["Landlord shall share the fee", "Tenant shall share the fee"]),
    ("The Tenant agrees to not paint the door.", ["Tenant shall not paint the door"]),
    ("Landlord agrees; provided, however, that Tenant shall sweep the yard.", ["Tenant shall sweep the yard"]),
    ("No part of the deposit shall be returned by the Landlord.", ["Landlord shall not be returned by the Landlord"]),
    ("In no event shall the Tenant keep bees.", ["Tenant shall not keep bees"]),
    ("The Tenant may under no circumstances keep bees.", ["Tenant shall not keep bees"]),
    ("The Landlord may neither raise nor lower the rent.", ["Landlord shall not raise nor lower the rent"]),
    ("The Tenant has agreed to not change the locks.", ["Tenant shall not change the locks"]),
    ("Nor shall the Tenant store oil.", ["Tenant shall not store oil"]),
    ("None of the Tenant or its guests shall smoke.", ["Tenant shall not smoke"]),
    (
      "Neither the Landlord, nor the Tenant, shall cut the hedge.",
      ["Landlord shall not cut the hedge", "Tenant shall not cut the hedge"]
    ),
    (
      "Neither the Tenant, the Landlord nor any of their guests will park here.",
      ["Tenant shall not park here", "Landlord shall not park here"]
    ),
    ("The Landlord, and the Tenant, shall keep a key.", ["Landlord shall keep a key", "Tenant shall keep a key"]),
    ("The Landlord as well as the Tenant shall sign the log.", ["Landlord shall sign the log", "Tenant shall sign the log"]),
    ("The Tenant and its guests shall leave by ten.", ["Tenant shall leave by ten"]),
    (
      "The cost shall be borne by the Tenant and the Landlord.",
      ["Tenant shall be borne by the Tenant and the Landlord", "Landlord shall be borne by the Tenant and the Landlord"]
    ),
    ("The stairs shall be swept by noon by the Tenant.", ["Tenant shall be swept by noon by the Tenant"]),
    ("Only with the consent of the Landlord may the Tenant keep a dog.", ["Tenant may keep a dog"]),
    (
      "The Tenant shall keep: (i) a log; (ii) the keys; and (iii) a list.",
      ["Tenant shall keep: (i) a log; (ii) the keys; and (iii) a list"]
    ),
    (
      "The Tenant shall not: (i) smoke; (ii) drink; or (iii) sing at night.",
      ["Tenant shall not smoke", "Tenant shall not drink", "Tenant shall not sing at night"]
    ),
    (
      "The Tenant shall, and the Landlord shall not, move the beds.",
      ["Tenant shall move the beds", "Landlord shall not move the beds"]
    ),
    (
      "The Tenant shall pay the rent, and if it does not, the Landlord may enter.",
      ["Tenant shall pay the rent", "Landlord may enter"]
    ),
    (
      "In no event shall either the Landlord or the Tenant keep bees.",
      ["Landlord shall not keep bees", "Tenant shall not keep bees"]
    ),
    ("Any of the following constitutes a default:\n\n(a) Tenant shall cease to pay; or\n\n(b) Tenant shall be insolvent.", []),
    ("The Tenant shall at no time burn wood.", ["Tenant shall not burn wood"]),
    ("The Tenant may make no holes.", ["Tenant shall make no holes"]),
    ("The Landlord shall have the right, in its sole discretion, to inspect.", ["Landlord may inspect"]),
    ("The Tenant shall have the option, by notice, to renew.", ["Tenant may renew"]),
    ("The Tenant shall have no right to sublet.", ["Tenant shall not sublet"]),
    ("Landlord shall have the right from time to time to visit.", ["Landlord may visit"]),
    ("The Landlord reserves the right to visit.", ["Landlord may visit"]),
    ("The Tenant is obliged to sweep the yard.", ["Tenant shall sweep the yard"]),
    ("The Tenant shall receive a key.", ["Tenant may receive a key"]),
    ("No Landlord or Tenant shall cut the hedge.", ["Landlord shall not cut the hedge", "Tenant shall not cut the hedge"]),
    ("The Tenant shall in no circumstances burn wood.", ["Tenant shall not burn wood"]),
    ("The Tenant shall in no way be obliged to paint.", []),
    ("The Tenant will not be under any obligation to paint.", []),
    ("The Tenant shall not only sweep but also mop the yard.", ["Tenant shall sweep but also mop the yard"]),
    ("The Tenant shall refrain from burning wood.", ["Tenant shall not burning wood"]),
    ("The Tenant is prohibited from keeping bees.", ["Tenant shall not keeping bees"]),
    ("The Tenant has agreed not to keep bees.", ["Tenant shall not keep bees"]),
    ("The Tenant agrees that neither it nor its guests will burn wood.", ["Tenant shall not burn wood"]),
    ("No hole may be made by the Tenant.", ["Tenant shall not be made by the Tenant"]),
    ("In case the Landlord shall sell the mill, the Tenant may leave.", ["Tenant may leave"]),
    (
      "The Landlord may end the lease upon the occurrence of any of the following: (i) the Tenant shall become insolvent.",
      ["Landlord may end the lease upon the occurrence of any of the following: (i) the Tenant shall become insolvent"]
    ),
    ("All repairs are to be made by the Tenant.", ["Tenant shall be made by the Tenant"]),
    ("The roof may be inspected by the Landlord.", ["Landlord may be inspected by the Landlord"]),
    (
      "The Landlord, the Tenant and the Escrow Agent shall meet.",
      ["Landlord shall meet", "Tenant shall meet", "Escrow Agent shall meet"]
    ),
    ("The Landlord or the Tenant shall pay.", ["Landlord shall pay", "Tenant shall pay"]),
    (
      "The Landlord and the Tenant jointly and severally covenant to keep the wall.",
      ["Landlord shall keep the wall", "Tenant shall keep the wall"]
    ),
    ("The Landlord may (but need not) inspect the roof.", ["Landlord may inspect the roof"]),
    ("The Landlord may at any time, but shall not be bound to, smoke the hall.", ["Landlord may smoke the hall"]),
    ("The Tenant shall pay, failing which the Landlord may enter.", ["Tenant shall pay", "Landlord may enter"]),
  ])
  func `who shall, may or shall not do what is read`(sentence: String, duties wanted: [String]) {
    #expect(duties(sentence) == wanted)
  }

  @Test(arguments: [
    "This lease shall continue.", "The approval of the Landlord shall be in writing.", "“Costs” shall mean what Tenant pays.",
    "It gives such notice as Landlord may require.", "If Tenant shall fail, the lease ends.",
    "It begins when Tenant shall have paid.",
    "This adds to any right Landlord may have.", "The Tenant is not obligated to mend the roof.",
    "It begins on the day of the notice that Tenant is required to give.",
    "As follows.\n\nWHEREAS, the Tenant will live in the house.",
    "The premium for cover that must be taken out by the Tenant is ten.",
    "He does as the Landlord may request.", "The lease ends where rent is due and the Tenant shall fail to pay.",
    "The Tenant shall be released from the lease.", "The Landlord has full power and authority to enter into this lease.",
  ])
  func `what things do, conditions and meanings are no duties`(sentence: String) { #expect(duties(sentence).isEmpty) }

  @Test(arguments: [
    (
      "Tenant shall: (i) sweep the yard; and (ii) not burn wood there.",
      ["Tenant shall sweep the yard", "Tenant shall not burn wood there"]
    ),
    (
      "The Tenant shall not, directly or indirectly, do any of the following:\n\n(a) Keep bees.\n\n(b) Hens. House more than six hens; or\n\n(c) the drains.",
      ["Tenant shall not Keep bees", "Tenant shall not House more than six hens"]
    ),
    (
      "Tenant may:\n\n(a) paint the door;\n\n(b) if Landlord agrees, Landlord shall mend the gate.\n\n3. Dogs. Walk the dogs.",
      ["Tenant may paint the door", "Landlord shall mend the gate"]
    ),
    (
      "Tenant shall not: (i) keep bees; or (ii) if Landlord asks, the neighbour shall mend the wall.",
      ["Tenant shall not keep bees"]
    ),
    ("Tenant shall give Landlord: (i) a key; and (ii) a lamp.", ["Tenant shall give Landlord: (i) a key; and (ii) a lamp"]),
  ])
  func `a duty that is listed is one for each item, and things that are listed are none`(sentence: String, duties wanted: [String])
  {
    #expect(duties(sentence) == wanted)
  }

  @Test func `a duty knows its party and its provision`() throws {
    let agreement = Fixtures.agreement(
      of: "LEASE between Oak Ltd (\"Landlord\") and Elm Ltd (\"Tenant\")\n\n1. Rent. Tenant shall pay.\n")
    let duty = try #require(Duty.all(in: agreement).first)
    #expect(duty.party.map { agreement.parties[$0].name } == "Elm Ltd")
    #expect(duty.provision.map { agreement.provisions[$0].number } == "1")
    #expect(agreement.words(duty.range) == "Tenant shall pay")
  }

  @Test func `a duty whose last character takes three bytes ends behind it`() throws {
    let text = "LEASE\n\n1. Rent. The Landlord (the “Landlord”) agrees. “The Landlord shall pay.”"
    let agreement = Fixtures.agreement(of: text)
    let duty = try #require(Duty.all(in: agreement).last)
    #expect(duty.action.upperBound == text.utf8.count)
  }

  @Test func `who must do a thing is named behind "by"`() {
    #expect(duties("The rent shall be paid by the Tenant on demand.") == ["Tenant shall be paid by the Tenant on demand"])
    #expect(duties("Keys shall be sent to the Tenant by the Landlord.") == ["Landlord shall be sent to the Tenant by the Landlord"])
    #expect(duties("The roof shall be kept dry.").isEmpty)
  }

  @Test func `what two verbs share stands with both`() {
    #expect(
      duties("Tenant shall permit, and shall cause its guards to permit, visits by the agent.") == [
        "Tenant shall permit, and shall cause its guards to permit, visits by the agent",
        "Tenant shall cause its guards to permit, visits by the agent",
      ])
  }

  @Test(arguments: [
    "Neither Landlord nor Tenant shall be obligated to paint.", "Tenant shall not be bound to paint.",
    "Tenant shall be under no duty to paint.",
    "In no event shall Landlord be obligated to paint.", "Landlord shall have no liability for the paint.",
    "Tenant shall not have any obligation to paint.", "Tenant will have no obligation to paint.",
    "Tenant shall not be deemed to paint.",
    "Landlord may end this lease if: (a) the rent is late; or (b) the Tenant shall be dissolved.",
  ])
  func `who owes nothing has no duty`(sentence: String) { #expect(duties(sentence).filter { !$0.contains("end this") } == []) }

  @Test(arguments: [
    ("Tenant agrees that it shall sweep the yard.", ["Tenant shall sweep the yard"]),
    ("Tenant covenants and agrees that it will not sublet.", ["Tenant shall not sublet"]),
    ("Tenant covenants and agrees not to sublet.", ["Tenant shall not sublet"]),
    ("Tenant agrees, for itself and its heirs, not to sublet.", ["Tenant shall not sublet"]),
    ("Tenant undertakes to the Landlord not to sublet.", ["Tenant shall not sublet"]),
    ("Neither of the Landlord and the Tenant shall assign.", ["Landlord shall not assign", "Tenant shall not assign"]),
    ("Each of the Landlord and the Tenant shall pay.", ["Landlord shall pay", "Tenant shall pay"]),
    (
      "The Landlord, on the one hand, and the Tenant, on the other hand, shall meet.",
      ["Landlord shall meet", "Tenant shall meet"]
    ),
    ("No change shall be made by the Tenant.", ["Tenant shall not be made by the Tenant"]),
    ("The hedge shall be kept by the Tenant.", ["Tenant shall be kept by the Tenant"]),
    (
      "Tenant shall not, without the consent of the Landlord: (a) sublet the house; or (b) cut the hedge.",
      ["Tenant shall not sublet the house", "Tenant shall not cut the hedge"]
    ),
    (
      "Tenant shall not, and shall not permit any guest to: (a) keep bees; or (b) cut the hedge.",
      ["Tenant shall not keep bees", "Tenant shall not cut the hedge"]
    ),
    ("Landlord is entitled, but not obliged, to enter.", ["Landlord may enter"]),
    ("Landlord shall heat the house while the Tenant must pay.", ["Landlord shall heat the house", "Tenant shall pay"]),
  ])
  func `promises, joint bearers, lists and rights behind more words`(sentence: String, found: [String]) {
    #expect(duties(sentence) == found)
  }

  @Test(arguments: [
    ("The Tenant and not the Landlord shall pay the tax.", ["Tenant shall pay the tax"]),
    ("The Tenant undertakes to the Landlord that it will not keep bees.", ["Tenant shall not keep bees"]),
    ("The Tenant shall not be required to, and shall not, work on Sundays.", ["Tenant shall not work on Sundays"]),
    (
      "The Landlord: (a) must keep the yard clear; (b) may reject a key; and (c) must not sell the gate.",
      ["Landlord shall keep the yard clear", "Landlord may reject a key", "Landlord shall not sell the gate"]
    ),
    ("The Tenant is to send a list each week.", ["Tenant shall send a list each week"]),
    ("Neither of the Parties may hire the other's staff.", ["the Parties shall not hire the other's staff"]),
    ("The Tenant must not and must ensure that its guests do not ring the bell.", ["Tenant shall not ring the bell"]),
    ("The Tenant must at all times, and must cause its guests to, keep the rules.", ["Tenant shall keep the rules"]),
  ])
  func `a duty is borne by whom the sentence names, however the verb stands`(sentence: String, wanted: [String]) {
    #expect(duties(sentence) == wanted)
  }

  @Test(arguments: [
    ("The linen shall not be removed by the Tenant.", ["The linen | Tenant shall not be removed by the Tenant"]),
    ("The fee is payable by the Tenant on Mondays.", ["The fee | Tenant shall payable by the Tenant on Mondays"]),
    (
      "Each bill shall be sent by the Landlord and paid by the Tenant within a week.",
      [
        "Each bill | Landlord shall be sent by the Landlord and paid by the Tenant within a week",
        "Each bill | Tenant shall paid by the Tenant within a week",
      ]
    ),
    ("The fee is payable by cheque.", []),
  ])
  func `what is done by somebody says to what, and who does what a second verb says`(sentence: String, wanted: [String]) {
    let agreement = Fixtures.agreement(
      of: "LEASE between Oak Ltd (\"Landlord\") and Elm Ltd (\"Tenant\")\n\n1. Use. It is used.\n\n2. Duties. \(sentence)\n")
    #expect(
      Duty.all(in: agreement).map { duty in
        (duty.object.map { agreement.words($0) + " | " } ?? "") + "\(duty.bearer) \(duty.modality.words) "
          + agreement.words(duty.action)
      } == wanted)
  }

  @Test(arguments: [
    ("The Tenant shall be eligible to earn a prize.", ["Tenant may earn a prize"]),
    ("The Tenant is entitled to its deposit.", ["Tenant may entitled to its deposit"]),
    ("It is paid (whether or not such Tenant shall be named in a suit).", []),
    ("It may lead a guest to believe the Tenant has the right to sell.", []),
    ("If the Bank finds that no tax is payable by the Tenant, it says so.", []),
    ("The Landlord and the Tenant shall be referred to as the \"Pair\".", []),
    ("The Landlord may act alone and the word \"Keys\" shall mean all.", ["Landlord may act alone"]),
    ("No leave of the First Escrow Agent shall be needed.", []),
    ("The Tenant shall, by notice, ask for it.", ["Tenant shall by notice, ask for it"]),
    ("The Tenant and the Landlord agree to amend the lease as follows.", []),
    ("The Tenant shall not be liable to pay the tax.", []), ("The Tenant shall not be prevented from letting rooms.", []),
    ("The Tenant shall be at liberty to paint.", ["Tenant may paint"]),
    ("The Tenant cannot assign the keys.", ["Tenant shall not assign the keys"]),
    ("The Tenant is not to open the roof.", ["Tenant shall not open the roof"]),
    ("The Tenant undertakes to and agrees with the Landlord not to sell beer.", ["Tenant shall not sell beer"]),
  ])
  func `what is told, named or made by the words themselves is no duty, and a duty ends with its clause`(
    sentence: String, wanted: [String]
  ) {
    #expect(duties(sentence) == wanted)
  }

  @Test func `a party whose name ends in "Party" is that party`() {
    let agreement = Fixtures.agreement(
      of:
        "PLEDGE between Oak Ltd (\"Debtor\") and Elm Bank (\"Secured Party\")\n\n1. Acts. Debtor does such acts as Secured Party may ask for.\n\n2. Keys. Secured Party shall keep the keys.\n\n3. Both. Neither a party nor a judge may tell.\n"
    )
    #expect(
      Duty.all(in: agreement).map { "\($0.bearer) \($0.modality.words) \(agreement.words($0.action))" } == [
        "Secured Party shall keep the keys", "each Party shall not tell",
      ])
  }
}
