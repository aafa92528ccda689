import AgreementReaders
import ContractModel
import Foundation

/// Times each stage of the model per megabyte: texts are read first, one round warms up, the best of five rounds counts.
enum ModelBenchmark {
  static func run(_ paths: [String]) {
    let texts = paths.flatMap(files).flatMap { path -> [SourceText] in
      guard let data = FileManager.default.contents(atPath: path) else { return [] }
      return (try? AgreementReader.read([UInt8](data), name: path))?.documents.map(\.text) ?? []
    }
    let bytes = texts.reduce(0) { $0 + $1.bytes.count }
    guard bytes > 0 else { return }
    var best: [(name: String, seconds: Double)] = []
    var lines = Double.infinity
    for _ in 0..<6 {
      var round: [(name: String, seconds: Double)] = []
      let split = seconds { for text in texts { _ = SourceText(text.bytes) } }
      lines = min(lines, split)
      for text in texts {
        var last = now()
        var index = 0
        _ = AgreementParser.parse(text) { stage in
          let time = now()
          if index == round.count { round.append(("\(stage)", 0)) }
          round[index].seconds += time - last
          index += 1
          last = time
        }
      }
      if best.isEmpty { best = round } else { for i in best.indices { best[i].seconds = min(best[i].seconds, round[i].seconds) } }
    }
    let megabytes = Double(bytes) / 1_000_000
    print("\(texts.count) agreements, \(rounded(megabytes)) MB")
    best.insert(("text and lines", lines), at: 0)
    for stage in best {
      print("  \(stage.name.padding(toLength: 22, withPad: " ", startingAt: 0)) \(rounded(stage.seconds * 1000 / megabytes)) ms/MB")
    }
    let total = best.reduce(0) { $0 + $1.seconds }
    defer { slope(texts.max { $0.bytes.count < $1.bytes.count }!.bytes) }
    print("  whole model            \(rounded(total * 1000 / megabytes)) ms/MB, \(rounded(megabytes / total)) MB/s")
  }

  /// Whether time grows with the text: one agreement repeated to 1, 2, 4, 8 and 16 MB.
  private static func slope(_ once: [UInt8]) {
    var times: [String] = []
    for size in [1, 2, 4, 8, 16] {
      let count = max(1, size * 1_000_000 / max(once.count, 1))
      let text = SourceText(Array(repeatElement(once, count: count).joined()))
      var best = Double.infinity
      for _ in 0..<3 { best = min(best, seconds { _ = AgreementParser.parse(text) }) }
      times.append("\(size) MB \(rounded(best * 1000)) ms")
    }
    print("  slope                  \(times.joined(separator: ", "))")
  }

  private static func files(_ path: String) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else { return [path] }
    return (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted().map { path + "/" + $0 }
  }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func seconds(_ body: () -> Void) -> Double {
    let start = now()
    body()
    return now() - start
  }

  static func rounded(_ value: Double) -> String { String(format: "%.2f", value) }
}
