import Testing

@testable import Site

@Suite struct FactListTests {
  /// Facts of every form, and so many that the list looks them up in its table.
  private static let facts: [PlanFact] = (10..<300).flatMap { number -> [PlanFact] in
    [
      .item(number), .address(number), .reference(number, slot: 3), .reference(3, slot: number),
      .list(kind: number, language: 1), .listPage(kind: 1, language: number, page: 2),
      .listPage(kind: number, language: 1, page: 2), .term(taxonomy: 0, term: number),
      .termItems(taxonomy: 1, term: number, language: 0),
      .termPage(taxonomy: 0, term: number, language: 1, page: 3),
      .termPage(taxonomy: 0, term: 3, language: 1, page: number), .route("/\(number)/"),
      .contentFile("/\(number)/"), .feed(SiteFeed(.partner(number), 0)),
      .feed(SiteFeed(.term(taxonomy: 0, term: number), 0)),
    ]
  }

  @Test func `every fact has its own number, in the order in which it came`() {
    var list = FactList()
    for round in 1...2 {
      for (number, fact) in Self.facts.enumerated() {
        #expect(list.number(of: fact, key: fact.key) == number, "round \(round)")
      }
    }
    #expect(list.facts == Self.facts)
  }

  @Test func `facts with one key are told apart`() {
    var list = FactList()
    for fact in Self.facts { _ = list.number(of: fact, key: 7) }
    #expect(list.facts == Self.facts)
    #expect(list.number(of: Self.facts[100], key: 7) == 100)
  }

  @Test func `a log has each fact once`() {
    var log = ReadLog()
    for fact in Self.facts + Self.facts.reversed() {
      log.note(fact)
      log.note(fact)
    }
    #expect(log.facts == Self.facts)
  }
}

@Suite struct ManifestTests {
  @Test(arguments: [
    (["a", "b", "c"], ["b"], ["a", "c"]), ([], ["a"], []), (["a"], [], ["a"]),
    (["a/b", "a-b", "a"], ["a-b", "z"], ["a", "a/b"]),
  ])
  func `what another manifest lacks is found`(
    paths: [String], other: [String], expected: [String]
  ) {
    let manifest = PublishedManifest(paths: paths)
    #expect(manifest.paths(notIn: PublishedManifest(paths: other)) == expected)
    #expect(paths.allSatisfy(manifest.contains))
    #expect(!manifest.contains("aa") && !manifest.contains(""))
  }

  @Test func `a manifest that leads out of the folder is none`() {
    func manifest(_ path: String) -> PublishedManifest? {
      PublishedManifest(Array("brightpress manifest 1\n\(path)\n".utf8))
    }
    for path in ["/etc/passwd", "../x", "a/../../x", "a/.."] { #expect(manifest(path) == nil) }
    #expect(manifest("a..b/c...d")?.paths == ["a..b/c...d"])
  }
}
