/// A template with the templates it extends, and which block stands for which.
final class Layout: Sendable {
  /// The place of a block: a template and the block's number in it.
  struct Definition: Sendable {
    let unit: TemplateUnit
    let block: Int
    /// Its position in `chain`.
    let level: Int
  }

  /// The template itself, then what it extends, up to the one that extends nothing.
  let chain: [TemplateUnit]
  /// By the number of a block's name: its definitions, the one that counts first.
  let definitions: [[Definition]]

  init(chain: [TemplateUnit], blockNameCount: Int) {
    var definitions = [[Definition]](repeating: [], count: blockNameCount)
    for (level, unit) in chain.enumerated() {
      for (number, block) in unit.contents.blocks.enumerated() {
        definitions[Int(block.name.index)].append(
          Definition(unit: unit, block: number, level: level))
      }
    }
    self.chain = chain
    self.definitions = definitions
  }
}
