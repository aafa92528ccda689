import ContractModel
import Foundation
import TestSupport
import Testing

/// Time limits that people marked by hand in eight agreements, where these are at hand.
@Suite struct LabelledTimeLimitTests {
  /// Byte offsets of the amount, halves of the unit, and the unit.
  private static let labels: [String: [(start: Int, halves: Int, unit: Period.Unit)]] = [
    "edgar-text/1084755_2005-02-09_MASTER SOFTWARE LICENSE AGREEMENT.txt": [
      (7152, 60, .day), (7747, 60, .day), (9571, 60, .day), (10277, 60, .day),
      (11405, 20, .day), (17911, 60, .day), (18118, 24, .month), (19407, 360, .day),
      (22715, 60, .day),
    ],
    "edgar-text/1173204_2015-10-16_SEVERANCE AGREEMENT.txt": [
      (1397, 24, .month), (1882, 12, .month), (16328, 6, .businessDay),
    ],
    "edgar-text/1304409_2012-07-19_CREDIT AGREEMENT.txt": [
      (11463, 180, .day), (11704, 90, .day), (13883, 20, .day), (16984, 60, .day),
      (22026, 20, .day), (22613, 20, .day), (23778, 20, .day), (27746, 4, .day),
    ],
    "edgar-text/875523_1999-02-24_SEVERANCE AGREEMENT.txt": [
      (2108, 6, .year), (2742, 2, .year), (2866, 2, .year), (4069, 4, .year),
    ],
    "edgar-text/882259_1998-11-17_CONSTRUCTION LOAN AGREEMENT.txt": [
      (4196, 6, .day), (8343, 60, .day),
    ],
    "cuad-text/ArconicRolledProductsCorp_20191217_10-12B_EX-2.7_11923804_EX-2.7_Trademark License Agreement.txt": [
      (7106, 240, .day), (9599, 240, .day),
    ],
    "cuad-text/MERCATAINC_03_09_2000-EX-10.21-SPONSORSHIP AGREEMENT.txt": [
      (4786, 120, .day), (4876, 120, .day), (7541, 60, .day), (7783, 60, .day),
      (11499, 90, .day), (11799, 60, .day), (12332, 60, .day), (17755, 6, .year),
      (18811, 2, .day), (18870, 6, .day), (20291, 20, .day),
    ],
    "cuad-text/NOVOINTEGRATEDSCIENCES,INC_12_23_2019-EX-10.1-JOINT VENTURE AGREEMENT.txt": [
      (10703, 10, .year), (10795, 4, .year), (10922, 10, .year), (11551, 24, .month),
      (11582, 24, .month), (13885, 6, .month), (14115, 6, .month), (15230, 10, .year),
      (16829, 20, .businessDay), (18082, 60, .day),
    ],
  ]

  @Test func `of the time limits marked by hand nine in ten are found, and of those found nine in ten are marked`() {
    guard let shared = Fixtures.shared else { return }
    var hits = 0
    var labelled = 0
    var found = 0
    for (name, rows) in Self.labels {
      let bytes = Fixtures.file(shared.appendingPathComponent("corpus/" + name))
      guard !bytes.isEmpty else { return }
      let agreement = Agreement(SourceText(bytes))
      // Amounts were marked, and no days of the calendar: "the last day of each month", "July 31, 2013".
      let limits = TimeLimit.all(in: agreement).filter { $0.calendarDay == nil && $0.date == nil }
      labelled += rows.count
      found += limits.count
      hits += rows.count { row in
        limits.contains {
          agreement.text.fileOffset(of: $0.range.lowerBound) == row.start && $0.period == Period(halves: row.halves, unit: row.unit)
        }
      }
    }
    #expect(hits * 10 >= labelled * 9 && hits * 10 >= found * 9, "\(hits) of \(labelled) marked, \(found) found")
  }
}
