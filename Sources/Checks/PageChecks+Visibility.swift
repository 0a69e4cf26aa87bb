internal import Diagnostics
internal import Funding
internal import Pictures
internal import Site
internal import Text

// How a page shows the funder: the emblem with the statement, the disclaimer, the other logos.
extension PageChecks {
  var visibility: [Diagnostic] {
    guard let funding = knowledge.site.funding else { return [] }
    let emblems = emblems
    let impostors = impostors
    var found = impostors + emblems.flatMap(distortions)
    if emblems.isEmpty && impostors.isEmpty { found.append(missingEmblem) }
    if !emblems.isEmpty {
      found += size(of: emblems) + logos(beside: emblems)
    }
    return found + statement(funding, beside: emblems) + texts(funding)
  }

  /// The emblem of the European Union on the page: pictures of its file, and drawings of it.
  private var emblems: [Int] {
    elements("img").filter { knowledge.emblems.contains(address(of: $0) ?? "") }
      + elements("svg").filter { EmblemDrawing(page, $0)?.isEmblem == true }
  }

  private func address(of image: Int) -> String? {
    page.elements[image]["src"].flatMap {
      knowledge.site.file(at: $0, onPage: rendered.path)?.address
    }
  }

  private var missingEmblem: Diagnostic {
    Diagnostic(
      .emblemMissing, "the page does not show the emblem of the European Union",
      at: places.ofTemplate,
      help: ["include '_partials/funding.html', or show the picture 'site.funding.emblem_url'"])
  }

  // MARK: Altered

  /// Pictures that pass for the emblem and are not.
  private var impostors: [Diagnostic] {
    elements("img").compactMap { index in
      let image = page.elements[index]
      guard let source = image["src"], !knowledge.emblems.contains(address(of: index) ?? ""),
        passesForEmblem(source, image["alt"] ?? "")
      else { return nil }
      let file = knowledge.site.file(at: source, onPage: rendered.path)
      return Diagnostic(
        .emblemAltered,
        "'\(source.fileName.shown)' is shown as the emblem of the European Union and is not the "
          + "emblem as it is drawn",
        at: file?.source.map { .file($0) } ?? places.ofTemplate,
        help: [
          "show the picture 'site.funding.emblem_url', which is drawn from the legal geometry",
          "a picture of the Commission's own cannot be compared: switch the rule off for it",
        ])
    }
  }

  /// Whether a template shows a picture under a name of the emblem; a photo of a flag in a text is
  /// a photo.
  private func passesForEmblem(_ source: String, _ alt: String) -> Bool {
    let name = source.fileName.lowercased()
    let words = alt.lowercased()
    guard places.place(of: [source.fileName]) == nil else { return false }
    return emblemNames.contains { name.contains($0) }
      || emblemTitles.contains { words.contains($0) }
  }

  private func distortions(_ emblem: Int) -> [Diagnostic] {
    let values = styles.values(of: emblem)
    var reasons = effects.filter { effect in
      ([values.usual] + values.conditional).contains { values in
        values[effect].map { !harmless.contains($0.lowercased()) } ?? false
      }
    }.map { "it has '\($0)'" }
    let isFitted = values.usual["object-fit"].map { $0 == "contain" || $0 == "scale-down" } ?? false
    for box in boxes(of: emblem) where !isFitted {
      guard let width = box.width, let height = box.height, height > 0 else { continue }
      let ratio = width / height
      if abs(ratio - 1.5) > 0.03 {
        reasons.append("it is shown \(pixels(width)) by \(pixels(height)), and not as 3 to 2")
      }
    }
    guard let reason = reasons.first else { return [] }
    return [
      Diagnostic(
        .emblemAltered, "the emblem of the European Union is altered: \(reason)",
        at: places.ofTemplate,
        help: ["set its height alone, and nothing else that changes how it looks"])
    ]
  }

  // MARK: Sizes

  /// The sizes at which a picture can be shown.
  private func boxes(of image: Int) -> [PictureBox] {
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

  private func size(of emblems: [Int]) -> [Diagnostic] {
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
  private func logos(beside emblems: [Int]) -> [Diagnostic] {
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

  private func pixels(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) pixels" : "\(tenths / 10).\(tenths % 10) pixels"
  }

  // MARK: Texts

  private func statement(_ funding: Funding, beside emblems: [Int]) -> [Diagnostic] {
    guard let statement = funding.statement(in: rendered.language) else { return [] }
    let wanted = HTMLText.normalized(statement)
    guard !emblems.contains(where: { isBeside($0, wanted) }) else { return [] }
    let text = page.text
    let other = knowledge.site.languages.first { language in
      language != rendered.language
        && funding.statement(in: language).map { text.contains(HTMLText.normalized($0)) } ?? false
    }
    let message =
      if text.contains(wanted) {
        "'\(statement)' does not stand beside the emblem"
      } else if let other {
        "the funding statement is in the language '\(other)', and the page in "
          + "'\(rendered.language)'"
      } else {
        "'\(statement)' does not stand on the page in full"
      }
    return [
      Diagnostic(
        .statementMissing, message, at: places.ofTemplate,
        help: [
          "put 'site.funding.statement' into one element with the emblem, as "
            + "'_partials/funding-mark.html' does"
        ])
    ]
  }

  /// Whether a text stands in one of the three elements around the emblem.
  private func isBeside(_ emblem: Int, _ text: String) -> Bool {
    page.ancestors(of: emblem).prefix(3)
      .filter { !["body", "html", "main"].contains(page.elements[$0].name) }
      .contains { page.text(of: $0).contains(text) }
  }

  private func texts(_ funding: Funding) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let text = page.text
    if let disclaimer = funding.disclaimer(in: rendered.language),
      !text.contains(HTMLText.normalized(disclaimer))
    {
      found.append(
        Diagnostic(
          .disclaimerMissing, "the page does not say whose views it shows", at: places.ofTemplate,
          help: ["print 'site.funding.disclaimer', as '_partials/funding.html' does"]))
    }
    if let number = funding.grantAgreement, !text.contains(number) {
      found.append(
        Diagnostic(
          .agreementMissing, "the page does not name the grant agreement \(number)",
          at: places.ofTemplate,
          help: [
            "print 'site.funding.acknowledgement', or the number: 'site.funding.grant_agreement'"
          ]))
    }
    return found
  }
}

/// Parts of file names by which the emblem goes.
private let emblemNames =
  "eu-emblem eu_emblem euemblem eu-flag eu_flag euflag flag_yellow flag-yellow flag_of_europe "
  .split(separator: " ").map(String.init)

/// Words by which alternative texts call it, rightly or not.
private let emblemTitles = [
  "european union", "eu emblem", "eu flag", "eu logo", "european flag", "flag of europe",
  "european commission",
]

/// Properties that change how a picture looks.
private let effects =
  "filter transform opacity border-radius clip-path mask mix-blend-mode rotate "
  .split(separator: " ").map(String.init)

/// Values of these properties that change nothing.
private let harmless: Set<String> = ["none", "1", "0", "normal", "100%", "initial", "0deg"]
