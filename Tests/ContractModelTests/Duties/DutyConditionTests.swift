import ContractModel
import TestSupport
import Testing

/// What a duty hangs on, and what may happen and so is no duty.
@Suite struct DutyConditionTests {
  @Test func `an event of default is no duty, and a remedy for it is one`() {
    let agreement = Fixtures.agreement(
      of: """
        LEASE between Oak Ltd ("Landlord") and Elm Ltd ("Tenant")

        1. Defaults. Each of the following is an Event of Default:

        (a) the Tenant shall miss a payment of rent;

        (b) the Tenant shall leave the house empty.

        2. Remedies. Upon any Event of Default:

        (a) the Landlord shall end the lease by notice.

        """)
    #expect(Duty.all(in: agreement).map { "\($0.bearer) \(agreement.words($0.action))" } == ["Landlord end the lease by notice"])
  }

  @Test(
    arguments: [
      ("Upon written request, the Tenant shall mend the door.", "Upon written request"),
      ("If the roof leaks, the Landlord shall mend it.", "If the roof leaks"),
      ("Within five days of demand the Tenant shall pay.", "Within five days of demand"),
      ("The Tenant shall pay.", nil),
    ] as [(String, String?)])
  func `what a duty hangs on is kept with it`(sentence: String, condition: String?) {
    let agreement = Fixtures.agreement(
      of: "LEASE between Oak Ltd (\"Landlord\") and Elm Ltd (\"Tenant\")\n\n1. Rent. \(sentence)\n")
    #expect(Duty.all(in: agreement).map { agreement.condition(of: $0) } == [condition])
  }

  @Test(arguments: [
    ("Not later than three days after the fire the Tenant shall pay.", "Not later than three days after the fire"),
    ("The Tenant, within four days of demand, shall pay.", "within four days of demand"),
  ])
  func `a condition needs no comma before, and may stand between`(sentence: String, condition: String) throws {
    let agreement = Fixtures.agreement(
      of: "LEASE between Oak Ltd (\"Landlord\") and Elm Ltd (\"Tenant\")\n\n1. Duties. \(sentence)\n\n2. Law. Ohio.\n")
    let duty = try #require(Duty.all(in: agreement).first)
    #expect(agreement.condition(of: duty) == condition)
  }

  @Test func `what ends an agreement when it occurs is no duty`() {
    let agreement = Fixtures.agreement(
      of:
        "LEASE between Oak Ltd (\"Landlord\") and Elm Ltd (\"Tenant\")\n\n1. End. Landlord may terminate this lease upon the occurrence "
        + "of any of the following:\n\n(a) Tenant shall become insolvent; or\n\n(b) Tenant shall fail to pay the rent.\n")
    #expect(Duty.all(in: agreement).allSatisfy { $0.bearer != "Tenant" })
  }

  @Test(arguments: [
    ("Without the prior consent of the Landlord, the Tenant shall not keep a dog.", "Without the prior consent of the Landlord"),
    ("Other than in winter, the Tenant shall sweep the yard.", "Other than in winter"),
    (
      "The Tenant shall not, without the consent of the Landlord: (i) keep a dog; or (ii) let a room.",
      "without the consent of the Landlord"
    ),
  ])
  func `what stands before, between or behind may be what a duty hangs on`(sentence: String, condition: String) {
    let agreement = Fixtures.agreement(
      of: "LEASE between Oak Ltd (\"Landlord\") and Elm Ltd (\"Tenant\")\n\n1. Use. It is used.\n\n2. Duties. \(sentence)\n")
    let duties = Duty.all(in: agreement)
    #expect(!duties.isEmpty)
    #expect(duties.allSatisfy { $0.modality == .shallNot || $0.modality == .shall })
    #expect(duties.allSatisfy { agreement.condition(of: $0) == condition })
  }

  @Test func `what two limits bind is told with both, and what hangs on items with these`() throws {
    let agreement = Fixtures.agreement(
      of: "LEASE between Oak Ltd (\"Landlord\") and Elm Ltd (\"Tenant\")\n\n1. Use. It is used.\n\n"
        + "2. Keeping. So long as any rent is unpaid, the Tenant shall not, without the consent of the Landlord:\n\n"
        + "(a) keep a dog; or\n\n(b) let a room.\n\n3. End. The Landlord may end this lease if:\n\n"
        + "(a) the Tenant shall break a window; or\n\n(b) the Tenant shall leave.\n\n4. Law. Ohio.\n")
    let duties = Duty.all(in: agreement)
    #expect(duties.map { agreement.words($0.action) } == ["keep a dog", "let a room", "end this lease if"])
    #expect(
      duties.prefix(2).allSatisfy {
        agreement.condition(of: $0) == "So long as any rent is unpaid; without the consent of the Landlord"
      })
    let end = try #require(duties.last.flatMap { agreement.condition(of: $0) })
    #expect(end.contains("break a window") && end.contains("leave"))
  }

  @Test(arguments: [
    (
      "None of the Landlord, the Tenant or their agents shall sell the keys.",
      ["Landlord shall not sell the keys", "Tenant shall not sell the keys"]
    ),
    ("In the event the Tenant shall become insolvent, the Landlord may leave.", ["Landlord may leave"]),
    ("If at any time the Tenant shall be unable to pay, then the Landlord may leave.", ["Landlord may leave"]),
    (
      "The Landlord may leave if the Tenant shall fail to pay or shall become insolvent.",
      ["Landlord may leave if the Tenant shall fail to pay or shall become insolvent"]
    ),
    ("The Tenant is entitled (but not obliged) to return the keys.", ["Tenant may return the keys"]),
    ("The Tenant shall not have to mend the door.", []),
    ("The Tenant shall mend the door, whereupon the Landlord shall pay.", ["Tenant shall mend the door", "Landlord shall pay"]),
    ("The Landlord and, if asked, the Tenant shall sign.", ["Landlord shall sign", "Tenant shall sign"]),
    ("The Landlord and the Tenant are each obliged to sign.", ["Landlord shall sign", "Tenant shall sign"]),
    ("The Tenant is required not to sell the keys.", ["Tenant shall not sell the keys"]),
  ])
  func `conditions bind nobody, and who is bound is told in each form`(sentence: String, wanted: [String]) {
    #expect(duties(sentence) == wanted)
  }
}
