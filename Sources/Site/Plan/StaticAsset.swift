/// A static file as templates name it with `asset`.
struct StaticAsset: Sendable {
  /// Its address with a fingerprint of its bytes, such as `/style.0011223344556677.css`: another one
  /// whenever they change, so that caches may keep it for ever.
  let address: SiteAddress
  /// What the attribute `integrity` says of it; nil where its bytes could not be read.
  let integrity: String?
}

extension StaticAsset {
  /// The file's name with a fingerprint before its ending.
  static func name(_ name: String, with fingerprint: String) -> String {
    let file = fileName(of: name)
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else {
      return name + "." + fingerprint
    }
    return name.dropLast(file[dot...].count) + "." + fingerprint + file[dot...]
  }
}
