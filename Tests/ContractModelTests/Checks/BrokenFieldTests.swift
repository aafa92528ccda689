import Testing

@Suite struct BrokenFieldTests {
  @Test func `a word processor's error in the place of a reference is found`() {
    expect(
      "broken-field", "1. Pay. Pay as Section 1️⃣Error! Reference source not found. says.\n\n2. Law. Maine.\n", at: ["1️⃣"], .error)
    for message in [
      "Error! Bookmark not defined", "Error! No bookmark name given", "Error! Unknown document property name",
      "Error! No se encuentra el origen de la referencia", "Fehler! Textmarke nicht definiert",
      "Erreur ! Source du renvoi introuvable", "Erreur ! Signet non défini", "Errore. L'origine riferimento non è stata trovata",
      "Fout! Verwijzingsbron niet gevonden",
    ] {
      expect("broken-field", "1. Pay. Pay as Section 1️⃣\(message).\n\n2. Law. Maine.\n", at: ["1️⃣"], .error)
    }
    expect("broken-field", "1. Zahlung. Siehe Ziffer 1️⃣Fehler! Verweisquelle konnte nicht gefunden werden.\n", at: ["1️⃣"], .error)
  }

  @Test func `an error that is spoken of is none`() {
    expectNone("broken-field", ["1. Error. An error in a reference is mended by the clerk.\n"])
  }

  @Test func `a reference to 0 is one that lost its target`() {
    expect("broken-field", "1. Pay. Pay as 1️⃣Section 0 says.\n\n2. Law. Maine.\n", at: ["1️⃣"], .error)
  }
}
