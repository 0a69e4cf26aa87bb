public import Text

/// Works that are cited together, each under a key of its own.
public struct Bibliography: Sendable, Hashable {
  /// The works, in the order in which they are written.
  public let citations: [Citation]

  /// A bibliography; the second work with a key gets it with `-2` after it, and so on.
  public init(_ citations: [Citation]) {
    var taken: Set<CitationKey> = Set(citations.map(\.key))
    var seen: Set<CitationKey> = []
    self.citations = citations.map { citation in
      guard !seen.insert(citation.key).inserted else { return citation }
      var unique = citation
      var number = 2
      while !taken.insert(citation.key.numbered(number)).inserted { number += 1 }
      unique.key = citation.key.numbered(number)
      return unique
    }
  }

  /// The works as BibTeX.
  public func bibTeX() -> Bytes { citations.reduce(into: Bytes()) { $1.append(bibTeXTo: &$0) } }

  /// The works as a list in CSL-JSON (citationstyles.org, schema 1.0).
  public func cslJSON() -> Bytes {
    var json = Bytes("[".utf8)
    for (index, citation) in citations.enumerated() {
      json.append(index == 0 ? "\n" : ",\n")
      citation.append(cslJSONTo: &json)
    }
    json.append("\n]\n")
    return json
  }

  /// The works as RIS, each ended by an empty line.
  public func ris() -> Bytes { citations.reduce(into: Bytes()) { $1.append(risTo: &$0) } }
}
