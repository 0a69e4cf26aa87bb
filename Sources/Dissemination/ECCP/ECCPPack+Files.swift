internal import Site
internal import Text

/// A file of a pack.
struct ECCPFile: Sendable, Hashable {
  /// Its path within the output folder.
  let path: String
  let bytes: Bytes
}

extension ECCPPack {
  /// The files of the pack.
  ///
  /// A title and a teaser end without a line's end, so that they can be
  /// copied as they are.
  func files(limits: Limits, emblem: Bytes?) -> [ECCPFile] {
    var files = [
      file("title.txt", title), file("teaser.txt", teaser),
      ECCPFile(path: folder + "/body.html", bytes: body.html), file("body.txt", body.plainText),
      file("fields.txt", fields.map { "\($0.label): \($0.value)\n" }.joined()),
      file("checklist.txt", checklist(limits)),
    ]
    if case .ready(let bytes, let name) = picture {
      files.append(ECCPFile(path: "\(folder)/\(name)", bytes: bytes))
    }
    for (attachment, name) in zip(attachments, attachmentNames) {
      guard let bytes = attachment.bytes else { continue }
      files.append(ECCPFile(path: "\(folder)/attachments/\(name)", bytes: bytes))
    }
    if let emblem { files.append(ECCPFile(path: folder + "/eu-emblem.svg", bytes: emblem)) }
    return files
  }

  private func file(_ name: String, _ text: String) -> ECCPFile {
    ECCPFile(path: "\(folder)/\(name)", bytes: Bytes(text.utf8))
  }

  /// The names of the attachments' files; of two equal ones the second gets a number.
  var attachmentNames: [String] {
    var known: Set<String> = []
    return attachments.map { attachment in
      var name = attachment.name
      var number = 2
      while !known.insert(name.lowercased()).inserted {
        name = "\(number)-\(attachment.name)"
        number += 1
      }
      return name
    }
  }
}
