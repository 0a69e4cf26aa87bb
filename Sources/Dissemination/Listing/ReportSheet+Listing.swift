extension ReportSheet {
  /// The sheet for a terminal, with every cell in full.
  package var listing: String { text(cellLength: 200) }
}
