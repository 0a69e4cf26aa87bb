internal import Diagnostics
internal import Pictures
internal import Site

// How large the emblem is shown, and the logos beside it.
extension PageChecks {
  /// The sizes at which a picture can be shown.
  func boxes(of image: Int) -> [PictureBox] {
    let isEmblem =
      knowledge.emblems.contains(address(of: image) ?? "")
      || page.elements[image].name == "svg"
    var natural = PictureBox(width: isEmblem ? 3 : nil, height: isEmblem ? 2 : nil)
    var isScalable = isEmblem
    if !isEmblem, let source = page.elements[image]["src"],
      let file = knowledge.site.file(at: source, onPage: rendered.path),
      let header = knowledge.site.picture(file)
    {
      natural = PictureBox(width: Double(header.width), height: Double(header.height))
      isScalable = false
    }
    return PictureBox.boxes(
      of: page.elements[image], styled: styles.values(of: image), natural: natural,
      isScalable: isScalable)
  }

  func size(of emblems: [Int]) -> [Diagnostic] {
    let least = knowledge.site.limits.emblemHeight
    // One emblem that is large enough serves the page; the smallest form of each counts.
    let heights = emblems.map { boxes(of: $0).map(\.height).map { $0 ?? 0 }.min() ?? 0 }
    guard let best = heights.max(), best < Double(least) else { return [] }
    let message =
      best == 0
      ? "nothing says how high the emblem of the European Union is shown"
      : "the emblem of the European Union is shown \(pixels(best)) high"
    return [
      Diagnostic(
        .emblemSmall, message, at: places.ofTemplate,
        help: [
          "one centimetre is the least: set its height to \(least) pixels or more in the style "
            + "sheet or by 'height'"
        ])
    ]
  }

  /// Logos that are higher and wider than the largest emblem of the page.
  func logos(beside emblems: [Int]) -> [Diagnostic] {
    let shown = emblems.compactMap { boxes(of: $0).first }
    guard let emblem = shown.max(by: { ($0.height ?? 0) < ($1.height ?? 0) }),
      let height = emblem.height, let width = emblem.width
    else { return [] }
    return elements("img").compactMap { index in
      guard !emblems.contains(index), isLogo(index), let logo = boxes(of: index).first,
        let logoHeight = logo.height, logoHeight > height + 0.5,
        logo.width.map({ $0 > width + 0.5 }) ?? true
      else { return nil }
      let name = (page.elements[index]["src"] ?? "").fileName
      return Diagnostic(
        .logoLargerThanEmblem,
        "the logo '\(name.shown)' is shown \(pixels(logoHeight)) high, and the emblem of the "
          + "European Union \(pixels(height))",
        at: places.place(of: [name]) ?? places.ofTemplate,
        help: ["no logo may be larger than the emblem: show it smaller, or the emblem larger"])
    }
  }

  private func isLogo(_ image: Int) -> Bool {
    if let address = address(of: image),
      let source = knowledge.site.file(at: address, onPage: rendered.path)?.source,
      knowledge.logos.contains(source)
    {
      return true
    }
    let element = page.elements[image]
    let around = [image] + page.ancestors(of: image).prefix(2)
    return (element["src"] ?? "").fileName.lowercased().contains("logo")
      || around.contains { page.elements[$0].classes.contains { $0.lowercased().contains("logo") } }
  }

  func pixels(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) pixels" : "\(tenths / 10).\(tenths % 10) pixels"
  }
}
