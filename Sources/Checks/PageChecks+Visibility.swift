internal import Diagnostics
internal import Site

// How a page shows the funder: the emblem and what passes for it.
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

  func address(of image: Int) -> String? {
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
