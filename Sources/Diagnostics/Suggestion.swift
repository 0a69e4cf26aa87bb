/// The nearest of `candidates` to a word that was not understood, if one is near enough.
///
/// Nearness is the number of insertions, deletions, replacements and swaps of neighbours
/// (optimal string alignment), without regard to case; up to a third of the word may differ.
/// Of equally near candidates the first counts.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let typed = Array(word.lowercased())
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let known = Array(candidate.lowercased())
    let limit = min(max(1, max(typed.count, known.count) / 3), (best?.distance ?? .max) - 1)
    guard limit >= 0, abs(known.count - typed.count) <= limit else { continue }
    let distance = editDistance(typed, known)
    if distance <= limit { best = (candidate, distance) }
  }
  return best?.candidate
}

/// A `help` line that names the nearest known word, or the known words where none is near.
///
/// - Parameters:
///   - word: what was written.
///   - candidates: what would have been understood, in the order to show them.
///   - noun: what they are, in the plural (`fields of an event`).
/// - Returns: the line; nil where there are no candidates.
public func suggestion(for word: String, among candidates: [String], called noun: String) -> String?
{
  if let near = nearest(to: word, among: candidates) { return "did you mean '\(near)'?" }
  guard !candidates.isEmpty else { return nil }
  let shown = candidates.prefix(24).joined(separator: ", ")
  return "\(noun): \(shown)" + (candidates.count > 24 ? ", …" : "")
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var beforePrevious = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  for i in 1...a.count {
    var current = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      current[j] = min(previous[j] + 1, current[j - 1] + 1, replaced)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        current[j] = min(current[j], beforePrevious[j - 2] + 1)
      }
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[b.count]
}
