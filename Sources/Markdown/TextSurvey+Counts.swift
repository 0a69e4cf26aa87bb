extension TextSurvey {
  /// The counts of one line.
  struct LineCount {
    /// Where it begins.
    var start: Int
    /// Where what is no quote, no list marker and no white space begins.
    var contentStart: Int
    /// Whether it ends a block.
    var isBlank = false
    /// How many `|` it has.
    var pipeCount = 0

    init(start: Int) {
      self.start = start
      contentStart = start
    }
  }

  /// The counts of the lines since the last empty one.
  struct BlockCount {
    /// Where they begin.
    var start: Int
    /// How many they are.
    var lineCount = 0
    /// How many `![` they have.
    var imageCount = 0
    /// How many `<!` and `<?` they have.
    var declarationCount = 0
    /// How many `@` they have.
    var atCount = 0
    /// How many `]` they have.
    var bracketCount = 0
    /// The columns of the widest line like `|---|---|`: what follows may be rows of that table.
    var columnCount = 0

    init(start: Int) { self.start = start }
  }
}
