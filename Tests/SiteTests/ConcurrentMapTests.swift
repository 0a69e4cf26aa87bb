import Synchronization
import Testing

@testable import Site

@Suite struct ConcurrentMapTests {
  @Test(arguments: [1, 2, 3, 4, 16, 2000])
  func `results stand in the order of the inputs, however many tasks work`(width: Int) async {
    let inputs = Array(0..<1000)
    let results = await concurrentMap(inputs, width: width) { $0 * 2 }
    #expect(results == inputs.map { $0 * 2 })
  }

  @Test(arguments: [1, 4])
  func `no inputs give no results`(width: Int) async {
    let results = await concurrentMap([Int](), width: width) { $0 }
    #expect(results == [])
  }

  @Test(arguments: [1, 4])
  func `every input is worked on once`(width: Int) async {
    let calls = Mutex([Int: Int]())
    let results = await concurrentMap(Array(0..<257), width: width) { input in
      calls.withLock { $0[input, default: 0] += 1 }
      return input
    }
    #expect(results.count == 257)
    #expect(calls.withLock { $0.count } == 257)
    #expect(calls.withLock { $0.values.allSatisfy { $0 == 1 } })
  }

  @Test func `a slow input holds up no other's place`() async {
    let results = await concurrentMap(Array(0..<40), width: 4) { input in
      input == 0 ? (0..<200_000).reduce(0) { $0 &+ $1 } : input
    }
    #expect(results.dropFirst().elementsEqual(1..<40))
  }
}
