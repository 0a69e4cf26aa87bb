internal import Funding
internal import Text

/// The paths of a drawing in a page, to tell whether it is the emblem.
struct EmblemDrawing: Hashable {
  /// The colours and outlines of its parts.
  private let parts: [String]
  private let viewBox: String

  /// The drawing that an element `svg` is; nil where it has no path.
  init?(_ page: HTMLPage, _ element: Int) {
    let paths = page.descendants(of: element).filter { page.elements[$0].name == "path" }
    guard !paths.isEmpty else { return nil }
    parts = paths.map { index in
      "\(page.elements[index]["fill"] ?? "") \(page.elements[index]["d"] ?? "")".uppercased()
    }
    viewBox = page.elements[element]["viewbox"] ?? ""
  }

  /// Whether it is the emblem in one of its forms.
  var isEmblem: Bool { Self.forms.contains(self) }

  private static let forms: Set<EmblemDrawing> = Set(
    EUEmblem.Style.allCases.compactMap { style in
      let page = HTMLPage(EUEmblem.svg(style: style))
      return page.elements.indices.first.flatMap { EmblemDrawing(page, $0) }
    })
}
