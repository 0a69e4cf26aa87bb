public import Text

/// A format in which reference managers take works.
public enum CitationFormat: String, Sendable, Hashable, CaseIterable {
  /// BibTeX, for LaTeX, JabRef and Zotero.
  case bibTeX = "bib"
  /// CSL-JSON, for citeproc, Zotero and Pandoc.
  case cslJSON = "json"
  /// RIS, for EndNote, Mendeley and RefWorks.
  case ris

  /// The ending of the format's files, without a dot.
  public var fileExtension: String { rawValue }
}

extension Bibliography {
  /// The works in a format.
  public func written(as format: CitationFormat) -> Bytes {
    switch format {
    case .bibTeX: bibTeX()
    case .cslJSON: cslJSON()
    case .ris: ris()
    }
  }
}
