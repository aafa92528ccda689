extension RandomAccessCollection where Index == Int {
  /// Where the elements end that come before, which all stand first: the first index whose element does not, or the end.
  ///
  /// ```swift
  /// [2, 3, 5, 7].boundary(behindAll: { $0 < 5 })  // 2
  /// ```
  ///
  /// Binary search: O(log n) comparisons.
  package func boundary(behindAll comesBefore: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if comesBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
