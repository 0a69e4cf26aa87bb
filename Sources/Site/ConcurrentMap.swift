private import Synchronization

/// The results of `transform` for each input, in the inputs' order, worked out by several tasks.
///
/// With `both`, the one place where the pipeline runs things at once: `width` tasks take the inputs in small
/// runs, so that one slow page does not leave the others idle, and no order of work can be seen in
/// the result. `width` is how many tasks work at a time, at least one.
///
/// - Complexity: memory grows with the outputs only.
func concurrentMap<Input: Sendable, Output: Sendable>(
  _ inputs: [Input], width: Int, _ transform: @escaping @Sendable (Input) -> Output
) async -> [Output] {
  guard width > 1, inputs.count > 1 else { return inputs.map(transform) }
  let next = SharedIndex()
  let runLength = max(1, min(32, inputs.count / (width * 4)))
  return await withTaskGroup(of: [(start: Int, outputs: [Output])].self) { group in
    for _ in 0..<width {
      group.addTask {
        var runs: [(start: Int, outputs: [Output])] = []
        while let start = next.take(runLength, below: inputs.count) {
          let end = min(start + runLength, inputs.count)
          runs.append((start, inputs[start..<end].map(transform)))
        }
        return runs
      }
    }
    var runs: [(start: Int, outputs: [Output])] = []
    for await part in group { runs += part }
    return runs.sorted { $0.start < $1.start }.flatMap(\.outputs)
  }
}

/// The results of two things that know nothing of each other, done at once where several tasks may
/// work.
func both<First: Sendable, Second: Sendable>(
  width: Int, _ first: () async -> First, and second: @escaping @Sendable () -> Second
) async -> (First, Second) {
  guard width > 1 else { return (await first(), second()) }
  async let other = second()
  return (await first(), await other)
}

extension Range<Int> {
  /// The range in runs of a length, of which the last one may be shorter: what one task does at once.
  func runs(ofLength length: Int) -> [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: length).map {
      $0..<Swift.min($0 + length, upperBound)
    }
  }
}

/// The next input that nobody has taken.
private final class SharedIndex: Sendable {
  private let value = Atomic<Int>(0)

  func take(_ count: Int, below limit: Int) -> Int? {
    let start = value.add(count, ordering: .relaxed).oldValue
    return start < limit ? start : nil
  }
}
