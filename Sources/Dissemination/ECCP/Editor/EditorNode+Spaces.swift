extension Unicode.Scalar {
  /// White space of HTML, without the space that does not break.
  var isASCIIBlank: Bool { value == 0x20 || (0x09...0x0D).contains(value) }
}

extension [EditorNode] {
  /// The nodes with single spaces between words and none at the ends of lines, as a browser shows
  /// them.
  var withTidySpaces: [EditorNode] {
    var isAfterSpace = true
    return tidied(&isAfterSpace).withoutTrailingSpace
  }

  private func tidied(_ isAfterSpace: inout Bool) -> [EditorNode] {
    var result: [EditorNode] = []
    for node in self {
      switch node {
      case .text(let text):
        let tidy = text.withSingleSpaces(isAfterSpace: &isAfterSpace)
        if !tidy.isEmpty { result.append(.text(tidy)) }
      case .element(var element):
        if element.tag.isInline && !element.tag.isVoid {
          element.children = element.children.tidied(&isAfterSpace)
          if !element.children.isEmpty { result.append(.element(element)) }
        } else {
          // A line ends before a block and before a line break.
          if element.tag != .picture { result = result.withoutTrailingSpace }
          isAfterSpace = element.tag != .picture
          result.append(node)
        }
      }
    }
    return result
  }

  private var withoutTrailingSpace: [EditorNode] {
    guard let last else { return self }
    switch last {
    case .text(let text):
      guard text.hasSuffix(" ") else { return self }
      let kept = String(text.dropLast())
      return kept.isEmpty ? Array(dropLast()).withoutTrailingSpace : dropLast() + [.text(kept)]
    case .element(var element):
      guard element.tag.isInline, !element.tag.isVoid else { return self }
      element.children = element.children.withoutTrailingSpace
      guard !element.children.isEmpty else { return Array(dropLast()).withoutTrailingSpace }
      return dropLast() + [.element(element)]
    }
  }
}

extension String {
  fileprivate func withSingleSpaces(isAfterSpace: inout Bool) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if !scalar.isASCIIBlank {
        result.unicodeScalars.append(scalar)
      } else if !isAfterSpace {
        result.unicodeScalars.append(" ")
      }
      isAfterSpace = scalar.isASCIIBlank
    }
    return result
  }
}
