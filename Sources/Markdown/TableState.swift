/// Where in a table the renderer stands; tables do not nest.
struct TableState {
  /// `l`, `c`, `r` or 0 for each column.
  var alignments: [UInt8] = []
  /// The column of the next cell.
  var column = 0
  /// Whether the row is the table's head.
  var isInHeader = false
  /// Whether a row of the body was begun.
  var hasBody = false
}
