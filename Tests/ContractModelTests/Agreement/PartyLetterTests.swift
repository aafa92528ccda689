import ContractModel
import TestSupport
import Testing

/// Parties of letters: who is greeted, and the company that writes.
@Suite struct PartyLetterTests {
  @Test func `a letter is between who is greeted and the company it is from`() {
    #expect(
      parties(
        "May 29, 1997\n\nSean Moss\n\n[***]\n\nDear Sean:\n\nWe are pleased to offer you employment with Oak Mills Inc. as follows:\n\n1. Post. Miller.\n\n2. Pay. Ten.\n"
      ) == ["Sean Moss", "Oak Mills Inc."])
  }

  @Test func `a letter's company may be told what it is before its short name, and comes behind an office there`() {
    #expect(
      parties(
        "May 17, 2017\n\nDear _________:\n\nIn connection with our offer of the post of Chief Milling Officer of North Mill Company, an Oregon corporation (the \"Company\"), we promise you the following.\n\n1. Pay. Ten.\n\n2. Law. Ohio.\n"
      ) == ["North Mill Company as Company"])
  }

  @Test func `the greeting may be the last line of the address, and a town above it is nobody`() {
    let found = parties(
      "LEAVING LETTER\nMay 22, 2006\nAnn K. Southfield\nc/o Oak Mills Corporation\n400 Mill Parkway\nEl Hull, GA 30339\nDear Ann:\nIn connection with the end of your work for Oak Mills Corporation (the \"Company\") on May 31, 2006 you may have what is told below.\n\n1. Pay. Ten.\n\n2. Law. Ohio.\n"
    )
    #expect(found.contains("Oak Mills Corporation as Company"))
    #expect(!found.contains { $0.hasPrefix("El Hull") })
  }

  @Test(arguments: ["Bo Xu", "AB Co."])
  func `a greeting may be longer than the name above it`(name: String) {
    let letter =
      "May 3, 2021\n\n\(name)\n4 Mill Lane\nHull\n\nDear Stockholdersandfriends:\n\nWe offer you work at Oak Inc. as a miller.\n\n1. Work. None.\n\n2. Law. Ohio.\n"
    #expect(parties(letter).contains("Oak Inc."))
  }
}
