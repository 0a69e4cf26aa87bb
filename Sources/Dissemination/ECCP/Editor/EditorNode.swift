/// A part of a text that an editor in a web form takes.
indirect enum EditorNode: Sendable, Hashable {
  /// Plain text.
  case text(String)
  /// An element.
  case element(EditorElement)

  /// A paragraph.
  static func paragraph(_ children: [EditorNode]) -> EditorNode {
    .element(EditorElement(.paragraph, children: children))
  }

  /// A link with a text.
  static func link(_ text: String, to address: String) -> EditorNode {
    .element(
      EditorElement(
        .link, attributes: [EditorAttribute(name: "href", value: address)], children: [.text(text)])
    )
  }

  /// Strong text.
  static func strong(_ text: String) -> EditorNode {
    .element(EditorElement(.strong, children: [.text(text)]))
  }

  /// A list of items in no order.
  static func list(_ items: [[EditorNode]]) -> EditorNode {
    .element(
      EditorElement(
        .bulletList, children: items.map { .element(EditorElement(.item, children: $0)) }))
  }
}

/// An element of such a text.
struct EditorElement: Sendable, Hashable {
  let tag: EditorTag
  var attributes: [EditorAttribute]
  var children: [EditorNode]

  init(_ tag: EditorTag, attributes: [EditorAttribute] = [], children: [EditorNode] = []) {
    self.tag = tag
    self.attributes = attributes
    self.children = children
  }

  /// The value of an attribute.
  func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// An attribute of an element, such as a link's address.
struct EditorAttribute: Sendable, Hashable {
  let name: String
  let value: String
}
