private import Synchronization

/// The places of paths in a list; many builds ask for few of them, and some for none.
final class PathPlaces: Sendable {
  /// The list.
  let paths: [String]
  private let places = Mutex<[String: Int]?>(nil)

  init(_ paths: [String]) { self.paths = paths }

  subscript(path: String) -> Int? {
    places.withLock { places in
      if let places { return places[path] }
      let made = Dictionary(
        zip(paths, paths.indices), uniquingKeysWith: { first, _ in first })
      places = made
      return made[path]
    }
  }
}
