extension TemplateFilter {
  /// The values in the order of their keys; equal ones stay in their order.
  ///
  /// Values without a key (`none`) come last, whichever the direction, so that a page without a
  /// date does not break a list by date.
  static func sorted(
    _ values: [TemplateValue], by keys: [[TemplateValue]], isReversed: Bool
  ) throws(TemplateFailure) -> [TemplateValue] {
    var order = Array(values.indices)
    var buffer = order
    // A merge sort of our own: the standard one does not take a comparison with typed throws.
    var width = 1
    while width < order.count {
      var start = 0
      while start < order.count {
        let middle = min(start + width, order.count)
        let end = min(start + 2 * width, order.count)
        var (left, right) = (start, middle)
        for position in start..<end {
          let takesRight: Bool
          if left == middle {
            takesRight = true
          } else if right == end {
            takesRight = false
          } else {
            takesRight = try comesFirst(keys[order[right]], keys[order[left]], isReversed)
          }
          buffer[position] = takesRight ? order[right] : order[left]
          if takesRight { right += 1 } else { left += 1 }
        }
        start = end
      }
      swap(&order, &buffer)
      width *= 2
    }
    return order.map { values[$0] }
  }

  private static func comesFirst(
    _ left: [TemplateValue], _ right: [TemplateValue], _ isReversed: Bool
  ) throws(TemplateFailure) -> Bool {
    for (a, b) in zip(left, right) {
      if !a.isPresent || !b.isPresent {
        if a.isPresent != b.isPresent { return a.isPresent }
        continue
      }
      do throws(TemplateFailure) {
        if try a.isLess(than: b) { return !isReversed }
        if try b.isLess(than: a) { return isReversed }
      } catch {
        // Equal dictionaries need no order.
        guard a.isEqual(to: b) else { throw error }
      }
    }
    return false
  }
}
